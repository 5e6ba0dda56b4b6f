#include "parley/model/floor.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace parley {
namespace {

constexpr Utility utility_of_millionth_point = 10;

struct Value {
  Span span;
  Utility central = 0;
};

Value value_of(const Quantity& q) {
  const Utility low = q.low.millionths * utility_of_millionth_point;
  const Utility high = q.high.millionths * utility_of_millionth_point;
  return {{low, high}, (low + high) / 2};
}

/// How one stance of a third party stands.
struct Standpoint {
  int third_party = -1;
  int stance = -1;
  int position = -1;
};

/// One way in which the stances that nobody knows may stand.
using World = std::vector<Standpoint>;

bool same_stance(const Standpoint& point, const DatedValue& value) {
  return point.third_party == value.third_party && point.stance == value.stance;
}

const Stance& stance_of(const Case& c, const DatedValue& value) {
  return c.third_parties[static_cast<std::size_t>(value.third_party)].stances[static_cast<std::size_t>(value.stance)];
}

bool holds(const Case& c, const World& world, const DatedValue& value, Date as_of) {
  if (value.since && *value.since > as_of) return false;
  if (value.third_party < 0) return true;
  const int now = stance_of(c, value).now;
  if (now >= 0) return now == value.position;
  return std::ranges::any_of(
      world, [&](const Standpoint& point) { return same_stance(point, value) && point.position == value.position; });
}

/// What a dated list says on a date; nothing when it says nothing yet. One that depends on a stance goes before one
/// that does not; among these a later value replaces earlier ones. Several when they stand beside each other.
std::vector<const DatedValue*> values_on(const Case& c, const World& world, const std::vector<DatedValue>& values,
                                         Date as_of) {
  const auto rank = [](const DatedValue* value) { return std::pair(value->third_party >= 0, value->since); };
  std::vector<const DatedValue*> found;
  for (const DatedValue& value : values) {
    if (!holds(c, world, value, as_of)) continue;
    if (!found.empty() && rank(found.front()) < rank(&value)) found.clear();
    if (found.empty() || rank(found.front()) == rank(&value)) found.push_back(&value);
  }
  return found;
}

/// The ways in which the unknown stances that these lists speak of may stand: each of the positions that they name, and
/// one for all others. Empty when there are too many to go through.
std::vector<World> worlds_of(const Case& c, const std::vector<const std::vector<DatedValue>*>& lists) {
  constexpr std::size_t most = 4096;
  std::vector<std::vector<Standpoint>> stances;
  for (const auto* list : lists)
    for (const DatedValue& value : *list) {
      if (value.third_party < 0 || stance_of(c, value).now >= 0) continue;
      auto known = std::ranges::find_if(stances, [&](const auto& points) { return same_stance(points[0], value); });
      if (known == stances.end()) known = stances.insert(known, {Standpoint{value.third_party, value.stance, -1}});
      if (std::ranges::find(*known, value.position, &Standpoint::position) == known->end())
        known->push_back({value.third_party, value.stance, value.position});
    }
  std::vector<World> worlds{{}};
  for (auto& points : stances) {
    const Stance& stance = c.third_parties[static_cast<std::size_t>(points[0].third_party)]
                               .stances[static_cast<std::size_t>(points[0].stance)];
    if (points.size() > stance.positions.size()) points.erase(points.begin());
    if (worlds.size() * points.size() > most) return {};
    std::vector<World> next;
    for (const World& world : worlds)
      for (const Standpoint& point : points) {
        next.push_back(world);
        next.back().push_back(point);
      }
    worlds = std::move(next);
  }
  return worlds;
}

void raise(Floor& floor, const std::vector<const DatedValue*>& stated, Floor::From from, int exit) {
  if (stated.empty()) return;
  Value value = value_of(stated.front()->value);
  for (const DatedValue* other : stated) {
    const Value beside = value_of(other->value);
    value.span = {std::min(value.span.low, beside.span.low), std::max(value.span.high, beside.span.high)};
    value.central = (value.span.low + value.span.high) / 2;
  }
  if (floor.from == Floor::From::nothing || value.central > floor.central) {
    floor.central = value.central;
    floor.from = from;
    floor.exit = exit;
    floor.values.clear();
    for (const DatedValue* each : stated) floor.values.push_back(*each);
  }
  floor.span.low = std::max(floor.span.low, value.span.low);
  floor.span.high = std::max(floor.span.high, value.span.high);
}

/// For too many unknown stances: anything up to the highest value that is stated.
Floor anywhere(const std::vector<const std::vector<DatedValue>*>& lists) {
  Floor floor;
  for (const auto* list : lists)
    for (const DatedValue& value : *list) raise(floor, {&value}, Floor::From::breakdown, -1);
  floor.span.low = 0;
  floor.central = floor.span.high / 2;
  return floor;
}

Floor floor_in(const Case& c, const World& world, const NoDeal& no_deal, Date as_of) {
  Floor floor;
  raise(floor, values_on(c, world, no_deal.breakdown, as_of), Floor::From::breakdown, -1);
  for (std::size_t e = 0; e < no_deal.exits.size(); ++e)
    raise(floor, values_on(c, world, no_deal.exits[e].values, as_of), Floor::From::exit, static_cast<int>(e));
  return floor;
}

/// Covers both floors; what it follows from is told of the higher one.
Floor covering(const Floor& a, const Floor& b) {
  Floor result = b.central > a.central ? b : a;
  const Floor& other = b.central > a.central ? a : b;
  result.span = {std::min(a.span.low, b.span.low), std::max(a.span.high, b.span.high)};
  const auto same = [](const DatedValue& x, const DatedValue& y) {
    return x.third_party == y.third_party && x.stance == y.stance && x.position == y.position && x.since == y.since;
  };
  for (const DatedValue& value : other.values)
    if (std::ranges::none_of(result.values, [&](const DatedValue& known) { return same(known, value); }))
      result.values.push_back(value);
  return result;
}

}  // namespace

Floor floor_of(const Case& c, const Party& party, const Principal& principal, Date as_of) {
  const auto& stated = principal.reservation ? principal.reservation : party.reservation;
  if (stated) {
    const Value value = value_of(*stated);
    return {value.span, value.central, Floor::From::reservation, -1, {}};
  }
  if (party.utilities && party.utilities->reservation) {
    const Utility value = *party.utilities->reservation;
    return {{value, value}, value, Floor::From::reservation, -1, {}};
  }
  std::vector<const std::vector<DatedValue>*> lists{&party.no_deal.breakdown};
  for (const Exit& exit : party.no_deal.exits) lists.push_back(&exit.values);
  const auto worlds = worlds_of(c, lists);
  if (worlds.empty()) return anywhere(lists);
  Floor floor = floor_in(c, worlds.front(), party.no_deal, as_of);
  for (const World& world : worlds) floor = covering(floor, floor_in(c, world, party.no_deal, as_of));
  if (worlds.size() > 1) floor.central = (floor.span.low + floor.span.high) / 2;
  return floor;
}

}  // namespace parley
