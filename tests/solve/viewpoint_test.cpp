#include "parley/solve/viewpoint.h"

#include <gmock/gmock.h>

#include "parley/solve/frontier.h"
#include "parley/solve/nearest.h"
#include "parley/solve/pick.h"
#include "parley/solve/tie_keys.h"
#include "support/brute_force.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

std::optional<std::vector<Utility>> brute_ideal(const std::vector<Entry>& entries) {
  if (entries.empty()) return std::nullopt;
  auto best = entries.front().value;
  for (const auto& entry : entries)
    for (std::size_t d = 0; d < best.size(); ++d) best[d] = std::max(best[d], entry.value[d]);
  return best;
}

TEST(Viewpoint, equals_brute_force) {
  Random random(1);
  for (int round = 0; round < 2500; ++round) {
    const auto tables = random_tables(random, random_shape(random));
    const auto acceptance = random_acceptance(random, tables);
    const auto entries = accepted_entries(enumerate(tables), acceptance);
    const auto ideal = brute_ideal(entries);
    if (!ideal) continue;
    ViewpointProblem problem;
    problem.objectives = static_cast<int>(draw(random, 1, tables.dimensions));
    problem.acceptance = &acceptance;
    for (int d = 0; d < problem.objectives; ++d) {
      problem.ideal.push_back((*ideal)[static_cast<std::size_t>(d)]);
      problem.disagreement.push_back(problem.ideal.back() * draw(random, -10, 90) / 100);
      problem.weights.push_back(d == 0 ? 1 : draw(random, 0, 3));
    }
    const auto diagram = build_diagram(tables);
    for (const auto viewpoint : {Viewpoint::nash, Viewpoint::kalai_smorodinsky, Viewpoint::egalitarian,
                                 Viewpoint::utilitarian, Viewpoint::weighted}) {
      problem.viewpoint = viewpoint;
      const auto expected = brute_viewpoint(entries, problem);
      const auto found = find_viewpoint(*diagram, problem);
      EXPECT_FALSE(found.stopped);
      ASSERT_EQ(found.point.has_value(), expected.has_value()) << round;
      if (!expected) continue;
      EXPECT_EQ(found.point->value, expected->value) << round << " " << static_cast<int>(viewpoint);
      EXPECT_EQ(found.point->package, expected->package) << round << " " << static_cast<int>(viewpoint);
    }
  }
}

TEST(Viewpoint, is_read_off_a_whole_frontier) {
  Random random(3);
  int picked = 0;
  for (int round = 0; round < 1000; ++round) {
    const auto tables = random_tables(random, random_shape(random));
    const auto acceptance = random_acceptance(random, tables);
    const auto diagram = build_diagram(tables);
    const auto ideal = ideal_point(*diagram, &acceptance);
    if (!ideal) continue;
    ViewpointProblem problem;
    problem.objectives = tables.dimensions;
    problem.acceptance = &acceptance;
    problem.ideal = *ideal;
    for (const auto most : *ideal) {
      problem.disagreement.push_back(most * draw(random, -10, 90) / 100);
      problem.weights.push_back(draw(random, 1, 3));
    }
    FrontierOptions accepted_only;
    accepted_only.acceptance = &acceptance;
    const auto all = frontier(*diagram).points;
    const auto accepted = frontier(*diagram, accepted_only).points;
    for (const auto viewpoint : {Viewpoint::nash, Viewpoint::kalai_smorodinsky, Viewpoint::egalitarian,
                                 Viewpoint::utilitarian, Viewpoint::weighted}) {
      problem.viewpoint = viewpoint;
      const auto expected = find_viewpoint(*diagram, problem).point;
      EXPECT_EQ(pick(all, problem, fitting_tie_keys(tables)), expected) << round << " " << static_cast<int>(viewpoint);
      EXPECT_EQ(pick(accepted, problem, fitting_tie_keys(tables)), expected) << round;
      picked += expected ? 1 : 0;
    }
  }
  EXPECT_GT(picked, 1000);
}

TEST(Viewpoint, keeps_off_packages_in_which_both_lose) {
  Tables tables;
  tables.dimensions = 2;
  tables.levels = {2};
  tables.gain = {{0, 0, 8, 7}};
  ViewpointProblem problem;
  problem.disagreement = {6, 6};
  const auto found = find_viewpoint(*build_diagram(tables), problem);
  ASSERT_TRUE(found.point);
  EXPECT_EQ(found.point->package, std::vector{1});
}

TEST(Viewpoint, stops_when_asked) {
  Random random(5);
  std::stop_source source;
  source.request_stop();
  ViewpointProblem problem;
  problem.disagreement = {0, 0};
  problem.stop = source.get_token();
  EXPECT_TRUE(find_viewpoint(*build_diagram(random_tables(random, {})), problem).stopped);
}

TEST(IdealPoint, equals_brute_force) {
  Random random(2);
  for (int round = 0; round < 2000; ++round) {
    const auto tables = random_tables(random, random_shape(random));
    const auto acceptance = random_acceptance(random, tables);
    const auto entries = enumerate(tables);
    const auto diagram = build_diagram(tables);
    EXPECT_EQ(ideal_point(*diagram, &acceptance), brute_ideal(accepted_entries(entries, acceptance)));
    EXPECT_EQ(ideal_point(*diagram, nullptr), brute_ideal(entries));
    if (!diagram->empty) {
      EXPECT_EQ(best_values(*diagram), *brute_ideal(entries));
    }
  }
}

TEST(AnyAccepted, finds_one_exactly_when_there_is_one) {
  Random random(3);
  for (int round = 0; round < 3000; ++round) {
    const auto tables = random_tables(random, random_shape(random));
    const auto acceptance = random_acceptance(random, tables);
    const auto entries = accepted_entries(enumerate(tables), acceptance);
    const auto found = any_accepted(*build_diagram(tables), acceptance);
    ASSERT_EQ(found.has_value(), !entries.empty()) << round;
    if (!found) continue;
    const auto same = std::ranges::find(entries, found->package, &Entry::package);
    ASSERT_NE(same, entries.end());
    EXPECT_EQ(same->value, found->value);
  }
}

}  // namespace
}  // namespace parley::test
