#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ranges>

#include "model/sampled.h"
#include "parley/at.h"
#include "parley/model/consent.h"
#include "parley/model/reading/readings.h"
#include "support/case_builder.h"
#include "support/other_order.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

using testing::Each;
using testing::ElementsAre;

Date talks_day() { return *parse_date("2024-03-26"); }

Readings drawn_by_talks(const Case& c, std::size_t count = 1000) {
  ReadingOptions options;
  options.count = count;
  return draw_readings(c, talks_day(), options);
}

/// To North "poor" is worth 30, "middling" 50 and "rich" 80; its floor is anywhere from 0 to 100.
Case talks_case() {
  Case c = small_case();
  c.parties[0].reservation = range(0, 100);
  c.proposals = {proposal("poor", {0, 10, 1}), proposal("middling", {2, 0, 1}), proposal("rich", {2, 10, 1})};
  return c;
}

std::vector<double> floors(const Readings& readings, int party = 0) {
  std::vector<double> points;
  for (std::size_t j = 0; j < readings.count; ++j)
    points.push_back(static_cast<double>(in_reading(readings.views[at(party)][0].floor, j)) / 1e7);
  return points;
}

TEST(TalksReadings, AreHeldToWhatWasAcceptedAndRefused) {
  Case c = talks_case();
  c.responses = {response(2, 0, Answer::accept_with_reservations), response(1, 0, Answer::reject)};
  const Readings readings = drawn_by_talks(c);
  EXPECT_EQ(readings.count, 1000U);
  EXPECT_FALSE(readings.walked);
  const auto points = floors(readings);
  EXPECT_GT(std::ranges::min(points), 50);
  EXPECT_LE(std::ranges::max(points), 80);
  EXPECT_NEAR(mean(points), 65, 1);
  ASSERT_EQ(readings.conditions.size(), 2U);
  EXPECT_EQ(readings.conditions[0].proposal, 1);
  EXPECT_FALSE(readings.conditions[0].accepted);
  EXPECT_NEAR(readings.conditions[0].share, 0.5, 0.05);
  EXPECT_NEAR(readings.conditions[1].share, 0.8, 0.05);
  EXPECT_TRUE(readings.contradictions.empty());
}

TEST(TalksReadings, OfANarrowStatementAreWalked) {
  Case c = talks_case();
  c.parties[0].preference.weights = {range(65, 75), range(5, 15), range(15, 25)};
  c.proposals.push_back(proposal("a", {0, 1, 1}));  // worth a tenth of the weight of prisoners
  c.proposals.push_back(proposal("b", {0, 2, 1}));
  c.responses = {response(3, 0, Answer::reject), response(4, 0, Answer::accept)};
  const Readings readings = drawn_by_talks(c, 1600);
  EXPECT_EQ(readings.count, 1600U);
  EXPECT_TRUE(readings.walked);
  EXPECT_LT(readings.independent, 1600);
  EXPECT_GT(readings.independent, 100);
  for (std::size_t j = 0; j < readings.count; ++j) {
    EXPECT_TRUE(approves_in(c, readings, 0, j, {0, 2, 1}));
    EXPECT_FALSE(approves_in(c, readings, 0, j, {0, 1, 1}));
  }
  // The floor lies anywhere between a tenth and two tenths of the weight, and that is the likelier the larger it is.
  // Weights off their middle by d, of three such that sum to 0, have a mean square of 6.94.
  EXPECT_NEAR(mean(floors(readings)), 0.15 * (100 + 6.94) / 10, 0.07);
}

TEST(TalksReadings, HeedTheLatestWordOnly) {
  Case c = talks_case();
  c.responses = {response(1, 0, Answer::reject), response(1, 0, Answer::accept),  response(1, 0, Answer::reject),
                 response(2, 0, Answer::accept), response(2, 0, Answer::counter), response(0, 0, Answer::silence)};
  c.responses[1].date = parse_date("2024-03-20");
  c.responses[2].date = parse_date("2024-04-01");
  const Readings readings = drawn_by_talks(c, 200);
  ASSERT_EQ(readings.conditions.size(), 1U);  // two reports on one text without a date contradict each other
  EXPECT_EQ(readings.conditions[0].proposal, 1);
  EXPECT_TRUE(readings.conditions[0].accepted);
  EXPECT_LE(std::ranges::max(floors(readings)), 50);
}

