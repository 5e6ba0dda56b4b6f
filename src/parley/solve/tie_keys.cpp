#include "parley/solve/tie_keys.h"

#include <algorithm>

namespace parley {

std::vector<std::vector<std::uint64_t>> fitting_tie_keys(const Tables& tables) {
  constexpr std::uint64_t lane = 0xffff'ffffu;
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  for (const auto& issue : tables.tie_keys) {
    std::uint64_t highest = 0;
    std::uint64_t lowest = 0;
    for (const auto key : issue) {
      highest = std::max(highest, key >> 32);
      lowest = std::max(lowest, key & lane);
    }
    high += highest;
    low += lowest;
  }
  int high_shift = 0;
  int low_shift = 0;
  while (high >> high_shift > lane) ++high_shift;
  while (low >> low_shift > lane) ++low_shift;
  auto keys = tables.tie_keys;
  for (auto& issue : keys)
    for (auto& key : issue) key = ((key >> 32) >> high_shift) << 32 | (key & lane) >> low_shift;
  return keys;
}

}  // namespace parley
