#include "parley/model/floor.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "parley/model/dated.h"
#include "parley/model/opening.h"

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

/// What a floor follows from: the dated lists in the order in which they are asked, and what ends the asking.
struct FloorGrounds {
  std::vector<const std::vector<DatedValue>*> reservations;  ///< the principal's, then its party's
  std::vector<std::optional<Appraisal>> otherwise;           ///< for each of these: what is stated without a date
  const NoDeal* no_deal = nullptr;  ///< asked last; null where a reservation value is always stated
  std::vector<Opening> openings;    ///< of its exits
};

FloorGrounds grounds_of(const Party& party, const Principal& principal) {
  FloorGrounds grounds;
  const auto ask = [&](const std::vector<DatedValue>& dated, const std::optional<Quantity>& stated) {
    grounds.reservations.push_back(&dated);
    grounds.otherwise.push_back(stated ? std::optional(appraisal_of(*stated)) : std::nullopt);
    return stated.has_value();
  };
  if (ask(principal.reservations, principal.reservation) || ask(party.reservations, party.reservation)) return grounds;
  if (party.utilities && party.utilities->reservation) {
    const Utility value = *party.utilities->reservation;
    grounds.otherwise.back() = Appraisal{{value, value}, value};
    return grounds;
  }
  grounds.no_deal = &party.no_deal;
  grounds.openings = openings_of(party.no_deal);
  return grounds;
}

std::vector<const std::vector<DatedValue>*> lists_of(const FloorGrounds& grounds, Date as_of) {
  auto lists = grounds.reservations;
  if (grounds.no_deal == nullptr) return lists;
  lists.push_back(&grounds.no_deal->breakdown);
  for (std::size_t e = 0; e < grounds.openings.size(); ++e)
    if (open_on(grounds.openings[e], as_of) != Open::no) lists.push_back(&grounds.no_deal->exits[e].values);
  return lists;
}

/// For too many unknown stances: anything up to the highest value that is stated.
Floor anywhere(const FloorGrounds& grounds, Date as_of) {
  Floor floor;
  for (const auto* list : lists_of(grounds, as_of))
    for (const DatedValue& value : *list) raise(floor, {&value}, Floor::From::breakdown, -1);
  for (const auto& stated : grounds.otherwise)
    if (stated) floor.span.high = std::max(floor.span.high, stated->span.high);
  floor.span.low = 0;
  floor.central = floor.span.high / 2;
  return floor;
}

/// What no deal gives, exits that are perhaps not there counted in or left out.
Floor floor_of_no_deal(const Case& c, const World& world, const FloorGrounds& grounds, Date as_of, Open least) {
  Floor floor;
  raise(floor, values_on(c, world, grounds.no_deal->breakdown, as_of), Floor::From::breakdown, -1);
  for (std::size_t e = 0; e < grounds.openings.size(); ++e)
    if (open_on(grounds.openings[e], as_of) >= least)
      raise(floor, values_on(c, world, grounds.no_deal->exits[e].values, as_of), Floor::From::exit,
            static_cast<int>(e));
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

/// The same, with its central value in the middle where the two are not alike.
Floor halfway(const Floor& a, const Floor& b) {
  Floor floor = covering(a, b);
  if (a.span != b.span || a.central != b.central) floor.central = (floor.span.low + floor.span.high) / 2;
  return floor;
}

Floor floor_in(const Case& c, const World& world, const FloorGrounds& grounds, Date as_of) {
  for (std::size_t k = 0; k < grounds.reservations.size(); ++k) {
    Floor floor;
    raise(floor, values_on(c, world, *grounds.reservations[k], as_of), Floor::From::reservation, -1);
    if (floor.from != Floor::From::nothing) return floor;
    if (const auto& stated = grounds.otherwise[k])
      return {stated->span, stated->central, Floor::From::reservation, -1, {}};
  }
  return halfway(floor_of_no_deal(c, world, grounds, as_of, Open::yes),
                 floor_of_no_deal(c, world, grounds, as_of, Open::perhaps));
}

}  // namespace

Floor floor_of(const Case& c, const Party& party, const Principal& principal, Date as_of) {
  const FloorGrounds grounds = grounds_of(party, principal);
  const auto worlds = worlds_of(c, lists_of(grounds, as_of));
  if (worlds.empty()) return anywhere(grounds, as_of);
  Floor floor = floor_in(c, worlds.front(), grounds, as_of);
  bool alike = true;
  for (const World& world : worlds) {
    const Floor other = floor_in(c, world, grounds, as_of);
    alike = alike && other.span == floor.span && other.central == floor.central;
    floor = covering(floor, other);
  }
  if (!alike) floor.central = (floor.span.low + floor.span.high) / 2;
  return floor;
}

}  // namespace parley
