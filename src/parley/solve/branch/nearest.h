#pragma once

#include "parley/solve/branch/best.h"
#include "parley/solve/nearest.h"

namespace parley {

/// The smallest changes that lead to an accepted package, as of nearest_accepted(), without a diagram: one package of
/// largest merit after another, by number of changes, movement and sum of values in turn (or movement first); after
/// each its set of changed issues is ruled out. `stopped` when the limit (for each of these steps) was reached before a
/// proof.
Nearest branch_nearest(const Tables& tables, const Acceptance& acceptance, const NearestOptions& options,
                       const BranchLimits& limits = {});

}  // namespace parley
