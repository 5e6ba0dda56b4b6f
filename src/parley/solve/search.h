#pragma once

#include <functional>
#include <optional>
#include <stop_token>

#include "parley/solve/columns.h"
#include "parley/solve/directions.h"

namespace parley {

/// A package with what decides between packages: its leading columns and its tie key.
struct Candidate {
  std::vector<Utility> leading;
  std::uint64_t key = 0;
  Path path;  ///< in the diagram that was searched
};

/// A search for one best package that meets every demand of the columns.
struct Search {
  const Diagram* diagram = nullptr;
  Columns columns;
  Target target;
  std::function<bool(const Candidate&, const Candidate&)> better;  ///< exact and strict; respects dominance
  bool any_will_do = false;  ///< the first package that meets the demands is the answer
  std::stop_token stop;
};

/// Replaces `best` by the best package if that is better; false when it was stopped, or gave up because more partial
/// packages would have to be kept than there is room for: nothing is proven then. A search for any package never gives
/// up. Sweeps with a beam that is widened until it cuts nothing off, pruned by what has been found so far: proven best
/// then.
bool improve(const Search& search, std::optional<Candidate>& best);

/// Some path that meets all demands of a mask and those besides. Nothing when there is none, or when it was stopped.
std::optional<Path> find_any(const Diagram& diagram, const Acceptance& acceptance, std::uint64_t mask,
                             const std::stop_token& stop = {}, const std::vector<Acceptance::Demand>& besides = {});

/// Larger leading columns first, one after another, then the smaller tie key.
bool lexicographically_better(const Candidate& a, const Candidate& b);

}  // namespace parley
