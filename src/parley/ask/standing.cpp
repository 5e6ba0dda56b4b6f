#include "parley/ask/standing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "parley/ask/replies.h"
#include "parley/ask/versions.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::optional<Date> last_move(const Case& c, Date as_of) {
  std::optional<Date> latest;
  const auto consider = [&](const std::optional<Date>& date) {
    if (date && *date <= as_of && (!latest || *latest < *date)) latest = date;
  };
  for (const Proposal& proposal : c.proposals) consider(proposal.date);
  for (const Response& response : c.responses)
    if (response.answer != Answer::silence) consider(response.date);
  for (const Approval& approval : c.approvals) consider(approval.answered);
  return latest;
}

StalemateTest refused_test(const Case& c, const Standing& answer) {
  StalemateTest test{StalemateTest::Kind::refused, answer.state == TalksState::stalled, ""};
  if (answer.versions.empty()) {
    test.why = "No text has been tabled.";
    return test;
  }
  const std::string& name = c.proposals[at(answer.versions.back().proposal)].name;
  std::vector<std::string> parties;
  for (const int party : answer.refused_by) parties.push_back(c.parties[at(party)].name);
  test.why = test.applies ? fmt::format("The newest version, {}, was refused by {}, and no newer one is on the table.",
                                        name, listed(parties))
                          : fmt::format("No party has refused the newest version, {}.", name);
  return test;
}

StalemateTest no_move_test(const Case& c, const Standing& answer) {
  StalemateTest test{StalemateTest::Kind::no_move, false, "No move up to this date is dated."};
  if (!answer.last_move) return test;
  test.applies = answer.days_since_move >= c.stalemate_days;
  const int most = days_between(*answer.last_move, answer.heading.as_of);
  const std::string age = answer.last_move->exact()
                              ? fmt::format("The last move was on {}, {} day{} ago", to_words(*answer.last_move), most,
                                            most == 1 ? "" : "s")
                              : fmt::format("The last move was in {}, {} to {} days ago", to_words(*answer.last_move),
                                            answer.days_since_move, most);
  test.why = fmt::format("{}; {} days without a move count as standing still.", age, c.stalemate_days);
  return test;
}

StalemateTest reported_test(const Case& c, const Standing& answer) {
  StalemateTest test{StalemateTest::Kind::reported, false, "No source assesses the talks as stuck."};
  for (const int e : answer.events) {
    const Event& event = c.events[at(e)];
    if (event.finding != Event::Finding::stuck) continue;
    test.applies = true;
    test.why = event.what;
  }
  return test;
}

}  // namespace

Standing standing(const Case& c, Date as_of, std::optional<bool> zone_empty) {
  Standing answer;
  answer.heading = heading(c, "standing", as_of);
  answer.heading.guarantee.words = "Exact: counted from what the case records up to this date.";
  for (const int proposal : versions_by(c, as_of)) answer.versions.push_back(version_on(c, proposal, as_of));
  if (!answer.versions.empty()) {
    answer.versions.back().current = true;
    read_replies(c, as_of, answer);
  }
  for (std::size_t e = 0; e < c.events.size(); ++e)
    if (known_by(c.events[e].date, as_of)) answer.events.push_back(static_cast<int>(e));
  std::ranges::stable_sort(answer.events, [&](int a, int b) {
    const auto& first = c.events[at(a)].date;
    const auto& second = c.events[at(b)].date;
    return first && second ? *first < *second : first && !second;
  });
  answer.last_move = last_move(c, as_of);
  if (answer.last_move) answer.days_since_move = days_between(std::min(last_day_of(*answer.last_move), as_of), as_of);
  answer.tests.push_back(refused_test(c, answer));
  answer.tests.push_back(no_move_test(c, answer));
  if (zone_empty)
    answer.tests.push_back({StalemateTest::Kind::no_zone, *zone_empty,
                            *zone_empty ? "In the central reading no package is acceptable to everyone."
                                        : "In the central reading there are packages that everyone could accept."});
  answer.tests.push_back(reported_test(c, answer));
  return answer;
}

}  // namespace parley
