#include "parley/solve/adjusted_winner.h"

#include <algorithm>
#include <numeric>

namespace parley {
namespace {

Fraction fraction(std::int64_t numerator, std::int64_t denominator) {
  const auto common = std::gcd(numerator, denominator);
  return {numerator / common, denominator / common};
}

/// Issues by falling ratio of the first party's points to the second's; those worth nothing to either count as equal.
std::vector<std::size_t> by_ratio(const std::vector<std::array<std::int64_t, 2>>& points) {
  std::vector<std::size_t> order(points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto worth = [&](std::size_t i) {
    return points[i] == std::array<std::int64_t, 2>{} ? std::array<std::int64_t, 2>{1, 1} : points[i];
  };
  std::ranges::sort(order, [&](auto i, auto j) {
    const auto a = worth(i);
    const auto b = worth(j);
    const auto left = a[0] * b[1];
    const auto right = b[0] * a[1];
    return left != right ? left > right : i < j;
  });
  return order;
}

}  // namespace

// Handing over in order of ratios ends where a cut through that order gives both the same: everything before the cut is
// the first party's, everything after it the second's.
AdjustedWinner adjusted_winner(const std::vector<std::array<std::int64_t, 2>>& points) {
  AdjustedWinner result;
  result.to_first.resize(points.size());
  std::int64_t first = 0;
  std::int64_t second = 0;
  for (const auto& p : points) second += p[1];
  for (const auto i : by_ratio(points)) {
    const auto [a, b] = points[i];
    if (first + a < second - b) {
      result.to_first[i] = {1, 1};
      first += a;
      second -= b;
      continue;
    }
    // The part t of this issue that makes both equal: first + t a = second - t b.
    const auto part = fraction(second - first, a + b);
    const auto both = fraction(first * b + second * a, a + b);
    result.to_first[i] = part;
    result.points = {both, both};
    if (part.denominator > 1) result.divided = static_cast<int>(i);
    break;
  }
  return result;
}

}  // namespace parley
