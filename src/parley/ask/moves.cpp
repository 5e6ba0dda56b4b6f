#include "parley/ask/moves.h"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <set>
#include <tuple>

#include "parley/ask/versions.h"

namespace parley {
namespace {

using std::chrono::sys_days;

/// Where a move stands among the others: by day, then texts before answers.
struct Moment {
  sys_days day;
  Move::Kind kind = Move::Kind::text;
  friend auto operator<=>(const Moment&, const Moment&) = default;
};

Moment earliest(const Move& move) { return {move.date ? move.date->day : sys_days::min(), move.kind}; }

Moment latest(const Move& move) { return {move.date ? last_day_of(*move.date).day : sys_days::min(), move.kind}; }

/// Of two dates, the one that may be the later, in the end the one that is better known.
bool may_be_earlier(const std::optional<Date>& a, const std::optional<Date>& b) {
  if (!a || !b) return !a && b;
  return std::tuple(last_day_of(*a).day, a->day) < std::tuple(last_day_of(*b).day, b->day);
}

class Answers {
 public:
  Answers(Date as_of, std::vector<Move>& moves) : as_of_(as_of), moves_(moves) {}

  void add(int proposal, const Actor& by, const std::optional<Date>& date) {
    if (!known_by(date, as_of_)) return;
    const sys_days day = date ? date->day : sys_days::min();
    const auto precision = date ? date->precision : Date::Precision::day;
    if (seen_.insert({proposal, by.party, by.principal, by.third_party, day, precision}).second)
      moves_.push_back({Move::Kind::answer, proposal, by, date});
  }

 private:
  Date as_of_;
  std::vector<Move>& moves_;
  std::set<std::tuple<int, int, int, int, sys_days, Date::Precision>> seen_;
};

}  // namespace

std::vector<Move> moves_by(const Case& c, Date as_of) {
  std::vector<Move> moves;
  const std::vector<std::optional<Date>> dates = dates_of_proposals(c);
  for (std::size_t p = 0; p < c.proposals.size(); ++p) {
    const auto proposal = static_cast<int>(p);
    if (known_by(dates[p], as_of))
      moves.push_back({Move::Kind::text, proposal, c.proposals[p].author.value_or(Actor{}), dates[p]});
  }
  Answers answers(as_of, moves);
  for (const Response& response : c.responses)
    if (response.answer != Answer::silence) answers.add(response.proposal, response.by, response.date);
  for (const Approval& approval : c.approvals)
    if (approval.answer_came() && known_by(approval.asked, as_of))
      answers.add(approval.proposal, approval.of, approval.answered);
  return moves;
}

std::vector<SideMoves> turns_since(const Case& c, const std::vector<Move>& moves) {
  std::vector<SideMoves> sides(c.parties.size());
  std::vector<std::optional<Moment>> first(c.parties.size());
  std::vector<std::optional<Moment>> last(c.parties.size());
  for (const Move& move : moves) {
    if (move.by.party < 0) continue;
    const auto side = static_cast<std::size_t>(move.by.party);
    if (!sides[side].moved || may_be_earlier(sides[side].last, move.date)) sides[side].last = move.date;
    sides[side].moved = true;
    first[side] = std::max(first[side], std::optional(earliest(move)));
    last[side] = std::max(last[side], std::optional(latest(move)));
  }
  for (std::size_t side = 0; side < sides.size(); ++side) {
    sides[side].party = static_cast<int>(side);
    for (const Move& move : moves) {
      if (move.by.party == static_cast<int>(side)) continue;
      // Nothing comes before everything.
      if (last[side] < earliest(move)) ++sides[side].turns;
      if (first[side] <= latest(move)) ++sides[side].most_turns;
    }
  }
  return sides;
}

LastMove last_move(const std::vector<Move>& moves, Date as_of) {
  LastMove result;
  std::optional<Date> first;
  for (const Move& move : moves) {
    if (!move.date) continue;
    if (!result.date || may_be_earlier(result.date, move.date)) result.date = move.date;
    first = std::max(first, move.date);
  }
  if (!first || !result.date) return result;
  result.days = days_between(std::min(last_day_of(*result.date), as_of), as_of);
  result.most_days = days_between(*first, as_of);
  return result;
}

}  // namespace parley
