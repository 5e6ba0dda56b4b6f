#pragma once

#include <cstddef>
#include <cstdint>

#include "parley/model/reading/readings.h"

namespace parley {

/// In how many of the readings drawn something holds, as a share, and where the share of all readings lies: a 95 %
/// Wilson score interval (Wilson 1927, Journal of the American Statistical Association 22), ends from 0 to 1. Where
/// nothing is unknown there is one reading, and share, low and high are all 0 or all 1: exact.
struct ReadingShare {
  std::uint32_t in = 0;
  std::uint32_t of = 0;
  double share = 0;
  double low = 0;
  double high = 0;

  bool all() const { return of > 0 && in == of; }
  bool none() const { return in == 0; }
  /// Nothing was sampled: the figure is not uncertain.
  bool exact() const { return of > 0 && low == high; }
  friend bool operator==(const ReadingShare&, const ReadingShare&) = default;
};

/// The share of `in` out of `of` draws that tell as much as `independent` ones would (see Readings::independent). Of no
/// draws nothing is known: 0, from 0 to 1.
ReadingShare share_of_draws(std::size_t in, std::size_t of, double independent);

/// The share of `in` of the readings, exact where nothing is unknown.
ReadingShare share_of_readings(const Readings& readings, std::size_t in);

}  // namespace parley
