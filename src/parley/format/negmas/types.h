#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/format/domain/reading.h"

namespace parley {

/// The class that a block is of: the last word of its `type`, which may be a dotted path, if it is among the known
/// ones. Nothing, with a problem, otherwise. Words only: nothing is looked up or imported.
std::optional<std::string> read_type(DomainReading& r, const Node& block, std::string_view what,
                                     const std::vector<std::string>& known);

/// What a value function makes of each option of an issue, in their order; empty, with a problem, when it cannot be
/// told, as when a function of numbers stands where options are words.
std::vector<Figure> read_value_function(DomainReading& r, const DomainWords& words, int issue, const Node& node);

/// The options of an issue as numbers; nothing when one of them is none.
std::optional<std::vector<Figure>> option_numbers(const Issue& issue);

/// The same, with a problem when they are none.
std::optional<std::vector<Figure>> need_numbers(DomainReading& r, const DomainWords& words, int issue, Place place,
                                                std::string_view type);

/// The bias and the regions of a HyperRectangleUtilityFunction.
void read_regions(DomainReading& r, const DomainWords& words, const Node& node, Utilities& utilities);

}  // namespace parley
