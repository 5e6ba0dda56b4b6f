#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace parley {

/// A package and what it is worth.
struct WorthyPackage {
  std::vector<int> levels;
  std::int64_t worth = 0;
  bool least = true;  ///< no other package is worth less and still enough; false when the search was cut short
};

/// The package worth least among those worth at least so much, when a package is worth the sum of its options. Nothing
/// when no package is. Every issue needs an option.
///
/// Meets in the middle (Horowitz, Sahni 1974, Journal of the ACM 21(2), p. 277): the sums of each half of the issues in
/// order, passed once from both ends. Halves of more than 2^18 packages leave out issues, which stay at their best.
std::optional<WorthyPackage> least_package(const std::vector<std::vector<std::int64_t>>& options,
                                           std::int64_t at_least);

}  // namespace parley
