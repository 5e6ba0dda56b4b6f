#include "parley/model/weights.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "model/weight_vertices.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

using Vertices = std::vector<std::vector<std::int64_t>>;

Vertices vertices_of(const WeightSpace& space) { return weight_vertices(space.low, space.high, space.order); }

/// Up to four weights, round or not, with an order of some or all of them in half of the spaces.
WeightSpace random_space(Random& random) {
  WeightSpace space;
  const auto terms = draw(random, 1, 4);
  const std::int64_t grain = draw(random, 0, 1) == 0 ? 5'000'000 : 1;
  for (std::int64_t i = 0; i < terms; ++i) {
    const std::int64_t low = draw(random, 0, 60'000'000 / grain) * grain;
    space.low.push_back(draw(random, 0, 2) == 0 ? 0 : low);
    space.high.push_back(draw(random, space.low.back() / grain, all_points / grain) * grain);
  }
  if (draw(random, 0, 1) == 0) return space;
  for (int i = 0; i < terms; ++i)
    space.order.insert(space.order.begin() + static_cast<std::ptrdiff_t>(draw(random, 0, i)), i);
  space.order.resize(static_cast<std::size_t>(draw(random, 1, terms)));
  return space;
}

std::vector<std::int64_t> random_coefficients(Random& random, std::size_t terms) {
  const std::int64_t most = draw(random, 0, 1) == 0 ? 3 : 100'000'000'000'000;
  std::vector<std::int64_t> coefficients;
  for (std::size_t i = 0; i < terms; ++i) coefficients.push_back(draw(random, -most, most));
  return coefficients;
}

Wide brute_least(const Vertices& vertices, const std::vector<std::int64_t>& coefficients) {
  std::vector<Wide> costs;
  for (const auto& weights : vertices) {
    Wide cost = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) cost += Wide{coefficients[i]} * weights[i];
    costs.push_back(cost);
  }
  const Wide best = *std::ranges::min_element(costs);
  const Wide rest = (best % parts_of_millionth + parts_of_millionth) % parts_of_millionth;
  return (best - rest) / parts_of_millionth;
}

/// Calls `test` for a thousand spaces that are not empty.
template <typename Test>
void for_each_space(std::uint64_t seed, Test test) {
  Random random(seed);
  int left = 1000;
  while (left > 0) {
    const WeightSpace space = random_space(random);
    const Vertices vertices = vertices_of(space);
    if (vertices.empty()) continue;
    test(random, space, vertices);
    --left;
  }
}

TEST(Weights, LeastIsTheExactMinimumRoundedDown) {
  for_each_space(1, [](Random& random, const WeightSpace& space, const Vertices& vertices) {
    const auto coefficients = random_coefficients(random, space.low.size());
    EXPECT_TRUE(least(space, coefficients) == brute_least(vertices, coefficients));
  });
}

TEST(Weights, SettlingLosesNoWeighting) {
  for_each_space(2, [](Random& random, const WeightSpace& space, const Vertices& vertices) {
    WeightSpace settled = space;
    settle(settled);
    for (const auto& weights : vertices)
      for (std::size_t i = 0; i < weights.size(); ++i) {
        EXPECT_GE(weights[i], settled.low[i] * parts_of_millionth);
        EXPECT_LE(weights[i], settled.high[i] * parts_of_millionth);
      }
    const auto coefficients = random_coefficients(random, space.low.size());
    EXPECT_TRUE(least(settled, coefficients) == brute_least(vertices, coefficients));
  });
}

TEST(Weights, SettledRangesAreWhatSomeWeightingReachesRoundedOutward) {
  for_each_space(4, [](Random&, const WeightSpace& space, const Vertices& vertices) {
    WeightSpace settled = space;
    settle(settled);
    for (std::size_t i = 0; i < settled.low.size(); ++i) {
      std::vector<std::int64_t> reached;
      for (const auto& weights : vertices) reached.push_back(weights[i]);
      const auto [least_of, most_of] = std::ranges::minmax(reached);
      EXPECT_GT(settled.low[i] * parts_of_millionth, least_of - parts_of_millionth);
      EXPECT_LT(settled.high[i] * parts_of_millionth, most_of + parts_of_millionth);
    }
  });
}

TEST(Weights, CentralWeightsAreAWeighting) {
  for_each_space(3, [](Random&, const WeightSpace& space, const Vertices&) {
    WeightSpace settled = space;
    settle(settled);
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < settled.low.size(); ++i) {
      const std::int64_t central = settled.central_nano[i];
      EXPECT_GE(central, space.low[i] * 1000);
      EXPECT_LE(central, space.high[i] * 1000);
      sum += central;
    }
    for (std::size_t k = 1; k < settled.order.size(); ++k)
      EXPECT_GE(settled.central_nano[static_cast<std::size_t>(settled.order[k - 1])],
                settled.central_nano[static_cast<std::size_t>(settled.order[k])]);
    EXPECT_NEAR(static_cast<double>(sum), 1e11, 1000);
  });
}

TEST(Weights, MidpointsThatSumTo100AreCentral) {
  WeightSpace space{{10'000'000, 20'000'000, 0}, {50'000'000, 40'000'000, 80'000'000}, {}, {}};
  settle(space);
  EXPECT_THAT(space.central_nano, testing::ElementsAre(30'000'000'000, 30'000'000'000, 40'000'000'000));
}

TEST(Weights, OnlyWeightingIsCentral) {
  WeightSpace space{{25'000'000, 0, 50'000'000}, {25'000'000, all_points, 50'000'000}, {2, 0, 1}, {}};
  settle(space);
  EXPECT_TRUE(space.exact());
  EXPECT_THAT(space.central_nano, testing::ElementsAre(25'000'000'000, 25'000'000'000, 50'000'000'000));
}

TEST(Weights, AnOrderAloneGivesRankOrderCentroids) {
  WeightSpace space{{0, 0, 0, 0}, {all_points, all_points, all_points, all_points}, {2, 0, 3, 1}, {}};
  settle(space);
  EXPECT_THAT(space.central_nano, testing::ElementsAre(27'083'333'333, 6'250'000'000, 52'083'333'333, 14'583'333'333));
}

}  // namespace
}  // namespace parley::test
