#include "parley/ask/waiting.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "parley/ask/standing.h"
#include "support/case_builder.h"
#include "support/random_talks.h"

namespace parley::test {
namespace {

/// The North needs its mayor, and its council or its guild; the mayor was asked on 3 March 2030.
Case waiting_case() {
  Case c = small_case();
  c.proposals[0].date = day("2030-03-01");
  c.parties[0].principals = {principal(c, "mayor"), principal(c, "council"), principal(c, "guild")};
  c.parties[0].consent =
      gate(Gate::Kind::all, {approval_of(0), gate(Gate::Kind::any, {approval_of(1), approval_of(2)})});
  Approval approval;
  approval.proposal = 0;
  approval.of = {0, 0, -1};
  approval.asked = day("2030-03-03");
  c.approvals = {approval};
  return c;
}

Pending pending(const Case& c, const std::string& as_of, const Actor& who = {0, 0, -1}) {
  for (const Pending& one : standing(c, day(as_of)).pending)
    if (one.who == who && one.asked) return one;
  ADD_FAILURE() << "nothing is awaited";
  return {};
}

TEST(Waiting, WithoutADueDateNothingIsOverdue) {
  const Pending one = pending(waiting_case(), "2031-03-03");
  EXPECT_EQ(one.due_by, Pending::Due::open);
  EXPECT_FALSE(one.due);
  EXPECT_FALSE(one.overdue);
}

TEST(Waiting, AStatedDateIsOverWhenItsLastDayIs) {
  Case c = waiting_case();
  c.approvals[0].due = day("mid 2030-03");
  EXPECT_EQ(pending(c, "2030-03-20").due_by, Pending::Due::stated);
  EXPECT_FALSE(pending(c, "2030-03-20").overdue);
  EXPECT_TRUE(pending(c, "2030-03-21").overdue);
}

TEST(Waiting, TheLongestStatedDelayMakesADueDate) {
  Case c = waiting_case();
  c.parties[0].principals[0].delay = Delay{range(Decimal::of(1), Decimal{2'500'000}), {}, {}};
  EXPECT_EQ(pending(c, "2030-03-06").due, day("2030-03-06"));
  EXPECT_EQ(pending(c, "2030-03-06").due_by, Pending::Due::delay);
  EXPECT_FALSE(pending(c, "2030-03-06").overdue);
  EXPECT_TRUE(pending(c, "2030-03-07").overdue);
  c.approvals[0].asked = day("early 2030-03");
  EXPECT_EQ(pending(c, "2030-03-13").due, day("2030-03-13"));
  c.approvals[0].due = day("2030-04-01");
  EXPECT_FALSE(pending(c, "2030-03-20").overdue);
  c.approvals[0].due.reset();
  c.parties[0].principals[0].delay = Delay{exactly(1'000'000'000), {}, {}};
  EXPECT_FALSE(pending(c, "2030-03-20").due);
}

TEST(Waiting, ASourceMaySayThatItIsOverdue) {
  Case c = waiting_case();
  c.approvals[0].state = Approval::State::overdue;
  EXPECT_TRUE(pending(c, "2030-03-04").said_overdue);
  EXPECT_TRUE(pending(c, "2030-03-04").overdue);
}

TEST(Waiting, NamesTheGatesThatStayOpen) {
  Case c = waiting_case();
  const auto gates = pending(c, "2030-03-10").gates;
  ASSERT_EQ(gates.size(), 1u);
  EXPECT_EQ(gates[0].gate, "mayor and (council or guild)");
  EXPECT_TRUE(gates[0].whole);
  EXPECT_TRUE(gates[0].needs);
}

TEST(Waiting, TellsAGateThatOthersCouldStillOpen) {
  Case c = waiting_case();
  c.approvals[0].of.principal = 1;
  const auto gates = pending(c, "2030-03-10", {0, 1, -1}).gates;
  ASSERT_EQ(gates.size(), 2u);
  EXPECT_EQ(gates[0].gate, "council or guild");
  EXPECT_FALSE(gates[0].whole);
  EXPECT_FALSE(gates[0].needs);
  EXPECT_TRUE(gates[1].whole);
  EXPECT_FALSE(gates[1].needs);
  Response guild = response(0, 0, Answer::reject);
  guild.by.principal = 2;
  c.responses = {guild};
  EXPECT_TRUE(pending(c, "2030-03-10", {0, 1, -1}).gates[0].needs);
  c.responses[0].answer = Answer::accept;
  EXPECT_TRUE(pending(c, "2030-03-10", {0, 1, -1}).gates.empty());
}

TEST(Waiting, AnAdvisoryPrincipalHoldsUpNothing) {
  Case c = waiting_case();
  c.parties[0].principals[0].advisory = true;
  EXPECT_TRUE(pending(c, "2030-03-10").gates.empty());
}

TEST(Waiting, ALaterReportEndsTheWaitingAndARepeatedOneDoesNotDoubleIt) {
  Case c = waiting_case();
  c.approvals.push_back(c.approvals[0]);
  const auto awaited = [&](const std::string& date) {
    const Standing answer = standing(c, day(date));
    return std::ranges::count_if(answer.pending, [](const Pending& p) { return p.asked; });
  };
  EXPECT_EQ(awaited("2030-03-10"), 1);
  c.approvals[1].state = Approval::State::given;
  c.approvals[1].answered = day("2030-03-08");
  EXPECT_EQ(awaited("2030-03-07"), 1);
  EXPECT_EQ(awaited("2030-03-10"), 0);
}

TEST(Waiting, AWordOfTheWholePartyCounts) {
  Case c = waiting_case();
  c.approvals[0].of = {1, -1, -1};
  c.approvals[0].state = Approval::State::refused;
  c.approvals[0].answered = day("2030-03-05");
  EXPECT_EQ(standing(c, day("2030-03-06")).refused_by, std::vector{1});
}

/// A gate is kept open exactly when the principal's word can change the whole, all others being free to speak.
TEST(Waiting, GatesStayOpenWhileTheWordCanTurnTheWhole) {
  Random random(31);
  for (int round = 0; round < 300; ++round) {
    const Case c = random_talks(random);
    for (const Party& party : c.parties) {
      std::vector<Ballot> ballots;
      for (std::size_t k = 0; k < party.principals.size(); ++k)
        ballots.push_back(static_cast<Ballot>(draw(random, 0, 2)));
      for (int k = 0; k < std::ssize(party.principals); ++k) {
        const auto open = [&](auto change) {
          std::vector<Ballot> changed = ballots;
          change(changed);
          return tree_ballot(party, changed);
        };
        const auto spoken = [&](Ballot ballot) {
          return open([&](auto& all) { all[static_cast<std::size_t>(k)] = ballot; });
        };
        const auto gates = gates_kept_open(party, ballots, k);
        if (ballots[static_cast<std::size_t>(k)] != Ballot::open || tree_ballot(party, ballots) != Ballot::open) {
          EXPECT_TRUE(gates.empty());
          continue;
        }
        const auto waits = awaited(party, ballots);
        const bool awaits = std::ranges::find(waits, k) != waits.end();
        EXPECT_EQ(!gates.empty(), awaits) << round;
        if (awaits) {
          EXPECT_EQ(gates.back().needs, spoken(Ballot::no) == Ballot::no) << round;
        }
      }
    }
  }
}

}  // namespace
}  // namespace parley::test
