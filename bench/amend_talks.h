#pragma once

#include "parley/solve/nearest.h"
#include "talks.h"

namespace parley::bench {

/// A text over 40 issues of 10 options, and what every party must reach.
struct AmendmentTalks {
  Tables tables;
  Acceptance acceptance;
  NearestOptions options;  ///< movement in steps; every second issue is an unordered choice, where all changes are one
};
AmendmentTalks invent_amendment(int parties, Interests interests, int floor_in_hundredths, std::uint64_t seed);

}  // namespace parley::bench
