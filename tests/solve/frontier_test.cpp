#include "parley/solve/frontier.h"

#include <gmock/gmock.h>

#include <numeric>

#include "support/brute_force.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

void expect_same(const Frontier& found, const std::vector<Entry>& expected) {
  EXPECT_EQ(found.within, 0);
  EXPECT_FALSE(found.stopped);
  ASSERT_EQ(found.points.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(found.points[i].value, expected[i].value);
    EXPECT_EQ(found.points[i].package, expected[i].package);
  }
}

TEST(Frontier, equals_brute_force) {
  Random random(1);
  for (int round = 0; round < 2000; ++round) {
    const auto tables = random_tables(random, random_shape(random));
    FrontierOptions options;
    options.objectives = static_cast<int>(draw(random, 0, tables.dimensions));
    const auto objectives = options.objectives > 0 ? options.objectives : tables.dimensions;
    expect_same(frontier(*build_diagram(tables), options), brute_frontier(enumerate(tables), objectives));
  }
}

TEST(Frontier, of_accepted_packages_equals_brute_force) {
  Random random(2);
  for (int round = 0; round < 3000; ++round) {
    const auto tables = random_tables(random, random_shape(random));
    const auto acceptance = random_acceptance(random, tables);
    FrontierOptions options;
    options.objectives = static_cast<int>(draw(random, 1, tables.dimensions));
    options.acceptance = &acceptance;
    expect_same(frontier(*build_diagram(tables), options),
                brute_frontier(accepted_entries(enumerate(tables), acceptance), options.objectives));
  }
}

TEST(Frontier, of_nothing_accepted_is_empty) {
  Random random(3);
  const Acceptance nobody;
  FrontierOptions options;
  options.acceptance = &nobody;
  EXPECT_TRUE(frontier(*build_diagram(random_tables(random, {})), options).points.empty());
}

/// The first `objectives` entries of x are all at least those of y less `slack`.
bool matches(const std::vector<Utility>& x, const std::vector<Utility>& y, int objectives, Utility slack) {
  for (std::size_t d = 0; d < static_cast<std::size_t>(objectives); ++d)
    if (x[d] < y[d] - slack) return false;
  return true;
}

Acceptance everyone_demands(const Tables& tables, Utility least) {
  Acceptance acceptance;
  for (int d = 0; d < tables.dimensions; ++d) acceptance.demands.push_back({d, least});
  acceptance.enough = {(std::uint64_t{1} << tables.dimensions) - 1};
  return acceptance;
}

TEST(Frontier, under_a_cap_keeps_its_certified_bound) {
  Random random(4);
  int coarse = 0;
  int narrow = 0;
  for (int round = 0; round < 600; ++round) {
    auto shape = random_shape(random);
    shape.scale = 1000;
    const bool everyone = round % 4 == 0;
    if (everyone) shape = {.dimensions = 4, .issues = 6, .scale = 1000};
    const auto tables = random_tables(random, shape);
    const auto acceptance = everyone ? everyone_demands(tables, 2500) : random_acceptance(random, tables);
    FrontierOptions options;
    options.objectives = static_cast<int>(draw(random, 1, tables.dimensions));
    options.acceptance = &acceptance;
    options.cap = everyone ? 3 : 8;
    options.dense = Dense::never;  // dense tables need no cap
    options.narrowly = everyone || draw(random, 0, 1) == 1;
    const auto found = frontier(*build_diagram(tables), options);
    if (found.stopped) continue;
    coarse += found.within > 0;
    narrow += found.narrow > 0;
    EXPECT_LE(found.narrow, options.narrowly ? found.within : 0);
    auto higher = acceptance;
    for (auto& demand : higher.demands) demand.least += found.narrow;
    const auto entries = accepted_entries(enumerate(tables), higher);
    for (const auto& point : found.points) {
      EXPECT_TRUE(accepted(acceptance, point.value));
      for (const auto& other : found.points)
        if (&other != &point) {
          EXPECT_FALSE(matches(other.value, point.value, options.objectives, 0));
        }
    }
    for (const auto& entry : entries)
      EXPECT_TRUE(std::ranges::any_of(found.points, [&](const Point& point) {
        return matches(point.value, entry.value, options.objectives, found.within);
      }));
  }
  EXPECT_GT(coarse, 50);
  EXPECT_GT(narrow, 50);
}

TEST(Frontier, is_the_same_on_one_thread_and_on_two) {
  Random random(8);
  for (int round = 0; round < 3; ++round) {
    Shape shape;
    shape.dimensions = 3 + round;
    shape.issues = 18 - 5 * round;
    shape.most_levels = 9;
    shape.scale = unit / 20;
    const auto diagram = *build_diagram(random_tables(random, shape));
    FrontierOptions options;
    options.cap = 40'000;
    options.threads = 1;
    const auto one = frontier(diagram, options);
    options.threads = 2;
    const auto two = frontier(diagram, options);
    EXPECT_GT(one.points.size(), 1000);
    EXPECT_EQ(one.within, two.within);
    ASSERT_EQ(one.points.size(), two.points.size());
    for (std::size_t i = 0; i < one.points.size(); ++i) {
      EXPECT_EQ(one.points[i].value, two.points[i].value);
      EXPECT_EQ(one.points[i].package, two.points[i].package);
    }
  }
}

