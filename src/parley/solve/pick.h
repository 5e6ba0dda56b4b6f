#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/solve/point.h"
#include "parley/solve/viewpoint.h"

namespace parley {

/// What find_viewpoint() finds, read off a complete frontier: every package that counts is matched or beaten in all
/// objectives by a point that counts, and among equal points the one with the smallest tie key is listed. The frontier
/// may be that of more packages than those that count, as long as whatever beats one that counts does so too. Points
/// have values in all dimensions that the acceptance speaks of. `tie_keys`: see fitting_tie_keys().
/// Within a rounding error of the best in floating point, points are compared in whole numbers.
std::optional<Point> pick(const std::vector<Point>& frontier, const ViewpointProblem& problem,
                          const std::vector<std::vector<std::uint64_t>>& tie_keys);

}  // namespace parley
