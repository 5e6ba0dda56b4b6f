#pragma once

#include <vector>

#include "parley/model/model.h"

namespace parley {

/// What opposition costs the parties, and each issue's Shapley value of it (defined in contention.h).
struct Opposition {
  Utility total = 0;
  std::vector<Utility> cost;  ///< for each issue, rounded down
  std::vector<bool> grouped;  ///< for each issue: its group was too large to be told apart
  bool complete = true;       ///< false: what opposition over the grouped issues costs could not be computed at all
};

/// The game is a sum over groups of issues that rules and interactions tie together, so each group is solved for
/// itself: exactly, over all of its packages and all sets of its issues, up to a limit on the work.
Opposition opposition_of(const Case& c, const Model& model);

}  // namespace parley
