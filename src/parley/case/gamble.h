#pragma once

#include "parley/case/party.h"

namespace parley {

/// The least and the most that a gamble may be worth: chance x win + (1 - chance) x loss - cost over all that its parts
/// may be. Exact to a millionth, rounded outwards. May lie outside 0 to 100 (see check.h).
struct GambleWorth {
  Decimal low;
  Decimal high;
};
GambleWorth gamble_worth(const Gamble& gamble);

}  // namespace parley
