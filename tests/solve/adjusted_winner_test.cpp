#include "parley/solve/adjusted_winner.h"

#include <gmock/gmock.h>

#include <boost/multiprecision/cpp_int.hpp>

#include "support/random_tables.h"

namespace parley::test {
namespace {

using Points = std::vector<std::array<std::int64_t, 2>>;
using Ratio = boost::multiprecision::cpp_rational;

Ratio ratio(const Fraction& f) { return {f.numerator, f.denominator}; }

// The Panama Canal talks of 1974, points of the United States and of Panama: Raiffa, The Art and Science of
// Negotiation, 1982; divided in Brams and Taylor, Fair Division, 1996.
TEST(AdjustedWinner, divides_the_panama_canal_as_published) {
  const Points points{{22, 9}, {22, 15}, {15, 15}, {14, 3}, {11, 15}, {6, 5}, {4, 11}, {2, 7}, {2, 7}, {2, 13}};
  const auto found = adjusted_winner(points);
  EXPECT_EQ(found.points[0], (Fraction{66, 1}));
  EXPECT_EQ(found.points[1], (Fraction{66, 1}));
  EXPECT_EQ(found.divided, 2);
  const std::vector<Fraction> to_united_states{{1, 1}, {1, 1}, {2, 15}, {1, 1}, {0, 1},
                                               {1, 1}, {0, 1}, {0, 1},  {0, 1}, {0, 1}};
  EXPECT_EQ(found.to_first, to_united_states);
}

/// What a party gets by its own points from a division, of the first party's parts or the second's.
Ratio share_worth(const Points& points, const AdjustedWinner& division, std::size_t party, bool parts_of_first) {
  Ratio sum = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto part = ratio(division.to_first[i]);
    sum += points[i][party] * (parts_of_first ? part : 1 - part);
  }
  return sum;
}

TEST(AdjustedWinner, is_equitable_envy_free_efficient_and_divides_one_issue_at_most) {
  Random random(1);
  for (int round = 0; round < 3000; ++round) {
    const auto most = draw(random, 0, 1) == 0 ? 4 : 100;
    Points points(static_cast<std::size_t>(draw(random, 1, 8)));
    std::array<std::int64_t, 2> sums{};
    for (auto& p : points)
      for (std::size_t party : {0u, 1u}) sums[party] += p[party] = draw(random, 0, most);
    // Envy is about points out of the same sum.
    if (sums[0] < sums[1]) points.front()[0] += sums[1] - sums[0];
    if (sums[1] < sums[0]) points.front()[1] += sums[0] - sums[1];
    if (sums == std::array<std::int64_t, 2>{}) continue;

    const auto found = adjusted_winner(points);
    const auto first = share_worth(points, found, 0, true);
    const auto second = share_worth(points, found, 1, false);
    EXPECT_EQ(first, ratio(found.points[0]));
    EXPECT_EQ(second, ratio(found.points[1]));
    EXPECT_EQ(first, second);
    EXPECT_GE(first, share_worth(points, found, 0, false));
    EXPECT_GE(second, share_worth(points, found, 1, true));
    int divided = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const auto part = ratio(found.to_first[i]);
      EXPECT_TRUE(part >= 0 && part <= 1);
      if (found.to_first[i].denominator > 1) {
        ++divided;
        EXPECT_EQ(found.divided, static_cast<int>(i));
      }
      // Efficient: nothing that the first party has a part of is relatively worth more to the second than something
      // that the second has a part of.
      for (std::size_t j = 0; j < points.size(); ++j)
        if (part > 0 && ratio(found.to_first[j]) < 1) {
          EXPECT_GE(points[i][0] * points[j][1], points[j][0] * points[i][1]);
        }
    }
    EXPECT_LE(divided, 1);
    EXPECT_EQ(found.divided >= 0, divided == 1);
  }
}

}  // namespace
}  // namespace parley::test
