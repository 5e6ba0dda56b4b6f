#pragma once

#include "parley/format/reader/fields.h"

namespace parley {

/// The exchange, once parties, third parties, phases and issues are read.
void read_exchange(Reading& r, const Node* node);

}  // namespace parley
