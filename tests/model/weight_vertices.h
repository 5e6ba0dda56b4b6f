#pragma once

#include <cstdint>
#include <vector>

namespace parley::test {

/// What a weight is counted in here, so that the corners of spaces of up to six weights are whole numbers.
inline constexpr std::int64_t parts_of_millionth = 60;

/// All corners of the weightings within these ranges (millionths of a point), in this order, that sum to 100, and
/// maybe further weightings on the border. In 1/60 of a millionth of a point. By trying everything: in a corner one
/// block of neighbours in the order, or one single weight, shares what the sum leaves; all others are at some bound.
std::vector<std::vector<std::int64_t>> weight_vertices(const std::vector<std::int64_t>& low,
                                                       const std::vector<std::int64_t>& high,
                                                       const std::vector<int>& order);

}  // namespace parley::test
