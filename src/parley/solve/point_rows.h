#pragma once

#include <array>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace parley {

/// A point with its number in the table that it comes from.
template <class Number, std::size_t Dimensions>
struct PointRow {
  std::array<Number, Dimensions> value;
  std::size_t point;
};

/// Leaves the rows that no other beats or equals in every dimension; of equal ones the one with the smallest number,
/// or all. No row may hold a NaN. In one to three dimensions the rows come out in descending order of their values.
/// Once a stop is requested rows may stay that should not.
template <class Number, std::size_t Dimensions>
void keep_unbeaten(std::vector<PointRow<Number, Dimensions>>& rows, bool keep_duplicates, const std::stop_token& stop);

}  // namespace parley
