#pragma once

#include <vector>

#include "parley/solve/branch/effort.h"
#include "parley/solve/branch/goal.h"
#include "parley/solve/branch/shifts.h"

namespace parley::branch {

/// Directions to bound a goal in, and for each the shares of the whole space; packages met on the way are offered to
/// the goal.
struct Aim {
  std::vector<Direction> directions;
  std::vector<double> shifts;  ///< for each direction and condition
};

/// Directions in which little is left between the bound and what the goal requires, by multiplicative subgradient steps
/// on the weights, and others around the best of them.
Aim aim_at(const Network& network, const Node& root, Goal& goal, Effort& effort);

/// So many directions over two leading columns from one end to the other, as seen over the given ranges.
Aim fan(const Network& network, const Node& root, const std::vector<double>& ranges, std::size_t directions, Goal& goal,
        Effort& effort);

/// The most and the least that a column can be, features and issues each taken for itself.
struct Extent {
  double least = 0, most = 0;
};
std::vector<Extent> extents(const Network& network);

}  // namespace parley::branch
