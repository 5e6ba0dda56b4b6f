#include <gtest/gtest.h>

#include <algorithm>

#include "parley/solve/exchange/narrow.h"
#include "parley/solve/exchange/safest.h"
#include "support/every_order.h"
#include "support/random_exchange.h"

namespace parley::test {
namespace {

Utility excess_on_the_way(const ExchangeTable& table, const std::vector<Utility>& guarantees,
                          const std::vector<int>& steps) {
  auto most = std::numeric_limits<Utility>::min();
  for (int s = 0; s < table.sides; ++s)
    most = std::max(most, most_tempted(table, s, steps) - guarantees[static_cast<std::size_t>(s)]);
  return most;
}

std::vector<Utility> random_guarantees(Random& random, int sides) {
  std::vector<Utility> result;
  for (int s = 0; s < sides; ++s) result.push_back(draw(random, -5, 30));
  return result;
}

/// Every block is there once, and no precedence is broken on the way.
void expect_schedule(const ExchangeTable& table, const std::vector<int>& steps) {
  const auto states = states_of(table, steps);
  for (const auto& state : states) EXPECT_TRUE(in_order(table, state));
  for (std::size_t k = 0; k < table.classes.size(); ++k) EXPECT_EQ(states.back()[k], table.classes[k].blocks);
}

TEST(SafestSchedule, IsTheBestOfAllOrders) {
  Random random(1);
  for (int round = 0; round < 400; ++round) {
    const auto table = random_exchange(random, {.sides = 2 + round % 2, .most_classes = 4, .most_blocks = 2});
    const auto guarantees = random_guarantees(random, table.sides);
    auto best = no_way;
    every_order(table, [&](const std::vector<int>& steps) {
      best = std::min(best, excess_on_the_way(table, guarantees, steps));
    });
    const auto answer = safest_schedule(table, guarantees);
    ASSERT_EQ(answer.none, best == no_way);
    if (answer.none) continue;
    expect_schedule(table, *answer.steps);
    EXPECT_EQ(answer.excess, best);
    EXPECT_EQ(excess_on_the_way(table, guarantees, *answer.steps), best);
    EXPECT_TRUE(answer.proven);
  }
}

TEST(SafestSchedule, OfALatticeThatDoesNotFitHasABoundThatHolds) {
  Random random(2);
  int proven = 0;
  for (int round = 0; round < 300; ++round) {
    const auto table = random_exchange(random, {.sides = 2, .most_classes = 4, .most_blocks = 9});
    const auto guarantees = random_guarantees(random, 2);
    const auto exact = safest_schedule(table, guarantees);
    const auto coarse = safest_schedule(table, guarantees, {.most_states = 40, .width = 3});
    if (exact.none) {
      EXPECT_FALSE(coarse.steps);
      continue;
    }
    EXPECT_LE(coarse.bound, exact.excess);
    if (!coarse.steps) continue;
    expect_schedule(table, *coarse.steps);
    EXPECT_GE(coarse.excess, exact.excess);
    EXPECT_EQ(coarse.excess, excess_on_the_way(table, guarantees, *coarse.steps));
    proven += coarse.proven ? 1 : 0;
  }
  EXPECT_GT(proven, 30);
}

TEST(SafestSchedule, OfManyDistinctThingsIsLookedForNarrowly) {
  Random random(3);
  for (int round = 0; round < 60; ++round) {
    const auto table =
        random_exchange(random, {.sides = 2, .most_classes = 9, .most_blocks = 1, .ordered = round % 2 == 0});
    const auto exact = safest_schedule(table, {0, 0});
    const auto narrow = safest_schedule(table, {0, 0}, {.most_states = 1, .width = 500});
    ASSERT_TRUE(exact.steps && narrow.steps);
    EXPECT_EQ(narrow.excess, exact.excess) << "with more room than there are states at any time";
    EXPECT_LE(narrow.bound, exact.excess);
    const auto greedy = narrow_way(table, {0, 0}, 1);
    if (greedy) {
      EXPECT_GE(excess_on_the_way(table, {0, 0}, *greedy), exact.excess);
    }
  }
}

TEST(SafestSchedule, MirrorsWhenTheSidesAreSwapped) {
  Random random(4);
  for (int round = 0; round < 200; ++round) {
    const auto table = random_exchange(random, {.sides = 2, .most_classes = 4, .most_blocks = 3});
    const auto guarantees = random_guarantees(random, 2);
    const auto answer = safest_schedule(table, guarantees);
    const auto mirrored = safest_schedule(with_sides_swapped(table), {guarantees[1], guarantees[0]});
    EXPECT_EQ(answer.excess, mirrored.excess);
    EXPECT_EQ(answer.steps, mirrored.steps);
  }
}

TEST(SafestSchedule, IsNoLessSafeWithALargerGuarantee) {
  Random random(5);
  for (int round = 0; round < 200; ++round) {
    const auto table = random_exchange(random, {.sides = 2, .most_classes = 3, .most_blocks = 4});
    auto guarantees = random_guarantees(random, 2);
    const auto before = safest_schedule(table, guarantees);
    guarantees[static_cast<std::size_t>(round % 2)] += draw(random, 0, 10);
    EXPECT_LE(safest_schedule(table, guarantees).excess, before.excess);
  }
}

TEST(SafestSchedule, OfNothingIsThere) {
  const ExchangeTable nothing{.sides = 2, .classes = {}, .order = {}, .base = {3, -1}};
  const auto answer = safest_schedule(nothing, {1, 0});
  EXPECT_TRUE(answer.proven);
  EXPECT_EQ(answer.steps, std::vector<int>());
  EXPECT_EQ(answer.excess, 2);
}

TEST(SafestSchedule, IsNotThereWherePrecedencesGoInACircle) {
  const ExchangeTable::Class one{.giver = 0, .blocks = 1, .balance = {{1, 0}, {-1, 0}}};
  ExchangeTable table{.sides = 2, .classes = {one, one}, .order = {{0, 1, {0, 1}}, {1, 0, {0, 1}}}, .base = {0, 0}};
  EXPECT_TRUE(safest_schedule(table, {9, 9}).none);
  EXPECT_FALSE(safest_schedule(table, {9, 9}, {.most_states = 1, .width = 5}).steps);
}

}  // namespace
}  // namespace parley::test
