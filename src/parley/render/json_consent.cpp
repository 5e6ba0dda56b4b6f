#include <cmath>
#include <cstdlib>

#include "parley/case/mapped.h"
#include "parley/render/json_value.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

/// Chances are floating point; digits beyond the ninth say nothing.
double chance_of(double chance) { return std::round(chance * 1e9) / 1e9; }

const char* kind_text(Gate::Kind kind) {
  switch (kind) {
    case Gate::Kind::principal:
      return "principal";
    case Gate::Kind::all:
      return "all";
    case Gate::Kind::any:
      return "any";
    case Gate::Kind::at_least:
      return "at_least";
  }
  std::abort();
}

const char* said_text(Ballot said) {
  switch (said) {
    case Ballot::yes:
      return "approved";
    case Ballot::no:
      return "refused";
    case Ballot::open:
      return "open";
  }
  std::abort();
}

Json share_json(const std::optional<PackageShare>& share) {
  if (!share) return nullptr;
  return {{"exact", share->exact}, {"share", share->value}, {"low", share->low}, {"high", share->high}};
}

Json set_json(const std::optional<SetSize>& set) {
  if (!set) return nullptr;
  return {{"packages", set->packages ? count(set->packages->digits) : Json(nullptr)},
          {"share", set->share.value},
          {"low", set->share.low},
          {"high", set->share.high}};
}

Json principals_json(const Case& c, int party, const std::vector<int>& principals) {
  Json out = Json::array();
  for (const int k : principals) out.push_back(actor(c, {party, k, -1}));
  return out;
}

Json node_json(const Case& c, int party, const ConsentNode& node) {
  const auto& margin = node.margin;
  return {{"kind", kind_text(node.kind)},
          {"depth", node.depth},
          {"who", node.kind == Gate::Kind::principal ? actor(c, {party, node.principal, -1}) : Json(nullptr)},
          {"advisory", node.advisory},
          {"in_turn", node.in_turn},
          {"needed", node.needed},
          {"of", node.of},
          {"verdict", text(node.verdict)},
          {"approves", node.approves},
          {"said", said_text(node.said)},
          {"margin", margin ? exact(*margin) : Json(nullptr)}};
}

Json self_json(const Case& c, int party, const PrincipalSets& self) {
  return {{"who", actor(c, {party, self.principal, -1})},
          {"own", set_json(self.own)},
          {"veto", share_json(self.veto)},
          {"absorbed", self.absorbed},
          {"signs_first", self.signs_first},
          {"slack", share_json(self.slack)}};
}

Json days_json(const std::optional<int>& days) { return days ? Json(*days) : Json(nullptr); }

Json tree_json(const Case& c, int party, const ConsentTree& tree) {
  return {{"weight", chance_of(tree.weight)},
          {"source", source_or_null(c, tree.from)},
          {"verdict", text(tree.verdict)},
          {"approves", tree.approves},
          {"binding", principals_json(c, party, tree.binding)},
          {"to_move", principals_json(c, party, tree.to_move)},
          {"shortfall", exact(tree.shortfall)},
          {"nodes", mapped(tree.nodes, [&](const ConsentNode& node) { return node_json(c, party, node); })},
          {"win_set", set_json(tree.sets.win_set)},
          {"principals",
           mapped(tree.sets.principals, [&](const PrincipalSets& self) { return self_json(c, party, self); })},
          {"median_days", days_json(day_of(tree.days.days, 0.5))},
          {"most_days", days_json(day_of(tree.days.days, 0.9))}};
}

Json cleared_json(const Case& c, const Cleared& cleared) {
  const auto approved = [&](const Cleared::Approved& one) {
    return Json{
        {"who", actor(c, one.who)}, {"proposal", at(c.proposals, one.proposal).id}, {"worth", exact(one.worth)}};
  };
  return {
      {"by", mapped(cleared.by, approved)}, {"zone", set_json(cleared.zone)}, {"cleared", set_json(cleared.cleared)}};
}

Json views_json(const Case& c, const std::vector<HandsView>& views) {
  Json out = Json::array();
  for (const HandsView& view : views) {
    const auto& value = view.value;
    out.push_back({{"viewpoint", view.viewpoint == Viewpoint::nash ? "nash" : "kalai_smorodinsky"},
                   {"values", value ? values(c, *value) : Json(nullptr)}});
  }
  return out;
}

