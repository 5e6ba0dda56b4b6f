#include "render/sample.h"

namespace parley::sample {
namespace {

using namespace std::chrono;

Date date(int y, unsigned m, unsigned d) { return {sys_days{year{y} / month{m} / day{d}}}; }

constexpr Utility u(int hundredths) { return hundredths * (unit / 100); }

Heading river_heading(const std::string& question) {
  Heading h;
  h.question = question;
  h.title = "River talks between Upland and Lowland";
  h.as_of = date(2031, 5, 20);
  h.guarantee.words = "Exact: nothing was left out or rounded.";
  h.basis = {{{0, 9}, {1, 3}}, 12, 41};
  return h;
}

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

Windows river_windows() {
  using Kind = Windows::Change::Kind;
  const Date first = date(2031, 5, 20), opening = date(2031, 6, 10), closing = date(2031, 7, 1);
  Windows answer;
  answer.heading = river_heading("window");
  answer.from = first;
  answer.until = date(2031, 8, 1);
  answer.changes = {
      {opening, Kind::exit_opens, {1, -1, -1}, 0, "Lowland: its exit \"a canal of its own\" is there to be chosen"},
      {opening, Kind::exit_value, {1, -1, -1}, 0, "Lowland: its exit \"a canal of its own\" is worth 55 to 75"},
      {closing, Kind::reservation, {0, 1, -1}, -1, "Upland, cabinet: its reservation value is 80"}};
  const Windows::ZoneOn wide{Verdict::certainly, true, "12", 0.25, 0.25, 0.25};
  const Windows::ZoneOn narrow{Verdict::possibly, true, std::nullopt, 0.02, 0.01, 0.03};
  const Windows::ZoneOn shut{Verdict::certainly_not, false, "0", 0, 0, 0};
  const Windows::ZoneOn unknown{Verdict::possibly, std::nullopt, std::nullopt, 0, 0, 0};
  const auto floor = [](int low, int high) {
    return Floor{{u(low), u(high)}, u(low + high) / 2, Floor::From::reservation, -1, {}};
  };
  const auto moment = [&](Date on, std::vector<int> changes, const Floor& cabinet, const Floor& lowland, int waiting,
                          const Windows::ZoneOn& zone) {
    return Windows::Moment{on,
                           std::move(changes),
                           {{floor(40, 50), cabinet, floor(30, 30)}, {lowland}},
                           {std::nullopt, Appraisal{{u(waiting - 5), u(waiting + 5)}, u(waiting)}},
                           zone};
  };
  answer.moments = {moment(first, {}, floor(45, 55), floor(30, 40), 50, wide),
                    moment(date(2031, 6, 1), {}, floor(45, 55), floor(30, 40), 55, wide),
                    moment(opening, {0, 1}, floor(45, 55), floor(55, 75), 65, narrow),
                    moment(closing, {2}, floor(80, 80), floor(55, 75), 65, shut)};
  answer.turns = {first, opening, closing};
  answer.open = {{{first, date(2031, 6, 30), false, true, {}, {2}}},
                 {{first, date(2031, 6, 30), false, true, {}, {2}}},
                 {{first, date(2031, 6, 9), false, true, {}, {0, 1}}}};
  const Windows::Since yes{first, Verdict::certainly, Completions::every};
  const Windows::Since perhaps{opening, Verdict::possibly, Completions::every};
  const Windows::Since no{closing, Verdict::certainly_not, Completions::none};
  const Windows::Since some{first, Verdict::possibly, Completions::some};
  const Appraisal worth{{u(60), u(70)}, u(65)};
  answer.tabled = {
      {0, {{worth, worth, worth}, {worth}}, {{some, no}, {some}}, {{{some}, {some, no}, {some}}, {{some}}}},
      {1,
       {{worth, worth, worth}, {worth}},
       {{yes, no}, {yes, perhaps}},
       {{{yes}, {yes, no}, {yes}}, {{yes, perhaps}}}}};
  answer.alternatives = {{0, 0, 0, false, {wide, narrow, shut}, answer.open},
                         {0, 0, 1, false, {unknown, unknown, shut}, {}}};
  answer.newest = 1;
  const BreakEven half{BreakEven::Kind::at, {u(40), u(60)}, u(50), true};
  const BreakEven seldom{BreakEven::Kind::at, {u(90), u(100)}, u(95), false};
  answer.evens = {{{1, 0, -1}, 0, 0, {{u(35), u(45)}, u(40)}, worth, half, {BreakEven::Kind::never, {}, 0, true}},
                  {{1, 0, -1}, 0, 1, {{u(55), u(75)}, u(65)}, worth, seldom, half}};
  namespace {

  ReadingShare share(std::uint32_t in) { return share_of_draws(in, 4000, 4000); }

  TextShare text_share(std::uint32_t in) { return {share(in), share(in), share(in)}; }

  PrincipalAcceptance accepting(Actor who, const TextShare& share, Verdict v, Span margin) {
    return {who, false, share, v, margin};
  }

  JudgedPackage river_judged(int proposal, Package shown) {
    JudgedPackage judged;
    judged.proposal = proposal;
    judged.shown = std::move(shown);
    judged.parties.resize(2);
    judged.parties[0] = {0, text_share(4000), Verdict::certainly, {}, {4000, false, {}}};
    judged.parties[0].principals = {accepting({0, 0, -1}, text_share(4000), Verdict::certainly, {u(5), u(21)}),
                                    accepting({0, 1, -1}, text_share(4000), Verdict::possibly, {u(-1), u(12)}),
                                    accepting({0, 2, -1}, text_share(3120), Verdict::possibly, {u(-8), u(12)})};
    judged.parties[0].principals[2].advisory = true;
    judged.parties[1] = {1, text_share(1200), Verdict::possibly, {}, {}};
    judged.parties[1].principals = {accepting({1, 0, -1}, text_share(1200), Verdict::possibly, {u(-30), u(9)})};
    judged.everyone = text_share(1200);
    judged.view = {
        1200,
        false,
        {{0, -1, 40'000'000, 33'000'000, -1.2, 26'000'000, 38'000'000, 31'000'000, 49'000'000, 25'000'000, 39'000'000},
         {1, -1, 25'000'000, 26'500'000, 0.4, 21'000'000, 29'500'000, 20'500'000, 29'500'000, 20'000'000, 30'000'000},
         {2, 1, 0.5, 0.75, 0.5, 0, 0, 0, 0, 0, 0}}};
    judged.parties[1].view = judged.view;
    return judged;
  }

  }  // namespace

  Acceptability river_acceptance() {
    Acceptability answer;
    answer.heading = river_heading("acceptance");
    answer.heading.guarantee = {Guarantee::Kind::estimate, 0, "Shares are of 4000 readings, with 95 % intervals."};
    answer.readings = 4000;
    answer.independent = 1500;
    answer.walked = true;
    const Provenance gazette{0, "", {12, 3}};
    const Provenance assumed{2, "", {13, 3}};
    answer.unknowns = {{Unknown::Kind::reservation, {1, -1, -1}, -1, -1, gazette},
                       {Unknown::Kind::weight, {0, -1, -1}, 1, -1, assumed},
                       {Unknown::Kind::consent, {0, -1, -1}, -1, -1, assumed}};
    answer.conditions = {{{0, -1, -1}, 0, true, gazette, 0.92, true}, {{1, -1, -1}, 1, false, assumed, 0.7, false}};
    answer.contradictions = {{{1}, true}};
    answer.grounds = {{0, Grounds::assumptions_only, 0, 3, {}, {gazette}}, {1, Grounds::sourced, 1, 2, {gazette}, {}}};
    JudgedPackage draft = river_judged(0, {1, 1, 0, 0});
    draft.bracketed = true;
    draft.everyone = draft.parties[1].share = TextShare{share(12), share(0), share(900)};
    draft.view = {12, true, {}};
    draft.parties[1].view = draft.view;
    answer.texts = {draft, river_judged(1, {1, 1, 2, 0})};
    JudgedPackage best = river_judged(-1, {1, 2, 1, 0});
    best.everyone = text_share(3100);
    answer.most = {true, best, share(3250), false};
    answer.agenda = {0.874,
                     {{Inquiry::Kind::consent, -1, 1, {1, 0, -1}, {}, 0.61},
                      {Inquiry::Kind::figure, 0, -1, {1, -1, -1}, {0}, 0.412},
                      {Inquiry::Kind::figure, 2, -1, {0, -1, -1}, {0}, 0.021}}};
    answer.frontier = {{{1, 2, 1, 0}, {}, {Viewpoint::nash}, true, share(3100), u(9), true},
                       {{1, 3, 2, 1}, {}, {}, false, share(2500), u(4), true},
                       {{1, 1, 2, 0}, {1}, {}, false, share(1200), {}, false}};
    return answer;
  }

  Acceptability river_refused_acceptance() {
    Acceptability answer = river_acceptance();
    answer.walked = false;
    answer.heeds_talks = false;
    answer.conditions.clear();
    answer.contradictions.clear();
    answer.refused = true;
    answer.grounds[1] = {1, Grounds::none, 0, 2, {}, {}};
    for (JudgedPackage& text : answer.texts) {
      text.everyone.reset();
      text.parties[1].share.reset();
      text.parties[1].principals[0].share.reset();
    }
    answer.most = {};
    answer.agenda = {};
    answer.frontier.clear();
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
    return answer;
  }
  namespace {

  SetSize set_of(int packages) {
    const double share = packages / 72.0;
    return {Count(packages), {true, share, share, share}};
  }

  PackageShare sampled(double share) { return {false, share, share - 0.01, share + 0.01}; }

  ConsentNode node(Gate::Kind kind, int depth, int principal, Verdict verdict, std::optional<Utility> margin) {
    ConsentNode made;
    made.kind = kind;
    made.depth = depth;
    made.principal = principal;
    made.verdict = verdict;
    made.margin = margin;
    made.approves = margin && *margin >= 0;
    return made;
  }

  ConsentTree upland_tree(const Case& c) {
    ConsentTree tree;
    tree.consent = c.parties[0].consent;
    tree.nodes = {node(Gate::Kind::all, 0, -1, Verdict::possibly, u(-2)),
                  node(Gate::Kind::principal, 1, 0, Verdict::certainly, u(13)),
                  node(Gate::Kind::principal, 1, 1, Verdict::possibly, u(-2)),
                  node(Gate::Kind::principal, 1, 2, Verdict::certainly, u(30))};
    tree.nodes[0].in_turn = true;
    tree.nodes[0].of = tree.nodes[0].needed = 2;
    tree.nodes[1].said = Ballot::yes;
    tree.nodes[3].advisory = true;
    tree.binding = {1};
    tree.to_move = {1};
    tree.shortfall = u(2);
    tree.sets.win_set = set_of(18);
    PrincipalSets cabinet;
    cabinet.principal = 1;
    cabinet.own = set_of(24);
    cabinet.veto = PackageShare{true, 0.5, 0.5, 0.5};
    PrincipalSets delegation;
    delegation.principal = 0;
    delegation.own = set_of(36);
    delegation.veto = PackageShare{true, 0, 0, 0};
    delegation.absorbed = true;
    delegation.signs_first = true;
    delegation.slack = sampled(0.5);
    tree.sets.principals = {cabinet, delegation};
    return tree;
  }

  ConsentTree lowland_tree(const Case& c, double weight, int source) {
    ConsentTree tree;
    tree.consent = c.parties[1].consent;
    tree.weight = weight;
    tree.from.source = source;
    tree.verdict = Verdict::certainly_not;
    tree.nodes = {node(Gate::Kind::principal, 0, 0, Verdict::certainly_not, std::nullopt)};
    tree.nodes[0].said = Ballot::no;
    tree.binding = {0};
    tree.to_move = {0};
    tree.sets.win_set = SetSize{std::nullopt, sampled(0.12)};
    return tree;
  }

  ApprovalStep step(Actor who, ApprovalStep::State state) {
    ApprovalStep made;
    made.who = who;
    made.state = state;
    return made;
  }

  Ratification river_ratification() {
    Ratification answer;
    answer.steps = {step({1, 0, -1}, ApprovalStep::State::refused), step({0, 1, -1}, ApprovalStep::State::asked),
                    step({0, 0, -1}, ApprovalStep::State::approved), step({0, 2, -1}, ApprovalStep::State::open)};
    answer.steps[0].unstated = true;
    answer.steps[1].since = date(2031, 5, 17);
    answer.steps[1].days = {{0, 0, 0.25, 0.5, 0.75, 1}};
    answer.steps[1].assumed = true;
    answer.steps[3].run_out = true;
    answer.refused = {1};
    answer.blocked = {1};
    answer.days = answer.steps[1].days;
    answer.parties = {answer.days, at_once()};
    answer.assumptions_only = answer.unstated = answer.apart = true;
    answer.approved_share = 0.4;
    answer.share_error = 0.015;
    answer.readings = 4000;
    answer.outside = {{date(2031, 5, 23), 1, -1, OutsideChange::Kind::value}};
    answer.table = {{RatifiedBy::Kind::outside, 2, date(2031, 5, 22), 0.25, 0.1},
                    {RatifiedBy::Kind::median, 3, date(2031, 5, 23), 0.5, 0.2},
                    {RatifiedBy::Kind::most, 5, date(2031, 5, 25), 1, 0.4},
                    {RatifiedBy::Kind::days, 7, date(2031, 5, 27), 1, 0.4},
                    {RatifiedBy::Kind::asked, 12, date(2031, 6, 1), 1, {}}};
    return answer;
  }

  }  // namespace

  Approvals river_approvals() {
    const Case c = river_case();
    const Explanation explanation = river_explanation();
    Approvals answer;
    answer.heading = river_heading("consent");
    answer.proposal = 1;
    answer.shown = explanation.shown;
    answer.packages = "72";
    answer.parties = {{0, Verdict::possibly, explanation.parties[0].principals, {upland_tree(c)}},
                      {1,
                       Verdict::certainly_not,
                       explanation.parties[1].principals,
                       {lowland_tree(c, 0.75, 0), lowland_tree(c, 0.25, 2)}}};
    answer.cleared.by = {{{0, 0, -1}, 1, u(58)}};
    answer.cleared.zone = set_of(9);
    answer.cleared.cleared = set_of(6);
    answer.tied_hands.computed = true;
    answer.tied_hands.floors = {u(60), u(65)};
    answer.tied_hands.views = {{Viewpoint::nash, std::vector<Utility>{u(70), u(69)}},
                               {Viewpoint::kalai_smorodinsky, std::nullopt}};
    answer.tied_hands.without = {{{0, 1, -1},
                                  {u(45), u(65)},
                                  {{Viewpoint::nash, std::vector<Utility>{u(62), u(74)}},
                                   {Viewpoint::kalai_smorodinsky, std::vector<Utility>{u(61), u(75)}}}}};
    answer.tied_hands.left_out = {{0, 0, -1}};
    answer.ratification = river_ratification();
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
    return answer;
  }

}  // namespace parley::sample
