#include "parley/ask/window.h"

#include <gtest/gtest.h>

#include "ask/packages.h"
#include "parley/ask/explain.h"
#include "parley/model/consent.h"
#include "support/case_builder.h"
#include "support/other_order.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

Date day_after(int number) { return Date{parse_date("2024-03-26")->day + std::chrono::days{number}}; }

int between(Random& random, int low, int high) { return static_cast<int>(draw(random, low, high)); }

DatedValue dated(Quantity value, const std::optional<Date>& since = {}, int position = -1) {
  DatedValue made;
  made.value = std::move(value);
  made.since = since;
  if (position < 0) return made;
  made.third_party = made.stance = 0;
  made.position = position;
  return made;
}

/// A random case whose parties have exits that open and close, an ally whose stance may be unknown, and reservation
/// values that change.
Case dated_case(Random& random) {
  CaseShape shape;
  shape.issues = 3;
  Case c = random_case(random, shape);
  c.as_of = day_after(0);
  ThirdParty ally;
  ally.id = ally.name = "ally";
  ally.stances.resize(1);
  ally.stances[0].id = ally.stances[0].name = "support";
  ally.stances[0].positions = {"firm", "conditional"};
  ally.stances[0].now = between(random, -1, 1);
  c.third_parties = {ally};
  const auto points = [&] { return exactly(between(random, 0, 9) * 10); };
  for (Party& party : c.parties) {
    if (between(random, 0, 2) > 0) party.reservation.reset();
    party.no_deal = {};
    party.no_deal.breakdown = {dated(points()), dated(points(), day_after(between(random, 1, 20)))};
    party.no_deal.breakdown.push_back(dated(points(), day_after(between(random, 1, 20)), between(random, 0, 1)));
    party.no_deal.exits.resize(2);
    party.no_deal.exits[0].values = {dated(points())};
    party.no_deal.exits[0].opens = day_after(between(random, 1, 20));
    party.no_deal.exits[0].preparation = Delay{range(0, between(random, 0, 4)), {}, {}};
    party.no_deal.exits[1].values = {dated(points())};
    party.no_deal.exits[1].closes = day_after(between(random, 1, 20));
    if (between(random, 0, 1) == 1) party.reservations = {dated(points(), day_after(between(random, 1, 20)))};
  }
  return c;
}

WindowOptions daily() {
  WindowOptions options;
  options.from = day_after(0);
  options.until = day_after(25);
  options.step_days = 1;
  return options;
}

bool within(const std::vector<Windows::Stretch>& stretches, Date date) {
  return std::ranges::any_of(
      stretches, [&](const Windows::Stretch& stretch) { return stretch.first <= date && date <= stretch.last; });
}

/// What holds of a history on a date.
const Windows::Since& on(const std::vector<Windows::Since>& history, Date date) {
  const Windows::Since* latest = nullptr;
  for (const Windows::Since& since : history)
    if (since.date <= date) latest = &since;
  return *latest;
}

TEST(Window, AgreesWithEveryDayLookedAtAlone) {
  Random random(17);
  for (int round = 0; round < 8; ++round) {
    SCOPED_TRACE(round);
    const Case c = dated_case(random);
    const Windows answer = windows(c, day_after(0), daily());
    const auto packages = packages_of(c);
    ASSERT_EQ(answer.moments.size(), 26U);
    for (int d = 0; d <= 25; ++d) {
      const Model model = compile(c, day_after(d));
      std::size_t accepted = 0;
      for (const Package& package : packages) accepted += everyone_approves(c, model, package) ? 1U : 0U;
      const Windows::Moment& moment = answer.moments[static_cast<std::size_t>(d)];
      EXPECT_EQ(moment.date, day_after(d));
      EXPECT_EQ(moment.zone.accepted, std::to_string(accepted));
      EXPECT_EQ(moment.zone.central, accepted > 0);
      EXPECT_EQ(within(answer.open.central, day_after(d)), accepted > 0) << d;
      const Explanation told = explain(c, model, 0);
      for (std::size_t p = 0; p < c.parties.size(); ++p) {
        EXPECT_EQ(moment.floors[p][0].span, model.floors[p][0].span);
        EXPECT_EQ(on(answer.tabled.at(0).parties[p], day_after(d)).verdict, told.parties[p].verdict);
        EXPECT_EQ(on(answer.tabled[0].principals[p][0], day_after(d)).completions,
                  told.parties[p].principals[0].completions);
      }
    }
  }
}