TEST(Frontier, stops_when_asked) {
  Random random(5);
  std::stop_source source;
  source.request_stop();
  FrontierOptions options;
  options.stop = source.get_token();
  EXPECT_TRUE(frontier(*build_diagram(random_tables(random, {})), options).stopped);
}

/// The same tables with issues and levels in another order.
struct Shuffled {
  Tables tables;
  std::vector<std::size_t> issue;               ///< for each new issue: the old one
  std::vector<std::vector<std::size_t>> level;  ///< for each new issue and level: the old level
};

std::vector<std::size_t> permutation(Random& random, std::size_t count) {
  std::vector<std::size_t> result(count);
  std::iota(result.begin(), result.end(), std::size_t{0});
  for (auto i = count; i > 1; --i)
    std::swap(result[i - 1], result[static_cast<std::size_t>(draw(random, 0, static_cast<std::int64_t>(i) - 1))]);
  return result;
}

Shuffled shuffle(Random& random, const Tables& tables) {
  Shuffled result{tables, permutation(random, tables.gain.size()), {}};
  const auto dimensions = static_cast<std::size_t>(tables.dimensions);
  std::vector<int> place(tables.gain.size());
  for (std::size_t i = 0; i < result.issue.size(); ++i) {
    const auto old = result.issue[i];
    place[old] = static_cast<int>(i);
    const auto order = permutation(random, static_cast<std::size_t>(tables.levels[old]));
    result.tables.levels[i] = tables.levels[old];
    result.tables.gain[i].clear();
    result.tables.tie_keys[i].clear();
    for (const auto level : order) {
      const auto* gain = tables.gain[old].data() + level * dimensions;
      result.tables.gain[i].insert(result.tables.gain[i].end(), gain, gain + dimensions);
      result.tables.tie_keys[i].push_back(tables.tie_keys[old][level]);
    }
    result.level.push_back(order);
  }
  const auto follow = [&](std::vector<LevelSet>& sets) {
    for (auto& set : sets) {
      set.issue = place[static_cast<std::size_t>(set.issue)];
      const auto old = set.holds;
      for (std::size_t l = 0; l < old.size(); ++l)
        set.holds[l] = old[result.level[static_cast<std::size_t>(set.issue)][l]];
    }
  };
  for (auto& feature : result.tables.features) follow(feature.when);
  for (auto& rule : result.tables.implications) {
    follow(rule.when);
    follow(rule.then);
  }
  return result;
}

TEST(Frontier, does_not_hang_on_the_order_of_issues_and_levels) {
  Random random(6);
  for (int round = 0; round < 500; ++round) {
    auto shape = random_shape(random);
    shape.issues = 8;
    shape.scale = 3;
    shape.linear_rules = 0;
    const auto tables = random_tables(random, shape);
    const auto shuffled = shuffle(random, tables);
    const auto before = frontier(*build_diagram(tables));
    const auto after = frontier(*build_diagram(shuffled.tables));
    ASSERT_EQ(before.points.size(), after.points.size());
    for (std::size_t p = 0; p < before.points.size(); ++p) {
      std::vector<int> package(before.points[p].package.size());
      for (std::size_t i = 0; i < package.size(); ++i)
        package[shuffled.issue[i]] =
            static_cast<int>(shuffled.level[i][static_cast<std::size_t>(after.points[p].package[i])]);
      EXPECT_EQ(before.points[p].value, after.points[p].value);
      EXPECT_EQ(before.points[p].package, package);
    }
  }
}

TEST(Frontier, of_many_points_in_many_dimensions_equals_pairwise_comparison) {
  Random random(7);
  for (int dimensions = 1; dimensions <= 6; ++dimensions)
    for (const Utility scale : {3, 20, 100'000}) {
      std::vector<Point> points(scale == 20 ? 4500 : 1200);  // many and few go different ways
      std::vector<Entry> entries;
      for (std::size_t i = 0; i < points.size(); ++i) {
        for (int d = 0; d < dimensions; ++d) points[i].value.push_back(draw(random, 0, scale));
        points[i].package = {static_cast<int>(i)};
        entries.push_back({points[i].package, points[i].value, i});
      }
      const auto found = non_dominated(points, dimensions);
      const auto expected = brute_frontier(entries, dimensions);
      ASSERT_EQ(found.size(), expected.size());
      for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i].package, expected[i].package);
    }
}

}  // namespace
}  // namespace parley::test
