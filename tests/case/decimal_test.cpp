#include "parley/case/decimal.h"

#include <gtest/gtest.h>

#include <random>

namespace parley {
namespace {

TEST(Decimal, ReadsWhatAnAnalystTypes) {
  EXPECT_EQ(parse_decimal("30"), Decimal::of(30));
  EXPECT_EQ(parse_decimal("+3.25"), Decimal{3'250'000});
  EXPECT_EQ(parse_decimal("-0.5"), Decimal{-500'000});
  EXPECT_EQ(parse_decimal("0.000001"), Decimal{1});
  EXPECT_EQ(parse_decimal("007"), Decimal::of(7));
  EXPECT_EQ(parse_decimal("-0"), Decimal::of(0));
  EXPECT_EQ(parse_decimal("999999999999.999999"), Decimal{999'999'999'999'999'999});
}

TEST(Decimal, RefusesEverythingElse) {
  for (const char* text :
       {"",     "-",    "+",    ".",   ".5",  "5.",    "1e3",       "nan",           "inf",
        " 1",   "1 ",   "1,5",  "--1", "+-1", "1.2.3", "0.1234567", "1000000000000", "99999999999999999999999",
        "0x10", "1.-5", "1.+5", "½"}) {
    EXPECT_EQ(parse_decimal(text), std::nullopt) << text;
  }
  EXPECT_EQ(parse_decimal(std::string_view("1\0", 2)), std::nullopt);
}

TEST(Decimal, WritesTheShortestText) {
  EXPECT_EQ(to_text(Decimal::of(30)), "30");
  EXPECT_EQ(to_text(Decimal::of(0)), "0");
  EXPECT_EQ(to_text(Decimal{250'000}), "0.25");
  EXPECT_EQ(to_text(Decimal{-12'500'000}), "-12.5");
  EXPECT_EQ(to_text(Decimal{-1}), "-0.000001");
}

TEST(Decimal, ReadsBackWhatItWrites) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 10'000; ++i) {
    const auto magnitude = static_cast<std::int64_t>(random() % 1'000'000'000'000'000'000) >> (random() % 60);
    const Decimal number{random() % 2 == 0 ? magnitude : -magnitude};
    EXPECT_EQ(parse_decimal(to_text(number)), number);
  }
}

}  // namespace
}  // namespace parley
