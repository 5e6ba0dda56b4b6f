#pragma once

#include <cstdint>
#include <stop_token>

namespace parley::branch {

/// What a search may still do, counted in looks at conditions and levels: the same on every machine, unlike a clock.
/// Some 100 million looks are a second.
struct Effort {
  std::uint64_t left = 0;
  std::stop_token stop;

  void spend(std::uint64_t looks) { left -= left < looks ? left : looks; }
  bool over() const { return left == 0 || stop.stop_requested(); }
};

}  // namespace parley::branch
