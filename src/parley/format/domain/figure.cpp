#include "parley/format/domain/figure.h"

#include <algorithm>
#include <cstdlib>

#include "parley/case/utilities.h"
#include "parley/format/text.h"

namespace parley {
namespace {

using Whole = boost::multiprecision::cpp_int;

constexpr std::size_t most_digits = 100;
constexpr int largest_power = 100;

/// Takes the digits that the text begins with away from it.
std::string_view take_digits(std::string_view& text) {
  const auto count = std::ranges::find_if_not(text, is_digit) - text.begin();
  const std::string_view digits = text.substr(0, static_cast<std::size_t>(count));
  text.remove_prefix(digits.size());
  return digits;
}

bool take_sign(std::string_view& text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  return negative;
}

/// The number behind an e, held to where it makes no difference any more.
std::optional<int> take_power(std::string_view text) {
  if (text.empty()) return 0;
  if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
  text.remove_prefix(1);
  const bool negative = take_sign(text);
  if (text.empty() || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  int power = 0;
  for (const char c : text) power = std::min(power * 10 + (c - '0'), 10'000);
  return negative ? -power : power;
}

Whole power_of_ten(int power) { return boost::multiprecision::pow(Whole(10), static_cast<unsigned>(power)); }

Whole nearest(const Figure& figure) {
  const Whole& below = boost::multiprecision::denominator(figure);
  const Whole above = boost::multiprecision::numerator(figure);
  const Whole magnitude = (2 * abs(above) + below) / (2 * below);
  return above < 0 ? Whole(-magnitude) : magnitude;
}

}  // namespace

std::optional<Figure> parse_figure(std::string_view text) {
  const bool negative = take_sign(text);
  std::string digits(take_digits(text));
  std::size_t after_point = 0;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    const std::string_view fraction = take_digits(text);
    digits += fraction;
    after_point = fraction.size();
  }
  const auto power = take_power(text);
  if (digits.empty() || !power || digits.size() > most_digits) return std::nullopt;
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.empty()) return Figure(0);
  const int exponent = *power - static_cast<int>(after_point);
  const int size = exponent + static_cast<int>(digits.size());
  if (size > largest_power) return std::nullopt;
  if (size < -largest_power) return Figure(0);
  const Whole whole(digits);
  const Figure figure(exponent < 0 ? Figure(whole, power_of_ten(-exponent)) : Figure(whole * power_of_ten(exponent)));
  return negative ? Figure(-figure) : figure;
}

std::optional<std::int64_t> to_billionths(const Figure& figure) {
  const Whole number = nearest(figure * one_utility);
  if (abs(number) > largest_utility) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

Figure rounded(const Figure& figure, int places) {
  const Whole unit = power_of_ten(places);
  return {nearest(figure * unit), unit};
}

Figure ratio(std::int64_t above, std::int64_t below) { return {Whole(above), Whole(below)}; }

}  // namespace parley
