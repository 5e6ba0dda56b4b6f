#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

#include "parley/ask/spaces.h"

namespace parley {

/// How many packages there are, and how many of them everyone could accept in the central reading.
struct ZoneSize {
  std::string packages;                  ///< how many packages obey the rules, exactly, in decimal
  std::optional<std::string> accepted;   ///< how many of them everyone could accept, exactly
  double share = 0;                      ///< accepted / packages
  double share_low = 0, share_high = 0;  ///< equal to share when exact, else a 95 % interval
  bool empty = false;                    ///< nobody needs a count to know: no package is accepted
  bool undecided = false;                ///< none was found that is, and it is not proven that there is none
  friend bool operator==(const ZoneSize&, const ZoneSize&) = default;
};

/// Counted, or sampled with `seed` where there are too many to count.
ZoneSize zone_size(const Spaces& spaces, std::uint64_t seed, const std::stop_token& stop);

}  // namespace parley
