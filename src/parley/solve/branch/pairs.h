#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "parley/solve/branch/best.h"

namespace parley {

/// The frontier over the first two dimensions, as of frontier(): without a diagram.
struct BranchFrontier {
  std::vector<Point> points;  ///< real packages, none beats or equals another; sorted as Frontier::points
  bool proven = false;        ///< no value of the frontier is missing
  bool ties_settled = false;  ///< proven, and of packages of equal value those with the smallest tie keys are shown
  /// Where it is not proven: every package is matched by a listed one up to this much in both dimensions. Nothing: no
  /// bound was reached.
  std::optional<Utility> within;
  bool stopped = false;  ///< by the token
};

/// One tree for all of it: a node goes when bounds in several directions keep it out of every corner between the points
/// found (bound sets: Ehrgott, Gandibleux 2007, Computers & Operations Research 34(9)). With falling tolerances, each
/// of which is a certificate. Accepted packages only; null: all.
BranchFrontier branch_frontier(const Tables& tables, const Acceptance* acceptance, const BranchLimits& limits = {},
                               const std::stop_token& stop = {});

}  // namespace parley
