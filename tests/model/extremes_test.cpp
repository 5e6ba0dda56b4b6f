#include "parley/model/extremes.h"

#include <gtest/gtest.h>

#include "packages.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

TEST(ExtremesTest, BoundEveryReadingOfEveryPackage) {
  Random random(11);
  for (int round = 0; round < 60; ++round) {
    CaseShape shape;
    shape.parties = draw_int(random, 2, 3);
    shape.issues = draw_int(random, 1, 4);
    const Case c = random_case(random, shape);
    const Model model = compile(c, *parse_date("2024-03-26"));
    const Model best = at_best(model);
    const Model worst = at_worst(model);
    for (const Package& package : packages(c)) {
      for (std::size_t p = 0; p < model.principals.size(); ++p)
        for (std::size_t k = 0; k < model.principals[p].size(); ++k) {
          const Span span = utility_span(model.principals[p][k], package);
          EXPECT_GE(central_utility(best.principals[p][k], package), span.high);
          EXPECT_LE(central_utility(worst.principals[p][k], package), span.low);
          EXPECT_EQ(best.floors[p][k].central, model.floors[p][k].span.low);
          EXPECT_EQ(worst.floors[p][k].central, model.floors[p][k].span.high);
        }
    }
  }
}

}  // namespace
}  // namespace parley::test
