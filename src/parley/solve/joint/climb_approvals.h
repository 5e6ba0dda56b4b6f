#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "parley/solve/joint/reading_table.h"

namespace parley {

/// What decides between packages on the way up.
struct Foothold {
  bool obeys = false;
  std::uint32_t readings = 0;  ///< in which it is approved jointly
  double lack = 0;             ///< the sum over readings of what consent lacks
  std::uint64_t key = 0;
  bool better_than(const Foothold& other) const;
};

/// A good package to begin a search with: from packages that are best on average, by several weights of the views, the
/// best that is reached by exchanging one issue, then two at a time, always to the best exchange. `work` is counted
/// down by additions of one number in one reading; exchanges that would take more are left out. Nothing when no package
/// that obeys the rules was met.
struct Climbed {
  Package package;
  std::uint32_t readings = 0;
};
std::optional<Climbed> climb_approvals(const ReadingTable& table, const std::vector<std::vector<std::uint64_t>>& key,
                                       std::uint64_t& work, const std::stop_token& stop);

}  // namespace parley
