#pragma once

#include <vector>

#include "parley/solve/viewpoint.h"

namespace parley {

/// Which of two values (an entry for each objective) a viewpoint prefers, tie keys aside: 1 the first, -1 the second,
/// 0 neither. In whole numbers throughout; see find_viewpoint.
int compare_merit(const ViewpointProblem& problem, const std::vector<Utility>& a, const std::vector<Utility>& b);

/// The same in one number, but for what settles ties, to within a few rounding errors: the product of gains, the least
/// share, or the sum.
double merit(const ViewpointProblem& problem, const std::vector<Utility>& value);

}  // namespace parley
