#include <gtest/gtest.h>

#include "parley/solve/joint/ranks.h"
#include "support/random_readings.h"

namespace parley::test {
namespace {

template <class Number>
RankCounts brute_ranks(const std::vector<std::vector<Number>>& values) {
  RankCounts counts(values.size(), std::vector<std::uint32_t>(values.size()));
  for (std::size_t j = 0; !values.empty() && j < values.front().size(); ++j)
    for (std::size_t a = 0; a < values.size(); ++a) {
      std::size_t better = 0;
      for (const auto& other : values) better += other[j] > values[a][j] ? 1u : 0u;
      ++counts[a][better];
    }
  return counts;
}

template <class Number>
std::vector<std::vector<Number>> random_values(Random& random, Number scale) {
  std::vector<std::vector<Number>> values(static_cast<std::size_t>(draw(random, 0, 64)));
  const auto readings = static_cast<std::size_t>(draw(random, 0, 600));
  for (auto& row : values)
    while (row.size() < readings) row.push_back(static_cast<Number>(draw(random, -scale, scale)));
  return values;
}

TEST(Ranks, AreCountedAsDefinedAndShareTheBetterOneOnTies) {
  Random random(21);
  for (int round = 0; round < 12; ++round) {
    const auto narrow = random_values<std::int32_t>(random, round % 2 == 0 ? 20 : 2'000'000'000);
    EXPECT_EQ(rank_counts(narrow), brute_ranks(narrow));
    const auto wide = random_values<std::int64_t>(random, round % 2 == 0 ? 20 : std::int64_t{1} << 60);
    EXPECT_EQ(rank_counts(wide), brute_ranks(wide));
  }
  EXPECT_EQ(rank_counts(std::vector<std::vector<std::int32_t>>{{5}, {7}, {7}, {1}}),
            (RankCounts{{0, 0, 1, 0}, {1, 0, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 1}}));
}

TEST(Ranks, OfPackagesAreByWhatTheyAreWorth) {
  Random random(22);
  for (int round = 0; round < 30; ++round) {
    const auto table = random_readings(random, random_reading_shape(random));
    auto packages = all_packages(table);
    if (packages.size() > most_alternatives) packages.resize(most_alternatives);
    for (std::size_t v = 0; v < table.views.size(); ++v) {
      std::vector<std::vector<Utility>> values(packages.size());
      for (std::size_t p = 0; p < packages.size(); ++p)
        for (std::size_t j = 0; j < table.readings; ++j) values[p].push_back(worth(table, v, j, packages[p]));
      EXPECT_EQ(rank_counts(table, v, packages), brute_ranks(values));
    }
  }
}

}  // namespace
}  // namespace parley::test
