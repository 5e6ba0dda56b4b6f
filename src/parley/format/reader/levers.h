#pragma once

#include "parley/format/reader/fields.h"

namespace parley {

/// Named changes to the case, once all that they may change is read.
void read_levers(Reading& r, const Node* node);

}  // namespace parley
