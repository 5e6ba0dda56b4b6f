#pragma once

#include <cstddef>
#include <exception>
#include <thread>

namespace parley {

/// Runs work(0) here and, when there are two parts, work(1) on another thread beside it. Rethrows what either throws.
template <class Work>
void side_by_side(std::size_t parts, const Work& work) {
  std::exception_ptr thrown;
  {
    std::jthread other;
    if (parts > 1)
      other = std::jthread([&] {
        try {
          work(std::size_t{1});
        } catch (...) {
          thrown = std::current_exception();
        }
      });
    work(std::size_t{0});
  }
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace parley
