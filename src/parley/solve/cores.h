#pragma once

#include <algorithm>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace parley {

/// How many threads to use when `wanted` are asked for; 0: as many as there are cores.
inline std::size_t cores(int wanted) {
  return wanted > 0 ? static_cast<std::size_t>(wanted) : std::max(1u, std::thread::hardware_concurrency());
}

/// Calls work(0) to work(parts - 1) at the same time, the first in this thread, and waits for all of them. What one of
/// them throws is thrown here.
template <class Work>
void on_cores(std::size_t parts, const Work& work) {
  std::vector<std::future<void>> others;
  for (std::size_t part = 1; part < parts; ++part)
    others.push_back(std::async(std::launch::async, [&work, part] { work(part); }));
  work(0);
  for (auto& other : others) other.get();
}

}  // namespace parley
