#include "parley/format/reader/delay.h"

#include <algorithm>

#include "parley/format/reader/quantity.h"

namespace parley {
namespace {

/// From the least to the most, in this order even where they are upside down: the checks tell whose delay it is.
std::optional<Delay> read_bounds(Reading& r, const Fields& fields, const Provenance& from) {
  const Node* least = fields.find("least");
  const Node* most = fields.find("most");
  if (least == nullptr || most == nullptr) {
    r.report(fields.place(), "a delay has a least and a most", "write {least: 2 days, typical: 4 days, most: 10 days}");
    return std::nullopt;
  }
  const auto low = read_one_time(r, *least);
  const auto high = read_one_time(r, *most);
  if (!low || !high) return std::nullopt;
  Delay delay{{*low, *high, from, {}}, {}, {}};
  if (const Node* typical = fields.find("typical")) delay.typical = read_one_time(r, *typical);
  return delay;
}

std::optional<Delay> read_seen(Reading& r, const Node& node, const Provenance& from) {
  Delay delay;
  for (const Node& item : read_items(r, &node, "the times that it took before"))
    if (const auto days = read_one_time(r, item)) delay.seen.push_back(*days);
  if (node.kind == Node::Kind::sequence && node.items.empty())
    r.report(node.place, "this list is empty", "write [3 days, 5 days, 9 days], or remove the key");
  if (delay.seen.empty()) return std::nullopt;
  const auto [low, high] = std::ranges::minmax(delay.seen);
  delay.days = {low, high, from, {}};
  return delay;
}

}  // namespace

std::optional<Delay> read_delay(Reading& r, const Node& node, const Provenance& around) {
  if (node.kind != Node::Kind::mapping) {
    auto days = read_time(r, node, around);
    return days ? std::optional(Delay{std::move(*days), {}, {}}) : std::nullopt;
  }
  const Fields fields(r, node, "delay");
  const Provenance from = fields.from(r, around);
  const bool bounds = fields.has("least") || fields.has("most") || fields.has("typical");
  const Node* seen = fields.find("seen");
  const bool stated = fields.has("value") || fields.has("range") || fields.has("either");
  if (bounds + (seen != nullptr) + stated > 1) {
    r.report(fields.place(), "a delay is stated in one way",
             "write one of value, either, seen, or least with most and typical");
    return std::nullopt;
  }
  if (bounds) return read_bounds(r, fields, from);
  if (seen != nullptr) return read_seen(r, *seen, from);
  auto days = read_stated_time(r, fields, from);
  return days ? std::optional(Delay{std::move(*days), {}, {}}) : std::nullopt;
}

}  // namespace parley
