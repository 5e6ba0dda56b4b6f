#pragma once

#include <cstdint>
#include <vector>

namespace parley {

/// Swing weights that are known by ranges and an order and always sum to 100 points; ranges in millionths of a point:
/// { w : low <= w <= high, w[order[0]] >= w[order[1]] >= ..., sum w = 100 }.
struct WeightSpace {
  std::vector<std::int64_t> low;
  std::vector<std::int64_t> high;
  std::vector<int> order;                  ///< from most to least; may leave terms out
  std::vector<std::int64_t> central_nano;  ///< the central weights, in 10^-9 of a point

  bool exact() const { return low == high; }
};

inline constexpr std::int64_t all_points = 100'000'000;  ///< 100 points in millionths

/// Narrows the ranges to exactly what the order and the sum leave possible (rounded outward to whole millionths) and
/// fills in the central weights. Expects a space that is not empty (check.h). The central weights are the mean of all
/// weightings where that is known in closed form:
/// - the only weighting there is;
/// - the midpoints, when they sum to 100 and no order is given (the space is symmetric about them);
/// - rank-order centroids, when there is an order of all terms and no ranges (Edwards and Barron 1994,
///   Organizational Behavior and Human Decision Processes 60);
/// and otherwise the point that lies the same part of the way up in every narrowed range.
void settle(WeightSpace& space);

// Only a typedef can be marked as an extension, which is what keeps -Wpedantic quiet.
__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using)

/// The least value of sum_i coefficient[i] * w[i] over the space, in the product of the units, rounded down to a whole
/// number (exact where it is one). Coefficients are at most 10^14 in magnitude.
/// A linear programme over a chain and a sum: the sum is dualised, and the dual optimum lies at a multiplier for which
/// some block of neighbours in the order is indifferent, that is at the mean of their coefficients.
Wide least(const WeightSpace& space, const std::vector<std::int64_t>& coefficients);

}  // namespace parley
