#include "parley/model/floor.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "parley/model/dated.h"

namespace parley {
namespace {

void raise(Floor& floor, const std::vector<const DatedValue*>& stated, Floor::From from, int exit) {
  if (stated.empty()) return;
  const Appraisal value = appraisal_of(stated);
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
    const Appraisal value = appraisal_of(*stated);
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
