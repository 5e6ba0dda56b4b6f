#pragma once

#include <array>
#include <optional>
#include <stop_token>
#include <vector>

#include "parley/solve/joint/reading_table.h"

namespace parley {

/// The Nash point of one reading: of all packages the one with the largest product of what the two views gain over
/// their floors. Of several, the one with the larger sum of gains, then the smaller sum of tie keys, then the first in
/// order of issues and levels.
struct ReadingNash {
  Package package;                ///< empty: no package lets both gain
  std::array<Utility, 2> gain{};  ///< over the floors
};

/// For each reading; nothing when the table does not have two views, or has features, rules or red lines that tie
/// issues together; all readings empty-handed from a stop on. Exact: products are compared in whole numbers. `threads`:
/// 0 means as many as there are cores; the answer does not depend on it. Method (shared with find_viewpoint): for any
/// positive weights, the product is at most ((w a + v b) / 2)^2 / (w v), and the largest weighted sum is found issue by
/// issue. The weights that make this least, begun from those of the reading before, leave few options that can still
/// reach the best product known; those are gone through depth first.
std::optional<std::vector<ReadingNash>> nash_in_readings(const ReadingTable& table, int threads = 0,
                                                         const std::stop_token& stop = {});

}  // namespace parley
