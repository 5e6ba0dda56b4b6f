#pragma once

#include <optional>
#include <vector>

#include "parley/format/reader/fields.h"

namespace parley {

/// The level that an option's text names; -1, with a problem, when there is none.
int read_level(Reading& r, int issue, const Node& node);
int find_level(Reading& r, int index, std::string_view text, Place place);

/// The levels that a condition allows: an option, a list of options, {not: ...}; for issues of numbers also a range
/// "600..800" or a comparison ">= 700". Nothing, with a problem, when they are none or, unless
/// allowed, all.
std::optional<std::vector<bool>> read_levels(Reading& r, int index, const Node& node, bool all_allowed = false);

/// Conditions on several issues, all of which must hold: {return: free, withdrawal: [partial, complete]}.
std::vector<Condition> read_conditions(Reading& r, const Node& node);

/// A condition on one issue beside 'from' and 'note', as red lines and aspirations have it.
struct Demand {
  Condition option;
  Provenance from;
};
std::vector<Demand> read_demands(Reading& r, const Node* node, std::string_view what);

}  // namespace parley
