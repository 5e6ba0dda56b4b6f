#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "parley/solve/diagram.h"
#include "parley/solve/point.h"

namespace parley {

struct NearestOptions {
  /// For each issue and level: how much movement it is to go there from the text that is to be amended; never negative.
  /// An issue counts as changed exactly when its movement is above 0. A text that leaves an issue open has several
  /// levels with movement 0; there may also be none (then the issue has to change).
  std::vector<std::vector<std::int64_t>> movement;
  std::vector<bool> frozen;  ///< issues that must not change; empty: none
  int objectives = 0;        ///< whose values decide between equal movements: the first so many dimensions, 0 for all
  std::size_t wanted = 5;    ///< how many amendments, each with another set of changed issues
  std::stop_token stop;
};

/// A change of some issues.
struct Change {
  Point to;
  std::vector<int> changed;  ///< issues, ascending
  std::int64_t movement = 0;
};

struct Nearest {
  /// In order of number of changed issues, then movement, then the larger sum of the objectives' values, then tie keys.
  /// All have the fewest changed issues possible. Empty: no accepted package exists (with the frozen issues).
  std::vector<Change> changes;
  bool more = false;     ///< other sets of as few issues would do as well
  bool stopped = false;  ///< by the stop token, or because the search outgrew its room: no guarantee
};

/// The smallest changes that lead to an accepted package, proven minimal: layered search over (changes, movement,
/// values) with dominance and Lagrangian bounds, iteratively deepened in the number of changes; further sets of issues
/// by partitioning (Lawler 1972, Management Science 18(7)).
Nearest nearest_accepted(const Diagram& diagram, const Acceptance& acceptance, const NearestOptions& options);

/// Some accepted package, or nothing when there is none; exact, unless it was stopped.
std::optional<Point> any_accepted(const Diagram& diagram, const Acceptance& acceptance,
                                  const std::stop_token& stop = {});

}  // namespace parley
