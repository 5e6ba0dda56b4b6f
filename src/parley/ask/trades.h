#pragma once

#include <vector>

#include "parley/ask/contention.h"

namespace parley {

/// Pairs of issues that every party that cares about them gains from settling together (defined in contention.h),
/// largest gain first.
std::vector<Trade> trades_of(const Case& c, const Model& model);

}  // namespace parley
