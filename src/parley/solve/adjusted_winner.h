#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace parley {

/// An exact fraction, denominator positive, in lowest terms.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
  friend bool operator==(const Fraction&, const Fraction&) = default;
};

/// Adjusted Winner for two parties over divisible issues (Brams and Taylor, Fair Division, 1996, chapter 4): each issue
/// goes to the party that puts more points on it; then the party that is ahead hands issues over, those with the
/// smallest ratio of its points to the other's first, the last one in part, until both have the same points.
struct AdjustedWinner {
  std::vector<Fraction> to_first;  ///< for each issue: the part that the first party gets
  std::array<Fraction, 2> points;  ///< what each gets, in the unit of the input
  int divided = -1;                ///< the issue that is divided, -1 when none is
};

/// points[i] = what the whole of issue i is worth to each party, not negative, each party's sum positive and below
/// 2^31.
AdjustedWinner adjusted_winner(const std::vector<std::array<std::int64_t, 2>>& points);

}  // namespace parley
