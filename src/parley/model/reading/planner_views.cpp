#include <algorithm>
#include <cstddef>

#include "parley/at.h"
#include "parley/case/inherit.h"
#include "parley/case/voices.h"
#include "parley/model/reading/planner.h"
#include "parley/model/value.h"

namespace parley {

ViewPlan Planner::view_plan(int party, int principal) {
  ViewPlan view;
  view.central = &plan_.model.principals[at(party)][at(principal)];
  if (view.central->scored) return view;
  const Party& side = case_.parties[at(party)];
  const Preference& own = side.principals[at(principal)].preference;
  const Actor itself{party, principal, -1};
  const Actor whole_party{party, -1, -1};
  view.weights = speaks_of_weights(own) ? weights_of(itself, preference_of(side, side.principals[at(principal)]))
                                        : weights_of(whole_party, side.preference);
  for (std::size_t i = 0; i < case_.issues.size(); ++i)
    view.values.push_back(own.values[i] ? values_of(itself, i, own.values[i])
                                        : values_of(whole_party, i, side.preference.values[i]));
  return view;
}

const std::vector<Figure>& Planner::weights_of(const Actor& who, const Preference& preference) {
  const auto [known, added] = weights_.try_emplace({who.party, who.principal});
  if (!added) return known->second;
  const std::size_t issues = case_.issues.size();
  const std::size_t terms = issues + preference.interactions.size();
  // Issues by id, then combinations as they are listed: the places of the terms in the draw.
  std::vector<int> place(issues);
  for (std::size_t k = 0; k < issues; ++k) place[at(issues_by_id_[k])] = static_cast<int>(k);
  std::vector<ClaimedRange> ranges(terms);
  for (std::size_t i = 0; i < issues; ++i) {
    const auto& weight = preference.weights[i];
    ranges[at(place[i])] = weight ? claimed_range(*weight) : plain_range(0, all_points);
  }
  for (std::size_t e = issues; e < terms; ++e) ranges[e] = claimed_range(preference.interactions[e - issues].points);
  WeightSpace space;
  for (const ClaimedRange& range : ranges) {
    space.low.push_back(range.hull.low);
    space.high.push_back(range.hull.high);
  }
  for (const int issue : preference.order) space.order.push_back(place[at(issue)]);
  WeightDraw draw{std::move(ranges), space.order, std::vector<int>(terms, -1), WeightSampler(space)};
  const WeightSpace& narrowed = draw.sampler.narrowed();
  std::vector<Figure> figures;
  for (std::size_t t = 0; t < terms; ++t) {
    const std::size_t drawn = t < issues ? at(place[t]) : t;
    figures.push_back({narrowed.low[drawn], -1});
    if (narrowed.low[drawn] == narrowed.high[drawn]) continue;
    Unknown unknown;
    unknown.kind = t < issues ? Unknown::Kind::weight : Unknown::Kind::interaction;
    unknown.who = who;
    unknown.item = static_cast<int>(t < issues ? t : t - issues);
    if (t >= issues)
      unknown.from = preference.interactions[t - issues].points.from;
    else if (const auto& weight = preference.weights[t])
      unknown.from = weight->from;
    else
      unknown.from = preference.order_from;
    figures.back().slot = draw.slots[drawn] = add_slot(std::move(unknown));
  }
  if (!narrowed.exact()) add_block(place_name(who) + " weights", std::move(draw));
  return known->second = std::move(figures);
}

const std::vector<Figure>& Planner::values_of(const Actor& who, std::size_t issue,
                                              const std::optional<Valuation>& valuation) {
  const auto [known, added] = values_.try_emplace({who.party, who.principal, issue});
  if (!added) return known->second;
  if (valuation) {
    if (const auto* stated = std::get_if<OptionValues>(&valuation->form))
      return known->second = stated_values(who, issue, *stated, valuation->from);
    if (const auto* order = std::get_if<OptionOrder>(&valuation->form))
      return known->second = ordered_values(who, issue, *order, valuation->from);
  }
  for (const Spread& value : option_values(case_.issues[issue], valuation, who.party))
    known->second.push_back({value.central, -1});
  return known->second;
}

std::vector<Figure> Planner::stated_values(const Actor& who, std::size_t issue, const OptionValues& values,
                                           const Provenance& from) {
  const Issue& of = case_.issues[issue];
  std::vector<int> levels;
  for (int level = 0; level < of.levels(); ++level) levels.push_back(level);
  if (!of.ordered()) std::ranges::sort(levels, {}, [&](int level) { return of.options[at(level)]; });
  std::vector<Figure> figures(levels.size());
  RangeDraw draw;
  for (const int level : levels) {
    const Quantity& value = values.by_level[at(level)];
    figures[at(level)].known = value.low.millionths;
    if (value.exact()) continue;
    draw.ranges.push_back(claimed_range(value));
    const Provenance& source = value.from.source >= 0 ? value.from : from;
    const int slot = add_slot({Unknown::Kind::value, who, static_cast<int>(issue), level, source});
    draw.slots.push_back(slot);
    figures[at(level)].slot = slot;
  }
  if (!draw.slots.empty()) add_block(place_name(who) + " values of " + place_of(case_.issues, of.id), std::move(draw));
  return figures;
}

std::vector<Figure> Planner::ordered_values(const Actor& who, std::size_t issue, const OptionOrder& order,
                                            const Provenance& from) {
  const Issue& of = case_.issues[issue];
  std::vector<Figure> figures(at(of.levels()));
  SortedDraw draw;
  for (std::size_t rank = 0; rank < order.best_first.size(); ++rank) {
    const int level = order.best_first[rank];
    if (rank + 1 == order.best_first.size()) continue;
    if (rank == 0) {
      figures[at(level)].known = all_points;
      continue;
    }
    figures[at(level)].slot = add_slot({Unknown::Kind::value, who, static_cast<int>(issue), level, from});
    draw.slots.push_back(figures[at(level)].slot);
  }
  if (!draw.slots.empty()) add_block(place_name(who) + " values of " + place_of(case_.issues, of.id), std::move(draw));
  return figures;
}

std::vector<std::vector<Figure>> Planner::credences_of(int party) {
  const Party& side = case_.parties[at(party)];
  std::vector<std::vector<Figure>> figures(side.principals.size(), std::vector<Figure>(case_.phases.size()));
  if (side.utilities) return figures;
  RangeDraw draw;
  std::vector<Figure> drawn;                  // for each range of the draw
  std::map<std::pair<int, int>, int> places;  // of whoever states a phase's credence, in the draw
  const auto place_of = [&](int principal, int phase, const std::optional<Quantity>& credence) {
    const auto [known, added] = places.try_emplace({principal, phase}, static_cast<int>(draw.ranges.size()));
    if (!added) return known->second;
    draw.ranges.push_back(credence ? claimed_range(*credence) : plain_range(Decimal::whole, Decimal::whole));
    drawn.push_back({draw.ranges.back().hull.low, -1});
    if (credence && !credence->exact())
      drawn.back().slot = add_slot({Unknown::Kind::credence, Actor{party, principal, -1}, phase, -1, credence->from});
    draw.slots.push_back(drawn.back().slot);
    return known->second;
  };
  std::vector<int> by_id(side.principals.size());
  for (std::size_t k = 0; k < by_id.size(); ++k) by_id[k] = static_cast<int>(k);
  std::ranges::sort(by_id, {}, [&](int k) { return side.principals[at(k)].id; });
  for (const int k : by_id) {
    const Preference& own = side.principals[at(k)].preference;
    std::vector<int> place(case_.phases.size());
    for (const int phase : phases_by_id_)
      place[at(phase)] = own.credences[at(phase)] ? place_of(k, phase, own.credences[at(phase)])
                                                  : place_of(-1, phase, side.preference.credences[at(phase)]);
    for (const int phase : phases_by_id_) {
      figures[at(k)][at(phase)] = drawn[at(place[at(phase)])];
      const int before = case_.phases[at(phase)].after;
      if (before < 0) continue;
      const std::pair pair(place[at(before)], place[at(phase)]);
      if (std::ranges::find(draw.falling, pair) == draw.falling.end()) draw.falling.push_back(pair);
    }
  }
  if (std::ranges::any_of(drawn, &Figure::varies))
    add_block(place_name({party, -1, -1}) + " credences", std::move(draw));
  return figures;
}

}  // namespace parley
