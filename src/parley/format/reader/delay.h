#pragma once

#include <optional>

#include "parley/format/reader/fields.h"

namespace parley {

/// How long something takes: "3..7 days", a block with least, most and perhaps typical, one with what was seen before,
/// or one with either, where statements differ.
std::optional<Delay> read_delay(Reading& r, const Node& node, const Provenance& around);

}  // namespace parley
