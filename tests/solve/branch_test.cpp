#include <gmock/gmock.h>

#include <algorithm>

#include "parley/solve/branch/best.h"
#include "parley/solve/branch/pairs.h"
#include "parley/solve/nearest.h"
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

}  // namespace
}  // namespace parley::test
