#include <fmt/core.h>

#include <algorithm>

#include "parley/format/reader/parties.h"
#include "parley/format/reader/quantity.h"
#include "parley/format/reader/scalars.h"

namespace parley {
namespace {

std::vector<Gate> read_gates(Reading& r, const Node* node, const Words& principals) {
  std::vector<Gate> gates;
  for (const Node& item : read_items(r, node, "those who approve")) gates.push_back(read_gate(r, item, principals));
  if (node != nullptr && node->kind == Node::Kind::sequence && node->items.empty())
    r.report(node->place, "nobody is named here", "name those who must approve");
  return gates;
}

void check_advice(Reading& r, const Gate& gate, const Party& party, Place place) {
  for (const Gate& child : gate.children) check_advice(r, child, party, place);
  if (gate.kind != Gate::Kind::principal || gate.principal < 0) return;
  const Principal& principal = party.principals[static_cast<std::size_t>(gate.principal)];
  if (principal.advisory)
    r.report(place, fmt::format("{} is advisory and cannot be needed for consent", principal.id),
             "take it out of 'consent', or remove 'advisory'");
}

/// Which of several things that are said of a party's consent is true, nobody knows.
void read_consent_claims(Reading& r, const Node& node, const Words& principals, Party& party) {
  for (const Node& item : read_items(r, &node, "what is said of the consent")) {
    const Fields fields(r, item, "consent claim");
    ConsentClaim claim;
    claim.from = fields.from(r);
    if (const auto weight = read_claim_weight(r, fields)) claim.weight = *weight;
    const Node* consent = fields.find("consent");
    if (consent == nullptr) continue;  // reported by the form
    claim.consent = read_gate(r, *consent, principals);
    check_advice(r, claim.consent, party, consent->place);
    party.consent_claims.push_back(std::move(claim));
  }
  if (node.kind == Node::Kind::sequence && node.items.empty())
    r.report(node.place, "this list is empty",
             "write [{consent: {all: [one, two]}, from: a}, {consent: one, from: b}]");
  const auto weightiest = std::ranges::max_element(party.consent_claims, {}, &ConsentClaim::weight);
  if (weightiest != party.consent_claims.end()) party.consent = weightiest->consent;
}

/// Every principal that binds must approve.
void default_consent(Reading& r, Party& party) {
  for (std::size_t i = 0; i < party.principals.size(); ++i) {
    if (party.principals[i].advisory) continue;
    Gate& gate = party.consent.children.emplace_back();
    gate.kind = Gate::Kind::principal;
    gate.principal = static_cast<int>(i);
  }
  if (party.consent.children.empty())
    r.report(party.from.place, fmt::format("every principal of {} is advisory, so nobody can consent", party.id),
             "let one of them bind");
}

}  // namespace

Gate read_gate(Reading& r, const Node& node, const Words& principals) {
  Gate gate;
  if (node.kind == Node::Kind::scalar) {
    gate.kind = Gate::Kind::principal;
    gate.principal = read_word(r, node, "a principal of this party", principals);
    return gate;
  }
  const Fields fields(r, node, "gate");
  if (!fields.is_block()) return gate;
  const bool all = fields.has("all");
  const bool any = fields.has("any");
  const Node* least = fields.find("at-least");
  if (all + any + (least != nullptr) != 1 || (least != nullptr) != fields.has("of")) {
    r.report(fields.place(), "this does not say who must approve",
             "write {all: [one, two]}, {any: [one, two]} or {at-least: 2, of: [one, two, three]}");
    return gate;
  }
  gate.kind = all ? Gate::Kind::all : any ? Gate::Kind::any : Gate::Kind::at_least;
  if (least != nullptr)
    gate.least =
        static_cast<int>(read_whole(r, *least, "the number of those who must approve", 1, most_entries).value_or(1));
  gate.children = read_gates(r, fields.find(all ? "all" : any ? "any" : "of"), principals);
  if (const Node* in_turn = fields.find("in-turn")) {
    gate.in_turn = read_yes_or_no(r, *in_turn);
    if (gate.in_turn && !all)
      r.report(in_turn->place, "only those who must all approve are asked in turn",
               "write {all: [one, two], in-turn: yes}, or remove 'in-turn'");
  }
  return gate;
}

void read_consent(Reading& r, const Node* node, const Words& principals, Party& party) {
  if (node != nullptr && !principals.all().empty()) {
    if (node->find("either") != nullptr) {
      const Fields fields(r, *node, "disputed consent");
      if (const Node* claims = fields.find("either")) read_consent_claims(r, *claims, principals, party);
      return;
    }
    party.consent = read_gate(r, *node, principals);
    return check_advice(r, party.consent, party, node->place);
  }
  if (node != nullptr)
    r.report(node->place, "this party has no principals, so it consents as a whole", "remove 'consent', or name them");
  default_consent(r, party);
  if (principals.all().empty()) {
    const Gate only = party.consent.children.front();
    party.consent = only;
  }
}

}  // namespace parley
