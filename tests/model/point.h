#pragma once

#include "parley/model/value.h"

namespace parley {

/// One of a party's 100 points, as a utility.
inline constexpr Utility point = unit / 100;

}  // namespace parley
