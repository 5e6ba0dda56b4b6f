#include "parley/model/reading/planner.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "parley/at.h"

namespace parley {
namespace {

template <class Things>
std::vector<int> alphabetical(const Things& things) {
  std::vector<int> places(things.size());
  std::iota(places.begin(), places.end(), 0);
  std::ranges::sort(places, {}, [&](int place) -> const std::string& { return things[at(place)].id; });
  return places;
}

}  // namespace

Planner::Planner(const Case& c, Date as_of, std::uint64_t seed, ReadingPlan& plan)
    : case_(c),
      as_of_(as_of),
      seed_(seed),
      plan_(plan),
      issues_by_id_(alphabetical(c.issues)),
      phases_by_id_(alphabetical(c.phases)) {}

void Planner::run() {
  plan_.model = compile(case_, as_of_);
  for (std::size_t p = 0; p < case_.parties.size(); ++p) {
    const int party = static_cast<int>(p);
    const auto credences = credences_of(party);
    std::vector<ViewPlan> views;
    for (std::size_t k = 0; k < case_.parties[p].principals.size(); ++k) {
      views.push_back(view_plan(party, static_cast<int>(k)));
      views.back().credences = credences[k];
      views.back().floor = floor_plan(party, static_cast<int>(k));
    }
    plan_.views.push_back(std::move(views));
    plan_.consent_slots.push_back(consent_slot(party));
  }
}

int Planner::add_slot(Unknown unknown) {
  plan_.unknowns.push_back(std::move(unknown));
  plan_.unknown_slots.push_back(static_cast<int>(plan_.slots));
  return add_slot();
}

void Planner::add_block(const std::string& name, decltype(DrawBlock::how) how) {
  plan_.blocks.push_back({stream_key(seed_, name), std::move(how)});
}

std::string Planner::place_name(const Actor& who) const {
  const Party& party = case_.parties[at(who.party)];
  std::string place = place_of(case_.parties, party.id);
  if (who.principal < 0) return place;
  return place + "/" + place_of(party.principals, party.principals[at(who.principal)].id);
}

Figure Planner::figure(const std::string& name, const Quantity& quantity, Unknown unknown) {
  if (quantity.exact()) return {quantity.low.millionths, -1};
  unknown.from = quantity.from;
  const Figure drawn{0, add_slot(std::move(unknown))};
  add_block(name, RangeDraw{{claimed_range(quantity)}, {drawn.slot}, {}});
  return drawn;
}

ReadingPlan plan_readings(const Case& c, Date as_of, std::uint64_t seed) {
  ReadingPlan plan;
  Planner(c, as_of, seed, plan).run();
  return plan;
}

}  // namespace parley