TEST(TalksReadings, HeedApprovalsOfPrincipals) {
  Case c = talks_case();
  c.parties[0].principals = {principal(c, "cabinet"), principal(c, "delegation")};
  c.parties[0].principals[0].reservation = range(0, 100);
  c.parties[0].consent = gate(Gate::Kind::any, {approval_of(0), approval_of(1)});
  Approval approval;
  approval.proposal = 1;
  approval.of = {0, 0, -1};
  approval.state = Approval::State::refused;
  c.approvals = {approval};
  c.responses = {response(1, 0, Answer::accept)};
  const Readings readings = drawn_by_talks(c, 300);
  for (std::size_t j = 0; j < readings.count; ++j) {
    EXPECT_FALSE(approves_in(c, readings, 0, 0, j, {2, 0, 1}));
    EXPECT_TRUE(approves_in(c, readings, 0, 1, j, {2, 0, 1}));
  }
}

TEST(TalksReadings, SayWhenNoReadingAgreesWithAnAnswer) {
  Case c = talks_case();
  c.parties[0].reservation = range(60, 100);
  c.responses = {response(1, 0, Answer::accept), response(2, 0, Answer::accept)};
  const Readings readings = drawn_by_talks(c, 200);
  ASSERT_EQ(readings.contradictions.size(), 1U);
  EXPECT_THAT(readings.contradictions[0].conditions, ElementsAre(0));
  EXPECT_TRUE(readings.contradictions[0].smallest);
  EXPECT_TRUE(readings.contradictions[0].proven);
  EXPECT_FALSE(readings.conditions[0].used);
  EXPECT_TRUE(readings.conditions[1].used);
  EXPECT_LE(std::ranges::max(floors(readings)), 80);
}

TEST(TalksReadings, NameASmallestSetOfAnswersThatContradict) {
  Case c = talks_case();
  c.responses = {response(0, 0, Answer::accept), response(1, 0, Answer::reject), response(2, 0, Answer::accept),
                 response(0, 1, Answer::reject)};
  c.parties[1].reservation = range(0, 100);
  const Readings readings = drawn_by_talks(c, 200);
  // By the ids of texts: middling, poor (both parties), rich.
  ASSERT_EQ(readings.contradictions.size(), 1U);
  EXPECT_THAT(readings.contradictions[0].conditions, ElementsAre(0, 1));
  EXPECT_TRUE(readings.contradictions[0].smallest);
  EXPECT_FALSE(readings.contradictions[0].proven);
  std::vector<bool> used;
  for (const TalksCondition& condition : readings.conditions) used.push_back(condition.used);
  EXPECT_THAT(used, ElementsAre(false, false, true, true));
  EXPECT_LE(std::ranges::max(floors(readings)), 80);
  EXPECT_GT(std::ranges::max(floors(readings)), 50);
}

TEST(TalksReadings, LeaveOutTextsThatLeaveTooMuchOpen) {
  Case c = talks_case();
  c.issues[1] = count("prisoners", 0, 1000, 1, "prisoners released");
  for (Proposal& text : c.proposals) text.alternatives[1] = {0};
  auto& open = c.proposals[0].alternatives[1];
  for (int level = 1; level <= 1000; ++level) open.push_back(level);
  c.responses = {response(0, 0, Answer::accept)};
  const Readings readings = drawn_by_talks(c, 10);
  ASSERT_EQ(readings.conditions.size(), 1U);
  EXPECT_TRUE(readings.conditions[0].too_open);
  EXPECT_FALSE(readings.conditions[0].used);
  EXPECT_TRUE(readings.contradictions.empty());
}

std::vector<Package> completions(const Case& c, const Proposal& text) {
  std::vector<Package> all{{}};
  for (const auto& levels : text.alternatives) {
    std::vector<Package> longer;
    for (const Package& package : all)
      for (const int level : levels) {
        longer.push_back(package);
        longer.back().push_back(level);
      }
    all = std::move(longer);
  }
  std::erase_if(all, [&](const Package& package) {
    return !std::ranges::all_of(c.rules, [&](const Rule& rule) { return obeys(c, rule, package); });
  });
  return all;
}

