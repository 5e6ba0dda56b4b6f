#pragma once

#include <cstddef>

namespace parley {

/// What two views gain by their options, level by level: entry level * stride + issue. Issues are padded to `stride`, a
/// multiple of 8, with options worth nothing.
struct OptionGains {
  const double* first = nullptr;
  const double* second = nullptr;
  std::size_t levels = 0;
  std::size_t stride = 0;
};

/// What a package with the largest weighted sum is worth to both; best[issue]: what the issue adds to that sum.
struct WeighedOptions {
  double first = 0;
  double second = 0;
};
WeighedOptions weigh_options(const OptionGains& gains, double weight_first, double weight_second, double* best);

}  // namespace parley
