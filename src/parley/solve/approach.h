#pragma once

#include <vector>

#include "parley/solve/budget.h"

namespace parley {

/// What the columns of a package must reach to be worth finding: no_demand where nothing is asked.
using Goal = std::vector<Utility>;

/// What a goal asks in a weighted sum, with the room for rounding taken off.
double asked(const Goal& goal, const Weighing& weighing);

/// Weighted sums whose bounds are tight where it is hardest to reach the goal within the budget.
struct Approach {
  bool hopeless = false;  ///< the last sum proves that no package reaches the goal within the budget
  std::vector<Weighing> weighings;
};

/// Climbs toward the packages whose smallest surplus over the goal is largest.
Approach approach(const Priced& priced, const Budget& budget, const Goal& goal);

/// Climbs toward the packages that reach the goal with the largest sum of objectives.
Approach approach_sum(const Priced& priced, const Budget& budget, const Goal& goal);

}  // namespace parley
