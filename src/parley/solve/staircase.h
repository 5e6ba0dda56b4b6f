#pragma once

#include <algorithm>
#include <limits>
#include <vector>

#include "parley/model/utility.h"

namespace parley {

/// The corners of what a set of pairs covers: first entry falling, second rising.
class Staircase {
 public:
  /// Whether a pair seen before has both entries at least as large.
  bool covers(Utility y, Utility z) const {
    const auto i = below(y);
    return i > 0 && z_[i - 1] >= z;
  }

  /// Adds a pair that is not covered.
  void add(Utility y, Utility z) {
    auto i = below(y);
    if (i > 0 && y_[i - 1] == y) --i;
    auto end = i;
    while (end < z_.size() && z_[end] <= z) ++end;
    const auto at = static_cast<std::ptrdiff_t>(i);
    if (i == end) {
      y_.insert(y_.begin() + at, y);
      z_.insert(z_.begin() + at, z);
      return;
    }
    y_[i] = y;
    z_[i] = z;
    y_.erase(y_.begin() + at + 1, y_.begin() + static_cast<std::ptrdiff_t>(end));
    z_.erase(z_.begin() + at + 1, z_.begin() + static_cast<std::ptrdiff_t>(end));
  }

 private:
  /// How many corners have a first entry of at least y.
  std::size_t below(Utility y) const {
    return static_cast<std::size_t>(std::ranges::partition_point(y_, [y](Utility v) { return v >= y; }) - y_.begin());
  }

  std::vector<Utility> y_, z_;
};

}  // namespace parley
