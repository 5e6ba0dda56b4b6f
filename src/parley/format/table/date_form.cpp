#include "parley/format/table/date_form.h"

#include <algorithm>
#include <string>

#include "parley/format/text.h"

namespace parley {
namespace {

constexpr std::string_view year_word = "year";
constexpr std::string_view month_word = "month";
constexpr std::string_view day_word = "day";
constexpr std::string_view rest_word = "...";

std::size_t count(std::string_view text, std::string_view word) {
  std::size_t found = 0;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) ++found;
  return found;
}

bool take_word(std::string_view& form, std::string_view word) {
  if (!form.starts_with(word)) return false;
  form.remove_prefix(word.size());
  return true;
}

/// The number of `least` to `most` digits that a text begins with, taken off it; nothing when there are fewer.
std::optional<unsigned> take_number(std::string_view& text, std::size_t least, std::size_t most) {
  unsigned number = 0;
  std::size_t digits = 0;
  for (; digits < std::min(most, text.size()) && is_digit(text[digits]); ++digits)
    number = 10 * number + static_cast<unsigned>(text[digits] - '0');
  if (digits < least) return std::nullopt;
  text.remove_prefix(digits);
  return number;
}

}  // namespace

bool is_date_form(std::string_view form) {
  return count(form, year_word) == 1 && count(form, month_word) == 1 && count(form, day_word) <= 1 &&
         (count(form, rest_word) == 0 || form.find(rest_word) == form.size() - rest_word.size());
}

std::optional<Date> read_in_form(std::string_view form, std::string_view text) {
  std::optional<unsigned> year;
  std::optional<unsigned> month;
  std::optional<unsigned> day;
  const bool to_the_day = count(form, day_word) > 0;
  while (!form.empty()) {
    if (take_word(form, rest_word)) {
      text = {};
    } else if (take_word(form, year_word)) {
      year = take_number(text, 4, 4);
    } else if (take_word(form, month_word)) {
      month = take_number(text, 1, 2);
    } else if (take_word(form, day_word)) {
      day = take_number(text, 1, 2);
    } else if (text.starts_with(form.front())) {
      text.remove_prefix(1);
      form.remove_prefix(1);
    } else {
      return std::nullopt;
    }
  }
  if (!text.empty() || !year || *year < 1000 || !month || day.has_value() != to_the_day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                         std::chrono::day(day.value_or(1))};
  if (!date.ok()) return std::nullopt;
  return Date{date, to_the_day ? Date::Precision::day : Date::Precision::month};
}

}  // namespace parley
