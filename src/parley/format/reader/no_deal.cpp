#include <fmt/format.h>

#include "parley/format/reader/parties.h"
#include "parley/format/reader/quantity.h"
#include "parley/format/text.h"

namespace parley {
namespace {

/// {united-states.operation: opposed}
void read_stance_position(Reading& r, const Node& node, DatedValue& value) {
  const auto entries = read_entries(r, &node, "stances");
  if (entries.size() != 1) {
    if (node.kind == Node::Kind::mapping)
      r.report(node.place, "one stance is named here", "write {third-party.stance: position}");
    return;
  }
  const Node::Entry& entry = entries[0];
  const auto dot = entry.key.find('.');
  if (dot == std::string::npos) {
    r.report(entry.place, fmt::format("{} does not name a stance", quoted(entry.key)), "write third-party.stance");
    return;
  }
  value.third_party = find_word(r, entry.key.substr(0, dot), entry.place, "a third party", r.third_parties);
  if (value.third_party < 0) return;
  const auto third_party = static_cast<std::size_t>(value.third_party);
  value.stance = find_word(r, entry.key.substr(dot + 1), entry.place,
                           fmt::format("a stance of {}", r.third_parties.all()[third_party]), r.stances[third_party]);
  if (value.stance < 0) return;
  const Stance& stance = r.value.third_parties[third_party].stances[static_cast<std::size_t>(value.stance)];
  value.position = read_word(r, entry.value, "a position of this stance", stance.positions);
}

std::optional<DatedValue> read_dated_value(Reading& r, const Node& node, const Provenance& around) {
  DatedValue dated;
  const Node* number = &node;
  Provenance from = {around.source, {}, node.place};
  if (node.kind == Node::Kind::mapping) {
    const Fields fields(r, node, "dated value");
    from = fields.from(r, around);
    dated.since = fields.date(r, "since");
    if (const Node* when = fields.find("when")) read_stance_position(r, *when, dated);
    const Node* value = fields.find("value");
    const Node* range = fields.find("range");
    if ((value == nullptr) == (range == nullptr)) {
      r.report(fields.place(), "a dated value has one value", "write {since: 2024-04-10, value: 20..40}");
      return std::nullopt;
    }
    number = value != nullptr ? value : range;
  }
  const auto range = read_range(r, *number, value_kind);
  if (!range) return std::nullopt;
  dated.value = {range->low, range->high, from, {}};
  return dated;
}

std::vector<DatedValue> read_dated_values(Reading& r, const Node* node, const Provenance& around) {
  std::vector<DatedValue> values;
  if (node == nullptr) return values;
  const bool single = node->kind != Node::Kind::sequence;
  for (const Node& item : single ? std::span(node, 1) : read_items(r, node, "dated values"))
    if (auto value = read_dated_value(r, item, around)) values.push_back(std::move(*value));
  if (!single && node->items.empty()) r.report(node->place, "this list is empty", "write a value, or remove the key");
  return values;
}

}  // namespace

NoDeal read_no_deal(Reading& r, const Node* node) {
  NoDeal no_deal;
  if (node == nullptr) return no_deal;
  const Fields fields(r, *node, "no-deal");
  const Provenance from = fields.from(r);
  no_deal.flow = read_dated_values(r, fields.find("flow"), from);
  no_deal.breakdown = read_dated_values(r, fields.find("breakdown"), from);
  Words exits;
  for (const Node::Entry& entry : read_named(r, fields.find("exits"), "exits", exits)) {
    const Fields exit_fields(r, entry.value, "exit", entry.place);
    Exit exit;
    exit.id = entry.key;
    exit.name = exit_fields.line(r, "name", name_from(entry.key));
    exit.from = exit_fields.from(r, from);
    exit.values = read_dated_values(r, exit_fields.find("value"), exit.from);
    no_deal.exits.push_back(std::move(exit));
  }
  return no_deal;
}

}  // namespace parley
