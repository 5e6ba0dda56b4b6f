#include "parley/ask/standing.h"

#include <algorithm>
#include <cstddef>

#include "parley/ask/replies.h"
#include "parley/ask/stalemate.h"
#include "parley/ask/versions.h"

namespace parley {
namespace {

/// Oldest first, undated ones last.
std::vector<int> events_by(const Case& c, Date as_of) {
  const auto date_of_event = [&](int e) { return c.events[static_cast<std::size_t>(e)].date; };
  std::vector<int> events;
  for (int e = 0; e < std::ssize(c.events); ++e)
    if (known_by(date_of_event(e), as_of)) events.push_back(e);
  std::ranges::stable_sort(events, [&](int a, int b) {
    const auto first = date_of_event(a);
    const auto second = date_of_event(b);
    return first && second ? *first < *second : first && !second;
  });
  return events;
}

}  // namespace

Standing standing(const Case& c, Date as_of, std::optional<bool> zone_empty) {
  Standing answer;
  answer.heading = heading(c, "standing", as_of);
  answer.heading.guarantee.words = "Exact: counted from what the case records up to this date.";
  const std::vector<int> versions = versions_by(c, as_of);
  answer.versions = versions_on(c, versions, as_of);
  if (!answer.versions.empty()) {
    answer.versions.back().current = true;
    read_replies(c, as_of, answer);
  }
  answer.events = events_by(c, as_of);
  const std::vector<Move> moves = moves_by(c, as_of);
  answer.last_move = last_move(moves, as_of);
  answer.sides = turns_since(c, moves);
  answer.ledger = ledger_of(c, versions);
  answer.positions = positions_of(c, versions);
  answer.conflicts = conflicts_by(c, as_of);
  answer.tests = stalemate_tests(c, answer, zone_empty);
  return answer;
}

}  // namespace parley
