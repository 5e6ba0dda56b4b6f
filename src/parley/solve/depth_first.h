#pragma once

#include <functional>
#include <stop_token>

#include "parley/solve/directions.h"

namespace parley {

/// A depth-first search for the largest smallest gain where the issues hang together by nothing but their sums: for
/// many parties, where partial packages seldom make each other needless and a layer of them has no end.
struct DepthFirst {
  const Diagram* diagram = nullptr;  ///< projected, one node in each layer
  const Columns* columns = nullptr;
  const Target* target = nullptr;    ///< for the smallest gain
  std::vector<double> weight;        ///< where the multipliers start; not all zero
  double level = 0;                  ///< no package with a smaller smallest gain is looked for
  std::size_t most_nodes = 100'000;  ///< how many partial packages to look at before giving up
  /// Takes a package that seems to reach the level, and returns the level from there on.
  std::function<double(const Path&)> offer;
  std::stop_token stop;
};

/// Whether search_depth_first() can be asked.
bool can_search_depth_first(const Diagram& projected);

/// Offers every package whose smallest gain reaches the level, once or more, as the level rises; true when it came to
/// an end, false when it gave up or was stopped.
/// Method: at each partial package the Lagrangian bound is driven down by steps in the multipliers (Polyak 1969, USSR
/// Computational Mathematics 9(3)) until it falls short of the level; each bound on the way also strikes the options
/// that would bring it there (reduced-cost fixing). Floating point strikes only what is short by more than rounding.
bool search_depth_first(const DepthFirst& problem);

}  // namespace parley
