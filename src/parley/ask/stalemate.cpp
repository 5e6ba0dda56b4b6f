#include "parley/ask/stalemate.h"

#include <fmt/core.h>

#include <cstddef>
#include <string>

#include "parley/at.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

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
  const LastMove& last = answer.last_move;
  if (!last.date) return {StalemateTest::Kind::no_move, false, "No move up to this date is dated."};
  const std::string age = last.days == last.most_days ? counted(last.days, "days")
                                                      : fmt::format("{} to {} days", last.days, last.most_days);
  return {StalemateTest::Kind::no_move, last.days >= c.stalemate_days,
          fmt::format("The last move was {}, {} ago; {} days without a move count as standing still.", when(*last.date),
                      age, c.stalemate_days)};
}

std::string gap_text(const Positions::Point& point) {
  if (point.issues_apart == 0) return "no issue apart";
  return fmt::format("{} and {} apart", counted(point.issues_apart, "issues"), counted(point.steps, "steps"));
}

std::string date_text(const std::optional<Date>& date) { return date ? " " + when(*date) : ""; }

StalemateTest no_narrowing_test(const Positions& positions) {
  const Positions::Point& now = positions.points.back();
  const Positions::Point& before = positions.points[at(positions.before)];
  return {StalemateTest::Kind::no_narrowing, positions.lately != Positions::Trend::narrowing,
          fmt::format("The sides' newest own texts are {}; before{} it was {}.", gap_text(now), date_text(before.date),
                      gap_text(before))};
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

std::vector<StalemateTest> stalemate_tests(const Case& c, const Standing& answer, std::optional<bool> zone_empty) {
  std::vector<StalemateTest> tests{refused_test(c, answer), no_move_test(c, answer)};
  if (answer.positions.lately != Positions::Trend::unknown) tests.push_back(no_narrowing_test(answer.positions));
  if (zone_empty)
    tests.push_back({StalemateTest::Kind::no_zone, *zone_empty,
                     *zone_empty ? "In the central reading no package is acceptable to everyone."
                                 : "In the central reading there are packages that everyone could accept."});
  tests.push_back(reported_test(c, answer));
  return tests;
}

}  // namespace parley
