#include "parley/model/floor.h"

#include <algorithm>
#include <cstddef>

namespace parley {
namespace {

constexpr Utility utility_of_millionth_point = 10;

struct Value {
  Span span;
  Utility central = 0;
  std::vector<DatedValue> stated;
};

Value value_of(const Quantity& q) {
  const Utility low = q.low.millionths * utility_of_millionth_point;
  const Utility high = q.high.millionths * utility_of_millionth_point;
  return {{low, high}, (low + high) / 2, {}};
}

enum class Fit { no, possible, sure };

const Stance& stance_of(const Case& c, const DatedValue& value) {
  return c.third_parties[static_cast<std::size_t>(value.third_party)].stances[static_cast<std::size_t>(value.stance)];
}

Fit fit(const Case& c, const DatedValue& value, Date as_of) {
  if (value.since && *value.since > as_of) return Fit::no;
  if (value.third_party < 0) return Fit::sure;
  const int now = stance_of(c, value).now;
  if (now < 0) return Fit::possible;
  return now == value.position ? Fit::sure : Fit::no;
}

bool same_stance(const DatedValue& a, const DatedValue& b) {
  return a.third_party == b.third_party && a.stance == b.stance;
}

/// Whether every position of some stance has a value of its own.
bool every_position_has_one(const Case& c, const std::vector<const DatedValue*>& conditional) {
  return std::ranges::any_of(conditional, [&](const DatedValue* value) {
    const auto own =
        std::ranges::count_if(conditional, [&](const DatedValue* other) { return same_stance(*value, *other); });
    return static_cast<std::size_t>(own) == stance_of(c, *value).positions.size();
  });
}

/// The values of a dated list that may hold on a date. A later value replaces earlier ones, and one that depends on a
/// stance goes before one that does not.
std::vector<const DatedValue*> possible_values(const Case& c, const std::vector<DatedValue>& values, Date as_of) {
  std::vector<const DatedValue*> by_date;
  for (const DatedValue& value : values)
    if (fit(c, value, as_of) != Fit::no) by_date.push_back(&value);
  std::ranges::sort(by_date, [](const DatedValue* a, const DatedValue* b) {
    return a->since != b->since ? a->since < b->since : a < b;
  });

  const DatedValue* general = nullptr;
  bool general_replaced = false;
  std::vector<const DatedValue*> possible;
  for (const DatedValue* value : by_date) {
    if (value->third_party < 0) {
      general = value;
      continue;
    }
    const bool sure = fit(c, *value, as_of) == Fit::sure;
    general_replaced = general_replaced || sure;
    std::erase_if(possible, [&](const DatedValue* earlier) {
      return sure || (same_stance(*earlier, *value) && earlier->position == value->position);
    });
    possible.push_back(value);
  }
  general_replaced = general_replaced || every_position_has_one(c, possible);
  if (general != nullptr && !general_replaced) possible.push_back(general);
  return possible;
}

/// What a dated list says on a date; nothing when it says nothing yet.
std::optional<Value> value_on(const Case& c, const std::vector<DatedValue>& values, Date as_of) {
  const auto possible = possible_values(c, values, as_of);
  if (possible.empty()) return std::nullopt;
  Value covering = value_of(possible.front()->value);
  for (const DatedValue* other : possible) {
    const Value value = value_of(other->value);
    covering.span.low = std::min(covering.span.low, value.span.low);
    covering.span.high = std::max(covering.span.high, value.span.high);
    covering.stated.push_back(*other);
  }
  covering.central = (covering.span.low + covering.span.high) / 2;
  return covering;
}

void raise(Floor& floor, const Value& value, Floor::From from, int exit) {
  if (floor.from == Floor::From::nothing || value.central > floor.central) {
    floor.central = value.central;
    floor.from = from;
    floor.exit = exit;
    floor.values = value.stated;
  }
  floor.span.low = std::max(floor.span.low, value.span.low);
  floor.span.high = std::max(floor.span.high, value.span.high);
}

}  // namespace

Floor floor_of(const Case& c, const Party& party, const Principal& principal, Date as_of) {
  Floor floor;
  const auto& stated = principal.reservation ? principal.reservation : party.reservation;
  if (stated) {
    raise(floor, value_of(*stated), Floor::From::reservation, -1);
    return floor;
  }
  if (const auto value = value_on(c, party.no_deal.breakdown, as_of)) raise(floor, *value, Floor::From::breakdown, -1);
  for (std::size_t e = 0; e < party.no_deal.exits.size(); ++e)
    if (const auto value = value_on(c, party.no_deal.exits[e].values, as_of))
      raise(floor, *value, Floor::From::exit, static_cast<int>(e));
  return floor;
}

}  // namespace parley
