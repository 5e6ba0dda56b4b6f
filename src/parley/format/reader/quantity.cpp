#include "parley/format/reader/quantity.h"

#include <fmt/format.h>

#include <array>
#include <functional>

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
    r.report(node.place, fmt::format("a length of time is a number with its unit, here stands {}", quoted(*line)),
             "write a number or range and hours, days, weeks, months or years, such as 6 weeks");
    return std::nullopt;
  }
  const auto range = parse_range(r, std::string_view(*line).substr(0, space), node.place, time_kind);
  if (!range) return std::nullopt;
  return NumberRange{in_days(range->low, *unit), in_days(range->high, *unit)};
}

using RangeReader = std::function<std::optional<NumberRange>(const Node&)>;

std::optional<Quantity> read_sourced(Reading& r, const Node& node, std::string_view what, const Provenance& around,
                                     const RangeReader& read) {
  if (node.kind != Node::Kind::mapping) {
    const auto range = read(node);
    if (!range) return std::nullopt;
    return Quantity{range->low, range->high, {around.source, {}, node.place}, {}};
  }
  const Fields fields(r, node, "quantity");
  const Provenance from = fields.from(r, around);
  const Node* value = fields.find("value");
  const Node* range_node = fields.find("range");
  if ((value == nullptr) == (range_node == nullptr)) {
    r.report(fields.place(), fmt::format("{} has one value", what), "write {value: 20..40}");
    return std::nullopt;
  }
  const auto range = read(value != nullptr ? *value : *range_node);
  if (!range) return std::nullopt;
  return Quantity{range->low, range->high, from, {}};
}

}  // namespace

std::optional<std::string> time_unit(std::string_view word) {
  const TimeUnit* unit = find_unit(word);
  return unit != nullptr ? std::optional(std::string(unit->name)) : std::nullopt;
}

std::optional<Quantity> read_quantity(Reading& r, const Node& node, const NumberKind& kind, const Provenance& around) {
  return read_sourced(r, node, kind.what, around, [&](const Node& n) { return read_range(r, n, kind); });
}

std::optional<Quantity> read_time(Reading& r, const Node& node, const Provenance& around) {
  return read_sourced(r, node, time_kind.what, around, [&](const Node& n) { return read_time_range(r, n); });
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
