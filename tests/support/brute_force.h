#pragma once

#include <optional>
#include <vector>

#include "parley/model/tables.h"
#include "parley/solve/viewpoint.h"

namespace parley::test {

/// A package with its value and the sum of its tie keys.
struct Entry {
  std::vector<int> package;
  std::vector<Utility> value;
  std::uint64_t key = 0;
};

/// All packages that obey the rules, by enumeration: the judge of everything in solve/, with no line in common.
std::vector<Entry> enumerate(const Tables& tables);

bool accepted(const Acceptance& acceptance, const std::vector<Utility>& value);

/// Those entries that are accepted.
std::vector<Entry> accepted_entries(const std::vector<Entry>& entries, const Acceptance& acceptance);

/// The frontier over the first `objectives` dimensions, in the order of Frontier::points.
std::vector<Entry> brute_frontier(const std::vector<Entry>& entries, int objectives);

/// The pick of a viewpoint among the entries, all of which are accepted.
std::optional<Entry> brute_viewpoint(const std::vector<Entry>& entries, const ViewpointProblem& problem);

}  // namespace parley::test
