#include "parley/model/opening.h"

#include <gtest/gtest.h>

#include "support/case_builder.h"

namespace parley::test {
namespace {

Date on(const char* text) { return *parse_date(text); }

Exit exit_that(const char* opens, const char* closes = "") {
  Exit made;
  made.opens = parse_date(opens);
  made.closes = parse_date(closes);
  return made;
}

Delay days(Decimal least, Decimal most) { return {range(least, most), {}, {}}; }
Delay days(int least, int most) { return days(Decimal::of(least), Decimal::of(most)); }

TEST(OpeningTest, WhatNothingIsSaidOfIsAlwaysThere) {
  NoDeal no_deal;
  no_deal.exits = {exit_that("")};
  no_deal.exits[0].preparation = days(5, 10);
  EXPECT_EQ(openings_of(no_deal)[0], Opening());
  EXPECT_EQ(open_on(openings_of(no_deal)[0], on("2024-03-26")), Open::yes);
}

TEST(OpeningTest, FirstAndLastDayAreIncluded) {
  NoDeal no_deal;
  no_deal.exits = {exit_that("2024-04-02", "2024-04-04")};
  const Opening opening = openings_of(no_deal)[0];
  EXPECT_EQ(open_on(opening, on("2024-04-01")), Open::no);
  EXPECT_EQ(open_on(opening, on("2024-04-02")), Open::yes);
  EXPECT_EQ(open_on(opening, on("2024-04-04")), Open::yes);
  EXPECT_EQ(open_on(opening, on("2024-04-05")), Open::no);
}

TEST(OpeningTest, AMonthIsAnyOfItsDays) {
  NoDeal no_deal;
  no_deal.exits = {exit_that("2024-04", "2024-06")};
  const Opening opening = openings_of(no_deal)[0];
  EXPECT_EQ(open_on(opening, on("2024-04-01")), Open::perhaps);
  EXPECT_EQ(open_on(opening, on("2024-04-30")), Open::yes);
  EXPECT_EQ(open_on(opening, on("2024-06-01")), Open::yes);
  EXPECT_EQ(open_on(opening, on("2024-06-30")), Open::perhaps);
  EXPECT_EQ(open_on(opening, on("2024-07-01")), Open::no);
}

TEST(OpeningTest, PreparationIsARangeOfWholeDays) {
  NoDeal no_deal;
  no_deal.exits = {exit_that("2024-04-01")};
  no_deal.exits[0].preparation = days(Decimal{2'500'000}, Decimal{4'500'000});
  const Opening opening = openings_of(no_deal)[0];
  EXPECT_EQ(opening.earliest, on("2024-04-03"));
  EXPECT_EQ(opening.latest, on("2024-04-06"));
}

TEST(OpeningTest, WhatWaitsComesAfterWhatItWaitsForIsThere) {
  NoDeal no_deal;
  no_deal.exits = {exit_that("2024-03-01"), exit_that("2024-04-01"), exit_that("2024-06-01")};
  no_deal.exits[0].after = 1;
  no_deal.exits[2].after = 1;
  no_deal.exits[1].preparation = days(10, 20);
  no_deal.exits[0].preparation = days(1, 1);
  const auto openings = openings_of(no_deal);
  EXPECT_EQ(openings[0].earliest, on("2024-04-12"));
  EXPECT_EQ(openings[0].latest, on("2024-04-22"));
  EXPECT_EQ(openings[2].earliest, on("2024-06-01"));
  EXPECT_EQ(openings[2].latest, on("2024-06-01"));
}

TEST(OpeningTest, WhatClosesBeforeItIsThereNeverIs) {
  NoDeal no_deal;
  no_deal.exits = {exit_that("2024-04-01", "2024-04-05"), exit_that("")};
  no_deal.exits[1].after = 0;
  no_deal.exits[0].preparation = days(5, 5);
  EXPECT_EQ(openings_of(no_deal)[0].earliest, never);
  EXPECT_EQ(openings_of(no_deal)[1].earliest, never);
  no_deal.exits[0].preparation = days(4, 5);
  EXPECT_EQ(openings_of(no_deal)[0].earliest, on("2024-04-05"));
  EXPECT_EQ(openings_of(no_deal)[0].latest, never);
  EXPECT_EQ(open_on(openings_of(no_deal)[0], on("2024-04-05")), Open::perhaps);
  EXPECT_EQ(open_on(openings_of(no_deal)[1], on("2030-01-01")), Open::perhaps);
}

TEST(OpeningTest, ExitsThatWaitForEachOtherNeverOpen) {
  NoDeal no_deal;
  no_deal.exits = {exit_that(""), exit_that(""), exit_that("")};
  no_deal.exits[0].after = 1;
  no_deal.exits[1].after = 0;
  no_deal.exits[2].after = 2;
  for (const Opening& opening : openings_of(no_deal)) EXPECT_EQ(opening.earliest, never);
}

TEST(OpeningTest, NoPreparationEndsAfterTheEndOfDays) {
  NoDeal no_deal;
  for (int e = 0; e < 200; ++e) {
    no_deal.exits.push_back(exit_that("9999-12-31"));
    no_deal.exits.back().after = e - 1;
    no_deal.exits.back().preparation = days(999'999, 999'999);
  }
  EXPECT_EQ(openings_of(no_deal).back().latest, never);
}

}  // namespace
}  // namespace parley::test
