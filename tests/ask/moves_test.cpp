#include "parley/ask/moves.h"

#include <gtest/gtest.h>

#include "support/case_builder.h"
#include "support/random_talks.h"

namespace parley::test {
namespace {

Case first_talks() {
  Case c = small_case();
  c.proposals[0].date = day("2030-03-01");
  c.proposals[0].author = Actor{0, -1, -1};
  return c;
}

SideMoves side(const Case& c, int party, const std::string& as_of = "2030-12-31") {
  return turns_since(c, moves_by(c, day(as_of)))[static_cast<std::size_t>(party)];
}

void answer(Case& c, int by, const std::string& date, Answer said = Answer::reject) {
  c.responses.push_back(response(0, by, said));
  c.responses.back().date = day(date);
}

TEST(Moves, ASideThatNeverMovedHasWaitedForEveryTurn) {
  const SideMoves south = side(first_talks(), 1);
  EXPECT_FALSE(south.moved);
  EXPECT_FALSE(south.last);
  EXPECT_EQ(south.turns, 1);
  EXPECT_EQ(south.most_turns, 1);
}

TEST(Moves, AnAnswerIsATurnForTheOtherSide) {
  Case c = first_talks();
  answer(c, 1, "2030-03-05");
  EXPECT_EQ(side(c, 0).turns, 1);
  EXPECT_EQ(side(c, 1).turns, 0);
  EXPECT_EQ(side(c, 1).last, day("2030-03-05"));
  EXPECT_EQ(side(c, 0, "2030-03-04").turns, 0);
}

TEST(Moves, SilenceIsNoMoveAndTwoReportsOfOneAnswerAreOne) {
  Case c = first_talks();
  answer(c, 1, "2030-03-05", Answer::silence);
  EXPECT_FALSE(side(c, 1).moved);
  answer(c, 1, "2030-03-06");
  answer(c, 1, "2030-03-06", Answer::accept);
  EXPECT_EQ(side(c, 0).turns, 1);
}

TEST(Moves, AnApprovalCountsOnceItHasCome) {
  Case c = first_talks();
  Approval approval;
  approval.proposal = 0;
  approval.of = {1, 0, -1};
  approval.asked = day("2030-03-02");
  c.approvals = {approval};
  EXPECT_EQ(side(c, 0).turns, 0);
  c.approvals[0].state = Approval::State::refused;
  c.approvals[0].answered = day("2030-03-09");
  EXPECT_EQ(side(c, 0).turns, 1);
  EXPECT_EQ(side(c, 1).last, day("2030-03-09"));
  EXPECT_EQ(side(c, 0, "2030-03-08").turns, 0);
}

TEST(Moves, OnOneDayTheTextCameBeforeTheAnswer) {
  Case c = first_talks();
  answer(c, 1, "2030-03-01");
  EXPECT_EQ(side(c, 0).turns, 1);
  EXPECT_EQ(side(c, 1).turns, 0);
  EXPECT_EQ(side(c, 1).most_turns, 0);
}

TEST(Moves, AMonthHidesWhatCameFirst) {
  Case c = first_talks();
  c.proposals[0].date = day("2030-03");
  answer(c, 1, "late 2030-03");
  EXPECT_EQ(side(c, 0).turns, 0);
  EXPECT_EQ(side(c, 0).most_turns, 1);
  answer(c, 1, "2030-04");
  EXPECT_EQ(side(c, 0).turns, 1);
  EXPECT_EQ(side(c, 0).most_turns, 2);
}

TEST(Moves, AMediatorsTextIsATurnForBothSides) {
  Case c = first_talks();
  c.third_parties.push_back({});
  c.proposals.push_back(proposal("bridge", {1, 4, 0}));
  c.proposals[1].author = Actor{-1, -1, 0};
  c.proposals[1].date = day("2030-03-20");
  EXPECT_EQ(side(c, 0).turns, 1);
  EXPECT_EQ(side(c, 1).turns, 2);
}

TEST(Moves, TheLastMoveOfAllIsTheOneThatMayBeLatest) {
  Case c = first_talks();
  answer(c, 1, "2030-03-10");
  answer(c, 0, "2030-03");
  const LastMove last = last_move(moves_by(c, day("2030-04-05")), day("2030-04-05"));
  EXPECT_EQ(to_text(last.date.value()), "2030-03");
  EXPECT_EQ(last.days, 5);
  EXPECT_EQ(last.most_days, 26);
  EXPECT_EQ(last_move(moves_by(c, day("2030-03-12")), day("2030-03-12")).days, 0);
}

using Days = std::vector<std::chrono::sys_days>;

Days days_of(const Move& move) {
  if (!move.date) return {std::chrono::sys_days::min()};
  Days days;
  for (auto d = move.date->day; d <= last_day_of(*move.date).day; d += std::chrono::days(1)) days.push_back(d);
  return days;
}

/// Whether a turn is later than a move for every choice of their days, or for some.
bool later(const Move& turn, const Move& move, bool for_every) {
  for (const auto one : days_of(turn)) {
    for (const auto other : days_of(move)) {
      const bool after = std::pair(one, turn.kind) > std::pair(other, move.kind);
      const bool same = std::pair(one, turn.kind) == std::pair(other, move.kind);
      if (for_every ? !after : after || same) return !for_every;
    }
  }
  return for_every;
}

TEST(Moves, TurnsAreThoseOfASecondSimplerCount) {
  Random random(11);
  for (int round = 0; round < 300; ++round) {
    const Case c = random_talks(random);
    const auto moves = moves_by(c, day("2024-04-10"));
    const auto sides = turns_since(c, moves);
    for (const SideMoves& side : sides) {
      int turns = 0;
      int most = 0;
      for (const Move& turn : moves) {
        if (turn.by.party == side.party) continue;
        bool every = true;
        bool some = true;
        for (const Move& own : moves) {
          if (own.by.party != side.party) continue;
          every = every && later(turn, own, true);
          some = some && later(turn, own, false);
        }
        turns += every ? 1 : 0;
        most += some ? 1 : 0;
      }
      EXPECT_EQ(side.turns, turns) << round;
      EXPECT_EQ(side.most_turns, most) << round;
    }
  }
}

}  // namespace
}  // namespace parley::test
