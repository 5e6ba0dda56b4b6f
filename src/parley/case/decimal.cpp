#include "parley/case/decimal.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

namespace parley {
namespace {

constexpr std::int64_t too_large = Decimal::whole * Decimal::whole;

std::optional<std::int64_t> parse_whole(std::string_view text) {
  const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (!digits || error != std::errc()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const auto whole = parse_whole(text.substr(0, point));
  if (!whole || *whole >= too_large) return std::nullopt;
  std::int64_t millionths = *whole * Decimal::whole;
  if (point != std::string_view::npos) {
    std::string places(text.substr(point + 1));
    if (places.empty() || places.size() > 6) return std::nullopt;
    places.resize(6, '0');
    const auto part = parse_whole(places);
    if (!part) return std::nullopt;
    millionths += *part;
  }
  return Decimal{negative ? -millionths : millionths};
}

std::string to_text(Decimal number) {
  const bool negative = number.millionths < 0;
  const std::int64_t magnitude = negative ? -number.millionths : number.millionths;
  std::string text =
      fmt::format("{}{}.{:06}", negative ? "-" : "", magnitude / Decimal::whole, magnitude % Decimal::whole);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace parley
