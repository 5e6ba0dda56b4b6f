#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parley {

/// An exact decimal number with up to six digits after the point, as an analyst types it: 30, 0.25, -12.5.
/// Kept as millionths so that sums and comparisons never round. Magnitudes stay below 10^12 (see parse_decimal).
struct Decimal {
  static constexpr std::int64_t whole = 1'000'000;  ///< the millionths of one

  std::int64_t millionths = 0;

  static constexpr Decimal of(std::int64_t number) { return {number * whole}; }

  friend constexpr auto operator<=>(Decimal, Decimal) = default;
  friend constexpr Decimal operator+(Decimal a, Decimal b) { return {a.millionths + b.millionths}; }
  friend constexpr Decimal operator-(Decimal a, Decimal b) { return {a.millionths - b.millionths}; }
};

/// Reads "12", "-0.5", "+3.25". Nothing on anything else: spaces, exponents, NaN, infinities, more than six digits
/// after the point, magnitudes of 10^12 and more.
std::optional<Decimal> parse_decimal(std::string_view text);

/// The shortest text that reads back as the same number: "30", "0.25".
std::string to_text(Decimal number);

}  // namespace parley
