#include <algorithm>
#include <cstddef>
#include <numeric>

#include "parley/at.h"
#include "parley/model/opening.h"
#include "parley/model/reading/planner.h"

namespace parley {

FloorPlan Planner::floor_plan(int party, int principal) {
  const Party& side = case_.parties[at(party)];
  const Principal& person = side.principals[at(principal)];
  FloorPlan floor;
  /// Whether that ends the asking.
  const auto ask = [&](int who, const std::vector<DatedValue>& dated, const std::optional<Quantity>& stated) {
    const Unknown of{Unknown::Kind::reservation, Actor{party, who, -1}, -1, -1, {}};
    FloorPlan::Reservation reservation;
    if (!dated.empty()) reservation.dated = dated_plan(of, dated);
    if (stated) {
      const auto [known, added] = reservations_.try_emplace({party, who});
      if (added) known->second = figure(place_name(of.who) + " reservation", *stated, of);
      reservation.otherwise = known->second;
    }
    if (reservation.dated >= 0 || reservation.otherwise) floor.reservations.push_back(reservation);
    return stated.has_value();
  };
  if (ask(principal, person.reservations, person.reservation) || ask(-1, side.reservations, side.reservation))
    return floor;
  if (side.utilities && (side.utilities->reservation || side.no_deal.empty())) {
    floor.known = plan_.model.floors[at(party)][at(principal)].central;
    return floor;
  }
  floor.no_deal.push_back(
      {dated_plan({Unknown::Kind::breakdown, Actor{party, -1, -1}, -1, -1, {}}, side.no_deal.breakdown), -1});
  for (std::size_t e = 0; e < side.no_deal.exits.size(); ++e)
    if (const auto way = exit_plan(party, e)) floor.no_deal.push_back(*way);
  return floor;
}

std::optional<FloorPlan::Way> Planner::exit_plan(int party, std::size_t exit) {
  const NoDeal& no_deal = case_.parties[at(party)].no_deal;
  const int index = static_cast<int>(exit);
  const Opening opening = openings_of(no_deal)[exit];
  const Open open = open_on(opening, as_of_);
  if (open == Open::no) return std::nullopt;
  const Actor who{party, -1, -1};
  FloorPlan::Way way{dated_plan({Unknown::Kind::exit, who, index, -1, {}}, no_deal.exits[exit].values), -1};
  if (open == Open::yes) return way;
  const auto [known, added] = openings_.try_emplace({party, index}, -1);
  if (added) {
    known->second = add_slot({Unknown::Kind::opening, who, index, -1, no_deal.exits[exit].from});
    add_block(place_name(who) + " opening of " + place_of(no_deal.exits, no_deal.exits[exit].id),
              ChoiceDraw{{1, 1}, {}, {0, 1}, known->second});
  }
  way.opening_slot = known->second;
  return way;
}

int Planner::dated_plan(Unknown of, const std::vector<DatedValue>& values) {
  const auto [known, added] =
      dated_.try_emplace({of.kind, of.who.party, of.who.principal, of.item}, static_cast<int>(plan_.dated.size()));
  if (!added) return known->second;
  const int place = known->second;
  plan_.dated.emplace_back();
  std::string name = place_name(of.who) + " ";
  if (of.kind == Unknown::Kind::exit) {
    const std::vector<Exit>& exits = case_.parties[at(of.who.party)].no_deal.exits;
    name += "exit " + place_of(exits, exits[at(of.item)].id);
  } else {
    name += of.kind == Unknown::Kind::breakdown ? "breakdown" : "dated reservation";
  }

  struct DatedPlace {
    bool on_stance;
    std::optional<Date> since;
    std::size_t index;
  };
  std::vector<DatedPlace> order;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto& since = values[i].since;
    if (!since || *since <= as_of_) order.push_back({values[i].third_party >= 0, since, i});
  }
  const auto rank = [](const DatedPlace& each) { return std::pair(each.on_stance, each.since); };
  std::ranges::stable_sort(order, [&](const DatedPlace& a, const DatedPlace& b) { return rank(a) > rank(b); });

