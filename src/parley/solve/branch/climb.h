#pragma once

#include <cstdint>
#include <vector>

#include "parley/solve/branch/effort.h"
#include "parley/solve/branch/goal.h"
#include "parley/solve/branch/shifts.h"

namespace parley::branch {

/// Offers good packages to a goal: from a start uphill in a weighted sum by changes of one issue, then again and again
/// after making some feature hold, whatever that changes; a round that ends lower is taken back. Broken rules count as
/// a large loss. Deterministic.
void climb(const Network& network, const Direction& direction, std::vector<int> start, std::size_t rounds,
           std::uint64_t seed, Goal& goal, Effort& effort);

/// Offers a package if it obeys the rules and meets the demands.
void offer_if_sound(const Network& network, Goal& goal, const std::vector<int>& package);

}  // namespace parley::branch
