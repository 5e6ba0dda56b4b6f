#include "parley/format/reader/dated.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "parley/case/gamble.h"
#include "parley/format/reader/quantity.h"
#include "parley/format/text.h"

namespace parley {
namespace {

std::optional<Gamble> read_gamble(Reading& r, const Node& node, const Provenance& around) {
  const Fields fields(r, node, "gamble");
  if (!fields.is_block()) return std::nullopt;
  const Provenance from = fields.from(r, around);
  const auto part = [&](std::string_view key, const NumberKind& kind) {
    const Node* found = fields.find(key);
    return found != nullptr ? read_quantity(r, *found, kind, from) : std::nullopt;
  };
  auto chance = part("chance", chance_kind);
  auto win = part("win", value_kind);
  auto loss = part("loss", value_kind);
  const bool costs = fields.has("cost");
  auto cost = part("cost", cost_kind);
  if (!chance || !win || !loss || (costs && !cost)) return std::nullopt;  // missing parts are reported by the form
  if (!costs) cost = Quantity{{}, {}, from, {}};
  return Gamble{std::move(*chance), std::move(*win), std::move(*loss), std::move(*cost)};
}

/// What a gamble is worth is sourced as well as the worst sourced of its parts.
Provenance source_of_parts(const Case& c, const Gamble& gamble, Provenance block) {
  const std::array parts{&gamble.chance, &gamble.win, &gamble.loss, &gamble.cost};
  const auto* const assumed =
      std::ranges::find_if(parts, [&](const Quantity* part) { return is_assumption(c, part->from); });
  block.source = (assumed != parts.end() ? *assumed : parts.front())->from.source;
  return block;
}

std::optional<DatedValue> read_item(Reading& r, const Node& node, const NumberKind& kind, const Provenance& around,
                                    std::string_view form) {
  if (node.kind == Node::Kind::mapping) {
    const Fields fields(r, node, form);
    auto dated = read_dated_value(r, fields, kind, fields.from(r, around), form == "exit value");
    const Node* when = fields.find("when");
    const auto taken = when != nullptr ? read_stance_position(r, *when) : std::nullopt;
    if (dated && taken) {
      dated->third_party = taken->third_party;
      dated->stance = taken->stance;
      dated->position = taken->position;
    }
    return dated;
  }
  const auto range = read_range(r, node, kind);
  if (!range) return std::nullopt;
  DatedValue dated;
  dated.value = {range->low, range->high, {around.source, {}, node.place}, {}};
  return dated;
}

bool holds_from_the_start(const DatedValue& value) { return !value.since && value.third_party < 0; }

}  // namespace

std::optional<StanceTaken> read_stance_position(Reading& r, const Node& node) {
  const auto entries = read_entries(r, &node, "stances");
  if (entries.size() != 1) {
    if (node.kind == Node::Kind::mapping)
      r.report(node.place, "one stance is named here", "write {third-party.stance: position}");
    return std::nullopt;
  }
  const Node::Entry& entry = entries[0];
  const auto dot = entry.key.find('.');
  if (dot == std::string::npos) {
    r.report(entry.place, fmt::format("{} does not name a stance", in_quotes(entry.key)), "write third-party.stance");
    return std::nullopt;
  }
  StanceTaken taken;
  taken.third_party = find_word(r, entry.key.substr(0, dot), entry.place, "a third party", r.third_parties);
  if (taken.third_party < 0) return std::nullopt;
  const auto third_party = static_cast<std::size_t>(taken.third_party);
  taken.stance = find_word(r, entry.key.substr(dot + 1), entry.place,
                           fmt::format("a stance of {}", r.third_parties.all()[third_party]), r.stances[third_party]);
  if (taken.stance < 0) return std::nullopt;
  const Stance& stance = r.value.third_parties[third_party].stances[static_cast<std::size_t>(taken.stance)];
  taken.position = read_word(r, entry.value, "a position of this stance", stance.positions);
  return taken.position >= 0 ? std::optional(taken) : std::nullopt;
}

std::optional<DatedValue> read_dated_value(Reading& r, const Fields& fields, const NumberKind& kind,
                                           const Provenance& from, bool may_be_gamble) {
  DatedValue dated;
  dated.since = fields.date(r, "since");
  const Node* gamble = may_be_gamble ? fields.find("gamble") : nullptr;
  if (gamble != nullptr && !fields.has("value") && !fields.has("range") && !fields.has("either")) {
    dated.gamble = read_gamble(r, *gamble, from);
    if (!dated.gamble) return std::nullopt;
    const GambleWorth worth = gamble_worth(*dated.gamble);
    dated.value = {
        worth.low, worth.high, fields.has("from") ? from : source_of_parts(r.value, *dated.gamble, from), {}};
    return dated;
  }
  const bool one = gamble == nullptr && fields.has("value") + fields.has("range") + fields.has("either") == 1;
  if (!one) {
    r.report(fields.place(), fmt::format("a dated {} has one value", kind.what.substr(kind.what.find(' ') + 1)),
             may_be_gamble ? "write {since: 2024-04-10, value: 20..40}, or a gamble instead of the value"
                           : "write {since: 2024-04-10, value: 20..40}");
    return std::nullopt;
  }
  auto value = read_stated(r, fields, kind, from);
  if (!value) return std::nullopt;
  dated.value = std::move(*value);
  return dated;
}

std::vector<DatedValue> read_dated_values(Reading& r, const Node* node, const NumberKind& kind,
                                          const Provenance& around, std::string_view form) {
  std::vector<DatedValue> values;
  if (node == nullptr) return values;
  const bool single = node->kind != Node::Kind::sequence;
  for (const Node& item : single ? std::span(node, 1) : read_items(r, node, "dated values"))
    if (auto value = read_item(r, item, kind, around, form)) values.push_back(std::move(*value));
  if (!single && node->items.empty()) r.report(node->place, "this list is empty", "write a value, or remove the key");
  return values;
}

void read_reservations(Reading& r, const Node* node, std::optional<Quantity>& reservation,
                       std::vector<DatedValue>& reservations) {
  if (node == nullptr) return;
  const bool dated =
      node->kind == Node::Kind::sequence || node->find("since") != nullptr || node->find("when") != nullptr;
  if (!dated) {
    reservation = read_quantity(r, *node, reservation_kind, {});
    return;
  }
  for (DatedValue& value : read_dated_values(r, node, reservation_kind, {})) {
    if (!holds_from_the_start(value)) {
      reservations.push_back(std::move(value));
    } else if (!reservation) {
      reservation = std::move(value.value);
    } else {
      r.report(value.value.from.place, "two reservation values hold from the start",
               "write one range, or {either: [...]} where statements differ");
    }
  }
}

}  // namespace parley
