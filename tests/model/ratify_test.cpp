#include "parley/model/ratify.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "parley/model/consent.h"
#include "parley/model/gates.h"
#include "support/case_builder.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

constexpr double rounding = 1e-9;

Delay days_long(int low, int high) {
  Delay made;
  made.days = range(low, high);
  return made;
}

Delay typically(int low, int typical, int high) {
  Delay made = days_long(low, high);
  made.typical = Decimal::of(typical);
  return made;
}

DayChances chances(const Delay& delay) { return days_of(delay).value(); }

TEST(Ratify, EachDayOfARangeIsAsLikely) {
  const DayChances found = chances(days_long(3, 6));
  EXPECT_EQ(chance_within(found, 2), 0);
  for (int day = 3; day <= 6; ++day) EXPECT_NEAR(chance_within(found, day), 0.25 * (day - 2), rounding);
  EXPECT_NEAR(chance_within(found, 1000), 1, rounding);
}

TEST(Ratify, ChancesRiseToTheTypicalDay) {
  // Heights 1/3, 2/3, 1, 1/2 on the days 2 to 5.
  const DayChances found = chances(typically(2, 4, 5));
  EXPECT_NEAR(chance_within(found, 2), 1.0 / 3 / 2.5, rounding);
  EXPECT_NEAR(chance_within(found, 4), 2.0 / 2.5, rounding);
  EXPECT_NEAR(chance_within(found, 5), 1, rounding);
}

TEST(Ratify, WhatWasSeenIsAsLikelyAsItWasSeen) {
  Delay delay = days_long(2, 9);
  delay.seen = {Decimal::of(2), Decimal::of(9), Decimal{1'500'000}};
  const DayChances found = chances(delay);
  EXPECT_NEAR(chance_within(found, 2), 2.0 / 3, rounding) << "a part of a day counts as one";
  EXPECT_NEAR(chance_within(found, 8), 2.0 / 3, rounding);
  EXPECT_NEAR(chance_within(found, 9), 1, rounding);
}

TEST(Ratify, ClaimsCountByTheirWeight) {
  Delay delay = days_long(1, 10);
  delay.days.claims = {{Decimal::of(1), Decimal::of(1), Decimal::of(3), {}},
                       {Decimal::of(10), Decimal::of(10), Decimal::of(1), {}}};
  EXPECT_NEAR(chance_within(chances(delay), 5), 0.75, rounding);
}

TEST(Ratify, WhoHasBeenAskedForDaysHasLessLeft) {
  const auto left = days_of(days_long(1, 4), 2);
  ASSERT_TRUE(left);
  EXPECT_NEAR(chance_within(*left, 1), 0.5, rounding) << "the third or the fourth day";
  EXPECT_NEAR(chance_within(*left, 2), 1, rounding);
  EXPECT_FALSE(days_of(days_long(1, 4), 4)) << "it should have come";
}

TEST(Ratify, DelaysBeyondTenYearsHaveNotCome) {
  const DayChances found = chances(days_long(0, 100'000'000));
  EXPECT_LT(chance_within(found, most_days), 0.001);
  EXPECT_EQ(day_of(found, 0.5), std::nullopt);
  EXPECT_EQ(chance_within(chances(days_long(5000, 6000)), most_days), 0);
}

TEST(Ratify, FindsTheFirstDay) {
  EXPECT_EQ(day_of(chances(days_long(1, 10)), 0.5), 5);
  EXPECT_EQ(day_of(chances(days_long(1, 10)), 0.9), 9);
  EXPECT_EQ(day_of(never_comes(), 0.5), std::nullopt);
  EXPECT_EQ(day_of(at_once(), 0.9), 0);
}

constexpr int signers = 4;

Party random_signers(Random& random) {
  Party made;
  made.principals.resize(signers);
  for (Principal& principal : made.principals) {
    const int low = static_cast<int>(draw(random, 0, 3));
    const int high = low + static_cast<int>(draw(random, 0, 3));
    principal.delay = draw(random, 0, 1) == 0 ? days_long(low, high) : typically(low, (low + high) / 2, high);
  }
  return made;
}

Gate random_gate(Random& random, int depth) {
  if (depth == 0 || draw(random, 0, 3) == 0) return approval_of(static_cast<int>(draw(random, 0, signers - 1)));
  std::vector<Gate> children;
  const auto size = draw(random, 1, 3);
  for (std::int64_t i = 0; i < size; ++i) children.push_back(random_gate(random, depth - 1));
  const Gate::Kind kinds[] = {Gate::Kind::all, Gate::Kind::any, Gate::Kind::at_least};
  Gate made = gate(kinds[draw(random, 0, 2)], std::move(children), 0);
  made.least = static_cast<int>(draw(random, 1, size));
  made.in_turn = draw(random, 0, 2) == 0;
  return made;
}

/// The day on which a tree approves when each principal takes so many days; nothing: never.
std::optional<int> day_by_the_words(const Gate& gate, const std::vector<std::optional<int>>& takes) {
  if (gate.kind == Gate::Kind::principal) return takes[static_cast<std::size_t>(gate.principal)];
  std::vector<int> come;
  for (const Gate& child : gate.children)
    if (const auto day = day_by_the_words(child, takes)) come.push_back(*day);
  const auto needed = gate.kind == Gate::Kind::all   ? gate.children.size()
                      : gate.kind == Gate::Kind::any ? 1
                                                     : static_cast<std::size_t>(gate.least);
  if (come.size() < needed) return std::nullopt;
  if (!gate.in_turn) {
    std::ranges::sort(come);
    return come[needed - 1];
  }
  int sum = 0;
  for (std::size_t k = 0; k < needed; ++k) sum += come[k];
  return sum;
}

