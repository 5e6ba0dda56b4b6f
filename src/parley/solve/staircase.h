#pragma once

#include <algorithm>
#include <bit>
#include <limits>
#include <vector>

#include "parley/model/utility.h"

namespace parley {

/// The corners of what a set of pairs covers: first entry falling, second rising.
class Staircase {
 public:
  Staircase() : Staircase(0, 0, 0) {}

  /// For about so many pairs whose first entries lie from low to high.
  Staircase(Utility low, Utility high, std::size_t pairs) : low_(low) {
    const auto range = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    const auto strips = std::clamp<std::size_t>(std::bit_ceil(pairs / 16), 1, 4096);
    while ((range >> shift_) >= strips) ++shift_;
    beyond_.assign(static_cast<std::size_t>(range >> shift_) + 1, std::numeric_limits<Utility>::min());
  }

  /// Whether a pair seen before has both entries at least as large; the first entry may lie anywhere.
  bool covers(Utility y, Utility z) const {
    const auto i = from(y);
    return i > 0 && z_[i - 1] >= z;
  }

  /// Adds a pair; false when a pair seen before has both entries at least as large.
  bool add(Utility y, Utility z) {
    // Most of what is covered is covered from beyond its strip: no search.
    const auto strip_of_y = strip(y);
    if (beyond_[strip_of_y] >= z) return false;
    auto i = from(y);
    if (i > 0 && z_[i - 1] >= z) return false;
    for (auto s = strip_of_y; s > 0 && beyond_[s - 1] < z; --s) beyond_[s - 1] = z;
    if (i > 0 && y_[i - 1] == y) --i;
    auto end = i;
    while (end < z_.size() && z_[end] <= z) ++end;
    const auto at = static_cast<std::ptrdiff_t>(i);
    if (i == end) {
      y_.insert(y_.begin() + at, y);
      z_.insert(z_.begin() + at, z);
      return true;
    }
    y_[i] = y;
    z_[i] = z;
    y_.erase(y_.begin() + at + 1, y_.begin() + static_cast<std::ptrdiff_t>(end));
    z_.erase(z_.begin() + at + 1, z_.begin() + static_cast<std::ptrdiff_t>(end));
    return true;
  }

 private:
  std::size_t strip(Utility y) const {
    return static_cast<std::size_t>((static_cast<std::uint64_t>(y) - static_cast<std::uint64_t>(low_)) >> shift_);
  }

  /// How many corners have a first entry of at least y. No branch hangs on the entries: nothing could predict it.
  std::size_t from(Utility y) const {
    const auto* at = y_.data();
    for (auto left = y_.size(); left > 0;) {
      const auto half = (left + 1) / 2;
      at += half & (std::size_t{0} - static_cast<std::size_t>(at[half - 1] >= y));
      left -= half;
    }
    return static_cast<std::size_t>(at - y_.data());
  }

  Utility low_;
  int shift_ = 0;
  std::vector<Utility> y_, z_;
  std::vector<Utility> beyond_;  ///< for each strip of first entries: the largest second entry of those beyond it
};

}  // namespace parley
