#include <gmock/gmock.h>

#include <algorithm>

#include "parley/solve/branch/best.h"
#include "parley/solve/branch/nearest.h"
#include "parley/solve/branch/pairs.h"
#include "parley/solve/frontier.h"
#include "support/brute_force.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

/// Small spaces in which everything hangs together: more features and rules than elsewhere, of both signs.
Tables entangled(Random& random, int dimensions) {
  Shape shape;
  shape.dimensions = dimensions;
  shape.issues = static_cast<int>(draw(random, 1, 5));
  shape.scale = draw(random, 0, 1) == 0 ? 4 : 1000;
  shape.features = static_cast<int>(draw(random, 0, 9));
  shape.implications = static_cast<int>(draw(random, 0, 3));
  shape.linear_rules = static_cast<int>(draw(random, 0, 2));
  auto tables = random_tables(random, shape);
  // In half of the cases only combinations count, as in domains of boxes.
  if (draw(random, 0, 1) == 0)
    for (auto& issue : tables.gain) std::ranges::fill(issue, 0);
  return tables;
}

std::vector<Utility> best_of(const std::vector<Entry>& entries, int objectives) {
  std::vector<Utility> best;
  for (std::size_t d = 0; d < static_cast<std::size_t>(objectives); ++d)
    best.push_back(std::ranges::max(entries, {}, [&](const Entry& e) { return e.value[d]; }).value[d]);
  return best;
}

TEST(BranchViewpoint, equals_brute_force_and_the_diagram) {
  Random random(11);
  for (int round = 0; round < 2500; ++round) {
    const auto tables = entangled(random, static_cast<int>(draw(random, 1, 4)));
    const auto acceptance = random_acceptance(random, tables);
    const auto entries = accepted_entries(enumerate(tables), acceptance);
    if (entries.empty()) continue;
    ViewpointProblem problem;
    problem.objectives = static_cast<int>(draw(random, 1, tables.dimensions));
    problem.acceptance = &acceptance;
    problem.ideal = best_of(entries, problem.objectives);
    for (const auto ideal : problem.ideal) problem.disagreement.push_back(ideal * draw(random, -10, 90) / 100);
    const auto diagram = build_diagram(tables);
    for (const auto viewpoint :
         {Viewpoint::nash, Viewpoint::kalai_smorodinsky, Viewpoint::egalitarian, Viewpoint::utilitarian}) {
      problem.viewpoint = viewpoint;
      const auto expected = brute_viewpoint(entries, problem);
      const auto found = branch_viewpoint(tables, problem);
      ASSERT_TRUE(found.proven) << round;
      ASSERT_EQ(found.point.has_value(), expected.has_value()) << round << " " << static_cast<int>(viewpoint);
      if (!expected) continue;
      EXPECT_TRUE(found.ties_settled);
      EXPECT_EQ(found.point->value, expected->value) << round << " " << static_cast<int>(viewpoint);
      EXPECT_EQ(found.point->package, expected->package) << round << " " << static_cast<int>(viewpoint);
      EXPECT_EQ(found.point->package, find_viewpoint(*diagram, problem).point->package) << round;
    }
  }
}

TEST(BranchAnyAccepted, finds_one_exactly_when_there_is_one) {
  Random random(12);
  for (int round = 0; round < 3000; ++round) {
    const auto tables = entangled(random, static_cast<int>(draw(random, 1, 5)));
    const auto acceptance = random_acceptance(random, tables);
    const auto entries = accepted_entries(enumerate(tables), acceptance);
    const auto found = branch_any_accepted(tables, acceptance);
    ASSERT_TRUE(found.proven) << round;
    ASSERT_EQ(found.point.has_value(), !entries.empty()) << round;
    if (!found.point) continue;
    const auto same = std::ranges::find(entries, found.point->package, &Entry::package);
    ASSERT_NE(same, entries.end());
    EXPECT_EQ(same->value, found.point->value);
  }
}

TEST(BranchIdeal, equals_brute_force) {
  Random random(13);
  for (int round = 0; round < 2000; ++round) {
    const auto tables = entangled(random, static_cast<int>(draw(random, 1, 4)));
    const auto acceptance = random_acceptance(random, tables);
    const auto entries = accepted_entries(enumerate(tables), acceptance);
    const auto found = branch_ideal(tables, &acceptance, 0);
    ASSERT_TRUE(found.proven) << round;
    EXPECT_EQ(found.value, entries.empty() ? std::vector<Utility>() : best_of(entries, tables.dimensions)) << round;
    EXPECT_EQ(found.bound, found.value);
  }
}

