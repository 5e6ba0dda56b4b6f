#include "parley/ask/positions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "parley/ask/versions.h"
#include "support/case_builder.h"
#include "support/random_talks.h"

namespace parley::test {
namespace {

void table(Case& c, int by, const Package& package, const std::string& date) {
  c.proposals.push_back(proposal("text " + std::to_string(c.proposals.size()), package));
  c.proposals.back().author = Actor{by, -1, -1};
  c.proposals.back().date = day(date);
}

Positions positions(const Case& c) { return positions_of(c, versions_by(c, day("2030-12-31"))); }

/// North wants full aid on the coast, South none inland.
Case opening() {
  Case c = small_case();
  c.proposals.clear();
  table(c, 0, {2, 9, 0}, "2030-03-01");
  table(c, 1, {0, 3, 1}, "2030-03-02");
  return c;
}

TEST(Positions, AreUnknownBeforeTwoSidesHaveTextsOfTheirOwn) {
  Case c = small_case();
  EXPECT_TRUE(positions(c).points.empty());
  EXPECT_EQ(positions(c).lately, Positions::Trend::unknown);
}

TEST(Positions, CountIssuesAndSteps) {
  const Positions answer = positions(opening());
  ASSERT_EQ(answer.points.size(), 1u);
  EXPECT_EQ(answer.points[0].gaps, (std::vector{2, 6, 1}));
  EXPECT_EQ(answer.points[0].issues_apart, 3);
  EXPECT_EQ(answer.points[0].steps, 9);
  EXPECT_EQ(answer.lately, Positions::Trend::unknown);
}

TEST(Positions, NarrowAndWiden) {
  Case c = opening();
  table(c, 0, {2, 7, 0}, "2030-03-05");
  EXPECT_EQ(positions(c).lately, Positions::Trend::narrowing);
  table(c, 1, {0, 2, 1}, "2030-03-09");
  EXPECT_EQ(positions(c).lately, Positions::Trend::widening);
  EXPECT_EQ(positions(c).overall, Positions::Trend::narrowing);
  table(c, 1, {0, 2, 1}, "2030-03-11");
  EXPECT_EQ(positions(c).lately, Positions::Trend::unchanged);
}

TEST(Positions, OneIssueFewerIsNearerWhateverTheSteps) {
  Case c = opening();
  table(c, 0, {2, 10, 1}, "2030-03-05");
  EXPECT_EQ(positions(c).points.back().steps, 9);
  EXPECT_EQ(positions(c).points.back().issues_apart, 2);
  EXPECT_EQ(positions(c).lately, Positions::Trend::narrowing);
}

TEST(Positions, BracketsCountAsNearAsTheyCanBe) {
  Case c = opening();
  table(c, 0, {2, 7, 0}, "2030-03-05");
  c.proposals.back().alternatives = {{0, 2}, {5, 9}, {0, 1}};
  EXPECT_EQ(positions(c).points.back().gaps, (std::vector{0, 2, 0}));
}

TEST(Positions, TheTextsOfOneDateMakeOnePoint) {
  Case c = opening();
  table(c, 0, {2, 7, 0}, "2030-03-05");
  table(c, 1, {0, 4, 1}, "2030-03-05");
  EXPECT_EQ(positions(c).points.size(), 2u);
}

TEST(Positions, AThirdSideOpensANewComparison) {
  Case c = opening();
  c.parties.push_back(party(c, "East"));
  table(c, 2, {1, 0, 0}, "2030-03-05");
  const Positions answer = positions(c);
  EXPECT_EQ(answer.points.size(), 2u);
  EXPECT_EQ(answer.lately, Positions::Trend::unknown);
  EXPECT_EQ(answer.points.back().gaps, (std::vector{2, 9, 1}));
}

/// The fewest steps over every way to settle what is open.
int nearest(const Case& c, const std::vector<int>& texts, std::size_t issue, std::size_t side, int least, int most) {
  if (side == texts.size()) return c.issues[issue].ordered() ? most - least : std::min(1, most - least);
  if (texts[side] < 0) return nearest(c, texts, issue, side + 1, least, most);
  int best = std::numeric_limits<int>::max();
  for (const int level : c.proposals[static_cast<std::size_t>(texts[side])].alternatives[issue])
    best = std::min(best, nearest(c, texts, issue, side + 1, std::min(least, level), std::max(most, level)));
  return best;
}

TEST(Positions, AreThoseOfASecondSimplerCount) {
  Random random(5);
  int points = 0;
  for (int round = 0; round < 300; ++round) {
    const Case c = random_talks(random);
    for (const auto& point : positions_of(c, versions_by(c, day("2024-12-31"))).points) {
      ++points;
      for (std::size_t i = 0; i < c.issues.size(); ++i)
        EXPECT_EQ(point.gaps[i], nearest(c, point.texts, i, 0, 1000, -1)) << round;
      for (std::size_t p = 0; p < c.parties.size(); ++p)
        if (point.texts[p] >= 0) {
          EXPECT_EQ(c.proposals[static_cast<std::size_t>(point.texts[p])].author->party, static_cast<int>(p));
        }
    }
  }
  EXPECT_GT(points, 100);
}

}  // namespace
}  // namespace parley::test
