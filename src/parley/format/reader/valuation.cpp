#include "parley/format/reader/valuation.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "parley/format/reader/conditions.h"
#include "parley/format/reader/quantity.h"
#include "parley/format/text.h"

namespace parley {
namespace {

constexpr std::size_t most_option_values = 1'000'000;

const std::vector<std::string> shapes{"linear", "diminishing", "threshold"};
const std::vector<std::string> ends{"low", "high"};

std::optional<Valuation> read_shape(Reading& r, int index, const Node& node, const Provenance& around) {
  const Issue& issue = r.value.issues[static_cast<std::size_t>(index)];
  const Fields fields(r, node, "shape");
  if (!issue.numeric())
    r.report(fields.place(), fmt::format("a shape is for numbers, and {} has options in words", issue.id),
             "give each option a value, or write {order: [best, ..., worst]}");
  Shape shape;
  const Node* name = fields.find("shape");
  const int kind = name != nullptr ? read_word(r, *name, "a shape", shapes) : -1;
  if (kind >= 0) shape.kind = static_cast<Shape::Kind>(kind);
  if (const Node* best = fields.find("best")) shape.best_high = read_word(r, *best, "an end", ends) != 0;
  const Node* at = fields.find("at");
  const bool threshold = shape.kind == Shape::Kind::threshold && kind >= 0;
  if (threshold && at == nullptr)
    r.report(fields.place(), "a threshold needs 'at'", "the number from which on the value is full");
  if (!threshold && at != nullptr && kind >= 0) r.report(at->place, "'at' is for a threshold", "remove it");
  if (threshold && at != nullptr) {
    shape.at = read_level(r, index, *at);
    const int worst = shape.best_high ? 0 : issue.levels() - 1;
    if (shape.at == worst && shape.at >= 0)
      r.report(at->place, "every number meets this threshold", "take a number nearer to the best end");
    shape.at = std::max(shape.at, 0);
  }
  return Valuation{shape, fields.from(r, around)};
}

std::optional<Valuation> read_order(Reading& r, int index, const Node& node, const Provenance& around) {
  const Issue& issue = r.value.issues[static_cast<std::size_t>(index)];
  const Fields fields(r, node, "option order");
  OptionOrder order;
  std::vector<bool> seen(issue.options.size());
  const Node* list = fields.find("order");
  for (const Node& item : read_items(r, list, "the options in their order", issue.options.size() + spare_entries)) {
    const int level = read_level(r, index, item);
    if (level < 0) continue;
    if (seen[static_cast<std::size_t>(level)])
      r.report(item.place, fmt::format("{} stands in this list twice", shown(item)), "keep one of the two");
    seen[static_cast<std::size_t>(level)] = true;
    order.best_first.push_back(level);
  }
  std::vector<std::string> left_out;
  for (std::size_t level = 0; level < seen.size(); ++level)
    if (!seen[level]) left_out.push_back(issue.options[level]);
  if (!left_out.empty() && list != nullptr && list->kind == Node::Kind::sequence)
    r.report(list->place, fmt::format("the order of {} leaves out {}", issue.id, listed(left_out)),
             "name every option, the best first");
  return Valuation{std::move(order), fields.from(r, around)};
}

/// The value at a level on the straight line between two points, rounded to millionths, halves away from zero.
Decimal between(int level, int first, Decimal first_value, int last, Decimal last_value) {
  const std::int64_t rise = (last_value - first_value).millionths * (level - first);
  const std::int64_t run = last - first;
  const std::int64_t rounded = (2 * std::abs(rise) + run) / (2 * run);
  return {first_value.millionths + (rise < 0 ? -rounded : rounded)};
}

/// Values are stated between a worst and a best option: weights mean nothing otherwise.
void check_ends(Reading& r, const Issue& issue, const OptionValues& values, Place place) {
  const auto& all = values.by_level;
  const bool worst = std::ranges::any_of(all, [](const Quantity& q) { return q.low == Decimal::of(0); });
  const bool best = std::ranges::any_of(all, [](const Quantity& q) { return q.high == Decimal::of(100); });
  if (!worst || !best)
    r.report(place, fmt::format("no option of {} is worth {}", issue.id, worst ? 100 : 0),
             "values run from 0 for the worst option to 100 for the best");
}

/// Room for one more set of values of an issue.
bool room_for(Reading& r, const Issue& issue, Place place) {
  r.option_value_count += issue.options.size();
  if (r.option_value_count <= most_option_values) return true;
  r.report(place, fmt::format("the case states more than {} values of options", most_option_values), "leave some out");
  return false;
}

std::optional<Valuation> read_points(Reading& r, int index, const Node& node, const Provenance& around) {
  const Issue& issue = r.value.issues[static_cast<std::size_t>(index)];
  const Fields fields(r, node, "line of points");
  const Provenance from = fields.from(r, around);
  if (!issue.numeric()) {
    r.report(fields.place(), fmt::format("points are for numbers, and {} has options in words", issue.id),
             "give each option a value: {one: 0, two: 100}");
    return std::nullopt;
  }
  std::map<int, Quantity> points;
  const Node* block = fields.find("points");
  for (const Node::Entry& entry : read_entries(r, block, "points", issue.options.size() + spare_entries)) {
    const int level = find_level(r, index, entry.key, entry.place);
    const auto value = read_quantity(r, entry.value, option_value_kind, from);
    if (level < 0 || !value) continue;
    if (!points.emplace(level, *value).second)
      r.report(entry.place, fmt::format("{} stands here twice", issue.options[static_cast<std::size_t>(level)]),
               "keep one of the two");
  }
  if (block == nullptr) return std::nullopt;
  if (!points.contains(0) || !points.contains(issue.levels() - 1)) {
    r.report(block->place, fmt::format("the points of {} need both ends", issue.id),
             fmt::format("add {} and {}", issue.options.front(), issue.options.back()));
    return std::nullopt;
  }
  if (!room_for(r, issue, fields.place())) return std::nullopt;
  OptionValues values;
  for (auto left = points.begin(), right = std::next(left); right != points.end(); left = right++)
    for (int level = left->first; level < right->first; ++level)
      values.by_level.push_back(
          level == left->first
              ? left->second
              : Quantity{between(level, left->first, left->second.low, right->first, right->second.low),
                         between(level, left->first, left->second.high, right->first, right->second.high),
                         {from.source, {}, from.place},
                         {}});
  values.by_level.push_back(std::prev(points.end())->second);
  check_ends(r, issue, values, block->place);
  return Valuation{std::move(values), from};
}

std::optional<Valuation> read_option_values(Reading& r, int index, const Node& node, const Provenance& around) {
  const Issue& issue = r.value.issues[static_cast<std::size_t>(index)];
  const Words& options = r.options[static_cast<std::size_t>(index)];
  if (issue.numeric()) {
    r.report(node.place, fmt::format("the numbers of {} are valued by a shape or by points", issue.id),
             fmt::format("write {{shape: linear, best: high}} or {{points: {{{}: 0, {}: 100}}}}", issue.options.front(),
                         issue.options.back()));
    return std::nullopt;
  }
  if (!room_for(r, issue, node.place)) return std::nullopt;
  const Provenance from = read_provenance(r, node, node.place, around);
  OptionValues values{std::vector<Quantity>(issue.options.size())};
  std::vector<bool> known(issue.options.size());
  bool sound = true;
  for (const Node::Entry& entry : read_entries(r, &node, "values", issue.options.size() + spare_entries)) {
    if (entry.key == "from" || entry.key == "note") continue;
    const int level = find_word(r, one_line(entry.key), entry.place, fmt::format("an option of {}", issue.id), options);
    const auto value = read_quantity(r, entry.value, option_value_kind, from);
    if (level >= 0) known[static_cast<std::size_t>(level)] = true;
    if (level >= 0 && value) values.by_level[static_cast<std::size_t>(level)] = *value;
    sound = sound && value;
  }
  std::vector<std::string> left_out;
  for (std::size_t level = 0; level < known.size(); ++level)
    if (!known[level]) left_out.push_back(issue.options[level]);
  if (!left_out.empty())
    r.report(node.place, fmt::format("values are missing for {}", listed(left_out)), "give every option a value");
  else if (sound)
    check_ends(r, issue, values, node.place);
  return Valuation{std::move(values), from};
}

}  // namespace

std::optional<Valuation> read_valuation(Reading& r, int issue, const Node& node, const Provenance& around) {
  if (r.value.issues[static_cast<std::size_t>(issue)].options.empty()) return std::nullopt;  // reported there
  if (node.kind != Node::Kind::mapping) {
    r.report(node.place, fmt::format("what options are worth is a block, here stands {}", shown(node)),
             "write {one: 0, two: 100}, {order: [best, worst]}, {shape: linear} or {points: {0: 0, 10: 100}}");
    return std::nullopt;
  }
  if (node.find("shape") != nullptr) return read_shape(r, issue, node, around);
  if (node.find("order") != nullptr) return read_order(r, issue, node, around);
  if (node.find("points") != nullptr) return read_points(r, issue, node, around);
  return read_option_values(r, issue, node, around);
}

}  // namespace parley
