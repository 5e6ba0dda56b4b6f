#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/solve/joint/reading_table.h"

namespace parley {

/// How sure and how far off a package is at worst.
struct Robustness {
  std::uint32_t readings = 0;  ///< in which it is approved jointly
  /// The most that consent lacks in any reading; 0 when it is approved in all of them. In one reading: the largest lack
  /// of a view, over the views of whichever combination is enough and lacks least. Nothing where red lines stand in the
  /// way in some reading, which no utility makes up for.
  std::optional<Utility> worst_shortfall;
  bool undominated = true;  ///< no other of the packages is as good in both and better in one: the robust frontier
};

/// For each of the packages. Exact; does not depend on the number of threads (0: as many as there are cores).
std::vector<Robustness> robustness(const ReadingTable& table, const std::vector<Package>& packages, int threads = 0);

}  // namespace parley
