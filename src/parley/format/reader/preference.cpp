#include "parley/format/reader/preference.h"

#include <fmt/core.h>

#include "parley/format/reader/conditions.h"
#include "parley/format/reader/quantity.h"
#include "parley/format/reader/valuation.h"

namespace parley {
namespace {

/// Numbers by id: weights by issue, credences by phase.
void read_quantities(Reading& r, const Node* node, std::string_view what, std::string_view key, const Words& words,
                     const NumberKind& kind, const Provenance& around, std::vector<std::optional<Quantity>>& into) {
  for (const Node::Entry& entry : read_entries(r, node, what)) {
    const int index = find_word(r, entry.key, entry.place, key, words);
    auto quantity = read_quantity(r, entry.value, kind, around);
    if (index >= 0) into[static_cast<std::size_t>(index)] = std::move(quantity);
  }
}

void read_order(Reading& r, const Node* node, const Provenance& around, Preference& preference) {
  if (node == nullptr) return;
  preference.order_from = {around.source, {}, node->place};
  if (node->kind == Node::Kind::mapping) {
    const Fields fields(r, *node, "issue ranking");
    preference.order_from = fields.from(r, around);
    node = fields.find("rank");
  }
  preference.order = read_words(r, read_items(r, node, "the issues in their order"), "an issue", r.issues);
}

void read_together(Reading& r, const Node* node, const Provenance& around, Preference& preference) {
  for (const Node& item : read_items(r, node, "the combinations")) {
    const Fields fields(r, item, "interaction");
    if (!fields.is_block()) continue;
    Interaction interaction;
    interaction.name = fields.line(r, "name");
    if (const Node* when = fields.find("if")) interaction.when = read_conditions(r, *when);
    const Node* bonus = fields.find("bonus");
    const Node* penalty = fields.find("penalty");
    interaction.penalty = penalty != nullptr;
    if ((bonus == nullptr) == (penalty == nullptr)) {
      r.report(fields.place(), "a combination has a bonus or a penalty", "write one of the two");
      continue;
    }
    const Provenance from = fields.from(r, around);
    if (auto points = read_quantity(r, penalty != nullptr ? *penalty : *bonus, points_kind, from)) {
      interaction.points = std::move(*points);
      if (interaction.points.from.note.empty()) interaction.points.from.note = from.note;
    }
    preference.interactions.push_back(std::move(interaction));
  }
}

}  // namespace

Preference read_preference(Reading& r, const Node* node) {
  Preference preference;
  preference.weights.resize(r.issues.all().size());
  preference.values.resize(r.issues.all().size());
  preference.credences.resize(r.phases.all().size());
  if (node == nullptr) return preference;
  const Fields fields(r, *node, "preferences");
  const Provenance from = preference.from = fields.from(r);
  read_quantities(r, fields.find("weights"), "weights", "an issue", r.issues, weight_kind, from, preference.weights);
  read_order(r, fields.find("order"), from, preference);
  for (const Node::Entry& entry : read_entries(r, fields.find("values"), "values of options")) {
    const int issue = find_word(r, entry.key, entry.place, "an issue", r.issues);
    if (issue >= 0) preference.values[static_cast<std::size_t>(issue)] = read_valuation(r, issue, entry.value, from);
  }
  read_together(r, fields.find("together"), from, preference);
  read_quantities(r, fields.find("credence"), "credences", "a phase", r.phases, credence_kind, from,
                  preference.credences);
  return preference;
}

void value_own_shares(const Case& c, int party, Preference& preference) {
  for (std::size_t issue = 0; issue < c.issues.size(); ++issue) {
    const auto& claimants = c.issues[issue].claimants;
    const bool claims = claimants[0] == party || claimants[1] == party;
    if (claims && !preference.values[issue])
      preference.values[issue].emplace().from = {preference.from.source, {}, c.issues[issue].from.place};
  }
}

}  // namespace parley
