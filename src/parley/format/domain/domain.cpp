#include "parley/format/domain/domain.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "parley/format/text.h"

namespace parley {
namespace {

constexpr int utility_places = 9;  ///< after the point, of one_utility

/// A decimal number taken apart: digits without the point, and the power of ten they are to be multiplied by.
struct Parts {
  bool negative = false;
  std::string digits;
  int exponent = 0;
};

std::optional<Parts> take_apart(std::string_view text) {
  Parts parts;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    parts.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  bool point = false;
  bool any = false;
  while (!text.empty() && (is_digit(text.front()) || (text.front() == '.' && !point))) {
    if (text.front() == '.') {
      point = true;
    } else {
      any = true;
      parts.digits += text.front();
      if (point) --parts.exponent;
    }
    text.remove_prefix(1);
  }
  if (!any) return std::nullopt;
  if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
    text.remove_prefix(1);
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    int power = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), power);
    if (error != std::errc() || std::abs(power) > 10'000) return std::nullopt;
    parts.exponent += power;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  }
  if (!text.empty()) return std::nullopt;
  return parts;
}

}  // namespace

std::string id_from(std::string_view name, const std::vector<std::string>& taken) {
  std::string id;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 && static_cast<unsigned char>(c) < 128)
      id += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  if (id.empty() || is_digit(id.front())) id.insert(0, id.empty() ? "x" : "x-");
  const auto is_taken = [&](const std::string& word) { return std::ranges::find(taken, word) != taken.end(); };
  std::string candidate = id;
  for (int n = 2; is_taken(candidate); ++n) candidate = id + "-" + std::to_string(n);
  return candidate;
}

std::optional<std::int64_t> parse_billionths(std::string_view text) {
  const auto parts = take_apart(text);
  if (!parts) return std::nullopt;
  const std::string& digits = parts->digits;
  if (digits.find_first_not_of('0') == std::string::npos) return 0;
  // How many of the digits stand for whole billionths.
  const auto whole = static_cast<std::ptrdiff_t>(digits.size()) + parts->exponent + utility_places;
  if (whole < 0) return 0;
  std::int64_t number = 0;
  for (std::ptrdiff_t i = 0; i < whole; ++i) {
    number = number * 10 + (i < std::ssize(digits) ? digits[static_cast<std::size_t>(i)] - '0' : 0);
    if (number > largest_utility) return std::nullopt;
  }
  if (whole < std::ssize(digits) && digits[static_cast<std::size_t>(whole)] >= '5') ++number;
  if (number > largest_utility) return std::nullopt;
  return parts->negative ? -number : number;
}

std::optional<std::int64_t> to_billionths(long double value) {
  const long double scaled = std::round(value * one_utility);
  if (!(std::abs(scaled) <= static_cast<long double>(largest_utility))) return std::nullopt;
  return static_cast<std::int64_t>(scaled);
}

}  // namespace parley
