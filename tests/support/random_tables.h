#pragma once

#include <random>

#include "parley/model/tables.h"

namespace parley::test {

using Random = std::mt19937_64;

/// A number from low to high, ends included, the same on every machine.
std::int64_t draw(Random& random, std::int64_t low, std::int64_t high);
/// The same as an int. Drawn numbers are never arguments side by side: compilers evaluate those in different orders.
inline int draw_int(Random& random, std::int64_t low, std::int64_t high) {
  return static_cast<int>(draw(random, low, high));
}
inline bool one_in(Random& random, int times) { return draw(random, 1, times) == 1; }

/// What a random table space looks like. Coarse values make ties and equal sums common.
struct Shape {
  int dimensions = 2;
  int issues = 5;
  int most_levels = 4;
  Utility scale = 6;
  int features = 0;
  int implications = 0;
  int linear_rules = 0;
};

/// Dimensions 1 to 5, few issues, and in half of the cases features and rules.
Shape random_shape(Random& random);
Tables random_tables(Random& random, const Shape& shape);

/// Demands on random dimensions around the middle of what they can be, in up to three masks.
Acceptance random_acceptance(Random& random, const Tables& tables);

}  // namespace parley::test
