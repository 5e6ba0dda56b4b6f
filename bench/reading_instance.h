#pragma once

#include <cstdint>

#include "parley/solve/joint/reading_table.h"

namespace parley::bench {

/// Readings of two views of invented talks: option values are the talks' own, weights are drawn anew in each reading
/// (exponential, half of the mean fixed), floors lie within a twentieth around `floor`, as a share of the best package.
struct ReadingSize {
  int issues = 8;
  int levels = 5;
  std::size_t readings = 5000;
  double floor = 0.5;
  bool opposed = false;  ///< the second view values options the opposite way to the first, with a tenth of noise
};
ReadingTable invent_readings(const ReadingSize& size, std::uint64_t seed);

/// Packages drawn evenly.
std::vector<Package> invent_packages(const ReadingTable& table, std::size_t count, std::uint64_t seed);

/// Values of alternatives, one row for each.
std::vector<std::vector<std::int32_t>> invent_values(std::size_t alternatives, std::size_t readings,
                                                     std::uint64_t seed);

}  // namespace parley::bench