Json hands_json(const Case& c, const TiedHands& hands) {
  const auto other = [&](const HandsWithout& one) {
    return Json{
        {"who", actor(c, one.who)}, {"disagreement", values(c, one.floors)}, {"viewpoints", views_json(c, one.views)}};
  };
  return {{"computed", hands.computed},
          {"disagreement", values(c, hands.floors)},
          {"viewpoints", views_json(c, hands.views)},
          {"without", mapped(hands.without, other)},
          {"left_out", mapped(hands.left_out, [&](const Actor& who) { return actor(c, who); })}};
}

const char* state_text(ApprovalStep::State state) {
  switch (state) {
    case ApprovalStep::State::approved:
      return "approved";
    case ApprovalStep::State::refused:
      return "refused";
    case ApprovalStep::State::asked:
      return "asked";
    case ApprovalStep::State::open:
      return "open";
  }
  std::abort();
}

Json step_json(const Case& c, const ApprovalStep& step) {
  return {{"who", actor(c, step.who)},
          {"state", state_text(step.state)},
          {"since", date_or_null(step.since)},
          {"due", date_or_null(step.due)},
          {"unstated", step.unstated},
          {"run_out", step.run_out},
          {"assumed", step.assumed},
          {"median_days", days_json(day_of(step.days, 0.5))},
          {"most_days", days_json(day_of(step.days, 0.9))}};
}

Json outside_json(const Case& c, const OutsideChange& change) {
  const char* kind = change.kind == OutsideChange::Kind::opens    ? "opens"
                     : change.kind == OutsideChange::Kind::closes ? "closes"
                                                                  : "value";
  const Party& party = at(c.parties, change.party);
  return {{"date", date_or_null(change.date)},
          {"party", party.id},
          {"exit", change.exit < 0 ? Json(nullptr) : Json(at(party.no_deal.exits, change.exit).id)},
          {"change", kind}};
}

const char* row_text(RatifiedBy::Kind kind) {
  switch (kind) {
    case RatifiedBy::Kind::days:
      return "days";
    case RatifiedBy::Kind::asked:
      return "asked";
    case RatifiedBy::Kind::outside:
      return "outside";
    case RatifiedBy::Kind::median:
      return "median";
    case RatifiedBy::Kind::most:
      return "most";
  }
  std::abort();
}

Json row_json(const RatifiedBy& row) {
  const auto& of_readings = row.of_readings;
  return {{"kind", row_text(row.kind)},
          {"days", row.days},
          {"date", date_or_null(row.date)},
          {"chance", chance_of(row.chance)},
          {"of_readings", of_readings ? Json(chance_of(*of_readings)) : Json(nullptr)}};
}

Json reading_share_json(const ReadingShare& share) {
  return {{"readings", share.of}, {"share", share.share}, {"low", share.low}, {"high", share.high}};
}

Json ratification_json(const Case& c, const Ratification& answer) {
  const auto party = [&](int p) { return at(c.parties, p).id; };
  const auto& share = answer.approved_share;
  Json out{{"steps", mapped(answer.steps, [&](const ApprovalStep& step) { return step_json(c, step); })},
           {"blocked", mapped(answer.blocked, party)},
           {"refused", mapped(answer.refused, party)},
           {"assumptions_only", answer.assumptions_only},
           {"unstated", answer.unstated},
           {"untold", answer.untold},
           {"apart", answer.apart},
           {"approved_share", share ? reading_share_json(*share) : Json(nullptr)},
           {"guesses", answer.guesses},
           {"table", mapped(answer.table, row_json)},
           {"outside", mapped(answer.outside, [&](const OutsideChange& change) { return outside_json(c, change); })},
           {"within", mapped(answer.days.within, chance_of)}};
  return out;
}

}  // namespace

Json answer_json(const Case& c, const Approvals& answer) {
  Json out = heading_json(c, answer.heading);
  out["proposal"] = at(c.proposals, answer.proposal).id;
  out["bracketed"] = answer.bracketed;
  out["shown"] = package(c, answer.shown);
  out["packages"] = answer.packages.empty() ? Json(nullptr) : count(answer.packages);
  out["parties"] = Json::array();
  for (const PartyConsent& party : answer.parties)
    out["parties"].push_back(
        {{"party", at(c.parties, party.party).id},
         {"verdict", text(party.verdict)},
         {"trees", mapped(party.trees, [&](const ConsentTree& tree) { return tree_json(c, party.party, tree); })}});
  out["ratification"] = ratification_json(c, answer.ratification);
  out["cleared"] = cleared_json(c, answer.cleared);
  out["tied_hands"] = hands_json(c, answer.tied_hands);
  return out;
}

}  // namespace parley
