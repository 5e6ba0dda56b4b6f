#pragma once

#include <cstdint>
#include <vector>

#include "parley/solve/diagram.h"
#include "parley/solve/point.h"

namespace parley {

struct ViewpointProblem;

/// What anybody can check without a search: no package that obeys the rules has more than `most` in the sum of the
/// objectives, each times its multiplier. For additive tables without rules `most` is, issue by issue, the best
/// option's sum. From it follows, with gains g_p over the disagreement values d_p, multipliers λ_p and G = most - Σ λ_p
/// d_p:
///   egalitarian          min g_p <= G / Σ λ_p
///   Kalai-Smorodinsky    min g_p / s_p <= G / Σ λ_p s_p,  s_p what p could gain at most
///   Nash, D objectives   (Π g_p)^(1/D) <= G / D / (Π λ_p)^(1/D), means being what they are (all λ_p > 0)
///   utilitarian, weighted    Σ w_p u_p <= most
/// One set of multipliers proves a bound and no more: what lies between `reached` and `bound` is closed by the search,
/// which looked at everything there. Demands of an acceptance are left out, so that a bound also covers packages that
/// are not accepted. (Everett 1963, Operations Research 11(3); Geoffrion 1974, Mathematical Programming Study 2.)
struct Certificate {
  std::vector<std::int64_t> multipliers;  ///< for each objective, none negative, not all zero
  __extension__ __int128 most = 0;        ///< exact
  double bound = 0;                       ///< of what is written above, on the left of <=; rounded up
  double reached = 0;                     ///< by the package that was picked; rounded to nearest
};

/// Multipliers whose bound is tight for a package that a viewpoint picked. Floating point chooses them and cannot make
/// them wrong, only the bound loose; utilitarian and weighted bounds are exact where nothing is demanded.
/// Method: steps along subgradients toward what the package reaches (Polyak 1969).
Certificate certify(const Diagram& diagram, const ViewpointProblem& problem, const Point& pick);

}  // namespace parley