TEST(BranchFrontier, equals_brute_force) {
  Random random(14);
  for (int round = 0; round < 2500; ++round) {
    const auto tables = entangled(random, static_cast<int>(draw(random, 2, 3)));
    const auto acceptance = random_acceptance(random, tables);
    const bool all = draw(random, 0, 1) == 0;
    auto entries = enumerate(tables);
    if (!all) entries = accepted_entries(entries, acceptance);
    const auto expected = brute_frontier(entries, 2);
    const auto found = branch_frontier(tables, all ? nullptr : &acceptance);
    ASSERT_TRUE(found.proven && found.ties_settled) << round;
    ASSERT_EQ(found.points.size(), expected.size()) << round;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      EXPECT_EQ(found.points[i].package, expected[i].package) << round;
      EXPECT_EQ(found.points[i].value, expected[i].value) << round;
    }
  }
}

TEST(BranchNearest, equals_the_diagram) {
  Random random(15);
  int with_changes = 0;
  for (int round = 0; round < 1000; ++round) {
    const auto tables = entangled(random, static_cast<int>(draw(random, 1, 3)));
    const auto acceptance = random_acceptance(random, tables);
    NearestOptions options;
    for (const auto levels : tables.levels) {
      auto& movement = options.movement.emplace_back(static_cast<std::size_t>(levels));
      for (auto& m : movement) m = draw(random, 0, 3);
      options.frozen.push_back(draw(random, 0, 7) == 0);
    }
    options.wanted = static_cast<std::size_t>(draw(random, 1, 3));
    if (draw(random, 0, 1) == 1) options.least = NearestOptions::Least::movement;
    if (draw(random, 0, 2) == 0) options.besides.push_back({0, draw(random, -3, 3)});
    const auto expected = nearest_accepted(*build_diagram(tables), acceptance, options);
    const auto found = branch_nearest(tables, acceptance, options);
    EXPECT_FALSE(found.stopped);
    EXPECT_EQ(found.more, expected.more) << round;
    ASSERT_EQ(found.changes.size(), expected.changes.size()) << round;
    for (std::size_t i = 0; i < expected.changes.size(); ++i) {
      EXPECT_EQ(found.changes[i].to.package, expected.changes[i].to.package) << round;
      EXPECT_EQ(found.changes[i].to.value, expected.changes[i].to.value) << round;
      EXPECT_EQ(found.changes[i].changed, expected.changes[i].changed) << round;
      EXPECT_EQ(found.changes[i].movement, expected.changes[i].movement) << round;
      with_changes += expected.changes[i].changed.empty() ? 0 : 1;
    }
  }
  EXPECT_GT(with_changes, 100);
}

/// Larger than brute force can judge, small enough for a diagram.
Tables middling(Random& random) {
  Shape shape;
  shape.issues = 10;
  shape.most_levels = 8;
  shape.scale = 1'000'000;
  shape.features = 9;
  shape.implications = 2;
  shape.linear_rules = static_cast<int>(draw(random, 0, 1));
  return random_tables(random, shape);
}

