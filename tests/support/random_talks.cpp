#include "support/random_talks.h"

#include <algorithm>
#include <string>

#include "parley/case/checks.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

std::optional<Date> random_date(Random& random) {
  if (one_in(random, 8)) return std::nullopt;
  const std::string month = one_in(random, 2) ? "2024-03" : "2024-04";
  static constexpr const char* parts[] = {"early ", "mid ", "late ", ""};
  if (one_in(random, 3)) return parse_date(parts[draw_int(random, 0, 3)] + month);
  const int day = draw_int(random, 1, 28);
  return parse_date(month + (day < 10 ? "-0" : "-") + std::to_string(day));
}

Provenance random_source(Random& random, const Case& c) {
  Provenance from;
  from.source = draw_int(random, -1, std::ssize(c.sources) - 1);
  return from;
}

Actor random_side(Random& random, const Case& c) {
  const int party = draw_int(random, 0, std::ssize(c.parties) - 1);
  const auto& principals = c.parties[static_cast<std::size_t>(party)].principals;
  const bool whole = principals.size() == 1 || one_in(random, 2);
  return {party, whole ? -1 : draw_int(random, 0, std::ssize(principals) - 1), -1};
}

Proposal random_text(Random& random, const Case& c) {
  Proposal made;
  made.id = made.name = "text-" + std::to_string(c.proposals.size());
  if (!c.proposals.empty() && !one_in(random, 3)) made.parent = draw_int(random, 0, std::ssize(c.proposals) - 1);
  if (!one_in(random, 5)) made.author = one_in(random, 5) ? Actor{-1, -1, 0} : random_side(random, c);
  made.date = random_date(random);
  if (made.parent >= 0) made.alternatives = c.proposals[static_cast<std::size_t>(made.parent)].alternatives;
  made.alternatives.resize(c.issues.size());
  for (std::size_t i = 0; i < c.issues.size(); ++i) {
    if (made.parent >= 0 && one_in(random, 2)) continue;
    made.alternatives[i].clear();
    for (int level = 0; level < c.issues[i].levels(); ++level)
      if (one_in(random, 3)) made.alternatives[i].push_back(level);
    if (made.alternatives[i].empty()) made.alternatives[i].push_back(draw_int(random, 0, c.issues[i].levels() - 1));
  }
  return made;
}

void add_answers(Random& random, Case& c) {
  for (int n = draw_int(random, 0, 12); n > 0; --n) {
    Response made;
    made.proposal = draw_int(random, 0, std::ssize(c.proposals) - 1);
    made.by = random_side(random, c);
    made.answer = static_cast<Answer>(draw_int(random, 0, 4));
    made.date = random_date(random);
    made.from = random_source(random, c);
    c.responses.push_back(std::move(made));
  }
  for (int n = draw_int(random, 0, 6); n > 0; --n) {
    Approval made;
    made.proposal = draw_int(random, 0, std::ssize(c.proposals) - 1);
    made.of = random_side(random, c);
    made.state = static_cast<Approval::State>(draw_int(random, 0, 3));
    made.asked = random_date(random);
    if (one_in(random, 3)) made.due = random_date(random);
    if (made.answer_came()) made.answered = random_date(random);
    made.from = random_source(random, c);
    c.approvals.push_back(std::move(made));
  }
  for (int n = draw_int(random, 0, 6); n > 0; --n) {
    Event made;
    made.kind = Event::Kind::assessment;
    made.finding = static_cast<Event::Finding>(draw_int(random, 0, 2));
    made.date = random_date(random);
    if (one_in(random, 2)) made.who.push_back(random_side(random, c));
    made.from = random_source(random, c);
    c.events.push_back(std::move(made));
  }
}

bool dates_are_sound(const Case& c) {
  Problems problems;
  check_dates(c, problems);
  return problems.empty();
}

/// Leaves out what the checks of dates object to.
template <typename T>
void keep_sound(Case& c, std::vector<T> Case::* list) {
  std::vector<T> all = std::move(c.*list);
  (c.*list).clear();
  for (T& one : all) {
    (c.*list).push_back(std::move(one));
    if (!dates_are_sound(c)) (c.*list).pop_back();
  }
}

}  // namespace

Case random_talks(Random& random) {
  CaseShape shape;
  shape.parties = draw_int(random, 2, 3);
  shape.rules = false;
  Case c = random_case(random, shape);
  ThirdParty mediator;
  mediator.id = mediator.name = "mediator";
  c.third_parties.push_back(std::move(mediator));
  for (const char* id : {"press", "minutes"}) {
    Source source;
    source.id = source.title = id;
    source.grade = "B2";
    c.sources.push_back(std::move(source));
  }
  c.proposals.clear();
  for (int n = draw_int(random, 1, 8); n > 0; --n) {
    c.proposals.push_back(random_text(random, c));
    if (!dates_are_sound(c)) c.proposals.pop_back();
  }
  if (c.proposals.empty()) return random_talks(random);
  add_answers(random, c);
  keep_sound(c, &Case::responses);
  keep_sound(c, &Case::approvals);
  // Values may be missing where nothing says that the issue matters; what the weights say makes no difference here.
  for (Party& party : c.parties)
    for (auto& valuation : party.preference.values)
      if (one_in(random, 6)) valuation.reset();
  return c;
}

}  // namespace parley::test
