#include "render/sample.h"

#include "render/sample_levers.h"
#include "render/sample_parts.h"

namespace parley::sample {
namespace {

Gate leaf(int principal) { return {Gate::Kind::principal, principal, 0, {}}; }

Principal principal(const std::string& id, const std::string& name) {
  Principal p;
  p.id = id;
  p.name = name;
  return p;
}

Issue issue(const std::string& id, const std::string& name, IssueKind kind, std::vector<std::string> options) {
  Issue i;
  i.id = id;
  i.name = name;
  i.kind = kind;
  i.options = std::move(options);
  return i;
}

// Packages: dams, water, tolls, ferries.
Point point(Utility upland, Utility lowland, Package package) { return {{upland, lowland}, std::move(package)}; }

Clause clause(const std::string& id, const std::string& heading, const std::string& words, std::vector<int> issues) {
  Clause made;
  made.id = id;
  made.heading = heading;
  made.words = words;
  made.issues = std::move(issues);
  return made;
}

Cause cause(int issue, int hundredths, int low, int high, const std::string& text) {
  return {Cause::Kind::issue, issue, u(hundredths), {u(low), u(high)}, text};
}

PrincipalVerdict verdict(Actor who, Verdict v, Span margin, Span floor) {
  PrincipalVerdict p;
  p.who = who;
  p.verdict = v;
  p.completions = v == Verdict::certainly_not ? Completions::none : Completions::every;
  p.margin = margin;
  p.central_margin = (margin.low + margin.high) / 2;
  p.floor = {floor, (floor.low + floor.high) / 2, Floor::From::reservation, -1, {}};
  p.utility = {margin.low + floor.high, margin.high + floor.low};
  p.central_utility = (p.utility.low + p.utility.high) / 2;
  return p;
}

}  // namespace

Case river_case() {
  Case c;
  c.title = "River talks between Upland and Lowland";
  c.as_of = date(2031, 5, 20);
  c.sources = {{"gazette", "River Gazette", date(2031, 5, 18), "C3", false, {}},
               {"minutes", "Minutes of the joint commission", date(2031, 5, 2), "", false, {}},
               {"us", "Estimates of the analyst", {}, "F6", true, {}}};
  c.phases.resize(1);
  c.phases[0].id = "first";
  c.phases[0].name = "first phase";

  Party upland;
  upland.id = "upland";
  upland.name = "Upland";
  upland.principals = {principal("delegation", "delegation"), principal("cabinet", "cabinet"),
                       principal("advisers", "council of advisers")};
  upland.principals[2].advisory = true;
  upland.consent = {Gate::Kind::all, -1, 0, {leaf(0), leaf(1)}};
  Party lowland;
  lowland.id = "lowland";
  lowland.name = "Lowland";
  lowland.principals = {principal("", "")};
  lowland.consent = leaf(0);
  c.parties = {upland, lowland};
  c.third_parties.resize(1);
  c.third_parties[0].id = "harbour";
  c.third_parties[0].name = "Harbour City";
  c.third_parties[0].stances.resize(1);
  c.third_parties[0].stances[0].id = "lock";
  c.third_parties[0].stances[0].name = "the sea lock";
  c.third_parties[0].stances[0].positions = {"open", "shut"};
  Exit canal;
  canal.id = "canal";
  canal.name = "a canal of its own";
  canal.values.resize(2);
  canal.values[1].since = date(2031, 6, 10);
  canal.values[1].third_party = canal.values[1].stance = canal.values[1].position = 0;
  c.parties[1].no_deal.exits = {canal};

  c.issues = {issue("dams", "dams", IssueKind::scale, {"none", "one", "two"}),
              issue("water", "water", IssueKind::count, {"0", "100", "200", "300"}),
              issue("tolls", "tolls", IssueKind::choice, {"free passage", "shared", "to Upland"}),
              issue("ferries", "ferries", IssueKind::choice, {"joint", "separate"})};
  c.issues[1].step = 100;
  c.issues[1].unit = "megalitres a day";
  for (Party& party : c.parties) party.preference.values.resize(c.issues.size());
  c.parties[0].preference.values[2] = Valuation{OptionOrder{{2, 1, 0}}, {}};
  c.parties[1].preference.values[2] = Valuation{OptionOrder{{0, 1, 2}}, {}};
  c.parties[1].red_lines = {{{0, {false, false, true}, {}}, {}}};

  Proposal draft;
  draft.id = "draft";
  draft.name = "commission draft";
  draft.date = date(2031, 5, 2);
  draft.through = {0};
  draft.alternatives = {{1}, {100 / 100}, {0, 1}, {0, 1}};
  Proposal delta;
  delta.id = "delta";
  delta.name = "delta text";
  delta.parent = 0;
  delta.author = Actor{0, -1, -1};
  delta.through = {0};
  delta.date = date(2031, 5, 16);
  delta.alternatives = {{1}, {1}, {2}, {0}};
  draft.excerpt = true;
  draft.clauses = {clause("truce", "Truce", "No boat is fired at [on the river | at the locks].", {}),
                   clause("dams", "Dams", "One dam is built at the gorge.", {0}),
                   clause("tolls", "", "Passage is [free | shared].", {2})};
  draft.clauses[0].provides = {Provision::halt};
  draft.clauses[0].covers = {Element::area};
  draft.clauses[0].from = {1, "", {}};
  delta.clauses = {draft.clauses[0], clause("dams", "Dams", "One low dam is built, not at the gorge.", {0, 3}),
                   clause("pilots", "Pilots", "[Pilots of both banks report to the commission.]", {}),
                   clause("arms", "Arms", "Gunboats are laid up.", {})};
  delta.clauses[0].words = "No boat is fired at on the river.";
  delta.clauses[2].provides = {Provision::monitoring, Provision::reporting};
  delta.clauses[2].covers = {Element::monitoring};
  delta.clauses[3].provides = {Provision::demobilisation};
  c.proposals = {draft, delta};

  const Provenance gazette{0, "", {12, 3}};
  c.responses = {{1, {0, -1, -1}, Answer::accept, date(2031, 5, 16), {}, gazette},
                 {1, {1, -1, -1}, Answer::reject, date(2031, 5, 18), {}, gazette},
                 {1, {1, -1, -1}, Answer::accept_with_reservations, date(2031, 5, 18), {}, {1, "", {}}}};
  const auto happened = [&](Event::Kind kind, std::optional<Date> on, std::vector<Actor> who, const char* what) {
    Event event;
    event.kind = kind;
    event.date = on;
    event.who = std::move(who);
    event.what = what;
    c.events.push_back(std::move(event));
  };
  happened(Event::Kind::meeting, date(2031, 5, 2), {{0, -1, -1}, {1, -1, -1}, {-1, -1, 0}},
           "the commission handed over its draft");
  c.events.back().where = "Harbour City";
  c.events.back().from = {1, "", {}};
  happened(Event::Kind::warning, date(2031, 5, 19), {{-1, -1, 0}}, "the locks may be closed");
  c.events.back().to = {{0, 1, -1}};
  c.events.back().from = gazette;
  happened(Event::Kind::demand, {}, {{1, -1, -1}}, "no dam at the gorge");
  return c;
}

Checked river_check() {
  Checked answer;
  answer.heading = river_heading("check");
  answer.statements = {{"weight of dams for Upland", "20 to 30", 0, false, "said in an interview", 31},
                       {"weight of water for Lowland", "40", 1, false, "", 48},
                       {"reservation value of Upland, cabinet", "55 to 65", 2, true, "", 52},
                       {"order of the issues for Lowland", "water, dams, tolls, ferries", -1, true, "", 0}};
  answer.parties = 2;
  answer.principals = 4;
  answer.third_parties = 1;
  answer.issues = 4;
  answer.phases = 1;
  answer.proposals = 2;
  answer.events = 3;
  return answer;
}

Standing river_standing() {
  const Case c = river_case();
  Standing answer;
  answer.heading = river_heading("standing");
  answer.state = TalksState::stalled;
  answer.versions = {{0, {{{0, -1, -1}, {}, {}}, {{1, -1, -1}, {}, {}}}, false},
                     {1, {{{0, -1, -1}, c.responses[0], {}}, {{1, -1, -1}, c.responses[1], {}}}, true}};
  answer.pending = {{{0, 1, -1},
                     1,
                     date(2031, 5, 16),
                     true,
                     Pending::Due::delay,
                     date(2031, 5, 19),
                     true,
                     false,
                     {{"delegation and cabinet", true, true}}},
                    {{1, 0, -1}, 0, {}, false, Pending::Due::open, {}, false, false, {}}};
  answer.last_move = {date(2031, 5, 18), 2, 2};
  answer.sides = {{0, true, date(2031, 5, 16), 1, 1}, {1, true, date(2031, 5, 18), 0, 1}};
  answer.ledger = ledger_of(c, {0, 1});
  answer.positions.points = {{date(2031, 5, 2), {0, 0}, {1, 2, 1, 0}, 3, 4},
                             {date(2031, 5, 16), {1, 0}, {1, 0, 1, 0}, 2, 2}};
  answer.positions.lately = answer.positions.overall = Positions::Trend::narrowing;
  answer.positions.before = answer.positions.first = 0;
  answer.conflicts = {{Conflict::Kind::response, 1, {1, -1, -1}, {1, 2}}};
  answer.tests = {{StalemateTest::Kind::refused, true, "Lowland rejected \"delta text\" on 18 May 2031"},
                  {StalemateTest::Kind::no_move, false, "2 days since the last move"},
                  {StalemateTest::Kind::no_zone, false, "36 packages are acceptable"},
                  {StalemateTest::Kind::reported, false, "no source says so"}};
  answer.events = {0, 1, 2};
  return answer;
}

Explanation river_explanation() {
  Explanation answer;
  answer.heading = river_heading("explain");
  answer.proposal = 1;
  answer.completions = "1";
  answer.shown = {1, 1, 2, 0};
  PartyVerdict upland{0, Verdict::possibly, Completions::every, {}, {}, {1}};
  upland.principals = {verdict({0, 0, -1}, Verdict::certainly, {u(5), u(21)}, {u(40), u(50)}),
                       verdict({0, 1, -1}, Verdict::possibly, {u(-8), u(4)}, {u(55), u(65)}),
                       verdict({0, 2, -1}, Verdict::certainly, {u(30), u(30)}, {u(30), u(30)})};
  upland.principals[1].causes = {cause(0, 15, 12, 18, "dams: one instead of two"),
                                 cause(3, 6, 6, 6, "ferries: joint instead of separate")};
  upland.principals[2].advisory = true;
  PartyVerdict lowland{1, Verdict::certainly_not, Completions::none, {}, {}, {0}};
  lowland.principals = {verdict({1, 0, -1}, Verdict::certainly_not, {u(-32), u(-11)}, {u(60), u(70)})};
  lowland.principals[0].causes = {cause(1, 24, 20, 28, "water: 100 instead of 300 megalitres a day"),
                                  cause(2, 18, 10, 26, "tolls: to Upland instead of free passage"),
                                  {Cause::Kind::doubt, 0, u(4), {u(0), u(8)}, "doubt that the first phase comes"},
                                  cause(3, 2, 1, 3, "ferries: joint instead of separate")};
  lowland.principals[0].red_lines = {"dams is two"};
  answer.parties = {upland, lowland};
  return answer;
}

Explanation river_bracketed_explanation() {
  Explanation answer = river_explanation();
  answer.proposal = 0;
  answer.bracketed = true;
  answer.completions = "4";
  answer.completions_bounded = true;
  answer.everyone = Completions::some;
  answer.parties[0].completions = Completions::every;
  answer.parties[1].verdict = Verdict::possibly;
  answer.parties[1].completions = Completions::some;
  answer.parties[1].principals[0].verdict = Verdict::possibly;
  answer.parties[1].principals[0].completions = Completions::some;
  answer.parties[1].principals[0].red_lines.clear();
  return answer;
}

Texts river_texts() {
  const Case c = river_case();
  Texts answer;
  answer.heading = river_heading("texts");
  answer.proposal = 1;
  answer.brackets = {{}, {}, {{"Pilots of both banks report to the commission."}}, {}};
  answer.without_clause = {1, 2};
  answer.kind = kind_of(c.proposals[1]);
  answer.growth = growth_of(c, 1);
  TextChange change;
  change.against = 0;
  change.clauses = clause_changes(c.proposals[0], c.proposals[1]);
  change.issues = issue_changes(c, c.proposals[0], c.proposals[1]);
  change.steps = steps_of(change.issues);
  change.everyone_before = Completions::some;
  change.parties = {
      {0,
       Verdict::certainly,
       Verdict::possibly,
       {{{0, 0, -1}, false, Verdict::certainly, Verdict::certainly, {u(50), u(60)}, {u(55), u(61)}, {u(5), u(1)}},
        {{0, 1, -1}, false, Verdict::certainly, Verdict::possibly, {u(70), u(75)}, {u(57), u(59)}, {u(-13), u(-16)}},
        {{0, 2, -1}, true, Verdict::certainly, Verdict::certainly, {u(60), u(60)}, {u(60), u(60)}, {0, 0}}}},
      {1,
       Verdict::possibly,
       Verdict::certainly_not,
       {{{1, 0, -1},
         false,
         Verdict::possibly,
         Verdict::certainly_not,
         {u(48), u(72)},
         {u(38), u(49)},
         {u(-10), u(-23)}}}}};
  answer.change = change;
  return answer;
}

Texts river_first_text() {
  const Case c = river_case();
  Texts answer;
  answer.heading = river_heading("texts");
  answer.proposal = 0;
  answer.brackets = {{{"on the river", "at the locks"}}, {}, {{"free", "shared"}}};
  answer.open_issues = {2, 3};
  answer.without_clause = {1, 3};
  answer.kind = kind_of(c.proposals[0]);
  answer.growth = growth_of(c, 0);
  return answer;
}

Zone river_zone() {
  Zone answer;
  answer.heading = river_heading("zone");
  answer.packages = "72";
  answer.accepted = "9";
  answer.share = answer.share_low = answer.share_high = 0.125;
  const std::vector<Point> picks = {point(u(88), u(40), {2, 1, 2, 0}), point(u(76), u(58), {1, 1, 2, 0}),
                                    point(u(70), u(66), {1, 2, 1, 0}), point(u(62), u(74), {1, 2, 0, 0}),
                                    point(u(41), u(91), {0, 3, 0, 0})};
  answer.frontier = picks;
  answer.frontier_accepted = {false, false, true, true, false};
  answer.floors = {u(60), u(65)};
  answer.ideals = {u(70), u(74)};
  answer.viewpoints = {{Viewpoint::nash, picks[3]},
                       {Viewpoint::kalai_smorodinsky, picks[2]},
                       {Viewpoint::egalitarian, picks[3]},
                       {Viewpoint::utilitarian, {}}};
  answer.adjusted_winner = Zone::Division{{{1, 1}, {0, 1}, {2, 3}, {1, 1}}, {{{u(66), 1}, {u(66), 1}}}, 2};
  answer.tabled = {{0, {1, 1, 0, 0}, {u(58), u(60)}, false, u(6), picks[2]},
                   {1, {1, 1, 2, 0}, {u(76), u(58)}, false, 0, {}}};
  return answer;
}

Zone river_huge_zone() {
  Zone answer = river_zone();
  answer.heading.guarantee = {Guarantee::Kind::estimate, 0,
                              "The frontier is off by at most 0.001; the size of the zone "
                              "is estimated from 200,000 samples."};
  answer.packages = "6190283353629376";
  answer.accepted.reset();
  answer.share = 0.000412;
  answer.share_low = 0.00033;
  answer.share_high = 0.00051;
  answer.frontier_within = u(0) + 1'000'000;
  answer.frontier.clear();
  for (int i = 0; i < 57; ++i) answer.frontier.push_back(point(u(90 - i), u(30 + i), {i % 3, i % 4, i % 3, i % 2}));
  answer.frontier_accepted.assign(57, true);
  answer.frontier_in_zone_only = true;
  answer.adjusted_winner.reset();
  return answer;
}

Amendments river_amendments() {
  Amendments answer;
  answer.heading = river_heading("amend");
  answer.proposal = 1;
  answer.from = {1, 1, 2, 0};
  answer.settled = {false, false, false, true};
  answer.amendments = {
      {{1, 2, 1, 0}, {1, 2}, 2, {u(70), u(66)}, {u(-6), u(8)}, {Verdict::certainly, Verdict::possibly}},
      {{1, 3, 2, 1}, {1}, 2, {u(62), u(74)}, {u(-14), u(16)}, {Verdict::possibly, Verdict::certainly}}};
  answer.more = true;
  return answer;
}

Amendments river_obstacles() {
  Amendments answer = river_amendments();
  answer.amendments.clear();
  answer.more = false;
  answer.obstacles = {{{0, 1, -1}}, {{0, 0, -1}, {1, -1, 0}}};
  answer.obstacles_complete = false;
  return answer;
}

Contention river_contention() {
  Contention answer;
  answer.heading = river_heading("contention");
  answer.total = u(62);
  answer.issues = {{1, u(31), 0.5, false}, {0, u(186) / 10, 0.3, true}, {2, u(124) / 10, 0.2, true}, {3, 0, 0, false}};
  answer.trades = {{1, 2, u(9), 1, 1, 3, 2, {u(20), u(15)}, {u(29), u(24)}}};
  return answer;
}

Analysis river_analysis() {
  Analysis answer;
  answer.heading = river_heading("analyze");
  answer.checked = river_check();
  answer.standing = river_standing();
  answer.texts = {river_texts()};
  answer.zone = river_zone();
  answer.explanations = {river_bracketed_explanation(), river_explanation()};
  answer.amendments = {river_amendments()};
  answer.contention = river_contention();
  answer.acceptance = river_acceptance();
  answer.consent = {river_approvals()};
  answer.window = {river_windows()};
  answer.levers = river_without_levers();
  return answer;
}

}  // namespace parley::sample
