#pragma once

#include <optional>
#include <vector>

#include "parley/case/case.h"
#include "parley/model/model.h"

namespace parley {

/// What each level of an issue is worth to a party or its principal: 0 to 100 points, in millionths, over all readings.
/// - Stated values keep their ranges; the central value is the midpoint.
/// - An order puts the best option at 100 and the worst at 0; those between may be anywhere, centrally they are evenly
///   spaced (the mean of uniform values in that order).
/// - A shape is exact. For a share it follows the party's own part, or the first claimant's for anybody else.
/// - No valuation means that the options do not differ: 0 throughout, or, for a claimant of a share, its own part.
std::vector<Spread> option_values(const Issue& issue, const std::optional<Valuation>& valuation, int party);

}  // namespace parley
