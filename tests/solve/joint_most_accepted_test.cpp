#include <gtest/gtest.h>

#include <algorithm>

#include "parley/solve/joint/most_accepted.h"
#include "support/random_readings.h"

namespace parley::test {
namespace {

TEST(MostAcceptedPackage, IsApprovedInAsManyReadingsAsAnyThatObeysTheRules) {
  Random random(41);
  for (int round = 0; round < 150; ++round) {
    const auto table = random_readings(random, random_reading_shape(random));
    const auto packages = all_packages(table);
    const auto answer = most_accepted(table);
    if (packages.empty()) {
      EXPECT_TRUE(answer.none);
      EXPECT_FALSE(answer.package);
      continue;
    }
    std::uint32_t most = 0;
    for (const auto& package : packages) most = std::max(most, count_approved(table, package));
    EXPECT_TRUE(answer.proven);
    EXPECT_EQ(answer.readings, most);
    EXPECT_EQ(answer.bound, most);
    const auto& package = answer.package;
    ASSERT_TRUE(package);
    EXPECT_NE(std::ranges::find(packages, *package), packages.end());
    EXPECT_EQ(count_approved(table, *package), most);
  }
}

TEST(MostAcceptedPackage, BoundHoldsWhereTheSearchIsCutOff) {
  Random random(42);
  for (int round = 0; round < 60; ++round) {
    const auto table = random_readings(random, random_reading_shape(random));
    std::uint32_t most = 0;
    for (const auto& package : all_packages(table)) most = std::max(most, count_approved(table, package));
    for (const std::uint64_t work : {1u, 2000u, 20'000u}) {
      const auto answer = most_accepted(table, {.work = work, .stop = {}});
      EXPECT_GE(answer.bound, most);
      EXPECT_LE(answer.readings, most);
      if (answer.proven) {
        EXPECT_EQ(answer.readings, most);
      }
      if (const auto& package = answer.package) {
        EXPECT_EQ(count_approved(table, *package), answer.readings);
      }
    }
  }
}

TEST(MostAcceptedPackage, DoesNotDependOnPlaces) {
  Random random(43);
  for (int round = 0; round < 60; ++round) {
    const auto table = random_readings(random, random_reading_shape(random));
    const auto places = other_places(random, table);
    const auto here = most_accepted(table);
    const auto there = most_accepted(moved(table, places));
    EXPECT_EQ(there.readings, here.readings);
    EXPECT_EQ(there.bound, here.bound);
    ASSERT_EQ(there.package.has_value(), here.package.has_value());
    if (const auto& package = here.package) {
      EXPECT_EQ(there.package, moved(*package, places));
    }
  }
}

}  // namespace
}  // namespace parley::test
