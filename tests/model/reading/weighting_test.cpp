#include "parley/model/reading/weighting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/sampled.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

constexpr std::int64_t million = 1'000'000;

WeightSpace space_of(std::vector<std::int64_t> low, std::vector<std::int64_t> high, std::vector<int> order = {}) {
  WeightSpace space;
  for (const std::int64_t number : low) space.low.push_back(number * million);
  for (const std::int64_t number : high) space.high.push_back(number * million);
  space.order = std::move(order);
  return space;
}

using Draw = std::vector<std::int64_t> (WeightSampler::*)(ReadingStream&) const;

/// For each term what was drawn, in points.
std::vector<std::vector<double>> drawn(const WeightSpace& space, Draw draw, int count) {
  const WeightSampler sampler(space);
  std::vector<std::vector<double>> terms(space.low.size());
  for (int j = 0; j < count; ++j) {
    ReadingStream stream(stream_key(1, "weights"), static_cast<std::uint64_t>(j));
    const auto weights = (sampler.*draw)(stream);
    for (std::size_t i = 0; i < weights.size(); ++i)
      terms[i].push_back(static_cast<double>(weights[i]) / static_cast<double>(million));
  }
  return terms;
}

/// The largest distance between the shares of two samples that lie below a number (Kolmogorov and Smirnov).
double distance(std::vector<double> a, std::vector<double> b) {
  std::ranges::sort(a);
  std::ranges::sort(b);
  double largest = 0;
  for (const double number : a) {
    const auto below = [number](const std::vector<double>& sample) {
      return static_cast<double>(std::ranges::lower_bound(sample, number) - sample.begin()) /
             static_cast<double>(sample.size());
    };
    largest = std::max(largest, std::abs(below(a) - below(b)));
  }
  return largest;
}

/// That both samples, of the same size, come from one distribution: 1.95 standard deviations of the distance, beyond
/// which one in a thousand lies, and a little for what is drawn in whole numbers.
double limit(int count) { return 1.95 * std::sqrt(2.0 / count); }

WeightSpace satisfiable_space(Random& random) {
  while (true) {
    const auto terms = static_cast<std::size_t>(draw(random, 2, 6));
    std::vector<std::int64_t> low;
    std::vector<std::int64_t> high;
    for (std::size_t i = 0; i < terms; ++i) {
      low.push_back(draw(random, 0, 3) * 5);
      high.push_back(low.back() + draw(random, 0, 12) * 5);
    }
    std::vector<int> order;
    for (std::size_t i = 0; i < terms; ++i)
      if (draw(random, 0, 2) != 0) order.push_back(static_cast<int>(i));
    if (draw(random, 0, 2) == 0) order.clear();
    const WeightSpace space = space_of(low, high, order);
    if (any_weighting(space)) return space;
  }
}

void expect_kept(const WeightSpace& space, const std::vector<std::int64_t>& weights) {
  EXPECT_EQ(std::accumulate(weights.begin(), weights.end(), std::int64_t{0}), all_points);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    EXPECT_GE(weights[i], space.low[i]);
    EXPECT_LE(weights[i], space.high[i]);
  }
  for (std::size_t k = 1; k < space.order.size(); ++k)
    EXPECT_GE(weights[static_cast<std::size_t>(space.order[k - 1])], weights[static_cast<std::size_t>(space.order[k])]);
}

TEST(Weighting, KeepsEveryStatement) {
  Random random(1);
  for (int round = 0; round < 60; ++round) {
    const WeightSpace space = satisfiable_space(random);
    const WeightSampler sampler(space);
    for (std::uint64_t j = 0; j < 4; ++j) {
      ReadingStream stream(stream_key(7, "some"), j);
      expect_kept(space, sampler.draw(stream));
      expect_kept(space, sampler.walked(stream));
    }
  }
}

/// The walk is compared in fewer draws, since each is many moves.
struct Way {
  Draw draw;
  int count;
  double slack;  ///< how much wider than for the many draws a mean may lie
};
const Way ways[] = {{&WeightSampler::draw, 8000, 1}, {&WeightSampler::walked, 500, 4}};

TEST(Weighting, OfAnOrderHasRankOrderCentroidsAsItsMeans) {
  const WeightSpace space = space_of({0, 0, 0, 0}, {100, 100, 100, 100}, {2, 0, 3, 1});
  for (const auto& [draw, count, slack] : ways) {
    const auto terms = drawn(space, draw, count);
    EXPECT_NEAR(mean(terms[2]), 52.083, 0.5 * slack);
    EXPECT_NEAR(mean(terms[0]), 27.083, 0.4 * slack);
    EXPECT_NEAR(mean(terms[3]), 14.583, 0.3 * slack);
    EXPECT_NEAR(mean(terms[1]), 6.25, 0.2 * slack);
  }
}

TEST(Weighting, OfNothingStatedIsUniformOnTheSimplex) {
  const WeightSpace space = space_of({0, 0, 0, 0, 0}, {100, 100, 100, 100, 100});
  for (const auto& [draw, count, slack] : ways)
    for (const auto& term : drawn(space, draw, count)) {
      EXPECT_NEAR(mean(term), 20, 0.6 * slack);
      // A coordinate of the simplex is above t with probability (1 - t)^4.
      const auto above = std::ranges::count_if(term, [](double weight) { return weight > 25; });
      EXPECT_NEAR(static_cast<double>(above) / count, 0.3164, 0.016 * slack);
    }
}

TEST(Weighting, OfASymmetricBoxHasTheMidpointsAsItsMeans) {
  const WeightSpace space = space_of({11, 21, 1, 8, 8, 11, 6, 6, 1}, {19, 29, 5, 14, 14, 17, 12, 12, 5});
  const std::vector<double> middle{15, 25, 3, 11, 11, 14, 9, 9, 3};
  for (const auto& [draw, count, slack] : ways) {
    const auto terms = drawn(space, draw, count);
    for (std::size_t i = 0; i < middle.size(); ++i) EXPECT_NEAR(mean(terms[i]), middle[i], 0.12 * slack);
  }
}

TEST(Weighting, WalkedIsAsDrawnByRejection) {
  Random random(3);
  const int count = 400;
  for (int round = 0; round < 5; ++round) {
    const WeightSpace space = satisfiable_space(random);
    const auto rejected = drawn(space, &WeightSampler::draw, count);
    const auto walked = drawn(space, &WeightSampler::walked, count);
    for (std::size_t i = 0; i < rejected.size(); ++i)
      EXPECT_LT(distance(rejected[i], walked[i]), limit(count)) << "round " << round << ", term " << i;
  }
}

TEST(Weighting, OfALongOrderForgetsWhereTheWalkStarts) {
  WeightSpace space;
  constexpr std::size_t terms = 24;
  space.low.assign(terms, 0);
  space.high.assign(terms, all_points);
  for (std::size_t i = 0; i < terms; ++i) space.order.push_back(static_cast<int>(i));
  const int count = 150;
  const auto exact = drawn(space, &WeightSampler::draw, count);
  const auto walked = drawn(space, &WeightSampler::walked, count);
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}, std::size_t{5}, std::size_t{12}, terms - 1})
    EXPECT_LT(distance(exact[i], walked[i]), limit(count)) << "term " << i;
}

TEST(Weighting, KnowsWhenNothingIsLeft) {
  EXPECT_TRUE(any_weighting(space_of({0, 0}, {50, 50})));
  EXPECT_FALSE(any_weighting(space_of({0, 0}, {50, 40})));
  EXPECT_FALSE(any_weighting(space_of({0, 60}, {100, 100}, {0, 1})));
}

}  // namespace
}  // namespace parley::test
