#pragma once

#include <vector>

#include "parley/solve/bounds.h"

namespace parley {

/// What a search is after, as a concave function of the columns.
struct Target {
  enum class Aim {
    in_order,      ///< the most in the first leading column, then in the next
    product,       ///< the largest product of gains
    smallest_gain  ///< the largest smallest gain
  };
  Aim aim = Aim::in_order;
  std::size_t columns = 0;    ///< product and smallest gain: of the first so many columns
  std::vector<double> from;   ///< where gains start, for each of these
  std::vector<double> scale;  ///< smallest gain: what gains are divided by
};

/// Directions whose bounds are tight near the best packages, and packages met on the way.
struct Directions {
  std::vector<Direction> all;
  std::vector<Path> met;
};

/// Climbs over the convex hull of all packages (Frank and Wolfe 1956, Naval Research Logistics Quarterly 3), demands
/// being penalised; each gradient met is a direction. Floating point throughout: nothing here can make an answer wrong,
/// only its search longer.
Directions find_directions(const Diagram& projected, const Columns& columns, const Target& target);

}  // namespace parley
