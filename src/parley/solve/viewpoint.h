#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "parley/solve/certificate.h"
#include "parley/solve/diagram.h"
#include "parley/solve/point.h"

namespace parley {

enum class Viewpoint {
  nash,               ///< the largest product of gains over the disagreement point (Nash 1950, Econometrica 18)
  kalai_smorodinsky,  ///< the largest smallest gain as a share of the largest gain possible (Kalai, Smorodinsky 1975)
  egalitarian,        ///< the largest smallest gain (Kalai 1977, Econometrica 45)
  utilitarian,        ///< the largest sum of utilities
  weighted,           ///< the largest sum of utilities, each times a weight
};

struct ViewpointProblem {
  Viewpoint viewpoint = Viewpoint::nash;
  int objectives = 0;                 ///< over the first so many dimensions
  std::vector<Utility> disagreement;  ///< one for each objective
  std::vector<Utility> ideal;         ///< Kalai-Smorodinsky: the best value of each objective among accepted packages
  std::vector<std::int64_t> weights;  ///< weighted: one for each objective, 0 to a million, not all zero
  const Acceptance* acceptance = nullptr;
  bool certified = false;  ///< whether the answer is to carry a certificate
  std::stop_token stop;
};

/// The accepted package that a viewpoint picks among those in which no objective falls below its disagreement value;
/// nothing when there is none. Exact: no frontier is needed, and products are compared in whole numbers. Nash with all
/// products zero, and both max-min viewpoints, go on to the next smallest gain (leximin), so that the pick is on the
/// frontier; remaining ties go to the larger sum, then to the tie keys.
/// Method: layered search with dominance, pruned by Lagrangian bounds on what the remaining issues can add; for max-min
/// where the issues only add up also depth first, see search_depth_first().
struct ViewpointAnswer {
  std::optional<Point> point;
  std::optional<Certificate> certificate;  ///< there when asked for and there is a point
  bool stopped = false;                    ///< then there is no point: the best so far is no pick
};
ViewpointAnswer find_viewpoint(const Diagram& diagram, const ViewpointProblem& problem);

/// The best value of each dimension over accepted packages; nothing when no package is accepted, or when it was
/// stopped.
std::optional<std::vector<Utility>> ideal_point(const Diagram& diagram, const Acceptance* acceptance,
                                                const std::stop_token& stop = {});

/// The best value of each dimension over all packages of the diagram, each dimension for itself. Not empty.
std::vector<Utility> best_values(const Diagram& diagram);

}  // namespace parley
