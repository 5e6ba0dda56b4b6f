#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "case/small_case.h"
#include "support/case_builder.h"
#include "support/messages.h"

namespace parley {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Preference& north(Case& c) { return c.parties[0].preference; }

/// North with two principals that say nothing of their own yet.
Case two_principals() {
  Case c = small_case();
  c.parties[0].principals = {principal(c, "delegation"), principal(c, "cabinet")};
  c.parties[0].consent = gate(Gate::Kind::all, {approval_of(0), approval_of(1)});
  return c;
}

TEST(CheckPreferences, ASoundCaseHasNoProblems) {
  EXPECT_THAT(check(small_case()), IsEmpty());
  EXPECT_THAT(check(two_principals()), IsEmpty());
}

TEST(CheckPreferences, WeightsThatFallShort) {
  Case c = small_case();
  north(c).weights = {range(40, 45), range(20, 30), exactly(20)};
  EXPECT_THAT(messages(check(c)), ElementsAre("the weights of North add up to 80 to 95; 100 is needed"));
}

TEST(CheckPreferences, WeightsThatAreTooLarge) {
  Case c = small_case();
  north(c).weights[aid] = exactly(51);
  const Problems problems = check(c);
  EXPECT_THAT(messages(problems), ElementsAre("the weights of North add up to 101; 100 is needed"));
  EXPECT_EQ(problems[0].mend, "lower some of them, or widen ranges, until 100 is within reach");
}

TEST(CheckPreferences, PointsForCombinationsCount) {
  Case c = small_case();
  north(c).interactions = {{"", {is(c, aid, {2}), is(c, route, {0})}, range(5, 10), false}};
  EXPECT_THAT(messages(check(c)),
              ElementsAre("the weights and the points for combinations of North add up to 105 to 110; 100 is needed"));
  north(c).weights[aid] = range(40, 45);
  EXPECT_THAT(check(c), IsEmpty());
}

TEST(CheckPreferences, AnOrderAloneIsEnough) {
  Case c = small_case();
  north(c).weights = std::vector<std::optional<Quantity>>(3);
  north(c).order = {prisoners, aid, route};
  EXPECT_THAT(check(c), IsEmpty());
}

TEST(CheckPreferences, AnOrderNarrowsTheSum) {
  Case c = small_case();
  north(c).weights = {exactly(30), std::nullopt, std::nullopt};
  north(c).order = {aid, prisoners, route};
  EXPECT_THAT(messages(check(c)), ElementsAre("the weights of North add up to 30 to 90; 100 is needed"));
}

TEST(CheckPreferences, AnOrderThatContradictsTheWeights) {
  Case c = small_case();
  north(c).order = {route, aid};
  EXPECT_THAT(messages(check(c)), ElementsAre("the order of North puts route before aid, but the weight of route is at "
                                              "most 20 and that of aid at least 50"));
}

TEST(CheckPreferences, AForgottenIssue) {
  Case c = small_case();
  north(c).weights[prisoners].reset();
  EXPECT_THAT(messages(check(c)), ElementsAre("nothing says how much prisoners matters to North"));
}

TEST(CheckPreferences, AForgottenIssueIsToldOnceForAllPrincipals) {
  Case c = two_principals();
  north(c).weights[prisoners].reset();
  c.parties[0].principals[1].preference.weights[aid] = exactly(60);
  EXPECT_THAT(messages(check(c)), ElementsAre("nothing says how much prisoners matters to North"));
}

TEST(CheckPreferences, APartyThatSaysNothing) {
  Case c = small_case();
  north(c) = unstated(c);
  EXPECT_THAT(messages(check(c)), ElementsAre("nothing says what matters to North"));
}

TEST(CheckPreferences, PrincipalsDoNotSpeakForTheirParty) {
  Case c = two_principals();
  for (Principal& principal : c.parties[0].principals) principal.preference = north(c);
  north(c).weights = unstated(c).weights;
  EXPECT_THAT(messages(check(c)), ElementsAre("nothing says what matters to North"));
}

TEST(CheckPreferences, APrincipalsOrderReplacesItsPartys) {
  Case c = two_principals();
  north(c).weights = unstated(c).weights;
  north(c).order = {aid, prisoners, route};
  c.parties[0].principals[1].preference.order = {prisoners, aid};
  EXPECT_THAT(messages(check(c)), ElementsAre("nothing says how much route matters to North, cabinet"));
}

TEST(CheckPreferences, APrincipalsWeightReplacesItsPartys) {
  Case c = two_principals();
  c.parties[0].principals[1].preference.weights[aid] = exactly(60);
  EXPECT_THAT(messages(check(c)), ElementsAre("the weights of North, cabinet add up to 110; 100 is needed"));
  c.parties[0].principals[1].preference.weights[prisoners] = exactly(20);
  EXPECT_THAT(check(c), IsEmpty());
}

TEST(CheckPreferences, ValuesAreNeededWhereAnIssueMatters) {
  Case c = small_case();
  north(c).values[aid].reset();
  EXPECT_THAT(messages(check(c)),
              ElementsAre("aid matters to North, but nothing says which of its options are better"));
  north(c).weights = {exactly(0), exactly(80), exactly(20)};
  EXPECT_THAT(check(c), IsEmpty());
}

TEST(CheckPreferences, ClaimantsOfAShareNeedNoValues) {
  Case c = small_case();
  c.issues[aid] = share("water", 0, 1, 50);
  north(c).values[aid].reset();
  EXPECT_THAT(check(c), IsEmpty());
}

TEST(CheckPreferences, NumbersOutOfBounds) {
  Case c = small_case();
  north(c).weights[aid] = range(-5, 55);
  north(c).values[route] = values({exactly(0), range(90, 120)});
  north(c).credences[0] = millionths(500'000, 1'100'000);
  c.parties[0].reservation = exactly(101);
  c.parties[0].principals[0].delay = Delay{exactly(-1), {}, {}};
  c.parties[0].no_deal.breakdown.emplace_back().value = exactly(-1);
  c.phases[0].days = range(-7, 7);
  EXPECT_THAT(
      messages(check(c)),
      UnorderedElementsAre("the weight of aid for North must lie between 0 and 100, not at -5 to 55",
                           "the value of inland (route) for North must lie between 0 and 100, not at 90 to 120",
                           "the belief of North that phase agreement will come must lie between 0 and 1, not at 0.5 to "
                           "1.1",
                           "the reservation value of North must lie between 0 and 100, not at 101",
                           "the value of a breakdown for North must lie between 0 and 100, not at -1",
                           "the delay of North cannot be less than no time",
                           "the duration of phase agreement cannot be less than no time"));
}

TEST(CheckPreferences, HugeWeightsAreRefusedBeforeTheyAreAdded) {
  Case c = small_case();
  const Quantity huge = millionths(999'999'999'999'999'999, 999'999'999'999'999'999);
  north(c).weights = {huge, huge, huge};
  EXPECT_EQ(check(c).size(), 3U);
}

/// Three phases in a row with what North believes of them.
Case three_phases(std::vector<std::optional<Quantity>> credences) {
  Case c = small_case();
  c.phases.resize(3);
  for (std::size_t i = 0; i < 3; ++i) {
    c.phases[i].name = std::string(1, static_cast<char>('a' + i));
    c.phases[i].after = static_cast<int>(i) - 1;
  }
  for (Party& party : c.parties) {
    party.preference.credences.resize(3);
    party.principals[0].preference.credences.resize(3);
  }
  north(c).credences = std::move(credences);
  return c;
}

TEST(CheckPreferences, BeliefsThatFallAreFine) {
  EXPECT_THAT(check(three_phases({std::nullopt, millionths(500'000, 800'000), millionths(600'000, 700'000)})),
              IsEmpty());
}

TEST(CheckPreferences, BeliefsThatRise) {
  const Case c =
      three_phases({millionths(300'000, 500'000), millionths(400'000, 900'000), millionths(600'000, 700'000)});
  EXPECT_THAT(
      messages(check(c)),
      ElementsAre("phase c waits for a, so North cannot believe in it more (0.6 to 0.7) than in a (0.3 to 0.5)"));
}

TEST(CheckPreferences, APhaseWithoutABeliefCountsAsCertain) {
  const Case c = three_phases({std::nullopt, millionths(400'000, 900'000), std::nullopt});
  EXPECT_THAT(
      messages(check(c)),
      ElementsAre("phase c waits for b, so North cannot believe in it more (not stated, so 1) than in b (0.4 to "
                  "0.9)"));
}

}  // namespace
}  // namespace parley
