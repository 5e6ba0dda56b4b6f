#include "render/html_sample.h"

#include <cmath>

#include "parley/at.h"

namespace parley {
namespace {

using namespace std::chrono_literals;

Date day(unsigned d) { return {std::chrono::sys_days{2024y / std::chrono::March / std::chrono::day{d}}}; }

Provenance from(int source, std::string note = "") { return {source, std::move(note), {7, 3}}; }

Utility utility(double value) { return static_cast<Utility>(std::llround(value * 1e9)); }

Party make_party(int p, const std::string& prefix) {
  constexpr const char* names[] = {"Northland", "South Coast", "Hill Districts", "Lake Towns", "Delta", "Isles"};
  Party party;
  party.id = "party-" + std::to_string(p);
  party.name = prefix + names[p % 6];
  for (const char* name : {"delegation", "cabinet", "veterans’ council"}) {
    Principal principal;
    principal.id = name;
    principal.name = prefix + name;
    principal.advisory = principal.id == "veterans’ council";
    party.principals.push_back(principal);
  }
  party.consent.kind = Gate::Kind::all;
  for (int k : {0, 1}) party.consent.children.push_back({Gate::Kind::principal, k, 0, {}});
  Exit exit;
  exit.id = "exit";
  exit.name = prefix + "holding out";
  exit.from = from(1);
  party.no_deal.exits.push_back(exit);
  return party;
}

Issue make_issue(int i, const std::string& prefix) {
  constexpr const char* names[] = {"detainees released", "withdrawal of troops", "return of residents",
                                   "humanitarian aid",   "length of the lull",   "talks on a lasting peace"};
  Issue issue;
  issue.id = "issue-" + std::to_string(i);
  issue.name = prefix + names[i % 6] + (i < 6 ? "" : " " + std::to_string(i / 6 + 1));
  issue.kind = IssueKind::scale;
  issue.phase = i % 6 == 5 ? 1 : 0;
  for (const char* option : {"none", "women and children first", "gradual", "free"}) {
    issue.options.push_back(prefix + option);
  }
  return issue;
}

std::vector<Clause> make_clauses(int version, const std::string& prefix) {
  const auto clause = [&](const char* id, const std::string& words) {
    return Clause{id, prefix + id, words, {}, {}, {}, from(0)};
  };
  std::vector<Clause> clauses{
      clause("truce", prefix + "Nobody fires."),
      clause(version == 0 ? "posts" : "return", prefix + "Posts are [kept | " + prefix + "left]."),
      clause("aid", prefix + (version == 0 ? "Aid comes [freely]." : "Aid comes."))};
  clauses[0].provides = {Provision::halt};
  clauses[1].covers = {Element::area, Element::acts};
  clauses[1].issues = {1, 5};
  if (version == 1) clauses[2].issues = {3};
  return clauses;
}

Case make_case(const PageSize& size) {
  const auto& prefix = size.prefix;
  Case c;
  c.title = prefix + "Lull and exchange talks, March 2024";
  c.as_of = day(26);
  c.sources.push_back({"report", prefix + "News report on the stalled talks", day(25), "C3", false, {}});
  c.sources.push_back({"us", prefix + "Estimates entered by the analyst", day(26), "F6", true, {}});
  c.phases.push_back({"first", prefix + "first phase", {}, -1, "", "", "", from(0)});
  c.phases.push_back({"later", prefix + "later phase", {}, 0, "", "", "", from(0)});
  for (int p = 0; p < size.parties; ++p) c.parties.push_back(make_party(p, prefix));
  for (int i = 0; i < size.issues; ++i) c.issues.push_back(make_issue(i, prefix));
  for (Party& party : c.parties) party.preference.values.resize(c.issues.size());
  c.third_parties.push_back({"ally", prefix + "Republic of the West", {{"mediator", -1}}, {0}, {}, from(0)});
  c.third_parties.push_back({"host", prefix + "Harbour State", {{"host", -1}}, {0, 1}, {}, from(0)});
  for (int version : {0, 1}) {
    Proposal text;
    text.id = version == 0 ? "february" : "harbour";
    text.name = prefix + (version == 0 ? "February" : "Harbour");
    text.parent = version - 1;
    text.author = Actor{-1, -1, 0};
    text.through = {1};
    text.date = day(version == 0 ? 3 : 24);
    for (int i = 0; i < size.issues; ++i) text.alternatives.push_back({(i + version) % 3});
    text.alternatives.back() = {0, 1, 2};
    text.clauses = make_clauses(version, prefix);
    c.proposals.push_back(text);
  }
  const auto happened = [&](Event::Kind kind, std::optional<Date> date, std::vector<Actor> who, const char* what) {
    Event event;
    event.kind = kind;
    event.date = date;
    event.who = std::move(who);
    event.what = prefix + what;
    event.from = from(0);
    c.events.push_back(event);
  };
  happened(Event::Kind::meeting, day(23), {{-1, -1, 0}, {0, -1, -1}, {-1, -1, 1}},
           "heads of service met over a new text");
  c.events.back().where = prefix + "Harbour City";
  happened(Event::Kind::warning, day(25), {{-1, -1, 0}}, "no operation without a plan for those who live there");
  c.events.back().to = {{0, -1, -1}};
  happened(Event::Kind::assessment, {}, {{-1, -1, 1}}, "the talks have reached a stalemate");
  return c;
}

Model make_model(const PageSize& size, Date as_of) {
  Model model;
  model.as_of = as_of;
  for (int p = 0; p < size.parties; ++p) {
    Valuer valuer;
    valuer.who = {p, -1, -1};
    for (int i = 0; i < size.issues; ++i) {
      const std::int64_t weight = all_points / size.issues * (1 + (i + 2 * p) % 3) / 2;
      valuer.weights.low.push_back(weight - all_points / 50);
      valuer.weights.high.push_back(weight + all_points / 50);
      valuer.weights.central_nano.push_back(weight * 1000);
      std::vector<Spread> values;
      for (std::int64_t level = 0; level < 4; ++level) {
        const auto value = (p % 2 == 0 ? level : 3 - level) * 33'000'000;
        values.push_back({value, value, value});
      }
      valuer.values.push_back(values);
    }
    valuer.credences = {{1'000'000, 1'000'000, 1'000'000}, {300'000, 450'000, 600'000}};
    model.parties.push_back(valuer);
    Floor floor{
        {utility(.42), utility(.5)}, utility(.46), p % 2 == 0 ? Floor::From::exit : Floor::From::reservation, 0, {}};
    model.floors.push_back({floor, floor, floor});
  }
  return model;
}

Heading head(const Case& c, const std::string& question) {
  return {question,
          c.title,
          *c.as_of,
          {Guarantee::Kind::exact, 0, "Nothing was left out or rounded."},
          {{{0, 31}}, 31, 41}};
}

Standing make_standing(const Case& c, const std::string& prefix) {
  Standing standing;
  standing.heading = head(c, "standing");
  standing.state = TalksState::stalled;
  standing.last_move = {day(24), 2, 2};
  standing.sides = turns_since(c, moves_by(c, day(26)));
  standing.ledger = ledger_of(c, {0, 1});
  standing.positions.points = {{day(24), {0, 1}, std::vector<int>(c.issues.size(), 1), 1, 1}};
  standing.conflicts = {{Conflict::Kind::assessment, -1, {}, {2, 2}}};
  standing.events = {0, 1, 2};
  for (int version : {0, 1}) {
    Standing::Version entry{version, {}, version == 1};
    for (int p = 0; p < std::ssize(c.parties); ++p) {
      const auto answer = p % 2 == version % 2 ? Answer::reject : Answer::accept;
      entry.answers.push_back(
          {{p, -1, -1}, Response{version, {p, -1, -1}, answer, day(24), {}, from(0)}, std::nullopt});
    }
    entry.answers.push_back({{1, 1, -1}, std::nullopt, std::nullopt});
    standing.versions.push_back(entry);
  }
  standing.pending.push_back({{1, 1, -1}, 1, day(24), true, Pending::Due::stated, day(25), true, false, {}});
  standing.pending.back().gates = {{prefix + "one and two", true, true}};
  standing.tests = {
      {StalemateTest::Kind::refused, true, prefix + "South Coast rejected the newest text on 24 March 2024"},
      {StalemateTest::Kind::no_move, false, prefix + "the last move was 2 days ago"},
      {StalemateTest::Kind::no_zone, false, prefix + "3,102 packages are acceptable"},
      {StalemateTest::Kind::reported, true, prefix + "the report says so"}};
  return standing;
}

PrincipalVerdict make_principal(const Case& c, const Model& model, int p, int k, double margin) {
  PrincipalVerdict who;
  who.who = {p, k, -1};
  who.advisory = k == 2;
  who.floor = model.floors[at(p)][at(k)];
  who.margin = {utility(margin - .09), utility(margin + .08)};
  who.central_margin = utility(margin);
  who.verdict = who.margin.low >= 0   ? Verdict::certainly
                : who.margin.high < 0 ? Verdict::certainly_not
                                      : Verdict::possibly;
  for (int i = 0; i < std::ssize(c.issues); ++i) {
    const double loss = (.2 + (k == 1 ? .01 : 0)) / (i + 1);
    who.causes.push_back({Cause::Kind::issue,
                          i,
                          utility(loss),
                          {utility(loss * .8), utility(loss * 1.3)},
                          c.issues[at(i)].name + ": none instead of free"});
  }
  return who;
}

Explanation make_explanation(const Case& c, const Model& model, int proposal) {
  Explanation explanation;
  explanation.heading = head(c, "explain");
  explanation.proposal = proposal;
  explanation.bracketed = true;
  explanation.completions = "3";
  explanation.everyone = Completions::none;
  explanation.shown = Package(c.issues.size(), 0);
  for (int p = 0; p < std::ssize(c.parties); ++p) {
    PartyVerdict side{p, p % 2 == 0 ? Verdict::certainly : Verdict::certainly_not, Completions::every, {}, {}, {}};
    for (int k : {0, 1, 2}) {
      side.principals.push_back(make_principal(c, model, p, k, p % 2 == 0 ? .12 + .02 * k : .01 - .12 * k));
    }
    if (p % 2 == 1) {
      side.binding = {1};
      side.principals[1].red_lines = {c.issues[0].name + " is none"};
    }
    explanation.parties.push_back(side);
  }
  return explanation;
}

Texts make_texts(const Case& c) {
  Texts texts;
  texts.heading = head(c, "texts");
  texts.proposal = 1;
  for (const Clause& clause : c.proposals[1].clauses) texts.brackets.push_back(brackets_of(clause.words).open);
  texts.open_issues = open_issues(c.proposals[1]);
  texts.without_clause = {0, 2};
  texts.kind = kind_of(c.proposals[1]);
  texts.growth = growth_of(c, 1);
  TextChange change;
  change.against = 0;
  change.clauses = clause_changes(c.proposals[0], c.proposals[1]);
  change.issues = issue_changes(c, c.proposals[0], c.proposals[1]);
  change.steps = steps_of(change.issues);
  change.everyone_after = Completions::some;
  for (int p = 0; p < std::ssize(c.parties); ++p) {
    PartyChange side{p, Verdict::possibly, Verdict::certainly, {}};
    for (int k : {0, 1, 2})
      side.principals.push_back({{p, k, -1},
                                 k == 2,
                                 Verdict::possibly,
                                 Verdict::certainly,
                                 {utility(.4), utility(.5)},
                                 {utility(.5), utility(.7)},
                                 {utility(.1), utility(.2)}});
    change.parties.push_back(side);
  }
  texts.change = change;
  return texts;
}

Point point_at(const PageSize& size, double turn, double reach) {
  Point point;
  for (int p = 0; p < size.parties; ++p) {
    const double phase = turn + 1.5707963 * p * (size.parties == 2 ? 1 : 2.2);
    point.value.push_back(utility(size.parties == 2 ? reach * std::abs(p == 0 ? std::cos(turn) : std::sin(turn))
                                                    : .5 + .35 * reach * std::sin(phase)));
  }
  for (int i = 0; i < size.issues; ++i) point.package.push_back((i + static_cast<int>(turn * 10)) % 4);
  return point;
}

Zone make_zone(const Case& c, const PageSize& size) {
  Zone zone;
  zone.heading = head(c, "zone");
  zone.packages = "41472";
  zone.accepted = "3102";
  zone.share = zone.share_low = zone.share_high = 3102.0 / 41472;
  for (int k = 0; k < size.frontier; ++k) {
    zone.frontier.push_back(point_at(size, 1.5707963 * k / (size.frontier - 1), .95));
    const auto& value = zone.frontier.back().value;
    zone.frontier_accepted.push_back(value[0] > utility(.46) && value[1] > utility(.46));
  }
  zone.frontier_in_zone_only = size.parties > 2;
  zone.floors.assign(at(size.parties), utility(.46));
  zone.ideals.assign(at(size.parties), utility(.83));
  zone.viewpoints = {{Viewpoint::nash, point_at(size, .76, .95)},
                     {Viewpoint::kalai_smorodinsky, point_at(size, .8, .95)},
                     {Viewpoint::egalitarian, point_at(size, .8, .95)},
                     {Viewpoint::utilitarian, point_at(size, .72, .95)}};
  for (int version : {0, 1}) {
    const auto text = point_at(size, .3 + .1 * version, .8);
    zone.tabled.push_back({version, text.package, text.value, false, utility(.043), point_at(size, .4, .93)});
  }
  return zone;
}

Amendments make_amendments(const Case& c, const PageSize& size) {
  Amendments found;
  found.heading = head(c, "amend");
  found.proposal = 1;
  found.from = Package(c.issues.size(), 0);
  found.settled.assign(c.issues.size(), false);
  found.settled.back() = true;
  found.more = true;
  for (int way : {0, 1, 2}) {
    Amendment amendment;
    amendment.to = found.from;
    amendment.changed = {way, way + 1};
    for (int i : amendment.changed) amendment.to[at(i)] = 2;
    amendment.movement = 4;
    amendment.value = point_at(size, .7 + .06 * way, .9).value;
    for (int p = 0; p < size.parties; ++p) {
      amendment.gain.push_back(utility((p % 2 == 0 ? -.06 : .13) + .01 * way));
      amendment.verdicts.push_back(p % 2 == 0 ? Verdict::possibly : Verdict::certainly);
    }
    found.amendments.push_back(amendment);
  }
  return found;
}

Contention make_contention(const Case& c, int parties) {
  Contention contention;
  contention.heading = head(c, "contention");
  contention.total = utility(.62);
  double left = 1;
  for (int i = 0; i < std::ssize(c.issues); ++i) {
    const double share = i + 1 == std::ssize(c.issues) ? left : left * .4;
    left -= share;
    contention.issues.push_back({i, utility(.62 * share), share, false});
  }
  for (int first : {0, 1}) {
    Trade trade{first, first + 2, utility(.05), 1, 1, 3, 0, {}, {}};
    trade.apart.assign(at(parties), utility(.11));
    trade.together.assign(at(parties), utility(.16));
    contention.trades.push_back(trade);
  }
  return contention;
}

Checked make_checked(const Case& c, const std::string& prefix) {
  Checked checked;
  checked.heading = head(c, "check");
  int line = 20;
  for (const auto& party : c.parties) {
    for (const auto& issue : c.issues) {
      const bool assumed = ++line % 3 != 0;
      checked.statements.push_back({"weight of " + issue.name + " for " + party.name, prefix + "20 to 30",
                                    assumed ? 1 : 0, assumed, assumed ? "" : prefix + "as the report has it", line});
    }
  }
  return checked;
}

}  // namespace

PageSample page_sample(const PageSize& size) {
  PageSample s;
  s.c = make_case(size);
  s.model = make_model(size, *s.c.as_of);
  s.analysis.heading = head(s.c, "analyze");
  s.analysis.checked = make_checked(s.c, size.prefix);
  s.analysis.standing = make_standing(s.c, size.prefix);
  s.analysis.texts = {make_texts(s.c)};
  s.analysis.zone = make_zone(s.c, size);
  s.analysis.explanations = {make_explanation(s.c, s.model, 0), make_explanation(s.c, s.model, 1)};
  s.analysis.amendments = {make_amendments(s.c, size)};
  s.analysis.contention = make_contention(s.c, size.parties);
  return s;
}

}  // namespace parley