TEST(Window, WhatIsCertainOverReadingsIs) {
  Random random(19);
  int settled = 0;
  for (int round = 0; round < 8; ++round) {
    SCOPED_TRACE(round);
    const Case c = dated_case(random);
    const Windows answer = windows(c, day_after(0), daily());
    for (const Windows::Moment& moment : answer.moments) {
      const Model model = compile(c, moment.date);
      bool possible = false;
      bool certain = false;
      for (const Package& package : packages_of(c)) {
        const auto told = verdicts(c, model, package);
        possible = possible || std::ranges::none_of(told, [](const PartyVerdict& party) {
                     return party.verdict == Verdict::certainly_not;
                   });
        certain = certain || std::ranges::all_of(
                                 told, [](const PartyVerdict& party) { return party.verdict == Verdict::certainly; });
      }
      if (moment.zone.open == Verdict::certainly) {
        EXPECT_TRUE(certain);
      }
      if (moment.zone.open == Verdict::certainly_not) {
        EXPECT_FALSE(possible);
      }
      settled += moment.zone.open == Verdict::possibly ? 0 : 1;
    }
  }
  EXPECT_GT(settled, 40);
}

/// North could leave from day 5 on for what is worth more to it than most packages.
Case closing_case() {
  Case c = small_case();
  c.as_of = day_after(0);
  Party& north = c.parties[0];
  north.reservation.reset();
  north.no_deal.breakdown = {dated(exactly(20))};
  north.no_deal.exits.resize(1);
  north.no_deal.exits[0].id = north.no_deal.exits[0].name = "go it alone";
  north.no_deal.exits[0].values = {dated(exactly(95))};
  north.no_deal.exits[0].opens = day_after(5);
  north.no_deal.exits[0].closes = day_after(9);
  return c;
}

TEST(Window, TellsWhatClosesAndOpensIt) {
  const Windows answer = windows(closing_case(), day_after(0), daily());
  ASSERT_EQ(answer.changes.size(), 2U);
  EXPECT_EQ(answer.changes[0].text, "North: its exit \"go it alone\" is there to be chosen");
  EXPECT_EQ(answer.changes[1].text, "North: its exit \"go it alone\" has closed");
  ASSERT_EQ(answer.open.central.size(), 2U);
  EXPECT_EQ(answer.open.central[0], (Windows::Stretch{day_after(0), day_after(4), false, true, {}, {0}}));
  EXPECT_EQ(answer.open.central[1], (Windows::Stretch{day_after(10), day_after(25), true, false, {1}, {}}));
}

TEST(Window, TellsWhenATextStopsBeingAcceptable) {
  Case c = closing_case();
  c.parties[0].no_deal.exits[0].closes.reset();
  const Windows answer = windows(c, day_after(0), daily());
  ASSERT_EQ(answer.tabled.size(), 1U);
  const auto& north = answer.tabled[0].parties[0];
  ASSERT_EQ(north.size(), 2U);
  EXPECT_EQ(north[0].date, day_after(0));
  EXPECT_EQ(north[0].verdict, Verdict::certainly);
  EXPECT_EQ(north[1].date, day_after(5));
  EXPECT_EQ(north[1].verdict, Verdict::certainly_not);
  EXPECT_EQ(answer.tabled[0].parties[1].size(), 1U);
}

TEST(Window, StaysAsItIsWhereNothingIsDated) {
  const Windows answer = windows(small_case(), day_after(0), {});
  EXPECT_TRUE(answer.changes.empty());
  EXPECT_EQ(answer.turns, std::vector{day_after(0)});
  ASSERT_EQ(answer.open.central.size(), 1U);
  EXPECT_FALSE(answer.open.central[0].opens);
  EXPECT_FALSE(answer.open.central[0].closes);
}

