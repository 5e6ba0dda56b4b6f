#include "parley/model/dated.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace parley {
namespace {

bool same_stance(const Standpoint& point, const DatedValue& value) {
  return point.third_party == value.third_party && point.stance == value.stance;
}

const Stance& stance_of(const Case& c, int third_party, int stance) {
  return c.third_parties[static_cast<std::size_t>(third_party)].stances[static_cast<std::size_t>(stance)];
}

bool holds(const Case& c, const World& world, const DatedValue& value, Date as_of) {
  if (value.since && *value.since > as_of) return false;
  if (value.third_party < 0) return true;
  const int now = stance_of(c, value.third_party, value.stance).now;
  if (now >= 0) return now == value.position;
  return std::ranges::any_of(
      world, [&](const Standpoint& point) { return same_stance(point, value) && point.position == value.position; });
}

/// The unknown stances that these lists speak of, each with the positions that they name and, first, one for others.
std::vector<std::vector<Standpoint>> unknown_stances(const Case& c,
                                                     const std::vector<const std::vector<DatedValue>*>& lists) {
  std::vector<std::vector<Standpoint>> stances;
  for (const auto* list : lists)
    for (const DatedValue& value : *list) {
      if (value.third_party < 0 || stance_of(c, value.third_party, value.stance).now >= 0) continue;
      auto known = std::ranges::find_if(stances, [&](const auto& points) { return same_stance(points[0], value); });
      if (known == stances.end()) known = stances.insert(known, {Standpoint{value.third_party, value.stance, -1}});
      if (std::ranges::find(*known, value.position, &Standpoint::position) == known->end())
        known->push_back({value.third_party, value.stance, value.position});
    }
  return stances;
}

}  // namespace

std::vector<World> worlds_of(const Case& c, const std::vector<const std::vector<DatedValue>*>& lists) {
  constexpr std::size_t most = 4096;
  std::vector<World> worlds{{}};
  for (auto& points : unknown_stances(c, lists)) {
    const Stance& stance = stance_of(c, points[0].third_party, points[0].stance);
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

Appraisal appraisal_of(const Quantity& q) {
  constexpr Utility utility_of_millionth_point = 10;
  const Utility low = q.low.millionths * utility_of_millionth_point;
  const Utility high = q.high.millionths * utility_of_millionth_point;
  return {{low, high}, (low + high) / 2};
}

Appraisal appraisal_of(const std::vector<const DatedValue*>& stated) {
  Appraisal all = appraisal_of(stated.front()->value);
  for (const DatedValue* other : stated) {
    const Span beside = appraisal_of(other->value).span;
    all.span = {std::min(all.span.low, beside.low), std::max(all.span.high, beside.high)};
  }
  all.central = (all.span.low + all.span.high) / 2;
  return all;
}

}  // namespace parley
