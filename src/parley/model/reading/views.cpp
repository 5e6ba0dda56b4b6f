#include "parley/model/reading/views.h"

#include <algorithm>
#include <cstddef>

#include "parley/at.h"

namespace parley {
namespace {

/// weight [10^-6 points] * credence [10^-6] * value [10^-6 points] in utilities, rounded to nearest.
Utility credited(std::int64_t weight, std::int64_t credence, std::int64_t value) {
  const Wide scale = Wide{10'000} * 1'000'000'000;
  return static_cast<Utility>((Wide{weight} * credence * value + scale / 2) / scale);
}

/// A number for each reading, or one where nothing that it follows from varies; none where no reading was drawn.
template <class Number>
PerReading per_reading(const std::vector<Slots>& readings, bool varies, const Number& number) {
  PerReading values;
  const std::size_t count = varies ? readings.size() : std::min(readings.size(), std::size_t{1});
  values.reserve(count);
  for (std::size_t j = 0; j < count; ++j) values.push_back(number(readings[j]));
  return values;
}

bool is_nothing(const Figure& figure) { return !figure.varies() && figure.known == 0; }

bool varies(const ReadWorth& worth) {
  if (!worth.gamble) return worth.value.varies();
  const auto& [chance, win, loss, cost] = *worth.gamble;
  return chance.varies() || win.varies() || loss.varies() || cost.varies();
}

bool varies(const DatedWorths& dated) {
  if (dated.pick_slot >= 0) return true;
  return std::ranges::any_of(dated.ranks, [](const auto& entries) {
    return std::ranges::any_of(entries,
                               [](const auto& entry) { return entry.stance_slot >= 0 || varies(entry.worth); });
  });
}

bool varies(const ReadingPlan& plan, const FloorPlan& floor) {
  const auto dated_varies = [&](int dated) { return dated >= 0 && varies(plan.dated[at(dated)]); };
  return std::ranges::any_of(floor.reservations,
                             [&](const FloorPlan::Reservation& each) {
                               const auto& otherwise = each.otherwise;
                               return dated_varies(each.dated) || (otherwise && otherwise->varies());
                             }) ||
         std::ranges::any_of(floor.no_deal, [&](const FloorPlan::Way& way) {
           return way.opening_slot >= 0 || dated_varies(way.dated);
         });
}

constexpr Utility utility_of_millionth_point = 10;

Utility worth_in(const ReadWorth& worth, const Slots& slots) {
  if (!worth.gamble) return worth.value.in(slots)*utility_of_millionth_point;
  constexpr std::int64_t whole = 1'000'000;
  constexpr Wide per_utility = whole / utility_of_millionth_point;
  const std::int64_t chance = worth.gamble->chance.in(slots);
  const Wide outcome = Wide{chance} * worth.gamble->win.in(slots) + Wide{whole - chance} * worth.gamble->loss.in(slots);
  return static_cast<Utility>((outcome + per_utility / 2) / per_utility) -
         worth.gamble->cost.in(slots)*utility_of_millionth_point;
}

std::optional<Utility> worth_in(const DatedWorths& dated, const Slots& slots) {
  for (const auto& entries : dated.ranks) {
    std::vector<const DatedWorths::Entry*> holding;
    for (const auto& entry : entries)
      if (entry.stance_slot < 0 || slots[at(entry.stance_slot)] == entry.position) holding.push_back(&entry);
    if (holding.empty()) continue;
    const std::size_t pick = holding.size() == 1 ? 0 : static_cast<std::size_t>(slots[at(dated.pick_slot)]);
    return worth_in(holding[pick % holding.size()]->worth, slots);
  }
  return std::nullopt;
}

ReadView view_in(const ReadingPlan& plan, const ViewPlan& view, const std::vector<Slots>& readings) {
  ReadView result;
  result.who = view.central->who;
  result.interactions = view.central->interactions;
  const auto& gains = view.central->gain;
  for (std::size_t i = 0; i < gains.size(); ++i) {
    std::vector<PerReading> levels;
    for (std::size_t level = 0; level < gains[i].size(); ++level) {
      bool drawn = false;
      if (!view.central->scored) {
        const Figure& weight = view.weights[i];
        const Figure& value = view.values[i][level];
        const Figure& credence = view.credences[at(view.central->phase_of[i])];
        drawn = (weight.varies() || value.varies() || credence.varies()) && !is_nothing(weight) && !is_nothing(value);
      }
      levels.push_back(
          per_reading(readings, drawn, [&](const Slots& slots) { return gain_in(view, i, level, slots); }));
    }
    result.gain.push_back(std::move(levels));
  }
  for (std::size_t e = 0; e < result.interactions.size(); ++e) {
    const bool drawn = !view.central->scored && (view.weights[gains.size() + e].varies() ||
                                                 view.credences[at(view.central->interaction_phase[e])].varies());
    result.interaction_gain.push_back(
        per_reading(readings, drawn, [&](const Slots& slots) { return interaction_gain_in(view, e, slots); }));
  }
  result.floor = per_reading(readings, !view.floor.known && varies(plan, view.floor),
                             [&](const Slots& slots) { return floor_in(plan, view.floor, slots); });
  return result;
}

}  // namespace

Utility gain_in(const ViewPlan& view, std::size_t issue, std::size_t level, const Slots& slots) {
  if (view.central->scored) return view.central->gain[issue][level];
  return credited(view.weights[issue].in(slots), view.credences[at(view.central->phase_of[issue])].in(slots),
                  view.values[issue][level].in(slots));
}

Utility interaction_gain_in(const ViewPlan& view, std::size_t interaction, const Slots& slots) {
  if (view.central->scored) return view.central->interaction_gain[interaction];
  return credited(view.weights[view.central->gain.size() + interaction].in(slots),
                  view.credences[at(view.central->interaction_phase[interaction])].in(slots), all_points);
}

Utility floor_in(const ReadingPlan& plan, const FloorPlan& floor, const Slots& slots) {
  if (floor.known) return *floor.known;
  for (const auto& reservation : floor.reservations) {
    if (reservation.dated >= 0)
      if (const auto worth = worth_in(plan.dated[at(reservation.dated)], slots)) return *worth;
    if (const auto& otherwise = reservation.otherwise) return otherwise->in(slots)*utility_of_millionth_point;
  }
  Utility best = 0;
  for (const auto& way : floor.no_deal) {
    if (way.opening_slot >= 0 && slots[at(way.opening_slot)] == 0) continue;
    if (const auto worth = worth_in(plan.dated[at(way.dated)], slots)) best = std::max(best, *worth);
  }
  return best;
}

std::vector<ReadView> views_in(const ReadingPlan& plan, int party, const std::vector<Slots>& readings) {
  std::vector<ReadView> views;
  for (const ViewPlan& view : plan.views[at(party)]) views.push_back(view_in(plan, view, readings));
  return views;
}

}  // namespace parley