TEST(Window, SetsThePositionsOfAStanceSideBySide) {
  Case c = closing_case();
  c.third_parties.resize(1);
  c.third_parties[0].id = c.third_parties[0].name = "ally";
  c.third_parties[0].stances.resize(1);
  c.third_parties[0].stances[0].positions = {"firm", "conditional"};
  c.parties[0].no_deal.exits[0].values.push_back(dated(exactly(10), {}, 1));
  const Windows answer = windows(c, day_after(0), daily());
  EXPECT_EQ(answer.moments[6].zone.open, Verdict::possibly);
  ASSERT_EQ(answer.alternatives.size(), 2U);
  for (int position = 0; position < 2; ++position) {
    c.third_parties[0].stances[0].now = position;
    const Windows known = windows(c, day_after(0), daily());
    const Windows::Alternative& told = answer.alternatives[static_cast<std::size_t>(position)];
    EXPECT_EQ(told.position, position);
    EXPECT_FALSE(told.now);
    EXPECT_EQ(told.open.central, known.open.central);
    for (std::size_t turn = 0; turn < answer.turns.size(); ++turn)
      EXPECT_EQ(told.zones[turn],
                known.moments[static_cast<std::size_t>(days_between(day_after(0), answer.turns[turn]))].zone);
  }
}

TEST(Window, TellsAtWhichChanceAnExitIsWorthTheNewestText) {
  Case c = closing_case();
  Gamble gamble;
  gamble.chance = millionths(500'000, 500'000);
  gamble.win = exactly(100);
  gamble.loss = exactly(0);
  gamble.cost = exactly(5);
  c.parties[0].no_deal.exits[0].values[0].gamble = gamble;
  const Windows answer = windows(c, day_after(0), daily());
  ASSERT_EQ(answer.evens.size(), 1U);
  const Windows::Even& even = answer.evens[0];
  const Model model = compile(c, day_after(0));
  const Utility text = central_utility(model.principals[0][0], {1, 5, 0});
  EXPECT_EQ(even.text.central, text);
  EXPECT_EQ(even.chance.central, text + 50'000'000);
  EXPECT_EQ(even.cost, break_even_cost(gamble, even.text));
  EXPECT_FALSE(even.cost.in_every_reading) << "an even chance of everything may be worth less than the text";
  WindowOptions before = daily();
  before.until = day_after(4);
  EXPECT_TRUE(windows(c, day_after(0), before).evens.empty());
}

TEST(Window, SwappingTheSidesMirrorsTheAnswer) {
  Random random(23);
  for (int round = 0; round < 5; ++round) {
    const Case c = dated_case(random);
    const Windows answer = windows(c, day_after(0), daily());
    const Windows mirrored = windows(swapped(c, 0, 1), day_after(0), daily());
    ASSERT_EQ(answer.moments.size(), mirrored.moments.size());
    for (std::size_t m = 0; m < answer.moments.size(); ++m) {
      EXPECT_EQ(answer.moments[m].zone, mirrored.moments[m].zone);
      EXPECT_EQ(answer.moments[m].waiting[0], mirrored.moments[m].waiting[1]);
      EXPECT_EQ(answer.moments[m].floors[0][0].span, mirrored.moments[m].floors[1][0].span);
    }
    ASSERT_EQ(answer.open.central.size(), mirrored.open.central.size());
    for (std::size_t s = 0; s < answer.open.central.size(); ++s)
      EXPECT_EQ(answer.open.central[s].first, mirrored.open.central[s].first);
  }
}

TEST(Window, RefusesWhatLeadsNowhere) {
  const Case c = closing_case();
  EXPECT_EQ(window_refusal(c, day_after(0), daily()), "");
  WindowOptions options = daily();
  options.step_days = 0;
  EXPECT_NE(window_refusal(c, day_after(0), options), "");
  options = daily();
  options.until = day_after(-1);
  EXPECT_NE(window_refusal(c, day_after(0), options), "");
  options = daily();
  options.until = day_after(2000);
  EXPECT_NE(window_refusal(c, day_after(0), options), "");
  options.step_days = 7;
  EXPECT_EQ(window_refusal(c, day_after(0), options), "");
  EXPECT_EQ(window_refusal(c, Date{}, {}), "");
}

}  // namespace
}  // namespace parley::test
