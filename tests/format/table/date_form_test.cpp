#include "parley/format/table/date_form.h"

#include <gmock/gmock.h>

namespace parley {
namespace {

std::string read_date(std::string_view form, std::string_view text) {
  EXPECT_TRUE(is_date_form(form)) << form;
  const auto date = read_in_form(form, text);
  return date ? to_text(*date) : "no date";
}

TEST(DateForm, ReadsDatesAsATableWritesThem) {
  EXPECT_EQ(read_date("day.month.year", "24.03.2024"), "2024-03-24");
  EXPECT_EQ(read_date("day.month.year", "4.3.2024"), "2024-03-04");
  EXPECT_EQ(read_date("month/day/year", "3/4/2024"), "2024-03-04");
  EXPECT_EQ(read_date("yearmonthday", "20240324"), "2024-03-24");
  EXPECT_EQ(read_date("year-month-day...", "2024-03-24T12:30:00Z"), "2024-03-24");
  EXPECT_EQ(read_date("year-month-day...", "2024-03-24"), "2024-03-24");
  EXPECT_EQ(read_date("month year", "03 2024"), "2024-03");
}

TEST(DateForm, RefusesWhatIsNoSuchDate) {
  for (const auto* text : {"", "24.03.", "24.03.24", "30.02.2024", "0.3.2024", "24.13.2024", "24/03/2024",
                           "24.03.2024 ", " 24.03.2024", "24.03.0999", "x", "124.03.2024"})
    EXPECT_EQ(read_date("day.month.year", text), "no date") << text;
}

TEST(DateForm, HasOneYearOneMonthAndAtMostOneDay) {
  for (const auto* form : {"", "year", "day.month", "year-month-day-day", "year...month", "year-month...-..."})
    EXPECT_FALSE(is_date_form(form)) << form;
}

}  // namespace
}  // namespace parley
