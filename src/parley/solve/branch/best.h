#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "parley/model/tables.h"
#include "parley/solve/point.h"
#include "parley/solve/viewpoint.h"

namespace parley {

/// How much branch and bound may do: in looks at conditions and levels, not in seconds, so that the answer is the same
/// on every machine. Some 100 million looks are a second. Memory stays below half a gigabyte.
struct BranchLimits {
  std::uint64_t looks = 2'000'000'000;
};

/// What branch and bound has found: it needs no diagram, so it works where rules and features tie the issues together
/// beyond what a diagram can hold, but it may have to end before it has proven its answer.
struct BranchAnswer {
  std::optional<Point> point;  ///< the best package found; nothing: none was found
  bool proven = false;         ///< no package has more merit; without a point: there is no such package
  bool ties_settled = false;   ///< proven, and the tie keys have decided between packages of equal merit
  /// Where it is not proven: a package that is worth this much less to every objective would have no more merit than
  /// the point, whichever package it is. Nothing: no bound was reached.
  std::optional<Utility> within;
  bool stopped = false;  ///< by the token
};

/// The package that a viewpoint picks, by the same comparisons as find_viewpoint, which it equals where both are
/// proven. Depth first, pruned by soft-consistency bounds (see branch/shifts.h) in several directions, first with
/// tolerances, which prove bounds early, then without.
BranchAnswer branch_viewpoint(const Tables& tables, const ViewpointProblem& problem, const BranchLimits& limits = {});

/// Some accepted package that meets the demands besides; proven when there is one, or when there is certainly none.
BranchAnswer branch_any_accepted(const Tables& tables, const Acceptance& acceptance, const BranchLimits& limits = {},
                                 const std::stop_token& stop = {}, const std::vector<Acceptance::Demand>& besides = {});

/// The accepted package with the largest sum of some dimensions, among those that meet further demands. With `ties`,
/// the tie keys decide between equals.
struct SumProblem {
  std::vector<int> dimensions;
  const Acceptance* acceptance = nullptr;
  std::vector<Acceptance::Demand> demands;  ///< beside those of the acceptance
  bool ties = false;
  std::stop_token stop;
};
BranchAnswer branch_sum(const Tables& tables, const SumProblem& problem, const BranchLimits& limits = {});

/// The best value of each of the first `objectives` dimensions (0: all) among accepted packages.
struct BranchIdeal {
  std::vector<Utility> value;  ///< the best found; empty: no accepted package was found
  std::vector<Utility> bound;  ///< no accepted package has more: equal to value where proven
  bool proven = false;
  bool stopped = false;  ///< by the token
};
BranchIdeal branch_ideal(const Tables& tables, const Acceptance* acceptance, int objectives,
                         const BranchLimits& limits = {}, const std::stop_token& stop = {});

}  // namespace parley
