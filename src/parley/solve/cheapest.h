#pragma once

#include <span>

#include "parley/solve/approach.h"

namespace parley {

/// A bound that packages worth finding keep: at least `need` in a weighted sum.
struct Bound {
  const Weighing* weighing = nullptr;
  double need = 0;  ///< the room for rounding taken off
};

/// A pass over the layers that keeps, at each node, the partial packages within a budget that may still matter.
struct Pass {
  const Priced* priced = nullptr;
  Budget budget;
  std::int64_t most_second = 0;  ///< the limit on second cost
  /// Whatever is worth finding keeps these. With a limit on second cost they take it into account.
  std::vector<Bound> bounds;
  /// What is worth finding and has no less second cost than the limit keeps these too.
  std::vector<Bound> at_limit;
  bool limited = false;  ///< there is a limit on second cost
  /// How many packages that change different sets of issues are wanted: a partial package gives way to a better one of
  /// the same set, or to so many of different sets. 0: any package will do, the lower its first cost the better.
  std::size_t sets = 0;
  std::size_t beam = 0;  ///< keep so many a layer, the most promising
  std::stop_token stop;
};

struct Passed {
  std::vector<Path> paths;  ///< packages that meet all demands, in the projection
  bool cut = false;         ///< the beam left something out
  bool stopped = false;     ///< by the token, or because there was no room for so many partial packages
};
Passed pass(const Pass& problem);

}  // namespace parley
