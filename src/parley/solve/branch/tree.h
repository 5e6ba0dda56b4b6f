#pragma once

#include "parley/solve/branch/aim.h"

namespace parley::branch {

enum class Ended {
  exhausted,  ///< proven: nothing that is worth finding is left, but for the tolerance
  early,      ///< the effort was spent, or a stop was requested
};

/// Depth first through the space, cutting off what bounds keep away from every corner of the goal. `tolerance`: a
/// package is only worth finding when it would be so even with that much less in every dimension.
/// Branches on whether a feature holds, then on levels; levels and features that the bound alone decides are decided.
Ended search(const Network& network, const Node& root, const Aim& aim, double tolerance, Goal& goal, Effort& effort);

}  // namespace parley::branch
