#include "parley/case/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace parley {
namespace {

using std::chrono::year_month_day;

constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

std::optional<int> parse_digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + (c - '0');
  }
  return value;
}

std::chrono::sys_days last_day(Date date) {
  if (!date.month_only) return date.day;
  const year_month_day first(date.day);
  return first.year() / first.month() / std::chrono::last;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
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
  return Date{date, month_only};
}

std::string to_text(Date date) {
  const year_month_day d(date.day);
  const std::string month = fmt::format("{:04}-{:02}", static_cast<int>(d.year()), static_cast<unsigned>(d.month()));
  return date.month_only ? month : fmt::format("{}-{:02}", month, static_cast<unsigned>(d.day()));
}

std::string to_words(Date date) {
  const year_month_day d(date.day);
  const std::string month =
      fmt::format("{} {}", months[static_cast<unsigned>(d.month()) - 1], static_cast<int>(d.year()));
  return date.month_only ? month : fmt::format("{} {}", static_cast<unsigned>(d.day()), month);
}

Date last_day_of(Date date) { return {last_day(date), false}; }

int days_between(Date from, Date to) { return static_cast<int>((to.day - from.day).count()); }

bool surely_before(Date a, Date b) { return last_day(a) < b.day; }

}  // namespace parley
