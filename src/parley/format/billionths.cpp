#include "parley/format/billionths.h"

#include <algorithm>

#include "parley/format/text.h"

namespace parley {
namespace {

using Kind = Billionths::Kind;

constexpr std::uint64_t most = 9'200'000'000'000'000'000u;

/// The digits of a number as a whole number times a power of ten.
struct Digits {
  std::uint64_t whole = 0;
  std::int64_t power = 0;
  bool any = false;
  bool lost = false;  ///< there was no room for digits other than 0
};

void read_digits(std::string_view& text, bool after_point, Digits& digits) {
  constexpr auto room = most / 10 - 1;
  while (!text.empty() && is_digit(text.front())) {
    const auto digit = static_cast<std::uint64_t>(text.front() - '0');
    text.remove_prefix(1);
    digits.any = true;
    if (digits.whole <= room) {
      digits.whole = digits.whole * 10 + digit;
      digits.power -= after_point ? 1 : 0;
    } else {
      digits.power += after_point ? 0 : 1;
      digits.lost |= digit != 0;
    }
  }
}

/// False when what stands there is no exponent.
bool read_exponent(std::string_view& text, Digits& digits) {
  if (text.empty() || (text.front() != 'e' && text.front() != 'E')) return true;
  text.remove_prefix(1);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty()) return false;
  constexpr std::int64_t beyond_all = 1'000'000;
  std::int64_t exponent = 0;
  while (!text.empty() && is_digit(text.front())) {
    exponent = std::min(exponent * 10 + (text.front() - '0'), beyond_all);
    text.remove_prefix(1);
  }
  digits.power += negative ? -exponent : exponent;
  return true;
}

}  // namespace

Billionths read_exactly(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  Digits digits;
  read_digits(text, false, digits);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    read_digits(text, true, digits);
  }
  if (!digits.any || !read_exponent(text, digits) || !text.empty()) return {Kind::no_number, 0};
  if (digits.whole == 0) return {Kind::exact, 0};
  auto whole = digits.whole;
  auto power = digits.power + 9;
  if (digits.lost) return {power > 0 ? Kind::too_large : Kind::too_fine, 0};
  for (; power > 0; --power) {
    if (whole > most / 10) return {Kind::too_large, 0};
    whole *= 10;
  }
  for (; power < 0; ++power) {
    if (whole % 10 != 0) return {Kind::too_fine, 0};
    whole /= 10;
  }
  if (whole >= most) return {Kind::too_large, 0};
  const auto value = static_cast<std::int64_t>(whole);
  return {Kind::exact, negative ? -value : value};
}

}  // namespace parley
