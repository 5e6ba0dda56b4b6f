#include <fmt/core.h>

#include <algorithm>

#include "parley/format/reader/parties.h"
#include "parley/format/reader/quantity.h"
#include "parley/format/text.h"

namespace parley {
namespace {

int find_position(Reading& r, const Node::Entry& entry, const Stance& stance) {
  const auto found = std::ranges::find(stance.positions, one_line(entry.key));
  if (found != stance.positions.end()) return static_cast<int>(found - stance.positions.begin());
  r.report_unknown(entry.place, "a position of this stance", entry.key, stance.positions);
  return -1;
}

/// How likely each position is. Positions that are left out share what the others leave, in whatever way.
void read_chances(Reading& r, const Node& node, Stance& stance) {
  std::vector<std::optional<Quantity>> stated(stance.positions.size());
  const Provenance from = read_provenance(r, node, node.place, stance.from);
  Decimal low;
  Decimal high;
  for (const Node::Entry& entry : read_entries(r, &node, "chances")) {
    if (entry.key == "from" || entry.key == "note") continue;
    const int position = find_position(r, entry, stance);
    auto chance = read_quantity(r, entry.value, chance_kind, from);
    if (position < 0 || !chance) continue;
    low = low + chance->low;
    high = high + chance->high;
    stated[static_cast<std::size_t>(position)] = std::move(chance);
  }
  const auto left_out = std::ranges::count_if(stated, [](const auto& chance) { return !chance; });
  const Decimal one = Decimal::of(1);
  const Decimal rest_low = left_out == 1 && high < one ? one - high : Decimal();
  const Decimal rest_high = low < one ? one - low : Decimal();
  for (auto& chance : stated)
    stance.chances.push_back(chance ? std::move(*chance) : Quantity{rest_low, rest_high, from, {}});
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
  const Node* now = fields.find("now");
  const Node* chances = fields.find("chances");
  if (now != nullptr && chances != nullptr)
    r.report(chances->place, "a stance whose position is known has no chances", "keep one of 'now' and 'chances'");
  if (now != nullptr) stance.now = read_word(r, *now, "a position of this stance", stance.positions);
  if (chances != nullptr) read_chances(r, *chances, stance);
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