TEST(BranchViewpoint, equals_the_diagram_on_larger_spaces) {
  Random random(16);
  for (int round = 0; round < 20; ++round) {
    const auto tables = middling(random);
    const auto diagram = build_diagram(tables);
    ASSERT_TRUE(diagram);
    const auto ideal = ideal_point(*diagram, nullptr);
    const auto found_ideal = branch_ideal(tables, nullptr, 0);
    ASSERT_TRUE(found_ideal.proven);
    EXPECT_EQ(found_ideal.value, ideal.value_or(std::vector<Utility>()));
    if (!ideal) continue;
    ViewpointProblem problem;
    problem.ideal = *ideal;
    for (const auto best : *ideal) problem.disagreement.push_back(best / 2);
    for (const auto viewpoint :
         {Viewpoint::nash, Viewpoint::kalai_smorodinsky, Viewpoint::egalitarian, Viewpoint::utilitarian}) {
      problem.viewpoint = viewpoint;
      const auto expected = find_viewpoint(*diagram, problem).point;
      const auto found = branch_viewpoint(tables, problem);
      EXPECT_TRUE(found.proven && found.ties_settled);
      ASSERT_EQ(found.point.has_value(), expected.has_value());
      if (expected) {
        EXPECT_EQ(found.point->package, expected->package) << round;
      }
    }
    // As with frontier(): the same points. A few hundred, closed corner by corner.
    const auto expected = frontier(*diagram, {});
    const auto found = branch_frontier(tables, nullptr, {40'000'000'000});
    EXPECT_TRUE(found.proven);
    ASSERT_EQ(found.points.size(), expected.points.size());
    for (std::size_t i = 0; i < expected.points.size(); ++i)
      EXPECT_EQ(found.points[i].value, expected.points[i].value) << round;
  }
}

Tables mirrored(Tables tables) {
  for (auto& issue : tables.gain)
    for (std::size_t i = 0; i < issue.size(); i += 2) std::swap(issue[i], issue[i + 1]);
  for (auto& feature : tables.features) std::swap(feature.gain[0], feature.gain[1]);
  return tables;
}

TEST(Branch, is_the_same_for_either_party) {
  Random random(17);
  for (int round = 0; round < 300; ++round) {
    const auto tables = entangled(random, 2);
    const auto other = mirrored(tables);
    const auto frontier = branch_frontier(tables, nullptr);
    auto turned = branch_frontier(other, nullptr).points;
    std::ranges::reverse(turned);
    ASSERT_EQ(frontier.points.size(), turned.size()) << round;
    for (std::size_t i = 0; i < turned.size(); ++i) EXPECT_EQ(frontier.points[i].package, turned[i].package) << round;
    ViewpointProblem problem;
    problem.disagreement = {1, 2};
    ViewpointProblem mirror = problem;
    std::ranges::reverse(mirror.disagreement);
    for (const auto viewpoint : {Viewpoint::nash, Viewpoint::egalitarian, Viewpoint::utilitarian}) {
      problem.viewpoint = mirror.viewpoint = viewpoint;
      const auto found = branch_viewpoint(tables, problem).point;
      const auto mirror_found = branch_viewpoint(other, mirror).point;
      ASSERT_EQ(found.has_value(), mirror_found.has_value()) << round;
      if (found) {
        EXPECT_EQ(found->package, mirror_found->package) << round;
      }
    }
  }
}

TEST(Branch, ends_early_with_a_bound_that_holds) {
  Random random(18);
  int bounded = 0;
  for (int round = 0; round < 200; ++round) {
    Shape shape;
    shape.issues = 6;
    shape.features = 14;
    shape.scale = 1'000'000;
    const auto tables = random_tables(random, shape);
    const auto entries = enumerate(tables);
    if (entries.empty()) continue;
    const BranchLimits limits{static_cast<std::uint64_t>(draw(random, 1'000, 200'000))};
    const auto found = branch_frontier(tables, nullptr, limits);
    for (const auto& entry : entries) {
      if (!found.within) break;
      EXPECT_TRUE(std::ranges::any_of(found.points, [&](const Point& point) {
        return point.value[0] + *found.within >= entry.value[0] && point.value[1] + *found.within >= entry.value[1];
      })) << round;
    }
    bounded += found.within ? 1 : 0;
    const auto ideal = branch_ideal(tables, nullptr, 0, limits);
    if (ideal.value.empty()) continue;
    const auto best = best_of(entries, 2);
    for (std::size_t d = 0; d < ideal.value.size(); ++d) {
      EXPECT_LE(ideal.value[d], best[d]);
      EXPECT_GE(ideal.bound[d], best[d]);
    }
    ViewpointProblem problem;
    problem.disagreement = {0, 0};
    const auto nash = branch_viewpoint(tables, problem, limits);
    if (!nash.point || nash.proven || !nash.within) continue;
    for (auto entry : entries) {
      for (auto& v : entry.value) v -= *nash.within;
      if (entry.value[0] < 0 || entry.value[1] < 0) continue;
      EXPECT_LE(static_cast<double>(entry.value[0]) * static_cast<double>(entry.value[1]),
                static_cast<double>(nash.point->value[0]) * static_cast<double>(nash.point->value[1]) * (1 + 1e-9));
    }
  }
  EXPECT_GT(bounded, 5);
}

TEST(Branch, says_nothing_is_proven_when_stopped) {
  Random random(19);
  std::stop_source source;
  source.request_stop();
  const auto tables = random_tables(random, {});
  ViewpointProblem problem;
  problem.disagreement = {0, 0};
  problem.stop = source.get_token();
  const auto found = branch_viewpoint(tables, problem);
  EXPECT_TRUE(found.stopped);
  EXPECT_FALSE(found.proven);
  EXPECT_TRUE(branch_frontier(tables, nullptr, {}, source.get_token()).stopped);
}

}  // namespace
}  // namespace parley::test
