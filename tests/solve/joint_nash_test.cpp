#include <gtest/gtest.h>

#include "parley/solve/joint/nash_resampled.h"
#include "support/random_readings.h"

namespace parley::test {
namespace {

__extension__ using BigProduct = __int128;

ReadingNash brute_nash(const ReadingTable& table, const std::vector<Package>& packages, std::size_t reading) {
  ReadingNash best;
  BigProduct most = 0;
  for (const auto& package : packages) {
    bool refused = false;
    for (const auto& view : table.views)
      for (const auto& line : view.refuses)
        refused |= line.holds[static_cast<std::size_t>(package[static_cast<std::size_t>(line.issue)])];
    const auto a = worth(table, 0, reading, package) - in_reading(table.views[0].floor, reading);
    const auto b = worth(table, 1, reading, package) - in_reading(table.views[1].floor, reading);
    if (refused || a <= 0 || b <= 0) continue;
    const auto product = BigProduct{a} * b;
    const bool better = product != most                        ? product > most
                        : a + b != best.gain[0] + best.gain[1] ? a + b > best.gain[0] + best.gain[1]
                                                               : tie_key(table, package) < tie_key(table, best.package);
    if (!better) continue;
    most = product;
    best.package = package;
    best.gain = {a, b};
  }
  return best;
}

ReadingTable free_choices(Random& random) {
  auto shape = random_reading_shape(random);
  shape.views = 2;
  shape.plain = true;
  auto table = random_readings(random, shape);
  if (draw(random, 0, 2) == 0) {  // opposed, to the unit
    for (std::size_t i = 0; i < table.levels.size(); ++i)
      for (std::size_t l = 0; l < table.views[0].gain[i].size(); ++l)
        for (auto& gain : table.views[1].gain[i][l] = table.views[0].gain[i][l]) gain = shape.scale - gain;
  }
  if (draw(random, 0, 2) == 0) {
    std::vector<bool> holds(static_cast<std::size_t>(table.levels[0]));
    holds[0] = true;
    table.views[static_cast<std::size_t>(draw(random, 0, 1))].refuses.push_back({0, holds});
  }
  return table;
}

TEST(NashInReadings, IsTheBestOfAllPackagesInEach) {
  Random random(31);
  for (int round = 0; round < 120; ++round) {
    const auto table = free_choices(random);
    const auto packages = all_packages(table);
    const auto answer = nash_in_readings(table, 1);
    const auto with_two = nash_in_readings(table, 2);
    ASSERT_TRUE(answer && with_two);
    for (std::size_t j = 0; j < table.readings; ++j) {
      const auto expected = brute_nash(table, packages, j);
      const auto& found = (*answer)[j];
      EXPECT_TRUE(found.proven);
      EXPECT_EQ(found.package, expected.package);
      EXPECT_EQ(found.gain, expected.gain);
      EXPECT_EQ((*with_two)[j].package, found.package);
    }
  }
}

TEST(NashInReadings, DoesNotDependOnPlaces) {
  Random random(32);
  for (int round = 0; round < 40; ++round) {
    const auto table = free_choices(random);
    const auto places = other_places(random, table);
    const auto here = nash_in_readings(table);
    const auto there = nash_in_readings(moved(table, places));
    ASSERT_TRUE(here && there);
    for (std::size_t j = 0; j < table.readings; ++j) {
      const auto& package = (*here)[j].package;
      EXPECT_EQ((*there)[j].package, package.empty() ? package : moved(package, places));
    }
  }
}

TEST(NashInReadings, WantsTwoViewsAndFreeChoices) {
  Random random(33);
  auto table = random_readings(random, {.views = 3, .plain = true});
  EXPECT_FALSE(nash_in_readings(table));
  table = random_readings(random, {.plain = true});
  EXPECT_TRUE(nash_in_readings(table));
  table.implications.push_back({});
  EXPECT_FALSE(nash_in_readings(table));
}

TEST(NashInReadings, EndsWhereTooManyPackagesAreAlike) {
  ReadingTable table{.readings = 1,
                     .levels = std::vector<int>(40, 4),
                     .views = {},
                     .enough = {{3}},
                     .hypothesis = {},
                     .implications = {},
                     .linear_rules = {},
                     .tie_keys = {}};
  table.views.resize(2);
  for (int i = 0; i < 40; ++i)
    for (Utility l = 0; l < 4; ++l) {
      if (l == 0) {
        for (auto& view : table.views) view.gain.emplace_back();
      }
      table.views[0].gain.back().push_back({l});
      table.views[1].gain.back().push_back({3 - l});
    }
  for (auto& view : table.views) view.floor = {10};
  const auto answer = nash_in_readings(table);
  ASSERT_TRUE(answer);
  EXPECT_FALSE(answer->front().proven);
  EXPECT_EQ(answer->front().gain[0], 50);
  EXPECT_EQ(answer->front().gain[1], 50);
}

}  // namespace
}  // namespace parley::test
