#include "parley/case/pull_lever.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "case/small_case.h"
#include "parley/case/check.h"
#include "support/case_builder.h"

namespace parley {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

DatedValue dated(Quantity value, const char* since) {
  DatedValue made;
  made.value = std::move(value);
  made.since = parse_date(since);
  return made;
}

/// An ally with a stance, a party with two exits one of which waits for the other, principals, red lines, and what was
/// said to the plan.
Case lever_case() {
  Case c = small_case();
  c.as_of = parse_date("2024-03-26");
  ThirdParty ally;
  ally.id = ally.name = "Ally";
  Stance stance;
  stance.id = stance.name = "operation";
  stance.positions = {"supports", "opposes"};
  stance.chances = {millionths(500'000, 500'000), millionths(500'000, 500'000)};
  ally.stances = {stance};
  c.third_parties = {ally};
  Party& north = c.parties[0];
  north.principals = {principal(c, "delegation"), principal(c, "cabinet")};
  north.principals[1].reservation = exactly(40);
  north.principals[1].reservations = {dated(exactly(50), "2024-04-01")};
  north.consent = gate(Gate::Kind::all, {approval_of(0), approval_of(1)});
  north.red_lines = {{is(c, aid, {0, 1}), {}}};
  north.no_deal.exits = {{"hold", "holding out", {dated(exactly(10), "2024-01-01")}, {}, {}, 1, {}, {}},
                         {"strike", "an operation", {dated(exactly(20), "2024-01-01")}, {}, {}, -1, {}, {}}};
  Clause clause;
  clause.id = clause.heading = "aid";
  clause.words = "Aid flows.";
  clause.issues = {aid};
  c.proposals[0].clauses = {clause};
  c.responses = {response(0, 1, Answer::reject)};
  c.approvals = {{0, {0, 1, -1}, Approval::State::given, {}, {}, {}, {}}};
  return c;
}

Lever lever(std::string id, std::vector<LeverChange> changes) {
  Lever made;
  made.id = id;
  made.name = std::move(id);
  made.changes = std::move(changes);
  return made;
}

Case pulled(const Case& c, LeverChange change) { return pull_lever(c, lever("it", {std::move(change)})); }

TEST(PullLever, AStanceIsKnownFromThenOn) {
  const Case c = pulled(lever_case(), StanceTaken{0, 0, 1});
  EXPECT_EQ(c.third_parties[0].stances[0].now, 1);
  EXPECT_THAT(c.third_parties[0].stances[0].chances, IsEmpty());
}

TEST(PullLever, ACredenceReachesAPartyOrOnePrincipal) {
  const Quantity half = millionths(500'000, 500'000);
  const Case of_party = pulled(lever_case(), CredenceChanged{{0, -1, -1}, 0, half});
  EXPECT_EQ(of_party.parties[0].preference.credences[0].value_or(Quantity{}).low, half.low);
  EXPECT_FALSE(of_party.parties[0].principals[1].preference.credences[0]);
  const Case of_principal = pulled(lever_case(), CredenceChanged{{0, 1, -1}, 0, half});
  EXPECT_EQ(of_principal.parties[0].principals[1].preference.credences[0].value_or(Quantity{}).low, half.low);
  EXPECT_FALSE(of_principal.parties[0].preference.credences[0]);
}

TEST(PullLever, AReservationReplacesWhatItBecomes) {
  const Case c = pulled(lever_case(), ReservationChanged{{0, 1, -1}, range(5, 15)});
  EXPECT_EQ(c.parties[0].principals[1].reservation.value_or(Quantity{}).high, Decimal::of(15));
  EXPECT_THAT(c.parties[0].principals[1].reservations, IsEmpty());
  EXPECT_EQ(c.parties[0].reservation.value_or(Quantity{}).low, Decimal::of(30));
  const Case of_party = pulled(lever_case(), ReservationChanged{{1, -1, -1}, exactly(7)});
  EXPECT_EQ(of_party.parties[1].reservation.value_or(Quantity{}).low, Decimal::of(7));
}

TEST(PullLever, AnExitHasOneValue) {
  DatedValue value;
  value.value = exactly(5);
  const Case c = pulled(lever_case(), ExitChanged{0, 1, value});
  ASSERT_EQ(c.parties[0].no_deal.exits[1].values.size(), 1U);
  EXPECT_EQ(c.parties[0].no_deal.exits[1].values[0].value.low, Decimal::of(5));
  EXPECT_FALSE(c.parties[0].no_deal.exits[1].values[0].since);
}

TEST(PullLever, AClosedExitCannotBeChosenNorWhatWaitsForIt) {
  const Case c = pulled(lever_case(), ExitClosed{0, 1});
  EXPECT_THAT(c.parties[0].no_deal.exits[1].values, IsEmpty());
  EXPECT_THAT(c.parties[0].no_deal.exits[0].values, IsEmpty()) << "it waits for the other";
  EXPECT_EQ(pulled(lever_case(), ExitClosed{0, 0}).parties[0].no_deal.exits[1].values.size(), 1U);
}

TEST(PullLever, ClosingGoesBeforeChanging) {
  Case c = lever_case();
  c.levers = {lever("a", {ExitClosed{0, 1}}), lever("b", {ExitChanged{0, 1, dated(exactly(90), "2024-01-01")}})};
  EXPECT_FALSE(hindrance(c, {0, 1}));
  EXPECT_THAT(pull_levers(c, {0, 1}).parties[0].no_deal.exits[1].values, IsEmpty());
}

TEST(PullLever, BreakdownChangesItsValueOrItsChance) {
  const Case value = pulled(lever_case(), BreakdownChanged{1, exactly(12), {}});
  ASSERT_EQ(value.parties[1].no_deal.breakdown.size(), 1U);
  EXPECT_EQ(value.parties[1].no_deal.breakdown[0].value.low, Decimal::of(12));
  EXPECT_THAT(value.parties[1].no_deal.breakdown_chance, IsEmpty());
  const Case chance = pulled(lever_case(), BreakdownChanged{1, {}, millionths(100'000, 200'000)});
  EXPECT_THAT(chance.parties[1].no_deal.breakdown, IsEmpty());
  ASSERT_EQ(chance.parties[1].no_deal.breakdown_chance.size(), 1U);
  EXPECT_EQ(chance.parties[1].no_deal.breakdown_chance[0].value.high.millionths, 200'000);
}

TEST(PullLever, ADelayIsOneApprovalsOrAllOfThem) {
  Delay delay;
  delay.days = range(2, 4);
  const auto days = [](const Principal& who) { return who.delay ? who.delay->days.high : Decimal::of(-1); };
  const Case one = pulled(lever_case(), DelayChanged{0, 1, delay});
  EXPECT_EQ(days(one.parties[0].principals[0]), Decimal::of(-1));
  EXPECT_EQ(days(one.parties[0].principals[1]), Decimal::of(4));
  EXPECT_EQ(days(pulled(lever_case(), DelayChanged{0, -1, delay}).parties[0].principals[0]), Decimal::of(4));
}

TEST(PullLever, TermsBecomeRulesAndTextsAreReadWithThem) {
  const Case before = lever_case();
  const Case c = pulled(before, TermsHeld{{is(before, prisoners, {7, 8}), is(before, route, {0, 1})}});
  ASSERT_EQ(c.rules.size(), 1U) << "a term that leaves everything open is no rule";
  EXPECT_EQ(c.rules[0].name, "it");
  EXPECT_TRUE(obeys(c, c.rules[0], {0, 7, 0}));
  EXPECT_FALSE(obeys(c, c.rules[0], {0, 5, 0}));
  EXPECT_THAT(c.proposals[0].alternatives[prisoners], ElementsAre(7, 8));
  EXPECT_THAT(c.proposals[0].alternatives[route], ElementsAre(0));
  EXPECT_THAT(c.responses, IsEmpty()) << "they were to another text";
  EXPECT_THAT(c.approvals, IsEmpty());
  EXPECT_THAT(c.proposals[0].clauses, IsEmpty());
  EXPECT_THAT(check(c), IsEmpty());
  EXPECT_EQ(rule_text(c, c.rules[0]), "never prisoners is at most 600 or at least 900");
}

TEST(PullLever, TermsThatATextHasChangeNothingAboutIt) {
  Case c = lever_case();
  c.levers = {lever("it", {TermsHeld{{is(c, prisoners, {5, 6})}}})};
  EXPECT_EQ(pull_levers(c, {0}).responses.size(), 1U);
  EXPECT_THAT(terms_replaced(c, {0}, c.proposals[0]), IsEmpty());
  c.levers[0].changes = {TermsHeld{{is(c, prisoners, {6}), is(c, aid, {2})}}};
  EXPECT_THAT(terms_replaced(c, {0}, c.proposals[0]), ElementsAre(aid, prisoners));
}

TEST(PullLever, ARedLineIsLiftedAsFarAsItIsNamed) {
  const Case before = lever_case();
  const Case some = pulled(before, RedLineLifted{{0, -1, -1}, is(before, aid, {1})});
  ASSERT_EQ(some.parties[0].red_lines.size(), 1U);
  EXPECT_THAT(some.parties[0].red_lines[0].option.holds, ElementsAre(true, false, false));
  EXPECT_THAT(pulled(before, RedLineLifted{{0, -1, -1}, is(before, aid, {0, 1})}).parties[0].red_lines, IsEmpty());
  EXPECT_EQ(pulled(before, RedLineLifted{{0, 1, -1}, is(before, aid, {0, 1})}).parties[0].red_lines.size(), 1U)
      << "a principal does not lift its party's";
}

TEST(PullLever, WhatContradictsItselfCannotBePulled) {
  Case c = lever_case();
  c.levers = {lever("seven", {TermsHeld{{is(c, prisoners, {7})}}}),
              lever("eight", {TermsHeld{{is(c, prisoners, {8})}}}),
              lever("for", {StanceTaken{0, 0, 0}}),
              lever("against", {StanceTaken{0, 0, 1}}),
              lever("torn", {StanceTaken{0, 0, 0}, StanceTaken{0, 0, 1}}),
              lever("too much", {ReservationChanged{{0, -1, -1}, exactly(150)}})};
  EXPECT_FALSE(hindrance(c, {0}));
  EXPECT_FALSE(hindrance(c, {1}));
  EXPECT_FALSE(hindrance(c, {0, 2}));
  EXPECT_FALSE(hindrance(c, {2, 2}));
  EXPECT_THAT(hindrance(c, {0, 1}).value_or(Problem{}).message, HasSubstr("no package obeys all of these rules"));
  EXPECT_THAT(hindrance(c, {2, 3}).value_or(Problem{}).message,
              HasSubstr("the levers against and for set one thing in two ways: "));
  EXPECT_THAT(hindrance(c, {4}).value_or(Problem{}).message, HasSubstr("the lever torn sets one thing in two ways"));
  EXPECT_THAT(hindrance(c, {5}).value_or(Problem{}).message, HasSubstr("between 0 and 100"));
}

TEST(PullLever, ABreakdownsValueAndChanceAreTwoThings) {
  Case c = lever_case();
  c.levers = {lever("value", {BreakdownChanged{0, exactly(5), {}}}),
              lever("chance", {BreakdownChanged{0, {}, millionths(100'000, 100'000)}}),
              lever("other", {BreakdownChanged{0, exactly(6), {}}})};
  EXPECT_FALSE(hindrance(c, {0, 1}));
  EXPECT_TRUE(hindrance(c, {0, 2}));
}

TEST(PullLever, TheOrderOfLeversDoesNotMatter) {
  Case c = lever_case();
  c.levers = {lever("b", {TermsHeld{{is(c, prisoners, {6, 7})}}}), lever("a", {TermsHeld{{is(c, prisoners, {7, 8})}}})};
  for (const std::vector<int>& order : {std::vector{0, 1}, {1, 0}, {1, 0, 1}}) {
    const Case both = pull_levers(c, order);
    EXPECT_THAT(both.proposals[0].alternatives[prisoners], ElementsAre(7));
    ASSERT_EQ(both.rules.size(), 2U);
    EXPECT_EQ(both.rules[0].name, "a");
  }
}

}  // namespace
}  // namespace parley
