#pragma once

#include <vector>

#include "parley/ask/contention.h"

namespace parley {

/// Pairs of issues that every party that cares about them gains from settling together (defined in contention.h),
/// largest gain first.
struct Trades {
  std::vector<Trade> all;
  bool complete = true;  ///< false: some pairs have too many options to be looked at
};
Trades trades_of(const Case& c, const Model& model);

}  // namespace parley
