#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>

#include "parley/case/check.h"
#include "parley/case/gamble.h"
#include "support/case_builder.h"
#include "support/messages.h"

namespace parley {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Quantity disputed(std::vector<Claim> claims) {
  Quantity number = range(20, 40);
  number.claims = std::move(claims);
  return number;
}
Claim claim(int low, int high, int weight = 1) {
  return {Decimal::of(low), Decimal::of(high), Decimal::of(weight), {}};
}

Exit& new_exit(Case& c, const std::string& name, std::optional<DatedValue> value = {}) {
  Exit exit;
  exit.id = exit.name = name;
  if (!value) value.emplace().value = exactly(20);
  exit.values.push_back(*value);
  c.parties[0].no_deal.exits.push_back(exit);
  return c.parties[0].no_deal.exits.back();
}

DatedValue gamble(Quantity chance, Quantity win, Quantity loss, Quantity cost) {
  DatedValue value;
  value.gamble = Gamble{std::move(chance), std::move(win), std::move(loss), std::move(cost)};
  return value;
}

TEST(CheckWords, StatementsThatDifferAreTwoOrMoreAndCount) {
  Case c = small_case();
  c.parties[0].reservation = disputed({claim(20, 30), claim(35, 40, 2)});
  EXPECT_THAT(check(c), IsEmpty());
  c.parties[0].reservation = disputed({claim(20, 40)});
  EXPECT_THAT(messages(check(c)),
              ElementsAre("the reservation value of North is told in several ways, but there is only one here"));
  c.parties[0].reservation = disputed({claim(20, 40), claim(25, 30, 0)});
  EXPECT_THAT(messages(check(c)),
              ElementsAre("a statement on the reservation value of North has weight 0, which counts for nothing"));
}

TEST(CheckWords, EachClaimOnConsentIsATree) {
  Case c = small_case();
  Party& north = c.parties[0];
  north.principals = {principal(c, "delegation"), principal(c, "cabinet")};
  north.consent = gate(Gate::Kind::all, {approval_of(0), approval_of(1)});
  north.consent_claims = {{north.consent, Decimal::of(2), {}}, {approval_of(0), Decimal::of(1), {}}};
  EXPECT_THAT(check(c), IsEmpty());
  north.consent_claims[1].consent = gate(Gate::Kind::at_least, {approval_of(0), approval_of(1)}, 3);
  EXPECT_THAT(messages(check(c)), ElementsAre("the consent of North asks for at least 3 approvals of 2 that count, "
                                              "which can never be"));
}

TEST(CheckWords, DelaysEndAndAreInOrder) {
  Case c = small_case();
  Principal& north = c.parties[0].principals[0];
  north.delay = Delay{range(2, 10), Decimal::of(4), {}};
  EXPECT_THAT(check(c), IsEmpty());
  north.delay->typical = Decimal::of(11);
  EXPECT_THAT(messages(check(c)),
              ElementsAre("the delay of North is typically 11 days, outside of the 2 to 10 days that it may take"));
  north.delay = Delay{range(9, 2), {}, {}};
  EXPECT_THAT(messages(check(c)), ElementsAre("the delay of North is at least 9 days and at most 2 days"));
  north.delay = Delay{range(1, 40'000), {}, {}};
  EXPECT_THAT(messages(check(c)), ElementsAre("the delay of North is without end: up to 40000 days"));
  north.delay = Delay{range(-2, 10), {}, {}};
  EXPECT_THAT(messages(check(c)), ElementsAre("the delay of North cannot be less than no time"));
  north.delay = Delay{range(2, 4), {}, {Decimal::of(2), Decimal::of(5)}};
  EXPECT_THAT(messages(check(c)), ElementsAre("the delay of North was seen to take a time that it cannot take"));
}

TEST(CheckWords, ChancesOfAStanceCanAddUpToOne) {
  Case c = small_case();
  Stance stance;
  stance.name = "boats";
  stance.positions = {"lent", "not lent"};
  ThirdParty third;
  third.name = "Ally";
  stance.chances = {millionths(200'000, 300'000), millionths(600'000, 800'000)};
  third.stances = {stance};
  c.third_parties = {third};
  Stance& stated = c.third_parties[0].stances[0];
  EXPECT_THAT(check(c), IsEmpty());
  stated.chances[1] = millionths(500'000, 600'000);
  EXPECT_THAT(messages(check(c)),
              ElementsAre("the chances of the position of Ally on boats add up to 0.7 to 0.9; 1 is needed"));
  stated.chances = {exactly(0), exactly(2)};
  EXPECT_THAT(messages(check(c)),
              ElementsAre("the chance of a position of Ally on boats must lie between 0 and 1, not at 2",
                          "the chances of the position of Ally on boats add up to 2; 1 is needed"));
  stated.chances = {exactly(0), exactly(1)};
  stated.now = 0;
  EXPECT_THAT(messages(check(c)), ElementsAre("the position of Ally on boats is known, and chances are given for it"));
}

TEST(CheckWords, ExitsOpenBeforeTheyCloseAndWaitForOthers) {
  Case c = small_case();
  c.parties[0].reservation.reset();
  new_exit(c, "march").opens = parse_date("2024-06-01");
  c.parties[0].no_deal.exits[0].closes = parse_date("2024-05");
  EXPECT_THAT(messages(check(c)),
              ElementsAre("exit march of North closes in May 2024, before it opens on 1 June 2024"));
  c.parties[0].no_deal.exits[0].closes = parse_date("2024-06");
  c.parties[0].no_deal.exits[0].after = 0;
  EXPECT_THAT(messages(check(c)), ElementsAre("exit march of North waits for itself, so it can never be chosen"));
  new_exit(c, "call-up").after = 0;
  c.parties[0].no_deal.exits[0].after = 1;
  EXPECT_THAT(messages(check(c)), ElementsAre("exits of North wait for each other in a circle, so none of them can be "
                                              "chosen: march after call-up after march"));
  c.parties[0].no_deal.exits[0].after = -1;
  EXPECT_THAT(check(c), IsEmpty());
  c.parties[0].no_deal.exits[1].closes = parse_date("2024-04-30");
  EXPECT_THAT(messages(check(c)), ElementsAre("exit call-up of North closes on 30 April 2024, before march, for which "
                                              "it waits, opens on 1 June 2024"));
}

TEST(CheckWords, ValuesOfOneThingHoldAtDifferentTimes) {
  Case c = small_case();
  DatedValue value;
  value.value = exactly(40);
  value.since = parse_date("2024-06-01");
  c.parties[0].reservations = {value, value};
  EXPECT_THAT(messages(check(c)), ElementsAre("two values of the reservation value of North hold from 1 June 2024 on"));
  c.parties[0].reservations[1].since = parse_date("2024-06-02");
  EXPECT_THAT(check(c), IsEmpty());
}

TEST(CheckWords, GamblesStayOnTheScale) {
  Case c = small_case();
  c.parties[0].reservation.reset();
  new_exit(c, "march", gamble(millionths(300'000, 600'000), range(60, 70), range(10, 20), range(5, 10)));
  EXPECT_THAT(check(c), IsEmpty());
  DatedValue& value = c.parties[0].no_deal.exits[0].values[0];
  value.gamble->chance.low = Decimal();
  value.gamble->cost = range(5, 12);
  EXPECT_THAT(messages(check(c)),
              ElementsAre("exit march of North would be worth -2 to 45, outside of 0 to 100: chance "
                          "0 to 0.6, win 60 to 70, loss 10 to 20, cost 5 to 12"));
  value.gamble->chance.high = Decimal::of(2);
  EXPECT_THAT(messages(check(c)),
              ElementsAre("the chance of the value of march for North must lie between 0 and 1, not "
                          "at 0 to 2"));
}

TEST(CheckWords, WhatAGambleMayBeWorthIsWhatItsPartsMayMakeIt) {
  std::mt19937_64 random(1);
  const auto drawn = [&](unsigned most) {
    const auto a = static_cast<int>(random() % (most + 1));
    const auto b = static_cast<int>(random() % (most + 1));
    return range(std::min(a, b), std::max(a, b));
  };
  for (int round = 0; round < 200; ++round) {
    Gamble gamble{drawn(10), drawn(100), drawn(100), drawn(100)};
    gamble.chance.low.millionths /= 10;
    gamble.chance.high.millionths /= 10;
    std::int64_t low = INT64_MAX;
    std::int64_t high = INT64_MIN;
    for (const Decimal chance : {gamble.chance.low, gamble.chance.high})
      for (const Decimal win : {gamble.win.low, gamble.win.high})
        for (const Decimal loss : {gamble.loss.low, gamble.loss.high})
          for (const Decimal cost : {gamble.cost.low, gamble.cost.high}) {
            // Tenths of a chance times whole points: no rounding.
            const std::int64_t tenths = chance.millionths / 100'000;
            const std::int64_t worth =
                (tenths * win.millionths + (10 - tenths) * loss.millionths) / 10 - cost.millionths;
            low = std::min(low, worth);
            high = std::max(high, worth);
          }
    const GambleWorth worth = gamble_worth(gamble);
    EXPECT_EQ(worth.low.millionths, low);
    EXPECT_EQ(worth.high.millionths, high);
  }
}

Lever lever(std::vector<LeverChange> changes) {
  Lever made;
  made.id = made.name = "pull";
  made.changes = std::move(changes);
  return made;
}

TEST(CheckWords, LeversChangeSomethingOnce) {
  Case c = small_case();
  c.levers = {lever({})};
  EXPECT_THAT(messages(check(c)), ElementsAre("lever pull changes nothing"));
  c.levers = {lever({ReservationChanged{{.party = 0}, exactly(20)}, ReservationChanged{{.party = 1}, exactly(20)}})};
  EXPECT_THAT(check(c), IsEmpty());
  c.levers = {lever({ReservationChanged{{.party = 0}, exactly(20)}, ReservationChanged{{.party = 0}, exactly(30)}})};
  EXPECT_THAT(messages(check(c)),
              ElementsAre("lever pull changes one thing twice: the reservation value of North is 30"));
  c.levers = {lever({ReservationChanged{{.party = 0}, exactly(120)}})};
  EXPECT_THAT(messages(check(c)), ElementsAre("what lever pull changes must lie between 0 and 100, not at 120"));
}

TEST(CheckWords, LeversLiftRedLinesThatAreThereAndHoldTermsThatCanBe) {
  Case c = small_case();
  c.parties[0].red_lines.push_back({is(c, 0, {0}), {}});
  c.levers = {lever({RedLineLifted{{.party = 0}, is(c, 0, {0})}})};
  EXPECT_THAT(check(c), IsEmpty());
  c.levers = {lever({RedLineLifted{{.party = 0}, is(c, 0, {1})}})};
  EXPECT_THAT(messages(check(c)), ElementsAre("lever pull lifts a red line that North does not have: aid is limited"));
  c.rules = {implies({is(c, 0, {2})}, {is(c, 2, {1})})};
  c.levers = {lever({TermsHeld{{is(c, 0, {2}), is(c, 2, {0})}}})};
  EXPECT_THAT(messages(check(c)), ElementsAre("no package obeys the rules and the terms of lever pull"));
}

}  // namespace
}  // namespace parley