Case random_talks_case(Random& random) {
  CaseShape shape;
  shape.parties = static_cast<int>(draw(random, 1, 3));
  shape.issues = static_cast<int>(draw(random, 1, 4));
  Case c = random_case(random, shape);
  for (int p = 0; p < shape.parties; ++p) {
    c.responses.push_back(response(0, p, draw(random, 0, 1) == 0 ? Answer::accept : Answer::reject));
    const auto principals = static_cast<std::int64_t>(c.parties[at(p)].principals.size());
    if (principals == 1) continue;
    c.responses.push_back(response(0, p, draw(random, 0, 1) == 0 ? Answer::accept : Answer::reject));
    c.responses.back().by.principal = static_cast<int>(draw(random, 0, principals - 1));
  }
  return c;
}

/// Whether a reading agrees with a condition, from what it approves of.
bool agrees(const Case& c, const Readings& readings, const TalksCondition& condition, std::size_t reading) {
  const auto approves = [&](const Package& package) {
    return condition.who.principal < 0
               ? approves_in(c, readings, condition.who.party, reading, package)
               : approves_in(c, readings, condition.who.party, condition.who.principal, reading, package);
  };
  const auto all = completions(c, c.proposals[at(condition.proposal)]);
  return condition.accepted ? std::ranges::any_of(all, approves) : !std::ranges::all_of(all, approves);
}

TEST(TalksReadings, AgreeWithEveryConditionThatIsUsed) {
  Random random(1);
  for (int round = 0; round < 25; ++round) {
    const Case c = random_talks_case(random);
    const Readings readings = drawn_by_talks(c, 20);
    ReadingOptions all;
    all.count = 300;
    all.heed_talks = false;
    const Readings freely = draw_readings(c, talks_day(), all);
    for (std::size_t i = 0; i < readings.conditions.size(); ++i) {
      const TalksCondition& condition = readings.conditions[i];
      double share = 0;
      for (std::size_t j = 0; j < freely.count; ++j) share += agrees(c, freely, condition, j) ? 1 : 0;
      share /= static_cast<double>(freely.count);
      EXPECT_NEAR(condition.share, share, 0.12);
      for (std::size_t j = 0; j < readings.count; ++j)
        if (condition.used) {
          EXPECT_TRUE(agrees(c, readings, condition, j));
        }
      const bool named = std::ranges::any_of(readings.contradictions, [&](const Contradiction& found) {
        return std::ranges::find(found.conditions, static_cast<int>(i)) != found.conditions.end();
      });
      EXPECT_EQ(named, !condition.used);
    }
    for (const Contradiction& found : readings.contradictions)
      for (std::size_t j = 0; j < freely.count; ++j)
        EXPECT_FALSE(std::ranges::all_of(found.conditions,
                                         [&](int i) { return agrees(c, freely, readings.conditions[at(i)], j); }));
  }
}

TEST(TalksReadings, AreTheSameInAnyOrderOfTheFile) {
  Random random(2);
  for (int round = 0; round < 10; ++round) {
    const Case c = random_talks_case(random);
    const Case other = reordered(c, random);
    const Readings readings = drawn_by_talks(c, 20);
    const Readings others = drawn_by_talks(other, 20);
    ASSERT_EQ(readings.conditions.size(), others.conditions.size());
    for (std::size_t i = 0; i < readings.conditions.size(); ++i) {
      EXPECT_EQ(name_of(c, readings.conditions[i].who), name_of(other, others.conditions[i].who));
      EXPECT_EQ(readings.conditions[i].share, others.conditions[i].share);
      EXPECT_EQ(readings.conditions[i].used, others.conditions[i].used);
    }
    for (std::size_t u = 0; u < readings.unknowns.size(); ++u) {
      if (readings.unknowns[u].kind == Unknown::Kind::interaction) continue;  // without names here
      const auto text = unknown_text(c, readings.unknowns[u]);
      const auto found = std::ranges::find_if(
          others.unknowns, [&](const Unknown& unknown) { return unknown_text(other, unknown) == text; });
      ASSERT_NE(found, others.unknowns.end());
      EXPECT_EQ(readings.drawn[u], others.drawn[static_cast<std::size_t>(found - others.unknowns.begin())]);
    }
  }
}

TEST(TalksReadings, DependOnNoOtherReading) {
  Case c = talks_case();
  c.responses = {response(2, 0, Answer::accept), response(1, 0, Answer::reject)};
  const Readings few = drawn_by_talks(c, 10);
  const Readings many = drawn_by_talks(c, 100);
  for (std::size_t u = 0; u < few.drawn.size(); ++u)
    EXPECT_TRUE(std::ranges::equal(few.drawn[u], many.drawn[u] | std::views::take(10)));
}

}  // namespace
}  // namespace parley::test
