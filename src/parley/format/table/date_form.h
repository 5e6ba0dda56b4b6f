#pragma once

#include <optional>
#include <string_view>

#include "parley/case/date.h"

namespace parley {

/// How a table writes its dates: a pattern in which `year` stands for four digits, `month` and `day` for one or two, a
/// closing `...` for anything that follows (such as a time of day), and every other character for itself:
/// "day.month.year", "month/day/year", "yearmonthday", "year-month-day...". Without `day` its dates are months.
bool is_date_form(std::string_view form);

/// The date that a text in this form says; nothing on anything else.
std::optional<Date> read_in_form(std::string_view form, std::string_view text);

}  // namespace parley
