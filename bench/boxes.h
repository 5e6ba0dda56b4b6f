#pragma once

#include <cstdint>

#include "parley/model/tables.h"

namespace parley::bench {

/// Two parties who value nothing but boxes: each has so many random combinations of ranges of options, over one to
/// four issues of ten options, that add up to a tenth of a point (the nonlinear domains of Genius; Ito, Hattori, Klein
/// 2007, IJCAI).
Tables invent_boxes(int issues, int boxes, std::uint64_t seed);

}  // namespace parley::bench
