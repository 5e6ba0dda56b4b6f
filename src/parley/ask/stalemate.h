#pragma once

#include <optional>
#include <vector>

#include "parley/ask/standing.h"

namespace parley {

/// Every definition of "stuck" that can be decided from what the rest of the answer holds, in the order of
/// StalemateTest::Kind: no_narrowing once positions can be compared, no_zone when the zone was looked at.
std::vector<StalemateTest> stalemate_tests(const Case& c, const Standing& answer, std::optional<bool> zone_empty);

}  // namespace parley
