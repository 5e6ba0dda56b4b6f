#pragma once

#include <cstdint>
#include <string_view>

namespace parley {

/// A number as a whole number of 10^-9, or why it is none.
struct Billionths {
  enum class Kind { exact, no_number, too_fine, too_large } kind = Kind::no_number;
  std::int64_t value = 0;
};

/// Reads "12", "-0.5", "+.25", "1.25e-3" without rounding. Magnitudes stay below 9.2 * 10^9, so that every value can be
/// negated.
Billionths read_exactly(std::string_view text);

}  // namespace parley
