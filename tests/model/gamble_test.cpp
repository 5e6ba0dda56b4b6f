#include "parley/model/gamble.h"

#include <gtest/gtest.h>

#include "model/point.h"
#include "model/sampled.h"
#include "support/case_builder.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

Quantity part(std::int64_t low, std::int64_t high) { return millionths(low, high); }

Appraisal exact_worth(Utility value) { return {{value, value}, value}; }

Gamble gamble(Quantity chance, Quantity win, Quantity loss, Quantity cost) {
  return {std::move(chance), std::move(win), std::move(loss), std::move(cost)};
}

TEST(GambleTest, IsWorthWhatItGivesOnAverageLessItsCost) {
  const Gamble g = gamble(part(250'000, 250'000), exactly(80), exactly(20), exactly(5));
  EXPECT_EQ(worth_of(g), exact_worth(30 * point));
}

TEST(GambleTest, BreaksEvenAtOneChanceAndOneCost) {
  const Gamble g = gamble(part(500'000, 500'000), exactly(80), exactly(20), exactly(10));
  EXPECT_EQ(break_even_chance(g, exact_worth(30 * point)),
            (BreakEven{BreakEven::Kind::at, {333'333'333, 333'333'334}, 333'333'333, true}));
  EXPECT_EQ(break_even_cost(g, exact_worth(30 * point)),
            (BreakEven{BreakEven::Kind::at, {20 * point, 20 * point}, 20 * point, true}));
}

TEST(GambleTest, SaysWhereThereIsNoBreakEven) {
  const Gamble g = gamble(part(500'000, 500'000), exactly(80), exactly(20), exactly(10));
  EXPECT_EQ(break_even_chance(g, exact_worth(71 * point)).kind, BreakEven::Kind::never);
  EXPECT_EQ(break_even_chance(g, exact_worth(9 * point)).kind, BreakEven::Kind::always);
  EXPECT_EQ(break_even_cost(g, exact_worth(51 * point)).kind, BreakEven::Kind::never);
  EXPECT_EQ(break_even_chance(g, {{60 * point, 90 * point}, 75 * point}),
            (BreakEven{BreakEven::Kind::at, {833'333'333, unit}, unit, false}));
  const Gamble equal = gamble(part(500'000, 500'000), range(40, 60), range(20, 40), exactly(0));
  EXPECT_EQ(break_even_chance(equal, exact_worth(30 * point)).kind, BreakEven::Kind::unclear);
}

TEST(GambleTest, BoundsHoldForEveryChoiceOfItsNumbers) {
  Random random(3);
  for (int round = 0; round < 300; ++round) {
    const int loss = draw_int(random, 0, 40);
    const int win = draw_int(random, 60, 90);
    const int chance = draw_int(random, 0, 7) * 100'000;
    const Gamble wide = gamble(part(chance, chance + 200'000), range(win, win + 10), range(loss, loss + 15),
                               range(0, draw_int(random, 0, 30)));
    const Utility low = draw_int(random, 0, 90) * point;
    const Appraisal other{{low, low + 10 * point}, low + 5 * point};
    const Appraisal worth = worth_of(wide);
    const BreakEven even_chance = break_even_chance(wide, other);
    const BreakEven even_cost = break_even_cost(wide, other);
    const Gamble one = gamble(picked(random, wide.chance), picked(random, wide.win), picked(random, wide.loss),
                              picked(random, wide.cost));
    const Utility u = low + 10 * point / 4 * draw_int(random, 0, 4);
    const auto value = [&](long double p, long double cost) {
      return p * static_cast<long double>(one.win.low.millionths) +
             (1 - p) * static_cast<long double>(one.loss.low.millionths) - cost;
    };
    const long double p = static_cast<long double>(one.chance.low.millionths) / 1'000'000;
    const auto cost = static_cast<long double>(one.cost.low.millionths);
    EXPECT_LE(static_cast<long double>(worth.span.low), value(p, cost) * 10 + 1);
    EXPECT_GE(static_cast<long double>(worth.span.high), value(p, cost) * 10 - 1);
    const long double sought = static_cast<long double>(u) / 10;
    const long double even_p = (sought - value(0, cost)) / (value(1, 0) - value(0, 0));
    if (even_p >= 0 && even_p <= 1) {
      ASSERT_EQ(even_chance.kind, BreakEven::Kind::at);
      EXPECT_LE(static_cast<long double>(even_chance.span.low), even_p * unit + 1);
      EXPECT_GE(static_cast<long double>(even_chance.span.high), even_p * unit - 1);
    } else {
      EXPECT_FALSE(even_chance.kind == BreakEven::Kind::at && even_chance.in_every_reading);
    }
    const long double even_k = value(p, 0) - sought;
    if (even_k >= 0) {
      ASSERT_EQ(even_cost.kind, BreakEven::Kind::at);
      EXPECT_LE(static_cast<long double>(even_cost.span.low), even_k * 10 + 1);
      EXPECT_GE(static_cast<long double>(even_cost.span.high), even_k * 10 - 1);
    } else {
      EXPECT_FALSE(even_cost.kind == BreakEven::Kind::at && even_cost.in_every_reading);
    }
  }
}

}  // namespace
}  // namespace parley::test
