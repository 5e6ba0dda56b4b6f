#include "parley/format/reader/parties.h"

#include <fmt/format.h>

#include <algorithm>

#include "parley/format/reader/conditions.h"
#include "parley/format/reader/preference.h"
#include "parley/format/reader/quantity.h"
#include "parley/format/reader/utilities.h"

namespace parley {
namespace {

constexpr std::size_t most_actors = 64;
constexpr std::size_t most_principals = 1000;

template <typename T>
std::vector<T> read_statements(Reading& r, const Node* node, std::string_view what) {
  std::vector<T> statements;
  for (Demand& demand : read_demands(r, node, what))
    statements.push_back({std::move(demand.option), std::move(demand.from)});
  return statements;
}

std::optional<Quantity> read_reservation(Reading& r, const Fields& fields) {
  const Node* node = fields.find("reservation");
  constexpr NumberKind kind{"a reservation value", Decimal::of(0), Decimal::of(100)};
  return node != nullptr ? read_quantity(r, *node, kind, {}) : std::nullopt;
}

Principal read_principal(Reading& r, const Node::Entry& entry) {
  const Fields fields(r, entry.value, "principal", entry.place);
  Principal principal;
  principal.id = entry.key;
  principal.name = fields.line(r, "name", name_from(entry.key));
  principal.from = fields.from(r);
  if (const Node* advisory = fields.find("advisory")) principal.advisory = read_yes_or_no(r, *advisory);
  if (const Node* delay = fields.find("delay")) {
    if (auto days = read_time(r, *delay, principal.from)) principal.delay = Delay{std::move(*days), {}, {}};
  }
  principal.preference = read_preference(r, fields.find("preferences"));
  principal.reservation = read_reservation(r, fields);
  principal.red_lines = read_statements<RedLine>(r, fields.find("red-lines"), "the red lines");
  return principal;
}

void check_advice(Reading& r, const Gate& gate, const Party& party, Place place) {
  for (const Gate& child : gate.children) check_advice(r, child, party, place);
  if (gate.kind != Gate::Kind::principal || gate.principal < 0) return;
  const Principal& principal = party.principals[static_cast<std::size_t>(gate.principal)];
  if (principal.advisory)
    r.report(place, fmt::format("{} is advisory and cannot be needed for consent", principal.id),
             "take it out of 'consent', or remove 'advisory'");
}

void read_consent(Reading& r, const Node* node, Party& party, const Words& principals) {
  if (node != nullptr && !principals.all().empty()) {
    party.consent = read_gate(r, *node, principals);
    return check_advice(r, party.consent, party, node->place);
  }
  if (node != nullptr)
    r.report(node->place, "this party has no principals, so it consents as a whole", "remove 'consent', or name them");
  for (std::size_t i = 0; i < party.principals.size(); ++i) {
    if (party.principals[i].advisory) continue;
    Gate& gate = party.consent.children.emplace_back();
    gate.kind = Gate::Kind::principal;
    gate.principal = static_cast<int>(i);
  }
  if (party.consent.children.empty())
    r.report(party.from.place, fmt::format("every principal of {} is advisory, so nobody can consent", party.id),
             "let one of them bind");
  if (principals.all().empty()) {
    const Gate only = party.consent.children.front();
    party.consent = only;
  }
}

Party read_party(Reading& r, const Node::Entry& entry, const Words& principals) {
  const Fields fields(r, entry.value, "party", entry.place);
  Party party;
  party.id = entry.key;
  party.name = fields.line(r, "name", name_from(entry.key));
  party.from = fields.from(r);
  if (const Node* node = fields.find("principals"); node != nullptr)
    for (std::size_t i = 0; i < principals.all().size(); ++i)
      party.principals.push_back(read_principal(r, node->entries[i]));
  if (party.principals.empty()) {
    Principal& only = party.principals.emplace_back();
    only.name = party.name;
    only.from = party.from;
    only.preference = read_preference(r, nullptr);
  }
  read_consent(r, fields.find("consent"), party, principals);
  party.preference = read_preference(r, fields.find("preferences"));
  party.utilities = read_utilities(r, fields.find("utilities"));
  party.reservation = read_reservation(r, fields);
  party.red_lines = read_statements<RedLine>(r, fields.find("red-lines"), "the red lines");
  party.aspirations = read_statements<Aspiration>(r, fields.find("aspirations"), "the aspirations");
  party.no_deal = read_no_deal(r, fields.find("no-deal"));
  return party;
}

Stance read_stance(Reading& r, const Node::Entry& entry) {
  const Fields fields(r, entry.value, "stance", entry.place);
  Stance stance;
  stance.id = entry.key;
  stance.name = fields.line(r, "name", name_from(entry.key));
  stance.from = fields.from(r);
  const Node* positions = fields.find("positions");
  for (const Node& item : read_items(r, positions, "positions"))
    if (auto position = read_line(r, item, "a position")) stance.positions.push_back(std::move(*position));
  auto sorted = stance.positions;
  std::ranges::sort(sorted);
  const bool repeated = std::ranges::adjacent_find(sorted) != sorted.end();
  if (positions != nullptr && (sorted.size() < 2 || repeated))
    r.report(positions->place, "a stance has at least two positions, each different", "name each position once");
  if (const Node* now = fields.find("now"))
    stance.now = read_word(r, *now, "a position of this stance", stance.positions);
  return stance;
}

std::optional<ThirdParty::Role> read_role(Reading& r, const Node& node) {
  const auto text = read_line(r, node, "a role");
  if (!text) return std::nullopt;
  static const std::vector<std::string> kinds{"mediator", "observer", "host", "guarantor", "ally"};
  const auto of = text->find(" of ");
  const std::string kind = text->substr(0, of);
  if (std::ranges::find(kinds, kind) == kinds.end()) {
    r.report_unknown(node.place, "a role", kind, kinds);
    return std::nullopt;
  }
  const bool has_side = of != std::string::npos;
  const bool may_have_side = kind == "guarantor" || kind == "ally";
  if ((has_side && !may_have_side) || (!has_side && kind == "ally")) {
    r.report(node.place, has_side ? fmt::format("a {} is nobody's", kind) : "an ally is somebody's",
             has_side ? fmt::format("write {}", kind) : "write ally of PARTY");
    return std::nullopt;
  }
  ThirdParty::Role role;
  role.kind = kind;
  if (has_side) role.of = find_word(r, text->substr(of + 4), node.place, "a party", r.parties);
  return role;
}

}  // namespace

void name_parties(Reading& r, const Node* node) {
  const auto entries = read_named(r, node, "parties", r.parties, most_actors);
  if (node != nullptr && node->kind == Node::Kind::mapping && entries.size() < 2)
    r.report(node->place, "a case has at least two parties", "add the other side");
  for (const Node::Entry& entry : entries) {
    Words principals;
    const Node* block = entry.value.find("principals");
    if (block != nullptr && block->missing()) block = nullptr;
    const std::size_t room = most_principals - r.principal_count;
    read_named(r, block, "principals of the case", principals, room);
    r.principal_count += principals.all().size();
    r.principals.push_back(std::move(principals));
  }
}

void read_parties(Reading& r, const Node* node) {
  for (std::size_t i = 0; i < r.parties.all().size(); ++i) {
    Party party = read_party(r, node->entries[i], r.principals[i]);
    value_own_shares(r.value, static_cast<int>(i), party.preference);
    r.value.parties.push_back(std::move(party));
  }
}

void read_third_parties(Reading& r, const Node* node) {
  const std::size_t room = most_actors - r.parties.all().size();
  for (const Node::Entry& entry : read_named(r, node, "third parties", r.third_parties, room)) {
    if (r.parties.find(entry.key) >= 0)
      r.report(entry.place, fmt::format("{} is the id of a party already", entry.key), "give it another id");
    const Fields fields(r, entry.value, "third party", entry.place);
    ThirdParty third;
    third.id = entry.key;
    third.name = fields.line(r, "name", name_from(entry.key));
    third.from = fields.from(r);
    for (const Node& item : read_one_or_items(r, fields.find("roles"), "roles"))
      if (auto role = read_role(r, item)) third.roles.push_back(std::move(*role));
    third.channels = read_words(r, read_one_or_items(r, fields.find("channels"), "channels"), "a party", r.parties);
    Words stances;
    for (const Node::Entry& stance : read_named(r, fields.find("stances"), "stances", stances))
      third.stances.push_back(read_stance(r, stance));
    r.value.third_parties.push_back(std::move(third));
    r.stances.push_back(std::move(stances));
  }
}

}  // namespace parley
