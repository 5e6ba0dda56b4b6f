#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "parley/solve/exchange/guarantee_pairs.h"
#include "parley/solve/exchange/payment.h"
#include "support/every_order.h"
#include "support/random_exchange.h"

namespace parley::test {
namespace {

using Pairs = std::vector<std::array<Utility, 2>>;

/// By the definition: of what each order needs, what nothing else undercuts.
Pairs least_of_all_orders(const ExchangeTable& table) {
  std::set<std::array<Utility, 2>> needs;
  every_order(table, [&](const std::vector<int>& steps) {
    needs.insert({most_tempted(table, 0, steps), most_tempted(table, 1, steps)});
  });
  Pairs least;
  for (const auto& pair : needs)
    if (least.empty() || pair[1] < least.back()[1]) least.push_back(pair);
  return least;
}

TEST(GuaranteePairs, AreTheLeastOfAllOrders) {
  Random random(11);
  for (int round = 0; round < 400; ++round) {
    const auto table = random_exchange(random, {.sides = 2, .most_classes = 4, .most_blocks = 2});
    const auto answer = guarantee_pairs(table);
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->complete);
    EXPECT_EQ(answer->pairs, least_of_all_orders(table));
  }
}

TEST(GuaranteePairs, MirrorWhenTheSidesAreSwapped) {
  Random random(12);
  for (int round = 0; round < 100; ++round) {
    const auto table = random_exchange(random, {.sides = 2, .most_classes = 4, .most_blocks = 4});
    auto mirrored = guarantee_pairs(with_sides_swapped(table))->pairs;
    for (auto& pair : mirrored) std::swap(pair[0], pair[1]);
    std::ranges::reverse(mirrored);
    EXPECT_EQ(guarantee_pairs(table)->pairs, mirrored);
  }
}

TEST(GuaranteePairs, SayWhenThereAreMoreOrWhenTheyCannotKnow) {
  Random random(13);
  ExchangeTable table;
  do table = random_exchange(random, {.sides = 2, .most_classes = 4, .most_blocks = 4});
  while (guarantee_pairs(table)->pairs.size() < 3);
  const auto two = guarantee_pairs(table, {.most_pairs = 2});
  EXPECT_FALSE(two->complete);
  EXPECT_EQ(two->pairs.size(), 2u);
  EXPECT_FALSE(guarantee_pairs(table, {.most_states = 1}));
  table.sides = 3;
  EXPECT_FALSE(guarantee_pairs(table));
}

TEST(PaidOrder, NeedsTheLeastOfAllOrders) {
  Random random(14);
  for (int round = 0; round < 2000; ++round) {
    std::vector<Good> goods(static_cast<std::size_t>(draw(random, 0, 6)));
    for (auto& good : goods) good = {draw(random, 0, 20), draw(random, 0, 24)};
    std::vector<int> order(goods.size());
    std::iota(order.begin(), order.end(), 0);
    auto least = guarantee_for(goods, order);
    while (std::ranges::next_permutation(order).found) least = std::min(least, guarantee_for(goods, order));
    const auto answer = safest_order(goods);
    EXPECT_EQ(answer.guarantee, least);
    EXPECT_THAT(answer.order, testing::UnorderedElementsAreArray(order));
  }
}

/// Payment in pieces of one unit is a class of its own: what both sides need together is then the same.
TEST(PaidOrder, IsWhatPaymentInSmallPiecesNeeds) {
  Random random(15);
  for (int round = 0; round < 60; ++round) {
    std::vector<Good> goods(static_cast<std::size_t>(draw(random, 1, 4)));
    Utility worth = 0;
    for (auto& good : goods) {
      good.cost = draw(random, 0, 8);
      good.worth = good.cost + draw(random, 0, 5);
      worth += good.worth;
    }
    ExchangeTable table{.sides = 2, .classes = {}, .order = {}, .base = {0, 0}};
    for (const auto& good : goods)
      table.classes.push_back({.giver = 0, .blocks = 1, .balance = {{good.cost, 0}, {-good.worth, 0}}});
    ExchangeTable::Class payment{.giver = 1, .blocks = static_cast<int>(worth), .balance = {{}, {}}};
    for (Utility paid = 0; paid <= worth; ++paid) {
      payment.balance[0].push_back(paid - worth);
      payment.balance[1].push_back(worth - paid);
    }
    table.classes.push_back(payment);
    auto least = std::numeric_limits<Utility>::max();
    const auto answer = guarantee_pairs(table);
    for (const auto& pair : answer->pairs) least = std::min(least, pair[0] + pair[1]);
    // The start, before which nothing was paid, needs nothing of the payer's surplus; whole pieces may cost one unit.
    const auto asked = safest_order(goods).guarantee;
    EXPECT_GE(least, asked);
    EXPECT_LE(least, std::max<Utility>(asked, 0) + 1);
  }
}

}  // namespace
}  // namespace parley::test
