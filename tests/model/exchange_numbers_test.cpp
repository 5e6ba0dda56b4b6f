#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "parley/case/exchange.h"
#include "parley/model/exchange.h"
#include "support/case_builder.h"

namespace parley::test {
namespace {

ExchangeCategory category(const std::string& id, int giver, int agreed) {
  ExchangeCategory made;
  made.id = made.name = id;
  made.giver = giver;
  made.receiver = 1 - giver;
  made.agreed = exactly(agreed);
  return made;
}

ExchangeRatio ratio(int of, int each, Decimal number) {
  ExchangeRatio made;
  made.of = of;
  made.each = each;
  made.number = number;
  return made;
}

/// 100 of one category against 60, 30 and 20 of others.
Case four_categories() {
  Case c;
  c.parties.resize(2);
  c.parties[0].id = "north";
  c.parties[1].id = "south";
  c.phases.resize(1);
  c.phases[0].id = "first";
  c.exchange = Exchange{};
  c.exchange->categories = {category("hundred", 0, 100), category("sixty", 1, 60), category("thirty", 1, 30),
                            category("twenty", 1, 20)};
  return c;
}

using Counts = std::vector<std::int64_t>;

TEST(ExchangeNumbers, ShrinkByRatiosThatHangOnEachOtherInWhateverOrder) {
  Case c = four_categories();
  // Of the hundred only 40 are listed: 20 of the sixty for them, 10 of the thirty for those, 15 of the twenty for
  // those.
  c.exchange->categories[0].listed = exactly(40);
  const Decimal half{500'000};
  std::array<ExchangeRatio, 3> ratios{ratio(1, 0, half), ratio(2, 1, half), ratio(3, 2, Decimal{1'500'000})};
  std::array<int, 3> order{0, 1, 2};
  do {
    c.exchange->ratios.clear();
    for (const int k : order) c.exchange->ratios.push_back(ratios[static_cast<std::size_t>(k)]);
    EXPECT_EQ(central_numbers(c, {}, CountOf::listed).count, (Counts{40, 20, 10, 15}));
    EXPECT_EQ(central_numbers(c, {}).count, (Counts{100, 50, 25, 20})) << "what is agreed is the most";
  } while (std::ranges::next_permutation(order).found);
}

TEST(ExchangeNumbers, TakeWhatIsSaidOfAnEarlierNumberWhereALaterOneIsNotStated) {
  Case c = four_categories();
  c.exchange->categories[0].listed = exactly(90);
  c.exchange->categories[0].consenting = exactly(95);  // no more than are listed, whatever is said of them
  c.exchange->categories[1].verified = range(40, 50);
  EXPECT_EQ(central_numbers(c, {}, CountOf::listed).count, (Counts{90, 60, 30, 20}));
  EXPECT_EQ(central_numbers(c, {}, CountOf::verified).count, (Counts{90, 45, 30, 20}));
  EXPECT_EQ(central_numbers(c, {}, CountOf::consenting).count, (Counts{90, 45, 30, 20}));
}

TEST(ExchangeNumbers, LeaveOutWhatIsHandedOverAlreadyButNotFromWhatThePointsAreFor) {
  Case c = four_categories();
  c.exchange->categories[0].delivered = exactly(15);
  c.exchange->categories[3].delivered = exactly(25);
  const ExchangeNumbers numbers = central_numbers(c, {});
  EXPECT_EQ(numbers.count, (Counts{85, 60, 30, 0}));
  EXPECT_EQ(numbers.whole, (Counts{100, 60, 30, 20}));
}

TEST(ExchangeNumbers, OfAReadingLieWithinWhatIsStatedAndAreEvenlyDrawn) {
  Case c = four_categories();
  c.exchange->categories[0].listed = range(80, 83);
  std::array<int, 4> seen{};
  constexpr int readings = 4000;
  for (int j = 0; j < readings; ++j) {
    const auto listed = numbers_in_reading(c, {}, CountOf::listed, 7, static_cast<std::uint64_t>(j)).count[0];
    ASSERT_GE(listed, 80);
    ASSERT_LE(listed, 83);
    ++seen[static_cast<std::size_t>(listed - 80)];
  }
  for (const int times : seen) EXPECT_NEAR(times, readings / 4, 120);  // more than four standard deviations
}

}  // namespace
}  // namespace parley::test
