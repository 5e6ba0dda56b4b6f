#include "support/random_readings.h"

#include <algorithm>
#include <numeric>

#include "parley/at.h"

namespace parley::test {
namespace {

std::vector<LevelSet> conditions(Random& random, const ReadingTable& table, int most) {
  std::vector<LevelSet> sets;
  for (std::size_t i = 0; i < table.levels.size(); ++i) {
    if (draw(random, 0, 1) == 0 || sets.size() == at(most)) continue;
    LevelSet set{static_cast<int>(i), std::vector<bool>(at(table.levels[i]))};
    for (std::size_t l = 0; l < set.holds.size(); ++l) set.holds[l] = draw(random, 0, 2) > 0;
    sets.push_back(std::move(set));
  }
  return sets;
}

PerReading per_reading(Random& random, std::size_t readings, Utility low, Utility high) {
  PerReading values(draw(random, 0, 9) == 0 ? 1 : readings);
  for (auto& value : values) value = draw(random, low, high);
  return values;
}

/// Masks over the views of which none contains another.
std::vector<std::uint64_t> random_masks(Random& random, int views) {
  std::vector<std::uint64_t> masks;
  const auto wanted = draw(random, 0, 5) == 0 ? 0 : draw(random, 1, 3);
  for (std::int64_t k = 0; k < wanted; ++k) {
    const auto mask = random() & ((std::uint64_t{1} << views) - 1);
    const auto comparable = [&](auto other) { return (mask & other) == mask || (mask & other) == other; };
    if (std::ranges::none_of(masks, comparable)) masks.push_back(mask);
  }
  return masks;
}

bool holds(const std::vector<LevelSet>& sets, const Package& package) {
  for (const auto& set : sets)
    if (!set.holds[at(package[at(set.issue)])]) return false;
  return true;
}

bool obeys(const ReadingTable& table, const Package& package) {
  for (const auto& rule : table.implications)
    if (holds(rule.when, package) && (rule.then.empty() || !holds(rule.then, package))) return false;
  for (const auto& rule : table.linear_rules) {
    std::int64_t sum = 0;
    for (std::size_t j = 0; j < rule.issues.size(); ++j) sum += rule.amounts[j][at(package[at(rule.issues[j])])];
    if (sum < rule.least || sum > rule.most) return false;
  }
  return true;
}

void add_exceptions(Random& random, ReadingTable& table, const ReadingShape& shape) {
  for (auto& view : table.views) {
    for (auto k = draw(random, 0, 2); k > 0; --k)
      view.features.push_back({conditions(random, table, 3), draw(random, 0, 1) == 1,
                               per_reading(random, table.readings, -shape.scale, shape.scale)});
    if (draw(random, 0, 3) == 0) {
      const auto sets = conditions(random, table, 1);
      for (auto set : sets) {
        set.holds.assign(set.holds.size(), false);
        set.holds[at(draw(random, 0, static_cast<std::int64_t>(set.holds.size()) - 1))] = true;
        view.refuses.push_back(set);
      }
    }
  }
  for (auto k = draw(random, 0, 1); k > 0; --k)
    table.implications.push_back({conditions(random, table, 3), conditions(random, table, 2)});
  if (draw(random, 0, 2) == 0) {
    LinearRule rule;
    for (std::size_t i = 0; i < table.levels.size(); ++i) {
      rule.issues.push_back(static_cast<int>(i));
      auto& amounts = rule.amounts.emplace_back();
      for (int l = 0; l < table.levels[i]; ++l) amounts.push_back(draw(random, -2, 5));
    }
    rule.least = draw(random, -3, 3);
    if (draw(random, 0, 1) == 0) rule.most = draw(random, 4, 12);
    table.linear_rules.push_back(rule);
  }
  if (draw(random, 0, 1) == 0) {
    for (int k = 0; k < 2; ++k) table.enough.push_back(random_masks(random, shape.views));
    for (std::size_t j = 0; j < table.readings; ++j)
      table.hypothesis.push_back(static_cast<std::uint16_t>(draw(random, 0, 2)));
  }
}

template <class T>
std::vector<T> shuffled(Random& random, std::vector<T> values) {
  for (auto k = values.size(); k > 1; --k) std::swap(values[k - 1], values[random() % k]);
  return values;
}

std::vector<std::size_t> shuffled_places(Random& random, std::size_t count) {
  std::vector<std::size_t> places(count);
  std::iota(places.begin(), places.end(), std::size_t{0});
  return shuffled(random, std::move(places));
}

}  // namespace

ReadingShape random_reading_shape(Random& random) {
  ReadingShape shape;
  shape.issues = static_cast<int>(draw(random, 1, 5));
  shape.views = static_cast<int>(draw(random, 1, 3));
  shape.readings = at(draw(random, 0, 5) == 0 ? 1 : draw(random, 2, 140));
  const Utility scales[] = {5, 1000, unit, Utility{1} << 50};
  shape.scale = scales[draw(random, 0, 3)];
  shape.plain = draw(random, 0, 1) == 0;
  return shape;
}

ReadingTable random_readings(Random& random, const ReadingShape& shape) {
  ReadingTable table;
  table.readings = shape.readings;
  for (int i = 0; i < shape.issues; ++i) {
    table.levels.push_back(static_cast<int>(draw(random, 1, shape.most_levels)));
    auto& keys = table.tie_keys.emplace_back(at(table.levels.back()));
    for (auto& key : keys) key = static_cast<std::uint64_t>(draw(random, 0, 1 << 24));
  }
  for (int v = 0; v < shape.views; ++v) {
    auto& view = table.views.emplace_back();
    for (const auto levels : table.levels)
      for (auto& of_issue = view.gain.emplace_back(); of_issue.size() < at(levels);)
        of_issue.push_back(per_reading(random, shape.readings, 0, shape.scale));
    const auto middle = shape.scale * shape.issues * draw(random, 3, 8) / 10;
    view.floor = per_reading(random, shape.readings, middle - shape.scale / 3, middle + shape.scale / 3);
  }
  table.enough.push_back(shape.plain ? std::vector{(std::uint64_t{1} << shape.views) - 1}
                                     : random_masks(random, shape.views));
  if (!shape.plain) add_exceptions(random, table, shape);
  return table;
}

std::vector<Package> all_packages(const ReadingTable& table) {
  std::vector<Package> packages;
  Package package(table.levels.size());
  for (;;) {
    if (obeys(table, package)) packages.push_back(package);
    auto i = package.size();
    while (i > 0 && ++package[i - 1] == table.levels[i - 1]) package[--i] = 0;
    if (i == 0) return packages;
  }
}

Utility worth(const ReadingTable& table, std::size_t view, std::size_t reading, const Package& package) {
  Utility sum = 0;
  for (std::size_t i = 0; i < package.size(); ++i)
    sum += in_reading(table.views[view].gain[i][at(package[i])], reading);
  for (const auto& feature : table.views[view].features)
    if (holds(feature.when, package) == feature.counts_when_holding) sum += in_reading(feature.gain, reading);
  return sum;
}

bool approves(const ReadingTable& table, std::size_t view, std::size_t reading, const Package& package) {
  for (const auto& line : table.views[view].refuses)
    if (line.holds[at(package[at(line.issue)])]) return false;
  return worth(table, view, reading, package) >= in_reading(table.views[view].floor, reading);
}

bool approved_jointly(const ReadingTable& table, std::size_t reading, const Package& package) {
  for (const auto mask : table.enough[table.hypothesis.empty() ? 0 : table.hypothesis[reading]]) {
    bool all = true;
    for (std::size_t v = 0; v < table.views.size(); ++v)
      if ((mask >> v & 1) != 0) all = all && approves(table, v, reading, package);
    if (all) return true;
  }
  return false;
}

std::uint32_t count_approved(const ReadingTable& table, const Package& package) {
  std::uint32_t count = 0;
  for (std::size_t j = 0; j < table.readings; ++j) count += approved_jointly(table, j, package) ? 1u : 0u;
  return count;
}

std::uint64_t tie_key(const ReadingTable& table, const Package& package) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < package.size(); ++i) key = add_tie_keys(key, table.tie_keys[i][at(package[i])]);
  return key;
}

