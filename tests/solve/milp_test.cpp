#include "parley/solve/milp.h"

#include <gmock/gmock.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <thread>

#include "support/brute_force.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

/// Makes coarse values as large as those of a case: CBC reckons in hundred points.
constexpr Utility coarse = 10'000'000;

void enlarge(Tables& tables, Acceptance& acceptance) {
  for (auto& gain : tables.gain)
    for (auto& g : gain) g *= coarse;
  for (auto& feature : tables.features)
    for (auto& g : feature.gain) g *= coarse;
  for (auto& demand : acceptance.demands) demand.least *= coarse;
}

/// What a viewpoint looks at first: the smallest gain or share, or the sum.
boost::multiprecision::cpp_rational merit(const ViewpointProblem& problem, const std::vector<Utility>& value) {
  using Ratio = boost::multiprecision::cpp_rational;
  Ratio sum = 0;
  std::optional<Ratio> least;
  for (std::size_t p = 0; p < problem.disagreement.size(); ++p) {
    sum += Ratio(value[p]) * (problem.viewpoint == Viewpoint::weighted ? problem.weights[p] : 1);
    const bool relative = problem.viewpoint == Viewpoint::kalai_smorodinsky;
    const auto scale = relative ? problem.ideal[p] - problem.disagreement[p] : Utility{1};
    if (scale <= 0) continue;
    const Ratio share(value[p] - problem.disagreement[p], scale);
    if (!least || share < *least) least = share;
  }
  const bool sums = problem.viewpoint == Viewpoint::utilitarian || problem.viewpoint == Viewpoint::weighted;
  return sums ? sum : least.value_or(0);
}

TEST(Milp, agrees_with_the_search) {
  Random random(41);
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  std::vector<std::string> differences;
  int picks = 0;
  for (int round = 0; round < 60; ++round) {
    auto tables = random_tables(random, random_shape(random));
    auto acceptance = random_acceptance(random, tables);
    enlarge(tables, acceptance);
    const auto diagram = build_diagram(tables);
    const auto ideal = ideal_point(*diagram, &acceptance);
    ViewpointProblem problem;
    problem.objectives = static_cast<int>(draw(random, 1, tables.dimensions));
    problem.acceptance = &acceptance;
    for (int d = 0; d < problem.objectives; ++d) {
      problem.ideal.push_back(ideal ? (*ideal)[static_cast<std::size_t>(d)] : 0);
      problem.disagreement.push_back(draw(random, -1, 5) * coarse);
      problem.weights.push_back(draw(random, 1, 4));
    }
    for (const auto viewpoint :
         {Viewpoint::egalitarian, Viewpoint::kalai_smorodinsky, Viewpoint::utilitarian, Viewpoint::weighted}) {
      problem.viewpoint = viewpoint;
      const auto exact = find_viewpoint(*diagram, problem);
      const auto opinion = milp_viewpoint(tables, problem);
      const auto where = std::to_string(round) + " " + std::to_string(static_cast<int>(viewpoint));
      if (!opinion.finished) differences.push_back(where + " unfinished");
      if (opinion.pick.has_value() != exact.point.has_value()) differences.push_back(where + " pick");
      if (!opinion.pick || !exact.point) continue;
      ++picks;
      if (merit(problem, opinion.pick->value) != merit(problem, exact.point->value))
        differences.push_back(where + " merit");
    }
  }
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_THAT(differences, testing::IsEmpty());
  EXPECT_GT(picks, 80);
}

/// Six parties over 10^20 packages: where layers outgrow their room and the depth-first search takes over.
TEST(Milp, agrees_where_the_search_goes_depth_first) {
  Random random(42);
  for (int round = 0; round < 2; ++round) {
    Shape shape;
    shape.dimensions = 5;
    shape.issues = 20;
    shape.most_levels = 6;
    shape.scale = unit / 20;
    const auto tables = random_tables(random, shape);
    const auto diagram = build_diagram(tables);
    ViewpointProblem problem;
    problem.viewpoint = Viewpoint::egalitarian;
    problem.disagreement.assign(5, 0);
    const auto exact = find_viewpoint(*diagram, problem);
    const auto opinion = milp_viewpoint(tables, problem);
    ASSERT_TRUE(exact.point && opinion.pick && opinion.finished);
    const auto difference = std::ranges::min(exact.point->value) - std::ranges::min(opinion.pick->value);
    EXPECT_GE(difference, 0);
    EXPECT_LE(difference, unit / 1'000'000);
  }
}

TEST(Milp, stops_when_asked_and_refuses_products) {
  Random random(43);
  const auto tables = random_tables(random, {});
  ViewpointProblem problem;
  problem.disagreement = {0, 0};
  EXPECT_FALSE(milp_viewpoint(tables, problem).finished);
  std::stop_source source;
  source.request_stop();
  problem.viewpoint = Viewpoint::egalitarian;
  problem.stop = source.get_token();
  EXPECT_FALSE(milp_viewpoint(tables, problem).finished);
}

TEST(Milp, gives_its_opinion_in_two_threads_at_once) {
  Random random(44);
  Shape shape;
  shape.issues = 12;
  shape.scale = unit / 12;
  const auto tables = random_tables(random, shape);
  ViewpointProblem problem;
  problem.viewpoint = Viewpoint::egalitarian;
  problem.disagreement = {0, 0};
  const auto alone = milp_viewpoint(tables, problem);
  ASSERT_TRUE(alone.pick);
  std::vector<MilpAnswer> together(2);
  {
    std::jthread first([&] { together[0] = milp_viewpoint(tables, problem); });
    std::jthread second([&] { together[1] = milp_viewpoint(tables, problem); });
  }
  for (const auto& answer : together) {
    ASSERT_TRUE(answer.pick);
    EXPECT_EQ(answer.pick->value, alone.pick->value);
  }
}

}  // namespace
}  // namespace parley::test
