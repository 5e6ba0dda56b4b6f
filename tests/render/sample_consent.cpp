#include "render/sample.h"
#include "render/sample_parts.h"

namespace parley::sample {
namespace {

SetSize set_of(int packages) {
  const double share = packages / 72.0;
  return {Count{std::to_string(packages)}, {true, share, share, share}};
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
  answer.approved_share = ReadingShare{1600, 4000, 0.4, 0.38, 0.42};
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

}  // namespace parley::sample
