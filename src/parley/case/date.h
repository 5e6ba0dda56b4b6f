#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace parley {

/// A calendar date as sources give it: a day ("2024-03-24") or only a month ("2024-03").
/// A month stands for its first day wherever dates are compared.
struct Date {
  std::chrono::sys_days day;
  bool month_only = false;

  friend auto operator<=>(const Date& a, const Date& b) { return a.day <=> b.day; }
  friend bool operator==(const Date& a, const Date& b) { return a.day == b.day; }
};

/// Reads "2024-03-24" or "2024-03", years 1000 to 9999. Nothing on anything else, such as 30 February.
std::optional<Date> parse_date(std::string_view text);

/// "2024-03-24" or "2024-03": reads back as the same date.
std::string to_text(Date date);

/// "24 March 2024" or "March 2024": for people.
std::string to_words(Date date);

/// The last day that a date can mean: a day itself, of a month its last one.
Date last_day_of(Date date);

/// Whole days from one date to another; negative when `to` comes first.
int days_between(Date from, Date to);

/// Whether `a` lies before `b` however a month is read: a month may stand for any of its days, so neither "2024-03" nor
/// "2024-03-24" is surely before the other.
bool surely_before(Date a, Date b);

}  // namespace parley
