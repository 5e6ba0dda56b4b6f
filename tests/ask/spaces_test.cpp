#include "parley/ask/spaces.h"

#include <gtest/gtest.h>

#include "parley/ask/answer.h"
#include "parley/model/consent.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

/// The same figures by either route: with diagrams, and with limits that no diagram keeps.
TEST(Spaces, AnswersAlikeByEitherRoute) {
  Random random(41);
  int accepting = 0;
  for (int round = 0; round < 200; ++round) {
    SCOPED_TRACE(round);
    CaseShape shape;
    shape.parties = static_cast<int>(draw(random, 2, 3));
    const Case c = random_case(random, shape);
    const Model model = compile(c, default_date(c));
    const auto diagrams = Spaces::of(c, model, {});
    const auto branches = Spaces::of(c, model, {}, {.arcs = 0});
    ASSERT_TRUE(diagrams && branches);

    EXPECT_EQ(branches->packages(), diagrams->packages());
    EXPECT_EQ(branches->consenting_packages(), diagrams->consenting_packages());
    EXPECT_EQ(branches->any_accepted({}).found, diagrams->any_accepted({}).found);
    EXPECT_TRUE(branches->any_accepted({}).proven);
    const Spaces::Pareto unknown{{}, {false, {}}};
    const auto whole = diagrams->frontier(1'000'000, {});
    const auto ideals = diagrams->ideals(unknown, {});
    EXPECT_EQ(diagrams->ideals(whole, {}).value, ideals.value);
    EXPECT_EQ(branches->ideals(unknown, {}).value, ideals.value);
    EXPECT_TRUE(branches->ideals(unknown, {}).proof.proven);

    const auto counted = diagrams->accepted({}, {});
    CountOptions few;
    few.samples = 2000;
    const auto sampled = branches->accepted(few, {});
    if (!sampled.exact && diagrams->consenting_packages() != Count{}) {
      const double share = part_of(*counted.exact, diagrams->consenting_packages());
      EXPECT_NEAR(sampled.share, share, 0.06);
    }

    const auto frontier = branches->frontier(1000, {});
    EXPECT_EQ(frontier.possible, c.parties.size() == 2);
    if (frontier.possible) {
      ASSERT_EQ(frontier.points.size(), whole.points.size());
      for (std::size_t i = 0; i < whole.points.size(); ++i)
        EXPECT_EQ(frontier.points[i].package, whole.points[i].package);
    }
    if (ideals.value.empty()) continue;
    ++accepting;
    ViewpointProblem problem;
    problem.objectives = static_cast<int>(c.parties.size());
    problem.ideal = ideals.value;
    for (std::size_t p = 0; p < c.parties.size(); ++p)
      problem.disagreement.push_back(party_floor(c, model, static_cast<int>(p)));
    for (const auto viewpoint : {Viewpoint::nash, Viewpoint::kalai_smorodinsky, Viewpoint::egalitarian}) {
      problem.viewpoint = viewpoint;
      for (const bool all : {false, true}) {
        const auto expected = diagrams->viewpoint(problem, all, unknown);
        const auto found = branches->viewpoint(problem, all, unknown);
        EXPECT_EQ(diagrams->viewpoint(problem, all, whole).point, expected.point);
        EXPECT_TRUE(found.proof.proven);
        ASSERT_EQ(found.point.has_value(), expected.point.has_value());
        if (found.point) {
          EXPECT_EQ(found.point->package, expected.point->package);
        }
      }
    }
  }
  EXPECT_GT(accepting, 50);
}

}  // namespace
}  // namespace parley::test
