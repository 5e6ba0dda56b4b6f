#include "parley/case/date.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace parley {
namespace {

using std::chrono::year_month_day;
using Precision = Date::Precision;

constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

/// A part of a month: its name, and its first and last day. A last day of 0 is the month's own.
struct Part {
  std::string_view name;
  Precision precision;
  unsigned first;
  unsigned last;
};
constexpr std::array parts{Part{"early", Precision::early, 1, 10}, Part{"mid", Precision::mid, 11, 20},
                           Part{"late", Precision::late, 21, 0}};

const Part* part_of(Precision precision) {
  const auto* found = std::ranges::find(parts, precision, &Part::precision);
  return found == parts.end() ? nullptr : found;
}

std::optional<int> parse_digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + (c - '0');
  }
  return value;
}

std::chrono::sys_days last_day(Date date) {
  if (date.exact()) return date.day;
  const year_month_day first(date.day);
  const Part* part = part_of(date.precision);
  if (part != nullptr && part->last != 0) return first.year() / first.month() / std::chrono::day(part->last);
  return first.year() / first.month() / std::chrono::last;
}

/// "2024-03-24" or "2024-03".
std::optional<Date> parse_day_or_month(std::string_view text) {
  const bool month_only = text.size() == 7;
  if (!month_only && (text.size() != 10 || text[7] != '-')) return std::nullopt;
  if (text[4] != '-') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = month_only ? std::optional(1) : parse_digits(text.substr(8));
  if (!year || !month || !day || *year < 1000) return std::nullopt;
  const year_month_day date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                            std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  return Date{date, month_only ? Precision::month : Precision::day};
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  const auto space = text.find(' ');
  if (space == std::string_view::npos) return parse_day_or_month(text);
  const auto* part = std::ranges::find(parts, text.substr(0, space), &Part::name);
  const auto month = parse_day_or_month(text.substr(space + 1));
  if (part == parts.end() || !month || month->precision != Precision::month) return std::nullopt;
  return Date{month->day + std::chrono::days(part->first - 1), part->precision};
}

std::string to_text(Date date) {
  const year_month_day d(date.day);
  const std::string month = fmt::format("{:04}-{:02}", static_cast<int>(d.year()), static_cast<unsigned>(d.month()));
  if (date.exact()) return fmt::format("{}-{:02}", month, static_cast<unsigned>(d.day()));
  const Part* part = part_of(date.precision);
  return part != nullptr ? fmt::format("{} {}", part->name, month) : month;
}

std::string to_words(Date date) {
  const year_month_day d(date.day);
  std::string month = fmt::format("{} {}", months[static_cast<unsigned>(d.month()) - 1], static_cast<int>(d.year()));
  switch (date.precision) {
    case Precision::day:
      return fmt::format("{} {}", static_cast<unsigned>(d.day()), month);
    case Precision::early:
      return "early " + month;
    case Precision::mid:
      return "mid-" + month;
    case Precision::late:
      return "late " + month;
    case Precision::month:
      break;
  }
  return month;
}

std::string when(Date date) { return (date.exact() ? "on " : "in ") + to_words(date); }

Date last_day_of(Date date) { return {last_day(date), Precision::day}; }

int days_between(Date from, Date to) { return static_cast<int>((to.day - from.day).count()); }

bool surely_before(Date a, Date b) { return last_day(a) < b.day; }

}  // namespace parley
