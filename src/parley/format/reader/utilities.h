#pragma once

#include <optional>

#include "parley/format/reader/reading.h"

namespace parley {

/// The utilities of a party, numbers of up to nine digits after the point; nothing when none are stated.
std::optional<Utilities> read_utilities(Reading& r, const Node* node);

}  // namespace parley
