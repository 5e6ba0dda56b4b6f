#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/case/case.h"

namespace parley {

/// Whether the sides' positions come closer. A side's position is its newest own text: one tabled by the party or by
/// someone inside it. On an issue the positions are as far apart as the fewest steps within which every one of them has
/// an option: 0 when all allow one option, for a choice, whose options have no order, otherwise 1. An issue in brackets
/// may be settled any way, so it counts as near as it can be. Of two dates, positions are closer on that with fewer
/// issues apart, or with as many and fewer steps in all.
struct Positions {
  enum class Trend { unknown, narrowing, unchanged, widening };

  /// The state of things after the texts of one date.
  struct Point {
    std::optional<Date> date;
    std::vector<int> texts;  ///< for each party: its newest own text, -1 for none
    std::vector<int> gaps;   ///< for each issue: steps apart
    int issues_apart = 0;
    std::int64_t steps = 0;
  };
  std::vector<Point> points;  ///< oldest first; from the date on which two sides have texts of their own

  /// The newest point against the one before it, and against the first, among those in which the same sides have texts.
  Trend lately = Trend::unknown;
  Trend overall = Trend::unknown;
  /// The points that those compare with, indices into `points`; -1 for none.
  int before = -1;
  int first = -1;
};

/// The positions in the versions that are known, oldest first (versions_by).
Positions positions_of(const Case& c, const std::vector<int>& versions);

}  // namespace parley
