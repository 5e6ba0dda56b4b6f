#include "parley/solve/certificate.h"

#include <gmock/gmock.h>

#include "support/brute_force.h"
#include "support/check_certificate.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

constexpr Viewpoint all_viewpoints[] = {Viewpoint::nash, Viewpoint::kalai_smorodinsky, Viewpoint::egalitarian,
                                        Viewpoint::utilitarian, Viewpoint::weighted};

/// Disagreement values a little below the middle of what each dimension can be.
ViewpointProblem problem_over(Random& random, const Diagram& diagram) {
  ViewpointProblem problem;
  problem.ideal = best_values(diagram);
  problem.objectives = static_cast<int>(problem.ideal.size());
  for (const auto best : problem.ideal) {
    problem.disagreement.push_back(best * draw(random, 0, 40) / 100);
    problem.weights.push_back(draw(random, 1, 5));
  }
  problem.certified = true;
  return problem;
}

TEST(Certificate, checks_out_in_talks_that_nobody_could_enumerate) {
  Random random(31);
  int picks = 0;
  for (int round = 0; round < 40; ++round) {
    Shape shape;
    shape.dimensions = static_cast<int>(draw(random, 2, 5));
    shape.issues = static_cast<int>(draw(random, 8, 30));
    shape.most_levels = 8;
    shape.scale = draw(random, 0, 1) == 0 ? 100 : 1'000'000'000;
    const auto tables = random_tables(random, shape);
    const auto diagram = build_diagram(tables);
    auto problem = problem_over(random, *diagram);
    for (const auto viewpoint : all_viewpoints) {
      problem.viewpoint = viewpoint;
      const auto found = find_viewpoint(*diagram, problem);
      ASSERT_EQ(found.certificate.has_value(), found.point.has_value());
      if (!found.point) continue;
      ++picks;
      EXPECT_EQ(fault_in(*found.certificate, tables, problem, *found.point), "") << round;
      // Multipliers that prove next to nothing would check out as well.
      EXPECT_LT(found.certificate->bound, 1.25 * found.certificate->reached) << round << static_cast<int>(viewpoint);
      if (viewpoint == Viewpoint::utilitarian || viewpoint == Viewpoint::weighted) {
        EXPECT_LT(found.certificate->bound, (1 + 1e-9) * found.certificate->reached) << round;
      }
    }
  }
  EXPECT_GT(picks, 150);
}

TEST(Certificate, holds_for_every_package_where_rules_and_features_entangle_issues) {
  Random random(32);
  for (int round = 0; round < 600; ++round) {
    const auto tables = random_tables(random, random_shape(random));
    const auto diagram = build_diagram(tables);
    if (diagram->empty) continue;
    const auto entries = enumerate(tables);
    auto problem = problem_over(random, *diagram);
    for (const auto viewpoint : all_viewpoints) {
      problem.viewpoint = viewpoint;
      const auto found = find_viewpoint(*diagram, problem);
      if (!found.point) continue;
      boost::multiprecision::cpp_int most;
      for (std::size_t i = 0; i < entries.size(); ++i) {
        boost::multiprecision::cpp_int sum = 0;
        for (std::size_t p = 0; p < problem.ideal.size(); ++p)
          sum += boost::multiprecision::cpp_int(found.certificate->multipliers[p]) * entries[i].value[p];
        if (i == 0 || sum > most) most = sum;
      }
      EXPECT_EQ(fault_in(*found.certificate, most, problem, *found.point), "") << round;
    }
  }
}

TEST(Certificate, is_seen_through_when_forged) {
  Random random(33);
  Shape shape;
  shape.issues = 10;
  const auto tables = random_tables(random, shape);
  const auto diagram = build_diagram(tables);
  auto problem = problem_over(random, *diagram);
  problem.viewpoint = Viewpoint::egalitarian;
  const auto found = find_viewpoint(*diagram, problem);
  ASSERT_TRUE(found.certificate);
  auto forged = *found.certificate;
  forged.most -= 1;
  EXPECT_NE(fault_in(forged, tables, problem, *found.point), "");
  forged = *found.certificate;
  forged.bound *= 0.999;
  EXPECT_NE(fault_in(forged, tables, problem, *found.point), "");
}

}  // namespace
}  // namespace parley::test
