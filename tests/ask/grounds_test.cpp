#include "parley/ask/grounds.h"

#include <gmock/gmock.h>

#include "support/case_builder.h"

namespace parley::test {
namespace {

using std::chrono::sys_days;
using std::chrono::year;

const Date today{sys_days{year{2031} / 5 / 20}};

Case graded_case() {
  Case c = small_case();
  Source report;
  report.id = "report";
  report.grade = "C3";
  Source analyst;
  analyst.id = "analyst";
  analyst.assumptions = true;
  c.sources = {report, analyst};
  return c;
}

Provenance from(int source) {
  Provenance made;
  made.source = source;
  return made;
}

Quantity said(int source, int number) {
  Quantity made = exactly(number);
  made.from = from(source);
  return made;
}

Grounds north(const Case& c, const std::vector<TalksCondition>& conditions = {}) {
  return grounds_of(c, today, conditions).front().grounds;
}

TEST(Grounds, AThresholdFromASourceIsEnough) {
  Case c = graded_case();
  c.parties[0].reservation = said(0, 30);
  EXPECT_EQ(north(c), Grounds::sourced);
  const auto grounds = grounds_of(c, today, {});
  EXPECT_EQ(grounds[0].sourced, 1);
  EXPECT_EQ(grounds[0].assumed, 0);
  ASSERT_EQ(grounds[0].sources.size(), 1U);
  EXPECT_EQ(grounds[1].grounds, Grounds::none);
}

TEST(Grounds, AssumptionsAloneAreNone) {
  Case c = graded_case();
  c.parties[0].reservation = said(1, 30);
  EXPECT_EQ(north(c), Grounds::none);
  c.parties[0].reservation.reset();
  EXPECT_EQ(north(c), Grounds::none);
}

TEST(Grounds, AnAnswerNarrowsAssumptions) {
  Case c = graded_case();
  c.parties[0].reservation = said(1, 30);
  TalksCondition accepted;
  accepted.who = {0, -1, -1};
  accepted.proposal = 0;
  accepted.accepted = true;
  accepted.from = from(0);
  EXPECT_EQ(north(c, {accepted}), Grounds::assumptions_only);
  accepted.used = false;
  EXPECT_EQ(north(c, {accepted}), Grounds::none);
  accepted.used = true;
  accepted.who.party = 1;
  EXPECT_EQ(north(c, {accepted}), Grounds::none);
}

TEST(Grounds, ExitsBreakdownAndPrincipalsCount) {
  const auto dated = [](int source) {
    DatedValue value;
    value.value = said(source, 20);
    return value;
  };
  Case c = graded_case();
  c.parties[0].reservation.reset();
  c.parties[0].no_deal.breakdown = {dated(0)};
  EXPECT_EQ(north(c), Grounds::sourced);
  c.parties[0].no_deal.breakdown = {dated(1)};
  Exit exit;
  exit.id = "leave";
  exit.values = {dated(0)};
  c.parties[0].no_deal.exits = {exit};
  EXPECT_EQ(north(c), Grounds::sourced);
  c.parties[0].no_deal = {};
  c.parties[0].principals[0].reservation = said(0, 40);
  EXPECT_EQ(north(c), Grounds::sourced);
  c.parties[0].principals[0].advisory = true;
  EXPECT_EQ(north(c), Grounds::none);
}

TEST(Grounds, WhatDoesNotHoldYetDoesNotCount) {
  Case c = graded_case();
  c.parties[0].reservation.reset();
  DatedValue later;
  later.value = said(0, 20);
  later.since = Date{sys_days{year{2031} / 6 / 1}};
  c.parties[0].no_deal.breakdown = {later};
  EXPECT_EQ(north(c), Grounds::none);
}

TEST(Grounds, EachOfSeveralStatementsOfANumberCounts) {
  Case c = graded_case();
  Quantity disputed = range(20, 40);
  disputed.claims = {{Decimal::of(20), Decimal::of(20), Decimal::of(1), from(1)},
                     {Decimal::of(40), Decimal::of(40), Decimal::of(1), from(0)}};
  c.parties[0].reservation = disputed;
  const auto grounds = grounds_of(c, today, {});
  EXPECT_EQ(grounds[0].grounds, Grounds::sourced);
  EXPECT_EQ(grounds[0].sourced, 1);
  EXPECT_EQ(grounds[0].assumed, 1);
}

}  // namespace
}  // namespace parley::test
