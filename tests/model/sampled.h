#pragma once

#include <numeric>
#include <vector>

#include "support/case_builder.h"
#include "support/random_tables.h"

namespace parley::test {

inline double mean(const std::vector<double>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

/// One choice of a range: one of five places.
inline Quantity picked(Random& random, const Quantity& q) {
  const std::int64_t number = q.low.millionths + (q.high.millionths - q.low.millionths) / 4 * draw_int(random, 0, 4);
  return millionths(number, number);
}

}  // namespace parley::test
