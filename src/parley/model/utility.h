#pragma once

#include <cstdint>

namespace parley {

/// Utilities are whole numbers of 10⁻⁹: `unit` is a package that is best in every respect and sure to be carried out.
/// Sums, ties and dominance are exact and depend on no order of work.
using Utility = std::int64_t;
inline constexpr Utility unit = 1'000'000'000;

/// What a value may be over all readings, ends included.
struct Span {
  Utility low = 0;
  Utility high = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace parley
