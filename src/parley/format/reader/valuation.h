#pragma once

#include <optional>

#include "parley/format/reader/fields.h"

namespace parley {

/// What the options of an issue are worth: {shape: ...}, {order: [...]}, {points: {...}}, or a value for each option.
std::optional<Valuation> read_valuation(Reading& r, int issue, const Node& node, const Provenance& around);

}  // namespace parley
