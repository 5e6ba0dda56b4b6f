#pragma once

#include <cstddef>
#include <span>

#include "parley/model/utility.h"

namespace parley {

/// One side's part in the states of a run: its temptation there is base + own[i].
struct RunSide {
  const Utility* own = nullptr;
  Utility base = 0;
  Utility guarantee = 0;
  Utility limit = 0;
};

/// The loop in which bottleneck paths spend their time, for the widest vectors of the processor. For `count` states
/// side by side: worst[i] becomes the larger of the state's own height (the most that a side is above its guarantee, or
/// the largest number where one is above its limit) and the least of what leads there: from[k][i], and worst[i - 1] for
/// all but the first, which `way_in` leads to.
void weigh_run(std::span<const RunSide> sides, std::span<const Utility* const> from, Utility way_in, std::size_t count,
               Utility* worst);

}  // namespace parley
