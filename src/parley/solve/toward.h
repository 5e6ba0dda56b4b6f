#pragma once

#include <cstddef>
#include <vector>

namespace parley {

/// The sum of the products of two rows, from the front.
inline double dot(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t c = 0; c < a.size(); ++c) sum += a[c] * b[c];
  return sum;
}

/// The step of Frank and Wolfe (1956, Naval Research Logistics Quarterly 3): moves a point toward a goal as long as a
/// concave function rises, found by halving the way on the sign of its slope there. Returns the part of the way, 0
/// to 1.
template <class Gradient>
double move_toward(std::vector<double>& point, const std::vector<double>& goal, const Gradient& gradient,
                   int halvings) {
  double low = 0;
  double high = 1;
  std::vector<double> at(point.size());
  for (int i = 0; i < halvings; ++i) {
    const auto middle = (low + high) / 2;
    for (std::size_t c = 0; c < at.size(); ++c) at[c] = point[c] + middle * (goal[c] - point[c]);
    const auto here = gradient(at);
    (dot(here, goal) > dot(here, point) ? low : high) = middle;
  }
  for (std::size_t c = 0; c < at.size(); ++c) point[c] += low * (goal[c] - point[c]);
  return low;
}

}  // namespace parley
