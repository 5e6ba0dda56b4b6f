#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parley {

/// A calendar date as sources give it: a day ("2024-03-24"), a part of a month ("late 2024-03"), or only a month
/// ("2024-03"). The parts are the days 1 to 10, 11 to 20, and 21 to the last.
/// Wherever dates are compared with < or ==, a part or a month stands for its first day; surely_before and last_day_of
/// take it for what it is.
struct Date {
  enum class Precision : std::uint8_t { day, early, mid, late, month };

  std::chrono::sys_days day;  ///< the day itself, or the first of those that it may be
  Precision precision = Precision::day;

  /// Whether the very day is known.
  bool exact() const { return precision == Precision::day; }

  friend auto operator<=>(const Date& a, const Date& b) { return a.day <=> b.day; }
  friend bool operator==(const Date& a, const Date& b) { return a.day == b.day; }
};

/// Reads "2024-03-24", "2024-03", or "early 2024-03", "mid 2024-03", "late 2024-03", years 1000 to 9999. Nothing on
/// anything else, such as 30 February or "late 2024-03-24".
std::optional<Date> parse_date(std::string_view text);

/// "2024-03-24", "late 2024-03" or "2024-03": reads back as the same date.
std::string to_text(Date date);

/// "24 March 2024", "late March 2024" or "March 2024": for people.
std::string to_words(Date date);

/// "on 24 March 2024", "in late March 2024".
std::string when(Date date);

/// The last day that a date can mean: a day itself, of a part or a month its last one.
Date last_day_of(Date date);

/// Whole days from one date to another; negative when `to` comes first. Of a part or a month, from and to its first
/// day.
int days_between(Date from, Date to);

/// Whether `a` lies before `b` however a part or a month is read: it may stand for any of its days, so neither
/// "2024-03" nor "2024-03-24" is surely before the other, but "early 2024-03" is surely before both "mid 2024-03" and
/// "2024-03-24".
bool surely_before(Date a, Date b);

}  // namespace parley
