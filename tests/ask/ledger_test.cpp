#include "parley/ask/ledger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "parley/ask/versions.h"
#include "parley/ask/worth.h"
#include "support/case_builder.h"
#include "support/other_order.h"
#include "support/random_talks.h"

namespace parley::test {
namespace {

constexpr std::int64_t point = 1'000'000;

bool same(const Spread& a, const Spread& b) { return a.low == b.low && a.central == b.central && a.high == b.high; }

std::string shown(const Spread& s) {
  return std::to_string(s.low) + ".." + std::to_string(s.central) + ".." + std::to_string(s.high);
}

Spread points(int low, int central, int high) { return {low * point, central * point, high * point}; }

void table(Case& c, int by, int parent, const Package& package) {
  c.proposals.push_back(proposal("text " + std::to_string(c.proposals.size()), package));
  if (by >= 0) c.proposals.back().author = Actor{by, -1, -1};
  c.proposals.back().parent = parent;
}

Case without_texts() {
  Case c = small_case();
  c.proposals.clear();
  return c;
}

Ledger ledger(const Case& c) { return ledger_of(c, versions_by(c, day("2030-12-31"))); }

const Ledger::SideSum& sum_of(const Ledger& ledger, int party, int issue) {
  return *std::ranges::find_if(ledger.sums, [&](const auto& s) { return s.party == party && s.issue == issue; });
}

TEST(Ledger, TheFirstTextOfASideIsNoConcession) {
  Case c = without_texts();
  table(c, 0, -1, {2, 9, 0});
  table(c, 1, -1, {0, 3, 1});
  EXPECT_TRUE(ledger(c).shifts.empty());
  EXPECT_TRUE(ledger(c).sums.empty());
}

TEST(Ledger, TellsHowFarATextMovedForEverySide) {
  Case c = without_texts();
  table(c, 0, -1, {2, 9, 0});
  table(c, 0, -1, {2, 7, 1});
  const Ledger answer = ledger(c);
  ASSERT_EQ(answer.shifts.size(), 2u);
  const Shift& prisoners = answer.shifts[0];
  EXPECT_EQ(prisoners.issue, 1);
  EXPECT_TRUE(prisoners.from_own);
  EXPECT_FALSE(prisoners.from_parent);
  EXPECT_EQ(prisoners.steps.central, -2);
  EXPECT_EQ(shown(*prisoners.points[0]), shown(points(-20, -20, -20)));
  EXPECT_EQ(shown(*prisoners.points[1]), shown(points(20, 20, 20)));
  EXPECT_EQ(answer.shifts[1].steps.central, 1);
  EXPECT_EQ(shown(*answer.shifts[1].points[0]), shown(points(-100, -100, -100)));
}

TEST(Ledger, AnOrderAloneLeavesARange) {
  Case c = without_texts();
  table(c, 0, -1, {2, 9, 0});
  table(c, 0, 0, {1, 9, 0});
  const Ledger answer = ledger(c);
  ASSERT_EQ(answer.shifts.size(), 1u);
  EXPECT_TRUE(answer.shifts[0].from_own);
  EXPECT_TRUE(answer.shifts[0].from_parent);
  EXPECT_EQ(shown(*answer.shifts[0].points[0]), shown(points(-100, -50, 0)));
}

TEST(Ledger, ACounterTextIsAConcessionAgainstOnesOwnTextNotAgainstTheOthers) {
  Case c = without_texts();
  table(c, 0, -1, {2, 9, 0});
  table(c, 1, 0, {2, 3, 0});
  table(c, 0, 1, {2, 7, 0});
  const Ledger answer = ledger(c);
  EXPECT_EQ(shown(*sum_of(answer, 0, 1).own.points), shown(points(-20, -20, -20)));
  EXPECT_EQ(shown(*sum_of(answer, 1, 1).others.points), shown(points(20, 20, 20)));
  EXPECT_EQ(shown(*sum_of(answer, 0, 1).texts.points), shown(points(-20, -20, -20)));
  EXPECT_EQ(sum_of(answer, 0, 1).texts.shifts, 2);
  EXPECT_EQ(sum_of(answer, 1, 1).own.shifts, 0);
}

TEST(Ledger, WhatIsTakenBackIsNothingWhateverItIsWorth) {
  Case c = without_texts();
  for (const int aid : {2, 1, 2}) table(c, 0, -1, {aid, 9, 0});
  EXPECT_EQ(shown(*sum_of(ledger(c), 0, 0).own.points), shown(points(0, 0, 0)));
  c.parties[0].preference.values[0] = values({exactly(0), range(20, 60), exactly(100)});
  EXPECT_EQ(shown(*ledger(c).shifts[0].points[0]), shown(points(-80, -60, -40)));
  EXPECT_EQ(shown(*sum_of(ledger(c), 0, 0).own.points), shown(points(0, 0, 0)));
}

TEST(Ledger, ClosingABracketMayCostNothing) {
  Case c = without_texts();
  c.parties[0].preference.values[0] = values({exactly(0), range(20, 60), exactly(100)});
  table(c, -1, -1, {1, 9, 0});
  c.proposals[0].alternatives[0] = {1, 2};
  table(c, -1, 0, {1, 9, 0});
  EXPECT_EQ(shown(*ledger(c).shifts[0].points[0]), shown(points(-80, -30, 0)));
  EXPECT_EQ(ledger(c).shifts[0].steps.low, -1);
  EXPECT_EQ(ledger(c).shifts[0].steps.high, 0);
}

TEST(Ledger, AMediatorsTextIsNobodysConcession) {
  Case c = without_texts();
  table(c, 0, -1, {2, 9, 0});
  table(c, -1, 0, {1, 9, 0});
  table(c, 0, 1, {1, 9, 0});
  const Ledger answer = ledger(c);
  EXPECT_EQ(sum_of(answer, 0, 0).texts.shifts, 1);
  EXPECT_EQ(sum_of(answer, 0, 0).own.shifts, 1);
  EXPECT_FALSE(answer.shifts[0].from_own);
  EXPECT_FALSE(answer.shifts[1].from_parent);
}

TEST(Ledger, CountsStepsWhereNoValuesAreStated) {
  Case c = without_texts();
  c.parties[0].preference.values[1].reset();
  table(c, 0, -1, {2, 9, 0});
  table(c, 0, -1, {2, 6, 0});
  const Ledger answer = ledger(c);
  EXPECT_FALSE(answer.shifts[0].points[0]);
  EXPECT_TRUE(answer.shifts[0].points[1]);
  EXPECT_FALSE(sum_of(answer, 0, 1).own.points);
  EXPECT_EQ(sum_of(answer, 0, 1).own.steps.central, -3);
}

TEST(Ledger, ASharedThingIsWorthItsPart) {
  Case c = without_texts();
  c.issues[1] = share("fund", 0, 1, 10);
  for (Party& party : c.parties) party.preference.values[1].reset();
  table(c, 0, -1, {2, 9, 0});
  table(c, 0, -1, {2, 6, 0});
  EXPECT_EQ(shown(*ledger(c).shifts[0].points[0]), shown(points(-30, -30, -30)));
  EXPECT_EQ(shown(*ledger(c).shifts[0].points[1]), shown(points(30, 30, 30)));
}

/// North and South are each other's mirror in small_case; so are these talks.
TEST(Ledger, OpposedSidesThatDoTheSameHaveTheSameLedger) {
  Case c = without_texts();
  table(c, 0, -1, {2, 10, 0});
  table(c, 1, -1, {0, 0, 1});
  table(c, 0, -1, {1, 7, 0});
  table(c, 1, -1, {1, 3, 1});
  const Ledger answer = ledger(c);
  for (const int issue : {0, 1}) {
    const auto& north = sum_of(answer, 0, issue);
    const auto& south = sum_of(answer, 1, issue);
    EXPECT_EQ(shown(*north.own.points), shown(*south.own.points)) << issue;
    EXPECT_EQ(shown(*north.others.points), shown(*south.others.points)) << issue;
    EXPECT_EQ(north.own.steps.central, -south.own.steps.central) << issue;
  }
}

TEST(Ledger, SwappingTwoSidesMirrorsIt) {
  Random random(3);
  for (int round = 0; round < 200; ++round) {
    const Case c = random_talks(random);
    const Ledger before = ledger(c);
    const Ledger after = ledger(swapped(c, 0, 1));
    ASSERT_EQ(before.shifts.size(), after.shifts.size());
    for (std::size_t s = 0; s < before.shifts.size(); ++s) {
      auto mirrored = after.shifts[s].points;
      std::swap(mirrored[0], mirrored[1]);
      for (std::size_t p = 0; p < mirrored.size(); ++p) {
        ASSERT_EQ(before.shifts[s].points[p].has_value(), mirrored[p].has_value());
        if (mirrored[p]) {
          EXPECT_TRUE(same(*before.shifts[s].points[p], *mirrored[p])) << round;
        }
      }
      EXPECT_TRUE(same(before.shifts[s].steps, after.shifts[s].steps));
    }
    for (const auto& one : before.sums) {
      const auto& other = sum_of(after, one.party < 2 ? 1 - one.party : one.party, one.issue);
      EXPECT_EQ(one.own.shifts, other.own.shifts);
      EXPECT_EQ(one.others.shifts, other.others.shifts);
      if (one.own.points) {
        EXPECT_TRUE(same(*one.own.points, *other.own.points)) << round;
      }
      if (one.others.points) {
        EXPECT_TRUE(same(*one.others.points, *other.others.points)) << round;
      }
    }
  }
}

// The second way: every reading of the values that can be extreme, and every way to settle the brackets, one by one.

using Reading = std::vector<std::int64_t>;

/// The corners of what the values of an issue may be.
std::vector<Reading> corners(const Worth& worth) {
  if (!worth.best_first.empty()) {
    std::vector<Reading> all;
    for (std::size_t fall = 1; fall < std::max<std::size_t>(2, worth.best_first.size()); ++fall) {
      Reading reading(worth.levels.size(), 0);
      for (std::size_t rank = 0; rank < fall && worth.best_first.size() > 1; ++rank)
        reading[static_cast<std::size_t>(worth.best_first[rank])] = 100 * point;
      all.push_back(reading);
    }
    return all;
  }
  std::vector<Reading> all{{}};
  for (const Spread& level : worth.levels) {
    std::vector<Reading> longer;
    for (const Reading& reading : all)
      for (const std::int64_t value : {level.low, level.high}) {
        longer.push_back(reading);
        longer.back().push_back(value);
      }
    all = std::move(longer);
  }
  return all;
}

Spread difference(const Worth& worth, const Position& after, const Position& before) {
  const auto mean = [&](const Position& position) {
    std::int64_t sum = 0;
    for (const int level : position) sum += worth.levels[static_cast<std::size_t>(level)].central;
    return sum / std::ssize(position);
  };
  std::vector<std::int64_t> all;
  for (const Reading& reading : corners(worth))
    for (const int to : after)
      for (const int from : before)
        all.push_back(reading[static_cast<std::size_t>(to)] - reading[static_cast<std::size_t>(from)]);
  return {std::ranges::min(all), mean(after) - mean(before), std::ranges::max(all)};
}

TEST(Ledger, ShiftsAreThoseOfEveryReadingAndSettlement) {
  Random random(7);
  int shifts = 0;
  for (int round = 0; round < 300; ++round) {
    const Case c = random_talks(random);
    for (const Shift& shift : ledger(c).shifts) {
      ++shifts;
      const auto issue = static_cast<std::size_t>(shift.issue);
      const Position& after = c.proposals[static_cast<std::size_t>(shift.proposal)].alternatives[issue];
      const Position& before = c.proposals[static_cast<std::size_t>(shift.against)].alternatives[issue];
      for (std::size_t p = 0; p < c.parties.size(); ++p) {
        const auto worth = worth_to(c, static_cast<int>(p), shift.issue);
        ASSERT_EQ(worth.has_value(), shift.points[p].has_value());
        if (worth) {
          EXPECT_EQ(shown(*shift.points[p]), shown(difference(*worth, after, before))) << round;
        }
      }
    }
  }
  EXPECT_GT(shifts, 500);
}

/// Each shift once more, for one reading, every position settled in one way.
TEST(Ledger, SumsHoldForEveryReadingAndSettlement) {
  Random random(8);
  for (int round = 0; round < 200; ++round) {
    const Case c = random_talks(random);
    const Ledger answer = ledger(c);
    for (const auto& sum : answer.sums) {
      const auto worth = worth_to(c, sum.party, sum.issue);
      if (!worth) continue;
      const auto issue = static_cast<std::size_t>(sum.issue);
      for (const Reading& reading : corners(*worth)) {
        std::map<Position, std::int64_t> settled;
        const auto value = [&](int text) {
          const Position& position = c.proposals[static_cast<std::size_t>(text)].alternatives[issue];
          const auto [found, fresh] = settled.try_emplace(position, 0);
          if (fresh)
            found->second = reading[static_cast<std::size_t>(
                position[static_cast<std::size_t>(draw(random, 0, std::ssize(position) - 1))])];
          return found->second;
        };
        std::array<std::int64_t, 3> total{0, 0, 0};
        std::array<int, 3> shifts{0, 0, 0};
        for (const Shift& shift : answer.shifts) {
          if (shift.issue != sum.issue) continue;
          const std::int64_t moved = value(shift.proposal) - value(shift.against);
          const int side = side_of(c.proposals[static_cast<std::size_t>(shift.proposal)]);
          const std::array counts{shift.from_parent, shift.from_own && side == sum.party,
                                  shift.from_own && side != sum.party};
          for (std::size_t k = 0; k < counts.size(); ++k) {
            total[k] += counts[k] ? moved : 0;
            shifts[k] += counts[k] ? 1 : 0;
          }
        }
        const std::array sums{sum.texts, sum.own, sum.others};
        for (std::size_t k = 0; k < sums.size(); ++k) {
          EXPECT_EQ(sums[k].shifts, shifts[k]);
          EXPECT_LE(sums[k].points->low, total[k]) << round;
          EXPECT_GE(sums[k].points->high, total[k]) << round;
        }
      }
    }
  }
}

}  // namespace
}  // namespace parley::test
