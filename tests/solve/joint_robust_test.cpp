#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "parley/solve/joint/robust.h"
#include "support/random_readings.h"

namespace parley::test {
namespace {

constexpr auto never = std::numeric_limits<Utility>::max();

Utility brute_shortfall(const ReadingTable& table, const Package& package) {
  Utility worst = 0;
  for (std::size_t j = 0; j < table.readings; ++j) {
    auto lack = never;
    for (const auto mask : table.enough[table.hypothesis.empty() ? 0 : table.hypothesis[j]]) {
      Utility most = 0;
      for (std::size_t v = 0; v < table.views.size(); ++v) {
        if ((mask >> v & 1) == 0) continue;
        for (const auto& line : table.views[v].refuses)
          if (line.holds[static_cast<std::size_t>(package[static_cast<std::size_t>(line.issue)])]) most = never;
        most = std::max(most, in_reading(table.views[v].floor, j) - worth(table, v, j, package));
      }
      lack = std::min(lack, most);
    }
    worst = std::max(worst, lack);
  }
  return worst;
}

TEST(Robustness, IsThatOfTheDefinition) {
  Random random(11);
  for (int round = 0; round < 60; ++round) {
    const auto table = random_readings(random, random_reading_shape(random));
    auto packages = all_packages(table);
    if (packages.size() > 60) packages.resize(60);
    const auto answer = robustness(table, packages, 1);
    const auto with_two = robustness(table, packages, 2);
    std::vector<std::pair<std::uint32_t, Utility>> expected;
    for (const auto& package : packages)
      expected.emplace_back(count_approved(table, package), brute_shortfall(table, package));
    for (std::size_t p = 0; p < packages.size(); ++p) {
      const auto [readings, shortfall] = expected[p];
      EXPECT_EQ(answer[p].readings, readings);
      EXPECT_EQ(answer[p].worst_shortfall.value_or(never), shortfall);
      EXPECT_EQ(with_two[p].worst_shortfall, answer[p].worst_shortfall);
      EXPECT_EQ(with_two[p].undominated, answer[p].undominated);
      const bool beaten = std::ranges::any_of(expected, [&](const auto& other) {
        return other.first >= readings && other.second <= shortfall && other != expected[p];
      });
      EXPECT_EQ(answer[p].undominated, !beaten);
      if (readings == table.readings) {
        EXPECT_EQ(shortfall, 0);
      }
    }
  }
}

}  // namespace
}  // namespace parley::test
