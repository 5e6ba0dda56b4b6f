#pragma once

#include <vector>

#include "parley/model/tables.h"

namespace parley {

/// Whether a package with these values (an entry for each dimension that the acceptance speaks of) is accepted.
bool accepts(const Acceptance& acceptance, const std::vector<Utility>& value);

}  // namespace parley