OtherPlaces other_places(Random& random, const ReadingTable& table) {
  OtherPlaces places{shuffled_places(random, table.levels.size()), {}, shuffled_places(random, table.views.size())};
  for (const auto was : places.issue) places.level.push_back(shuffled_places(random, at(table.levels[was])));
  return places;
}

ReadingTable moved(const ReadingTable& table, const OtherPlaces& places) {
  auto result = table;
  std::vector<std::size_t> now(places.issue.size());
  for (std::size_t i = 0; i < now.size(); ++i) now[places.issue[i]] = i;
  const auto move_sets = [&](std::vector<LevelSet>& sets) {
    for (auto& set : sets) {
      const auto i = now[at(set.issue)];
      const auto old = set.holds;
      for (std::size_t l = 0; l < old.size(); ++l) set.holds[l] = old[places.level[i][l]];
      set.issue = static_cast<int>(i);
    }
  };
  const auto move_levels = [&](std::size_t i, const auto& old, auto& to) {
    for (std::size_t l = 0; l < old.size(); ++l) to[l] = old[places.level[i][l]];
  };
  for (std::size_t i = 0; i < now.size(); ++i) {
    const auto was = places.issue[i];
    result.levels[i] = table.levels[was];
    result.tie_keys[i] = table.tie_keys[was];
    move_levels(i, table.tie_keys[was], result.tie_keys[i]);
  }
  for (std::size_t v = 0; v < table.views.size(); ++v) {
    const auto& old = table.views[places.view[v]];
    auto& view = result.views[v];
    view = old;
    for (std::size_t i = 0; i < now.size(); ++i) {
      view.gain[i] = old.gain[places.issue[i]];
      move_levels(i, old.gain[places.issue[i]], view.gain[i]);
    }
    for (auto& feature : view.features) move_sets(feature.when);
    move_sets(view.refuses);
  }
  for (auto& masks : result.enough)
    for (auto& mask : masks) {
      const auto old = mask;
      mask = 0;
      for (std::size_t v = 0; v < places.view.size(); ++v) mask |= (old >> places.view[v] & 1) << v;
    }
  for (auto& rule : result.implications) {
    move_sets(rule.when);
    move_sets(rule.then);
  }
  for (auto& rule : result.linear_rules)
    for (std::size_t k = 0; k < rule.issues.size(); ++k) {
      const auto i = now[at(rule.issues[k])];
      const auto old = rule.amounts[k];
      move_levels(i, old, rule.amounts[k]);
      rule.issues[k] = static_cast<int>(i);
    }
  return result;
}

Package moved(const Package& package, const OtherPlaces& places) {
  Package result(package.size());
  for (std::size_t i = 0; i < package.size(); ++i) {
    const auto was = static_cast<std::size_t>(package[places.issue[i]]);
    const auto& level = places.level[i];
    result[i] = static_cast<int>(std::ranges::find(level, was) - level.begin());
  }
  return result;
}

}  // namespace parley::test
