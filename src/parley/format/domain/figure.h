#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <optional>
#include <string_view>

namespace parley {

/// A number of another tool's file, exactly as it stands there, and what comes of multiplying and adding such numbers.
/// Tools that reckon in binary fractions round on the way, so that two packages of equal worth may come out apart.
using Figure = boost::multiprecision::cpp_rational;

/// Reads "0.25", "-1e-3", ".5"; nothing when it is no number, infinite, or of a length or size (10^100) that no
/// utility has. What is smaller than 10^-100 is zero.
std::optional<Figure> parse_figure(std::string_view text);

/// In whole 10^-9, rounded to the nearest, halves away from zero; nothing beyond largest_utility.
std::optional<std::int64_t> to_billionths(const Figure& figure);

/// Rounded to so many places after the point, halves away from zero.
Figure rounded(const Figure& figure, int places);

/// One whole number divided by another, which is above 0.
Figure ratio(std::int64_t above, std::int64_t below);

}  // namespace parley
