#pragma once

#include <optional>

#include "parley/model/tables.h"
#include "parley/solve/viewpoint.h"

namespace parley {

/// A second opinion on a viewpoint from a general solver of mixed integer programs, COIN-OR CBC: it knows nothing of
/// diagrams, bounds or dominance. A component of its own, which needs CBC and is no part of libparley; why is in
/// docs/decisions/0007-mixed-integer-programs.md.
struct MilpAnswer {
  /// A package that is accepted and obeys all rules, checked and valued in whole numbers.
  std::optional<Point> pick;
  /// CBC calls `pick` the best there is, or says that there is none. It reckons in floating point and takes a number
  /// within 10^-6 of a whole one for whole: this is an opinion, no proof, and says nothing about ties.
  bool finished = false;
};

/// Of the max-min and the two sum viewpoints; a product is no linear program, Nash is refused (not finished, no pick).
/// Prints nothing. Threads take turns, since CBC 2.10 is not made for two at once. Returns soon after a stop, between
/// two nodes of CBC's search.
MilpAnswer milp_viewpoint(const Tables& tables, const ViewpointProblem& problem);

}  // namespace parley
