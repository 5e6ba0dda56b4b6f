#include "parley/solve/count.h"

#include <gmock/gmock.h>

#include "parley/solve/whole.h"
#include "support/brute_force.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

TEST(Count, equals_brute_force) {
  Random random(1);
  for (int round = 0; round < 2000; ++round) {
    const auto tables = random_tables(random, random_shape(random));
    const auto acceptance = random_acceptance(random, tables);
    const auto entries = enumerate(tables);
    const auto diagram = build_diagram(tables);
    EXPECT_EQ(count_packages(*diagram), count_of(entries.size()));
    EXPECT_EQ(count_accepted(*diagram, acceptance).exact, count_of(accepted_entries(entries, acceptance).size()));
  }
}

/// 30 issues of 10 options, worth 0 to 9 points to each of two sides.
Tables thirty_issues() {
  Random random(2);
  Tables tables;
  tables.dimensions = 2;
  for (int i = 0; i < 30; ++i) {
    tables.levels.push_back(10);
    auto& gain = tables.gain.emplace_back();
    for (int g = 0; g < 20; ++g) gain.push_back(g % 2 == 0 ? g / 2 : draw(random, 0, 9));
  }
  return tables;
}

TEST(Count, is_exact_beyond_64_bits) {
  const auto diagram = build_diagram(thirty_issues());
  const Count all{"1" + std::string(30, '0')};
  EXPECT_EQ(count_packages(*diagram), all);
  // The first side's values are 0 to 9 in every issue: what is at least 136 mirrors what is at most 134.
  const auto high = count_accepted(*diagram, {{{0, 136}}, {1}}).exact;
  const auto middle = count_accepted(*diagram, {{{0, 135}}, {1}}).exact;
  ASSERT_TRUE(high && middle);
  EXPECT_EQ(*high, rest_of(*middle, all));
}

TEST(Count, samples_when_exactness_is_out_of_reach) {
  const auto diagram = build_diagram(thirty_issues());
  const Acceptance acceptance{{{0, 140}, {1, 120}}, {3}};
  const auto exact = count_accepted(*diagram, acceptance).exact;
  ASSERT_TRUE(exact);
  const auto share = part_of(*exact, count_packages(*diagram));
  int covered = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const auto sampled = count_accepted(*diagram, acceptance, {.states = 10, .samples = 2000, .seed = seed});
    ASSERT_FALSE(sampled.exact);
    EXPECT_EQ(sampled.samples, 2000u);
    EXPECT_NEAR(sampled.share, share, 0.06);
    covered += sampled.low <= share && share <= sampled.high;
  }
  EXPECT_GE(covered, 34);
}

TEST(Count, samples_packages_that_rules_shape_uniformly) {
  Random random(3);
  for (int round = 0; round < 30; ++round) {
    Shape shape;
    shape.implications = 2;
    shape.linear_rules = 1;
    const auto tables = random_tables(random, shape);
    const auto acceptance = random_acceptance(random, tables);
    const auto entries = enumerate(tables);
    const auto sampled = count_accepted(*build_diagram(tables), acceptance, {.states = 0, .samples = 5000});
    if (sampled.exact) continue;
    const auto share =
        static_cast<double>(accepted_entries(entries, acceptance).size()) / static_cast<double>(entries.size());
    EXPECT_NEAR(sampled.share, share, 0.04);
  }
}

}  // namespace
}  // namespace parley::test
