#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "parley/model/utility.h"

namespace parley {

/// Rows of `width` numbers, taken in the order given: those that no row before them equals or exceeds in all columns
/// from `first_column` on. Divide and conquer (Kung, Luccio, Preparata 1975, JACM 22(4)), in two halves side by side
/// when there are many rows. Once a stop is requested rows may stay that should not.
std::vector<std::uint32_t> survivors(const Utility* rows, std::size_t width, std::size_t first_column,
                                     const std::vector<std::uint32_t>& order, int threads = 1,
                                     const std::stop_token& stop = {});

}  // namespace parley