  DatedWorths worths;
  bool several = false;
  bool settled = false;  // some value of the latest rank holds whatever others do: what follows never counts
  std::optional<std::pair<bool, std::optional<Date>>> latest;
  for (const DatedPlace& each : order) {
    if (settled && latest != rank(each)) break;
    const DatedValue& value = values[each.index];
    DatedWorths::Entry entry;
    if (value.third_party >= 0) {
      const int now = case_.third_parties[at(value.third_party)].stances[at(value.stance)].now;
      if (now >= 0 && now != value.position) continue;
      if (now < 0) entry.stance_slot = stance_slot(value);
      entry.position = value.position;
    }
    of.level = static_cast<int>(each.index);
    entry.worth = worth_of(of, name + " " + std::to_string(of.level), value);
    if (latest != rank(each)) worths.ranks.emplace_back();
    latest = rank(each);
    worths.ranks.back().push_back(entry);
    several = several || worths.ranks.back().size() > 1;
    settled = settled || entry.stance_slot < 0;
  }
  if (several) {
    constexpr std::int64_t fine = 1'000'000'000;
    worths.pick_slot = add_slot();
    add_block(name + " pick", RangeDraw{{plain_range(0, fine)}, {worths.pick_slot}, {}});
  }
  plan_.dated[at(place)] = std::move(worths);
  return place;
}

ReadWorth Planner::worth_of(Unknown of, const std::string& name, const DatedValue& value) {
  ReadWorth worth;
  if (!value.gamble) {
    worth.value = figure(name, value.value, of);
    return worth;
  }
  const auto part = [&](Unknown::Kind kind, const char* what, const Quantity& quantity) {
    of.kind = kind;
    return figure(name + what, quantity, of);
  };
  worth.gamble = ReadWorth::Parts{
      part(Unknown::Kind::chance, " chance", value.gamble->chance), part(Unknown::Kind::win, " win", value.gamble->win),
      part(Unknown::Kind::loss, " loss", value.gamble->loss), part(Unknown::Kind::cost, " cost", value.gamble->cost)};
  return worth;
}

int Planner::stance_slot(const DatedValue& value) {
  const auto [known, added] = stances_.try_emplace({value.third_party, value.stance}, -1);
  if (!added) return known->second;
  const ThirdParty& third = case_.third_parties[at(value.third_party)];
  const Stance& stance = third.stances[at(value.stance)];
  ChoiceDraw draw;
  draw.places.resize(stance.positions.size());
  std::iota(draw.places.begin(), draw.places.end(), 0);
  std::ranges::sort(draw.places, {}, [&](int position) { return stance.positions[at(position)]; });
  WeightSpace space;
  for (const int position : draw.places) {
    if (stance.chances.empty()) continue;
    constexpr std::int64_t points_of_one = 100;
    space.low.push_back(stance.chances[at(position)].low.millionths * points_of_one);
    space.high.push_back(stance.chances[at(position)].high.millionths * points_of_one);
  }
  if (!stance.chances.empty() && any_weighting(space))
    draw.chances.emplace_back(space);
  else
    draw.weights.assign(draw.places.size(), 1);
  const Actor who{-1, -1, value.third_party};
  draw.slot =
      add_slot({Unknown::Kind::stance, who, value.stance, -1, stance.chances.empty() ? Provenance{} : stance.from});
  known->second = draw.slot;
  add_block("third " + place_of(case_.third_parties, third.id) + " stance " + place_of(third.stances, stance.id),
            std::move(draw));
  return known->second;
}

int Planner::consent_slot(int party) {
  const Party& side = case_.parties[at(party)];
  if (side.consent_claims.size() < 2) return -1;
  ChoiceDraw draw;
  for (std::size_t claim = 0; claim < side.consent_claims.size(); ++claim) {
    draw.weights.push_back(side.consent_claims[claim].weight.millionths);
    draw.places.push_back(static_cast<int>(claim));
  }
  draw.slot = add_slot({Unknown::Kind::consent, Actor{party, -1, -1}, -1, -1, side.consent_claims.front().from});
  const int slot = draw.slot;
  add_block(place_name({party, -1, -1}) + " consent", std::move(draw));
  return slot;
}

}  // namespace parley
