#include "parley/talks/utc.h"

#include <gtest/gtest.h>

#include <random>

namespace parley {
namespace {

TEST(Utc, ReadsWhatItWrites) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 10'000; ++i) {
    const std::chrono::sys_seconds time{
        std::chrono::seconds(static_cast<std::int64_t>(random() % 315'537'897'600) - 62'135'596'800)};
    const auto text = to_utc(time);
    ASSERT_TRUE(text.has_value());
    EXPECT_EQ(parse_utc(*text), time) << *text;
  }
}

TEST(Utc, WritesTimesAsPeopleReadThem) {
  EXPECT_EQ(to_utc(std::chrono::sys_seconds(std::chrono::seconds(0))), "1970-01-01T00:00:00Z");
  EXPECT_EQ(to_utc(std::chrono::sys_seconds(std::chrono::seconds(-1))), "1969-12-31T23:59:59Z");
  EXPECT_EQ(to_utc(std::chrono::sys_seconds(std::chrono::seconds(-62'135'596'801))), std::nullopt);
  EXPECT_EQ(to_utc(std::chrono::sys_seconds(std::chrono::seconds(253'402'300'800))), std::nullopt);
}

TEST(Utc, RefusesEverythingElse) {
  for (const char* text :
       {"", "2024-03-24", "2024-03-24T12:00:00", "2024-03-24 12:00:00Z", "2024-03-24T12:00:00+00:00",
        "2024-02-30T12:00:00Z", "2024-03-24T24:00:00Z", "2024-03-24T12:60:00Z", "2024-03-24T12:00:60Z",
        "0000-01-01T00:00:00Z", "2024-03-24T12:00:00z", "2024-03-24T1a:00:00Z", "2024-03-24T12:00:00Zx"})
    EXPECT_EQ(parse_utc(text), std::nullopt) << text;
}

}  // namespace
}  // namespace parley
