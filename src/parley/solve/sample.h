#pragma once

#include <vector>

#include "parley/solve/count.h"
#include "parley/solve/whole.h"

namespace parley {

/// Fills in the share of packages that are accepted, from packages drawn uniformly: at each node an arc is taken with
/// the probability that its completions make up, rounded to 2^-64. Draw j depends on the seed and j alone. The interval
/// is Wilson's (1927, JASA 22).
void sample_accepted(const Diagram& diagram, const Acceptance& acceptance, const std::vector<Whole>& completions,
                     const CountOptions& options, const std::stop_token& stop, AcceptedCount& result);

}  // namespace parley
