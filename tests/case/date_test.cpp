#include "parley/case/date.h"

#include <gtest/gtest.h>

namespace parley {
namespace {

Date date(const char* text) { return parse_date(text).value(); }

TEST(Date, ReadsDaysMonthsAndPartsOfMonths) {
  for (const char* text : {"2024-03-24", "2024-03", "2024-02-29", "1000-01-01", "9999-12-31", "early 2024-03",
                           "mid 2024-02", "late 9999-12"}) {
    EXPECT_EQ(to_text(date(text)), text);
  }
}

TEST(Date, RefusesEverythingElse) {
  for (const char* text : {"",
                           "2024",
                           "2024-3",
                           "2024-13",
                           "2024-00",
                           "2023-02-29",
                           "2024-02-30",
                           "2024-03-00",
                           "0999-01-01",
                           "2024/03/24",
                           "2024-03-24 ",
                           "24-03-2024",
                           "2024-03-2a",
                           "2024-+1",
                           "-024-03",
                           "2024-03-",
                           "2024x03-24",
                           "late 2024-03-24",
                           "late 2024-13",
                           "Late 2024-03",
                           "late  2024-03",
                           "late2024-03",
                           "late",
                           "late ",
                           " 2024-03",
                           "soon 2024-03",
                           "late late 2024-03",
                           "2024-03 late",
                           "late 0999-12"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
}

TEST(Date, SpeaksToPeople) {
  EXPECT_EQ(to_words(date("2024-03-04")), "4 March 2024");
  EXPECT_EQ(to_words(date("2024-12")), "December 2024");
  EXPECT_EQ(to_words(date("early 2024-03")), "early March 2024");
  EXPECT_EQ(to_words(date("mid 2024-03")), "mid-March 2024");
  EXPECT_EQ(to_words(date("late 2024-03")), "late March 2024");
  EXPECT_EQ(when(date("late 2024-03")), "in late March 2024");
  EXPECT_EQ(when(date("2024-03-04")), "on 4 March 2024");
}

TEST(Date, CountsDays) {
  EXPECT_EQ(days_between(date("2024-02-28"), date("2024-03-01")), 2);
  EXPECT_EQ(days_between(date("2024-03-24"), date("2024-03")), -23);
  EXPECT_EQ(days_between(date("2024-03-01"), date("mid 2024-03")), 10);
}

TEST(Date, APartOfAMonthHasItsDays) {
  struct Days {
    const char* text;
    const char* first;
    const char* last;
  };
  for (const Days& part :
       {Days{"early 2024-02", "2024-02-01", "2024-02-10"}, Days{"mid 2024-02", "2024-02-11", "2024-02-20"},
        Days{"late 2024-02", "2024-02-21", "2024-02-29"}, Days{"late 2023-02", "2023-02-21", "2023-02-28"},
        Days{"2024-04", "2024-04-01", "2024-04-30"}, Days{"2024-04-05", "2024-04-05", "2024-04-05"}}) {
    EXPECT_EQ(date(part.text), date(part.first)) << part.text;
    EXPECT_EQ(to_text(last_day_of(date(part.text))), part.last) << part.text;
  }
}

TEST(Date, AMonthIsAnyOfItsDays) {
  EXPECT_FALSE(surely_before(date("2024-03"), date("2024-03-24")));
  EXPECT_FALSE(surely_before(date("2024-03-24"), date("2024-03")));
  EXPECT_FALSE(surely_before(date("2024-03-24"), date("2024-03-24")));
  EXPECT_TRUE(surely_before(date("2024-03"), date("2024-04-01")));
  EXPECT_TRUE(surely_before(date("2024-02-29"), date("2024-03")));
}

TEST(Date, IsSurelyBeforeWhenItsLastDayIsBeforeTheFirstOfTheOther) {
  for (const char* a : {"2024-03", "early 2024-03", "mid 2024-03", "late 2024-03", "2024-03-10", "2024-03-11"})
    for (const char* b : {"2024-03", "early 2024-03", "mid 2024-03", "late 2024-03", "2024-03-20", "2024-03-21"}) {
      bool sure = true;
      for (auto first = date(a).day; first <= last_day_of(date(a)).day; first += std::chrono::days(1))
        for (auto second = date(b).day; second <= last_day_of(date(b)).day; second += std::chrono::days(1))
          sure = sure && first < second;
      EXPECT_EQ(surely_before(date(a), date(b)), sure) << a << " and " << b;
    }
}

}  // namespace
}  // namespace parley
