#include "parley/model/value.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/case_builder.h"

namespace parley::test {
namespace {

using Kind = parley::Shape::Kind;
using testing::ElementsAre;

constexpr int first = 0;
constexpr int second = 1;
constexpr int other = 2;

/// The central values in hundredths of a point.
std::vector<std::int64_t> central(const Issue& issue, const std::optional<Valuation>& valuation, int party = first) {
  std::vector<std::int64_t> points;
  for (const Spread& value : option_values(issue, valuation, party)) points.push_back(value.central / 10'000);
  return points;
}

Valuation threshold(int at, bool best_high) {
  Valuation made = shape(Kind::threshold, best_high);
  std::get<parley::Shape>(made.form).at = at;
  return made;
}

const Issue five = count("trucks", 100, 500, 100);
const Issue parts = share("territory", first, second, 25);

TEST(Values, ShapesRunFromWorstToBest) {
  EXPECT_THAT(central(five, linear(true)), ElementsAre(0, 2500, 5000, 7500, 10000));
  EXPECT_THAT(central(five, linear(false)), ElementsAre(10000, 7500, 5000, 2500, 0));
  EXPECT_THAT(central(five, shape(Kind::diminishing, true)), ElementsAre(0, 4375, 7500, 9375, 10000));
  EXPECT_THAT(central(five, shape(Kind::diminishing, false)), ElementsAre(10000, 9375, 7500, 4375, 0));
  EXPECT_THAT(central(five, threshold(3, true)), ElementsAre(0, 0, 0, 10000, 10000));
  EXPECT_THAT(central(five, threshold(1, false)), ElementsAre(10000, 10000, 0, 0, 0));
}

TEST(Values, ShapesAreExactAndRoundedToTheNearestMillionth) {
  const auto thirds = option_values(count("trucks", 0, 3, 1), linear(true), first);
  EXPECT_EQ(thirds[1].central, 33'333'333);
  EXPECT_EQ(thirds[2].central, 66'666'667);
  for (const Spread& value : thirds) EXPECT_TRUE(value.exact());
}

TEST(Values, AShareIsWorthItsOwnPartToEachClaimant) {
  EXPECT_THAT(central(parts, linear(true), first), ElementsAre(0, 2500, 5000, 7500, 10000));
  EXPECT_THAT(central(parts, linear(true), second), ElementsAre(10000, 7500, 5000, 2500, 0));
  EXPECT_THAT(central(parts, linear(false), second), ElementsAre(0, 2500, 5000, 7500, 10000));
  EXPECT_THAT(central(parts, linear(true), other), central(parts, linear(true), first));
  EXPECT_THAT(central(parts, threshold(3, true), first), ElementsAre(0, 0, 0, 10000, 10000));
  EXPECT_THAT(central(parts, threshold(3, true), second), ElementsAre(10000, 10000, 0, 0, 0));
}

TEST(Values, WithoutAValuationOnlyOnesOwnPartCounts) {
  EXPECT_THAT(central(parts, std::nullopt, first), ElementsAre(0, 2500, 5000, 7500, 10000));
  EXPECT_THAT(central(parts, std::nullopt, second), ElementsAre(10000, 7500, 5000, 2500, 0));
  EXPECT_THAT(central(parts, std::nullopt, other), ElementsAre(0, 0, 0, 0, 0));
  EXPECT_THAT(central(five, std::nullopt), ElementsAre(0, 0, 0, 0, 0));
}

TEST(Values, StatedValuesKeepTheirRanges) {
  const auto stated = option_values(choice("route", {"coast", "inland"}), values({range(20, 50), exactly(100)}), first);
  EXPECT_EQ(stated[0].low, 20'000'000);
  EXPECT_EQ(stated[0].central, 35'000'000);
  EXPECT_EQ(stated[0].high, 50'000'000);
  EXPECT_TRUE(stated[1].exact());
}

TEST(Values, AnOrderFixesItsEndsOnly) {
  const Issue aid = scale("aid", {"none", "little", "much", "all"});
  EXPECT_THAT(central(aid, best_first({1, 3, 0, 2})), ElementsAre(3333, 10000, 0, 6666));
  const auto ordered = option_values(aid, best_first({1, 3, 0, 2}), first);
  EXPECT_TRUE(ordered[1].exact());
  EXPECT_TRUE(ordered[2].exact());
  for (const std::size_t between : {0u, 3u}) {
    EXPECT_EQ(ordered[between].low, 0);
    EXPECT_EQ(ordered[between].high, 100'000'000);
  }
}

TEST(Values, ASingleOptionIsWorthNothing) {
  EXPECT_THAT(central(count("trucks", 5, 5, 1), linear(true)), ElementsAre(0));
  EXPECT_THAT(central(choice("route", {"coast"}), best_first({0})), ElementsAre(0));
}

}  // namespace
}  // namespace parley::test
