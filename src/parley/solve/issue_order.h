#pragma once

#include <vector>

#include "parley/model/tables.h"

namespace parley {

/// The order in which a diagram takes the issues: greedily the one that leaves the least to remember, among equals the
/// one that moves values most, so that bounds on the rest bite early.
std::vector<int> order_issues(const Tables& tables);

}  // namespace parley
