#include "parley/solve/ways.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace parley {

bool comes_first(const Way& a, const Way& b) {
  if (a.costs.second != b.costs.second) return a.costs.second < b.costs.second;
  if (a.sum != b.sum) return a.sum > b.sum;
  if (a.key != b.key) return a.key < b.key;
  return a.change.changed < b.change.changed;
}

std::int64_t Ways::first_cost() const {
  return all_.empty() ? std::numeric_limits<std::int64_t>::max() : all_.front().costs.first;
}

Way Ways::way_of(const Path& path) const {
  Way way{{point_of(diagram_, path), {}, 0}, {}, 0, tie_key_of(diagram_, path)};
  auto& value = way.change.to.value;
  value.resize(value.size() - 2);
  way.sum = std::accumulate(value.begin(), value.begin() + objectives_, Utility{0});
  for (std::size_t i = 0; i < options_.movement.size(); ++i) {
    const auto level = static_cast<std::size_t>(way.change.to.package[i]);
    const auto costs = costs_of(options_, i, level);
    way.costs.first += costs.first;
    way.costs.second += costs.second;
    way.change.movement += options_.movement[i][level];
    if (costs.first > 0) way.change.changed.push_back(static_cast<int>(i));
  }
  return way;
}

void Ways::add(const Path& path) {
  auto way = way_of(path);
  if (way.costs.first > first_cost()) return;
  if (way.costs.first < first_cost()) all_.clear();
  const auto same = [&](const Way& other) { return other.change.changed == way.change.changed; };
  if (const auto known = std::ranges::find_if(all_, same); known != all_.end()) {
    if (!comes_first(way, *known)) return;
    all_.erase(known);
  }
  const auto place = std::ranges::upper_bound(all_, way, comes_first);
  all_.insert(place, std::move(way));
}

}  // namespace parley
