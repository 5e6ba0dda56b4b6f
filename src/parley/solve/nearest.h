#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "parley/solve/diagram.h"
#include "parley/solve/point.h"

namespace parley {

struct NearestOptions {
  /// What is to be as small as possible; the other decides between equals.
  enum class Least {
    changes,  ///< the number of changed issues
    movement
  };
  Least least = Least::changes;
  /// For each issue and level: how much movement it is to go there from the text that is to be amended; never negative.
  /// An issue counts as changed exactly when its movement is above 0. A text that leaves an issue open has several
  /// levels with movement 0; there may also be none (then the issue has to change).
  std::vector<std::vector<std::int64_t>> movement;
  std::vector<bool> frozen;                 ///< issues that must not change; empty: none
  std::vector<Acceptance::Demand> besides;  ///< to be met by all changes, whatever an acceptance asks
  int objectives = 0;      ///< whose values decide between equal movements: the first so many dimensions, 0 for all
  std::size_t wanted = 5;  ///< how many amendments, each with another set of changed issues
  std::stop_token stop;
};

/// A change of some issues.
struct Change {
  Point to;
  std::vector<int> changed;  ///< issues, ascending
  std::int64_t movement = 0;
};

struct Nearest {
  /// All have the fewest changed issues possible (Least::changes), in order of movement, or the least movement possible
  /// (Least::movement), in order of the number of changed issues; then comes the larger sum of the objectives' values,
  /// then tie keys. Empty: no accepted package exists (with the frozen issues).
  std::vector<Change> changes;
  bool more = false;     ///< other sets of issues would do with as few changes, or as little movement
  bool stopped = false;  ///< by the stop token, or because the search outgrew its room: no guarantee
};

/// The smallest changes that lead to an accepted package, proven smallest. Lagrangian bounds within each budget of
/// changes (Geoffrion 1974, Mathematical Programming Study 2) show how many it takes at least; layered search with
/// dominance settles whether that is enough, and then goes through all ways with so many at once: a partial package
/// gives way to as many better ones, of different sets of issues, as ways are wanted.
Nearest nearest_accepted(const Diagram& diagram, const Acceptance& acceptance, const NearestOptions& options);

/// Some accepted package that meets the demands besides, or nothing when there is none; exact, unless it was stopped.
std::optional<Point> any_accepted(const Diagram& diagram, const Acceptance& acceptance,
                                  const std::stop_token& stop = {},
                                  const std::vector<Acceptance::Demand>& besides = {});

}  // namespace parley
