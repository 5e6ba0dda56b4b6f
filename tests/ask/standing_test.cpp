#include "parley/ask/standing.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "parley/ask/versions.h"
#include "support/case_builder.h"
#include "support/other_order.h"
#include "support/random_talks.h"

namespace parley::test {
namespace {

/// A text of 1 March 2030, answered by both sides.
Case talks(Answer north, Answer south) {
  Case c = small_case();
  c.proposals[0].date = day("2030-03-01");
  c.responses = {response(0, 0, north), response(0, 1, south)};
  for (Response& answer : c.responses) answer.date = day("2030-03-03");
  return c;
}

bool applies(const Standing& answer, StalemateTest::Kind kind) {
  return std::ranges::any_of(answer.tests, [&](const auto& test) { return test.kind == kind && test.applies; });
}

TEST(Standing, NothingIsTabledBeforeTheFirstText) {
  EXPECT_EQ(standing(talks(Answer::accept, Answer::accept), day("2030-02-28")).state, TalksState::nothing_tabled);
}

TEST(Standing, WaitsUntilEverybodyHasAnswered) {
  const Case c = talks(Answer::accept, Answer::accept);
  const Standing before = standing(c, day("2030-03-02"));
  EXPECT_EQ(before.state, TalksState::waiting);
  EXPECT_EQ(before.pending.size(), 2u);
  EXPECT_EQ(standing(c, day("2030-03-03")).state, TalksState::agreed);
}

TEST(Standing, SilenceIsNoAnswer) {
  EXPECT_EQ(standing(talks(Answer::accept, Answer::silence), day("2030-03-09")).state, TalksState::waiting);
}

TEST(Standing, OneRefusalStallsTheTalksUntilANewerText) {
  Case c = talks(Answer::accept_with_reservations, Answer::reject);
  const Standing refused = standing(c, day("2030-03-04"));
  EXPECT_EQ(refused.state, TalksState::stalled);
  EXPECT_TRUE(applies(refused, StalemateTest::Kind::refused));
  c.proposals.push_back(proposal("second plan", {2, 5, 0}));
  c.proposals[1].parent = 0;
  c.proposals[1].date = day("2030-03-06");
  EXPECT_EQ(standing(c, day("2030-03-05")).state, TalksState::stalled);
  const Standing renewed = standing(c, day("2030-03-06"));
  EXPECT_EQ(renewed.state, TalksState::waiting);
  EXPECT_TRUE(renewed.versions.back().current);
}

TEST(Standing, AnApprovalKeepsAnAcceptedTextWaiting) {
  Case c = talks(Answer::accept, Answer::accept);
  Approval approval;
  approval.proposal = 0;
  approval.of = {1, 0, -1};
  approval.asked = day("2030-03-03");
  c.approvals.push_back(approval);
  const Standing asked = standing(c, day("2030-03-10"));
  EXPECT_EQ(asked.state, TalksState::waiting);
  ASSERT_EQ(asked.pending.size(), 1u);
  EXPECT_TRUE(asked.pending[0].asked);
  c.approvals[0].state = Approval::State::refused;
  c.approvals[0].answered = day("2030-03-12");
  EXPECT_EQ(standing(c, day("2030-03-11")).state, TalksState::waiting);
  EXPECT_EQ(standing(c, day("2030-03-12")).state, TalksState::stalled);
}

/// The same, but the North speaks through two principals.
Case talks_of_two(Gate::Kind consent) {
  Case c = talks(Answer::accept, Answer::accept);
  c.parties[0].principals = {principal(c, "mayor"), principal(c, "council")};
  c.parties[0].consent = gate(consent, {approval_of(0), approval_of(1)});
  c.responses = {response(0, 1, Answer::accept)};
  c.responses[0].date = day("2030-03-03");
  return c;
}

void says(Case& c, int principal, Answer answer, const std::string& date) {
  Response made = response(0, 0, answer);
  made.by.principal = principal;
  made.date = day(date);
  c.responses.push_back(made);
}

TEST(Standing, FollowsTheConsentTree) {
  for (const Gate::Kind kind : {Gate::Kind::any, Gate::Kind::all}) {
    const bool any = kind == Gate::Kind::any;
    Case c = talks_of_two(kind);
    says(c, 0, Answer::reject, "2030-03-04");
    EXPECT_EQ(standing(c, day("2030-03-09")).state, any ? TalksState::waiting : TalksState::stalled);
    EXPECT_EQ(standing(c, day("2030-03-09")).pending.size(), any ? 1u : 0u);
    says(c, 1, Answer::accept, "2030-03-05");
    EXPECT_EQ(standing(c, day("2030-03-09")).state, any ? TalksState::agreed : TalksState::stalled);
  }
}

TEST(Standing, NobodyIsAwaitedOnItsOwnText) {
  Case c = talks(Answer::accept, Answer::accept);
  c.responses = {response(0, 1, Answer::accept)};
  c.proposals[0].author = Actor{0, -1, -1};
  EXPECT_EQ(standing(c, day("2030-03-09")).state, TalksState::agreed);
}

TEST(Standing, AnAdvisoryBodyHoldsNothingUp) {
  Case c = talks_of_two(Gate::Kind::all);
  c.parties[0].principals[1].advisory = true;
  says(c, 0, Answer::accept, "2030-03-04");
  Approval approval;
  approval.proposal = 0;
  approval.of = {0, 1, -1};
  approval.asked = day("2030-03-04");
  c.approvals = {approval};
  EXPECT_EQ(standing(c, day("2030-03-09")).state, TalksState::agreed);
}

TEST(Standing, ReportsOfOneDayThatContradictEachOtherLeaveItOpenInAnyOrder) {
  for (const bool first : {true, false}) {
    Case c = talks(Answer::accept, first ? Answer::accept : Answer::reject);
    c.responses.push_back(response(0, 1, first ? Answer::reject : Answer::accept));
    c.responses.back().date = day("2030-03-03");
    const Standing answer = standing(c, day("2030-03-09"));
    EXPECT_EQ(answer.state, TalksState::waiting);
    EXPECT_EQ(answer.versions[0].answers.size(), 3u);
  }
}

TEST(Standing, StandsStillAfterTheStatedDays) {
  const Case c = talks(Answer::accept, Answer::reject);
  EXPECT_FALSE(applies(standing(c, day("2030-03-16")), StalemateTest::Kind::no_move));
  EXPECT_TRUE(applies(standing(c, day("2030-03-17")), StalemateTest::Kind::no_move));
}

TEST(Standing, AMonthIsAsRecentAsItCanBe) {
  Case c = talks(Answer::accept, Answer::reject);
  for (Response& answer : c.responses) answer.date = day("2030-03");
  c.proposals[0].date = day("2030-03");
  EXPECT_FALSE(applies(standing(c, day("2030-03-30")), StalemateTest::Kind::no_move));
  EXPECT_FALSE(applies(standing(c, day("2030-04-13")), StalemateTest::Kind::no_move));
  EXPECT_TRUE(applies(standing(c, day("2030-04-14")), StalemateTest::Kind::no_move));
}

TEST(Standing, ReportsAStalemateOnlyFromASource) {
  Case c = talks(Answer::accept, Answer::accept);
  Event event;
  event.kind = Event::Kind::assessment;
  event.what = "Nothing moves";
  event.date = day("2030-03-05");
  c.events = {event};
  EXPECT_FALSE(applies(standing(c, day("2030-03-06")), StalemateTest::Kind::reported));
  c.events[0].finding = Event::Finding::stuck;
  EXPECT_FALSE(applies(standing(c, day("2030-03-04")), StalemateTest::Kind::reported));
  EXPECT_TRUE(applies(standing(c, day("2030-03-06")), StalemateTest::Kind::reported));
}

TEST(Standing, NarrowingIsOneOfTheDefinitionsOnceItCanBeSeen) {
  Case c = talks(Answer::reject, Answer::reject);
  const auto table = [&](int by, const Package& package, const char* date) {
    c.proposals.push_back(proposal("text " + std::to_string(c.proposals.size()), package));
    c.proposals.back().author = Actor{by, -1, -1};
    c.proposals.back().date = day(date);
  };
  const auto seen = [&] {
    const auto tests = standing(c, day("2030-04-01")).tests;
    return std::ranges::count(tests, StalemateTest::Kind::no_narrowing, &StalemateTest::kind);
  };
  table(0, {2, 9, 0}, "2030-03-04");
  table(1, {0, 3, 0}, "2030-03-05");
  EXPECT_EQ(seen(), 0);
  table(0, {2, 8, 0}, "2030-03-06");
  EXPECT_EQ(seen(), 1);
  EXPECT_FALSE(applies(standing(c, day("2030-04-01")), StalemateTest::Kind::no_narrowing));
  table(1, {0, 3, 0}, "2030-03-07");
  EXPECT_TRUE(applies(standing(c, day("2030-04-01")), StalemateTest::Kind::no_narrowing));
}

Actor mirrored(Actor who) {
  if (who.party == 0 || who.party == 1) who.party = 1 - who.party;
  return who;
}

TEST(Standing, SwappingTwoSidesMirrorsTheAnswer) {
  Random random(17);
  for (int round = 0; round < 300; ++round) {
    const Case c = random_talks(random);
    const Standing before = standing(c, day("2024-04-10"));
    const Standing after = standing(swapped(c, 0, 1), day("2024-04-10"));
    EXPECT_EQ(before.state, after.state);
    for (const SideMoves& side : before.sides) {
      const SideMoves& other = after.sides[static_cast<std::size_t>(mirrored({side.party, -1, -1}).party)];
      EXPECT_EQ(side.turns, other.turns);
      EXPECT_EQ(side.most_turns, other.most_turns);
      EXPECT_EQ(side.last, other.last);
    }
    EXPECT_EQ(before.positions.lately, after.positions.lately);
    EXPECT_EQ(before.positions.overall, after.positions.overall);
    ASSERT_EQ(before.conflicts.size(), after.conflicts.size());
    for (std::size_t k = 0; k < before.conflicts.size(); ++k) {
      EXPECT_EQ(mirrored(before.conflicts[k].who), after.conflicts[k].who);
      EXPECT_EQ(before.conflicts[k].reports, after.conflicts[k].reports);
    }
    ASSERT_EQ(before.pending.size(), after.pending.size());
    for (const Pending& one : before.pending)
      EXPECT_TRUE(std::ranges::any_of(after.pending, [&](const Pending& other) {
        return other.who == mirrored(one.who) && other.overdue == one.overdue && other.gates.size() == one.gates.size();
      })) << round;
  }
}

/// The case without what nobody could have known on a date.
Case as_known(Case c, Date date) {
  std::erase_if(c.responses, [&](const Response& response) { return !known_by(response.date, date); });
  std::erase_if(c.approvals, [&](const Approval& approval) {
    return !known_by(approval.asked, date) || (!approval.asked && !known_by(approval.answered, date));
  });
  std::erase_if(c.events, [&](const Event& event) { return !known_by(event.date, date); });
  for (Approval& approval : c.approvals) {
    if (!approval.answer_came() || known_by(approval.answered, date)) continue;
    approval.state = Approval::State::pending;
    approval.answered.reset();
  }
  return c;
}

TEST(Standing, OnAnEarlyDateIsWhatWasKnownThen) {
  Random random(23);
  for (int round = 0; round < 500; ++round) {
    const Case c = random_talks(random);
    const Date date = day(round % 2 == 0 ? "2024-03-15" : "2024-04-02");
    const Standing now = standing(c, date);
    const Standing then = standing(as_known(c, date), date);
    EXPECT_EQ(now.state, then.state) << round;
    EXPECT_EQ(now.refused_by, then.refused_by) << round;
    EXPECT_EQ(now.last_move.date, then.last_move.date) << round;
    EXPECT_EQ(now.events.size(), then.events.size()) << round;
    for (std::size_t p = 0; p < now.sides.size(); ++p) {
      EXPECT_EQ(now.sides[p].turns, then.sides[p].turns) << round;
      EXPECT_EQ(now.sides[p].most_turns, then.sides[p].most_turns) << round;
    }
    for (std::size_t k = 0; k < now.tests.size(); ++k) EXPECT_EQ(now.tests[k].applies, then.tests[k].applies) << round;
    ASSERT_EQ(now.conflicts.size(), then.conflicts.size()) << round;
    for (std::size_t k = 0; k < now.conflicts.size(); ++k) EXPECT_EQ(now.conflicts[k].who, then.conflicts[k].who);
    ASSERT_EQ(now.pending.size(), then.pending.size()) << round;
    for (std::size_t k = 0; k < now.pending.size(); ++k) {
      EXPECT_EQ(now.pending[k].who, then.pending[k].who) << round;
      EXPECT_EQ(now.pending[k].since, then.pending[k].since) << round;
      EXPECT_EQ(now.pending[k].due, then.pending[k].due) << round;
      EXPECT_EQ(now.pending[k].overdue, then.pending[k].overdue) << round;
    }
  }
}

}  // namespace
}  // namespace parley::test
