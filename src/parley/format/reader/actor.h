#pragma once

#include <optional>

#include "parley/format/reader/reading.h"

namespace parley {

/// "party", "party/principal" or, where they may stand, "third-party".
enum class Who { anyone, sides_only };
std::optional<Actor> read_actor(Reading& r, const Node& node, Who who);

}  // namespace parley