/// Every way in which the principals may take their time, one by one.
std::map<int, double> by_enumeration(const Gate& gate, const std::vector<DayChances>& each) {
  std::map<int, double> found;
  std::vector<std::optional<int>> takes(each.size());
  const auto go = [&](const auto& self, std::size_t k, double chance) -> void {
    if (chance <= 0) return;
    if (k == each.size()) {
      if (const auto day = day_by_the_words(gate, takes)) found[*day] += chance;
      return;
    }
    double before = 0;
    for (std::size_t day = 0; day < each[k].within.size(); ++day) {
      takes[k] = static_cast<int>(day);
      self(self, k + 1, chance * (each[k].within[day] - before));
      before = each[k].within[day];
    }
    takes[k] = std::nullopt;
    self(self, k + 1, chance * (1 - before));
  };
  go(go, 0, 1);
  return found;
}

TEST(Ratify, TreesTakeAsLongAsTheirWordsSay) {
  Random random(5);
  for (int round = 0; round < 150; ++round) {
    SCOPED_TRACE(round);
    const Party party = random_signers(random);
    const Gate tree = random_gate(random, 2);
    std::vector<DayChances> each;
    for (const Principal& principal : party.principals)
      each.push_back(draw(random, 0, 6) == 0 ? never_comes() : chances(principal.delay.value()));
    const TreeDays found = days_until_approved(party, tree, each);
    EXPECT_FALSE(found.apart);
    double within = 0;
    const auto expected = by_enumeration(tree, each);
    for (int day = 0; day <= 40; ++day) {
      if (expected.contains(day)) within += expected.at(day);
      ASSERT_NEAR(chance_within(found.days, day), within, rounding) << "day " << day;
    }
  }
}

int drawn_day(Random& random, const DayChances& chances) {
  const double at = static_cast<double>(draw(random, 0, 999'999'999)) / 1e9;
  return static_cast<int>(std::ranges::upper_bound(chances.within, at) - chances.within.begin());
}

TEST(Ratify, AgreesWithDrawnDays) {
  Random random(9);
  Party party;
  party.principals.resize(3);
  const std::vector<DayChances> each{chances(days_long(2, 30)), chances(typically(5, 7, 60)),
                                     chances(days_long(0, 14))};
  Gate turns = gate(Gate::Kind::all, {approval_of(0), approval_of(1)});
  turns.in_turn = true;
  const Gate tree = gate(Gate::Kind::all, {turns, approval_of(2)});
  const TreeDays found = days_until_approved(party, tree, each);
  constexpr int draws = 40'000;
  std::vector<int> came(120, 0);
  for (int i = 0; i < draws; ++i) {
    std::vector<std::optional<int>> takes;
    for (const DayChances& one : each) takes.emplace_back(drawn_day(random, one));
    const auto day = day_by_the_words(tree, takes);
    ASSERT_TRUE(day);
    for (int d = *day; d < std::ssize(came); ++d) ++came[static_cast<std::size_t>(d)];
  }
  for (const int day : {10, 20, 30, 45, 60, 80})
    EXPECT_NEAR(chance_within(found.days, day), 1.0 * came[static_cast<std::size_t>(day)] / draws, 0.011);
}

TEST(Ratify, TheOrderOfThoseWhoAreAskedAtOnceChangesNoBit) {
  const std::vector<DayChances> parts{chances(days_long(1, 7)), chances(typically(2, 3, 9)), chances(days_long(0, 13))};
  const std::vector<DayChances> turned{parts[2], parts[0], parts[1]};
  for (int least = 1; least <= 3; ++least) EXPECT_EQ(so_many_of(parts, least).within, so_many_of(turned, least).within);
}

TEST(Gates, WithoutAPrincipalIsAsIfItAlwaysApproved) {
  Random random(13);
  for (int round = 0; round < 400; ++round) {
    Party party;
    party.principals.resize(signers);
    party.consent = random_gate(random, 3);
    const int left_out = static_cast<int>(draw(random, 0, signers - 1));
    const auto rest = without(party, party.consent, left_out);
    Party other = party;
    other.consent = rest.value_or(open_gate());
    for (unsigned set = 0; set < 1U << signers; ++set) {
      std::vector<bool> approvals;
      for (unsigned k = 0; k < signers; ++k) approvals.push_back((set >> k & 1) == 1);
      const bool found = tree_approves(other, approvals);
      approvals[static_cast<std::size_t>(left_out)] = true;
      EXPECT_EQ(found, tree_approves(party, approvals));
      if (!rest) {
        EXPECT_TRUE(found);
      }
    }
  }
}

TEST(Gates, AreAskedInTheirTurn) {
  Party party;
  party.principals.resize(signers);
  party.principals[0].advisory = true;
  Gate turns =
      gate(Gate::Kind::all, {approval_of(0), gate(Gate::Kind::any, {approval_of(3), approval_of(1)}), approval_of(2)});
  EXPECT_EQ(asked_first(party, turns), (std::vector<int>{1, 2, 3}));
  turns.in_turn = true;
  EXPECT_EQ(asked_first(party, turns), (std::vector<int>{1, 3})) << "who is heard only is not asked";
  EXPECT_EQ(principals_in(party, turns), (std::vector<int>{1, 2, 3}));
}

}  // namespace
}  // namespace parley::test
