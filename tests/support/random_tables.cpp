#include "support/random_tables.h"

#include <algorithm>

#include "parley/at.h"

namespace parley::test {
namespace {

std::vector<int> some_issues(Random& random, const Tables& tables, int most) {
  std::vector<int> issues;
  for (int i = 0; i < tables.issues(); ++i) issues.push_back(i);
  for (auto i = issues.size(); i > 1; --i)
    std::swap(issues[i - 1], issues[at(draw(random, 0, static_cast<std::int64_t>(i) - 1))]);
  issues.resize(at(draw(random, 1, std::min(most, tables.issues()))));
  return issues;
}

std::vector<LevelSet> conditions(Random& random, const Tables& tables, int most) {
  std::vector<LevelSet> sets;
  for (const auto issue : some_issues(random, tables, most)) {
    LevelSet set{issue, std::vector<bool>(at(tables.levels[at(issue)]))};
    for (std::size_t l = 0; l < set.holds.size(); ++l) set.holds[l] = draw(random, 0, 1) == 1;
    sets.push_back(std::move(set));
  }
  return sets;
}

std::vector<Utility> gains(Random& random, std::size_t count, Utility low, Utility high) {
  std::vector<Utility> result(count);
  for (auto& gain : result) gain = draw(random, low, high);
  return result;
}

LinearRule linear_rule(Random& random, const Tables& tables) {
  LinearRule rule;
  rule.issues = some_issues(random, tables, 4);
  for (const auto issue : rule.issues) rule.amounts.push_back(gains(random, at(tables.levels[at(issue)]), -3, 6));
  if (draw(random, 0, 2) > 0) rule.least = draw(random, -4, 3);
  if (draw(random, 0, 2) > 0) rule.most = draw(random, 3, 12);
  return rule;
}

}  // namespace

std::int64_t draw(Random& random, std::int64_t low, std::int64_t high) {
  return low + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(high - low + 1));
}

Shape random_shape(Random& random) {
  Shape shape;
  shape.dimensions = static_cast<int>(draw(random, 1, 5));
  shape.issues = static_cast<int>(draw(random, 1, 5));
  shape.scale = draw(random, 0, 1) == 0 ? 4 : 1000;
  if (draw(random, 0, 1) == 1) {
    shape.features = static_cast<int>(draw(random, 0, 4));
    shape.implications = static_cast<int>(draw(random, 0, 3));
    shape.linear_rules = static_cast<int>(draw(random, 0, 2));
  }
  return shape;
}

Tables random_tables(Random& random, const Shape& shape) {
  Tables tables;
  tables.dimensions = shape.dimensions;
  const auto dimensions = static_cast<std::size_t>(shape.dimensions);
  for (int i = 0; i < shape.issues; ++i) {
    const auto levels = at(draw(random, 1, shape.most_levels));
    tables.levels.push_back(static_cast<int>(levels));
    tables.gain.push_back(gains(random, levels * dimensions, 0, shape.scale));
    auto& keys = tables.tie_keys.emplace_back(levels);
    for (auto& key : keys)
      key = static_cast<std::uint64_t>(draw(random, 0, 3)) << 32 | static_cast<std::uint64_t>(draw(random, 0, 1 << 24));
  }
  for (int i = 0; i < shape.features; ++i)
    tables.features.push_back(
        {conditions(random, tables, 3), gains(random, dimensions, -shape.scale / 2, shape.scale / 2)});
  for (int i = 0; i < shape.implications; ++i) tables.implications.push_back({conditions(random, tables, 3), {}});
  for (auto& rule : tables.implications)
    if (draw(random, 0, 2) > 0) rule.then = conditions(random, tables, 2);
  for (int i = 0; i < shape.linear_rules; ++i) tables.linear_rules.push_back(linear_rule(random, tables));
  return tables;
}

Acceptance random_acceptance(Random& random, const Tables& tables) {
  Acceptance acceptance;
  const auto demands = draw(random, 0, 4);
  for (std::int64_t j = 0; j < demands; ++j) {
    const auto dimension = static_cast<int>(draw(random, 0, tables.dimensions - 1));
    Utility high = 0;
    for (const auto& gain : tables.gain) {
      Utility best = 0;
      for (auto i = at(dimension); i < gain.size(); i += at(tables.dimensions)) best = std::max(best, gain[i]);
      high += best;
    }
    acceptance.demands.push_back({dimension, high * draw(random, 30, 90) / 100});
  }
  std::vector<std::uint64_t> masks;
  const auto wanted = draw(random, 1, 3);
  for (std::int64_t i = 0; i < wanted; ++i) masks.push_back(random() & ((std::uint64_t{1} << demands) - 1));
  for (const auto mask : masks) {
    const bool minimal =
        std::ranges::none_of(masks, [&](auto other) { return other != mask && (other & mask) == other; });
    if (minimal && std::ranges::find(acceptance.enough, mask) == acceptance.enough.end())
      acceptance.enough.push_back(mask);
  }
  return acceptance;
}

}  // namespace parley::test
