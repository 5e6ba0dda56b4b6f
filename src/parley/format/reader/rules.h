#pragma once

#include "parley/format/reader/reading.h"

namespace parley {

/// What every package must obey.
void read_rules(Reading& r, const Node* node);

}  // namespace parley
