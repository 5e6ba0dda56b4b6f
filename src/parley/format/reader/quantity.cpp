#include "parley/format/reader/quantity.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <functional>
#include <initializer_list>

#include "parley/format/text.h"

namespace parley {
namespace {

struct TimeUnit {
  std::string_view name;
  std::int64_t hours;
};
constexpr std::array time_units{TimeUnit{"hours", 1}, TimeUnit{"days", 24}, TimeUnit{"weeks", 7L * 24},
                                TimeUnit{"months", 30L * 24}, TimeUnit{"years", 365L * 24}};
constexpr NumberKind time_kind{"a length of time", Decimal::of(0), Decimal::of(1'000'000)};

const TimeUnit* find_unit(std::string_view word) {
  for (const TimeUnit& unit : time_units)
    if (word == unit.name || word == unit.name.substr(0, unit.name.size() - 1)) return &unit;
  return nullptr;
}

Decimal in_days(Decimal number, const TimeUnit& unit) { return {(number.millionths * unit.hours + 12) / 24}; }

std::optional<NumberRange> read_time_range(Reading& r, const Node& node) {
  const auto line = read_line(r, node, "a length of time");
  if (!line) return std::nullopt;
  const auto space = line->rfind(' ');
  const TimeUnit* unit = space != std::string::npos ? find_unit(std::string_view(*line).substr(space + 1)) : nullptr;
  if (unit == nullptr) {
    r.report(node.place, fmt::format("a length of time is a number with its unit, here stands {}", in_quotes(*line)),
             "write a number or range and hours, days, weeks, months or years, such as 6 weeks");
    return std::nullopt;
  }
  const auto range = parse_range(r, std::string_view(*line).substr(0, space), node.place, time_kind);
  if (!range) return std::nullopt;
  return NumberRange{in_days(range->low, *unit), in_days(range->high, *unit)};
}

using RangeReader = std::function<std::optional<NumberRange>(const Node&)>;

constexpr NumberKind claim_weight_kind{"the weight of a statement", Decimal::of(0), Decimal::of(1'000'000)};

/// Which of the keys that say what a number is stands in a block; null, with a problem, when not just one does.
const Node* stated_node(Reading& r, const Fields& fields, std::string_view what,
                        std::initializer_list<std::string_view> keys) {
  const Node* found = nullptr;
  int stated = 0;
  for (const std::string_view key : keys) {
    const Node* node = fields.find(key);
    if (node == nullptr) continue;
    found = node;
    ++stated;
  }
  if (stated == 1) return found;
  r.report(fields.place(), fmt::format("{} has one value", what), "write {value: 20..40}");
  return nullptr;
}

std::optional<Claim> read_claim(Reading& r, const Node& node, std::string_view what, const Provenance& around,
                                const RangeReader& read) {
  Claim claim;
  claim.from = {around.source, {}, node.place};
  const Node* number = &node;
  if (node.kind == Node::Kind::mapping) {
    const Fields fields(r, node, "claim");
    claim.from = fields.from(r, around);
    if (const auto weight = read_claim_weight(r, fields)) claim.weight = *weight;
    number = stated_node(r, fields, what, {"value", "range"});
    if (number == nullptr) return std::nullopt;
  }
  const auto range = read(*number);
  if (!range) return std::nullopt;
  claim.low = range->low;
  claim.high = range->high;
  return claim;
}

/// A number on which statements differ is sourced as well as the worst sourced of them, unless its block says more.
Provenance source_of_claims(const Case& c, const std::vector<Claim>& claims, Provenance block, bool own_source) {
  if (own_source) return block;
  const auto assumed = std::ranges::find_if(claims, [&](const Claim& claim) { return is_assumption(c, claim.from); });
  block.source = (assumed != claims.end() ? *assumed : claims.front()).from.source;
  return block;
}

std::optional<Quantity> read_claims(Reading& r, const Node& node, std::string_view what, const Provenance& around,
                                    const RangeReader& read) {
  Quantity quantity;
  bool sound = true;
  for (const Node& item : read_items(r, &node, "the statements that differ")) {
    auto claim = read_claim(r, item, what, around, read);
    sound = sound && claim;
    if (claim) quantity.claims.push_back(std::move(*claim));
  }
  if (node.kind == Node::Kind::sequence && node.items.empty())
    r.report(node.place, "this list is empty", "write [{value: 20..30, from: one}, {value: 35..45, from: other}]");
  if (!sound || quantity.claims.empty()) return std::nullopt;
  quantity.low = std::ranges::min(quantity.claims, {}, &Claim::low).low;
  quantity.high = std::ranges::max(quantity.claims, {}, &Claim::high).high;
  return quantity;
}

std::optional<Quantity> read_stated_by(Reading& r, const Fields& fields, std::string_view what, const Provenance& from,
                                       const RangeReader& read) {
  const Node* number = stated_node(r, fields, what, {"value", "range", "either"});
  if (number == nullptr) return std::nullopt;
  if (number == fields.find("either")) {
    auto quantity = read_claims(r, *number, what, from, read);
    if (quantity) quantity->from = source_of_claims(r.value, quantity->claims, from, fields.has("from"));
    return quantity;
  }
  const auto range = read(*number);
  if (!range) return std::nullopt;
  return Quantity{range->low, range->high, from, {}};
}

std::optional<Quantity> read_sourced(Reading& r, const Node& node, std::string_view what, const Provenance& around,
                                     const RangeReader& read) {
  if (node.kind != Node::Kind::mapping) {
    const auto range = read(node);
    if (!range) return std::nullopt;
    return Quantity{range->low, range->high, {around.source, {}, node.place}, {}};
  }
  const Fields fields(r, node, "quantity");
  return read_stated_by(r, fields, what, fields.from(r, around), read);
}

}  // namespace

std::optional<std::string> time_unit(std::string_view word) {
  const TimeUnit* unit = find_unit(word);
  return unit != nullptr ? std::optional(std::string(unit->name)) : std::nullopt;
}

std::optional<Decimal> read_claim_weight(Reading& r, const Fields& fields) {
  const Node* weight = fields.find("weight");
  return weight != nullptr ? read_number(r, *weight, claim_weight_kind) : std::nullopt;
}

std::optional<Quantity> read_quantity(Reading& r, const Node& node, const NumberKind& kind, const Provenance& around) {
  return read_sourced(r, node, kind.what, around, [&](const Node& n) { return read_range(r, n, kind); });
}

std::optional<Quantity> read_stated(Reading& r, const Fields& fields, const NumberKind& kind, const Provenance& from) {
  return read_stated_by(r, fields, kind.what, from, [&](const Node& n) { return read_range(r, n, kind); });
}

std::optional<Quantity> read_time(Reading& r, const Node& node, const Provenance& around) {
  return read_sourced(r, node, time_kind.what, around, [&](const Node& n) { return read_time_range(r, n); });
}

std::optional<Quantity> read_stated_time(Reading& r, const Fields& fields, const Provenance& from) {
  return read_stated_by(r, fields, time_kind.what, from, [&](const Node& n) { return read_time_range(r, n); });
}

std::optional<Decimal> read_one_time(Reading& r, const Node& node) {
  const auto range = read_time_range(r, node);
  if (!range) return std::nullopt;
  if (range->low == range->high) return range->low;
  r.report(node.place, "one length of time is expected here, and a range stands here", "write for instance 4 days");
  return std::nullopt;
}

std::optional<int> read_days(Reading& r, const Node& node) {
  const auto range = read_time_range(r, node);
  if (!range) return std::nullopt;
  const std::int64_t days = range->low.millionths / 1'000'000;
  if (range->low == range->high && Decimal::of(days) == range->low && days >= 1 && days <= 36'500)
    return static_cast<int>(days);
  r.report_aside(node.place,
                 fmt::format("whole days are expected here, at most a century, here stands {}", shown(node)),
                 "write for instance 14 days");
  return std::nullopt;
}

}  // namespace parley
