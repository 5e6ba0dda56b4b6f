#include "parley/case/date.h"

#include <gtest/gtest.h>

namespace parley {
namespace {

Date date(const char* text) { return parse_date(text).value(); }

TEST(Date, ReadsDaysAndMonths) {
  for (const char* text : {"2024-03-24", "2024-03", "2024-02-29", "1000-01-01", "9999-12-31"}) {
    EXPECT_EQ(to_text(date(text)), text);
  }
}

TEST(Date, RefusesEverythingElse) {
  for (const char* text :
       {"", "2024", "2024-3", "2024-13", "2024-00", "2023-02-29", "2024-02-30", "2024-03-00", "0999-01-01",
        "2024/03/24", "2024-03-24 ", "24-03-2024", "2024-03-2a", "2024-+1", "-024-03", "2024-03-", "2024x03-24"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
}

TEST(Date, SpeaksToPeople) {
  EXPECT_EQ(to_words(date("2024-03-04")), "4 March 2024");
  EXPECT_EQ(to_words(date("2024-12")), "December 2024");
}

TEST(Date, CountsDays) {
  EXPECT_EQ(days_between(date("2024-02-28"), date("2024-03-01")), 2);
  EXPECT_EQ(days_between(date("2024-03-24"), date("2024-03")), -23);
}

TEST(Date, AMonthIsAnyOfItsDays) {
  EXPECT_FALSE(surely_before(date("2024-03"), date("2024-03-24")));
  EXPECT_FALSE(surely_before(date("2024-03-24"), date("2024-03")));
  EXPECT_FALSE(surely_before(date("2024-03-24"), date("2024-03-24")));
  EXPECT_TRUE(surely_before(date("2024-03"), date("2024-04-01")));
  EXPECT_TRUE(surely_before(date("2024-02-29"), date("2024-03")));
}

}  // namespace
}  // namespace parley
