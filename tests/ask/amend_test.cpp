#include "parley/ask/amend.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <limits>
#include <map>

#include "ask/packages.h"
#include "parley/model/consent.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

/// How many issues of a text a package changes, and by how many steps in all.
std::pair<std::vector<int>, std::int64_t> change(const Case& c, const Proposal& text, const Package& package) {
  std::vector<int> changed;
  std::int64_t movement = 0;
  for (std::size_t i = 0; i < package.size(); ++i) {
    std::int64_t steps = std::numeric_limits<std::int64_t>::max();
    for (const int level : text.alternatives[i]) steps = std::min<std::int64_t>(steps, std::abs(level - package[i]));
    if (steps == 0) continue;
    changed.push_back(static_cast<int>(i));
    movement += c.issues[i].kind == IssueKind::choice ? 1 : steps;
  }
  return {changed, movement};
}

TEST(Amend, FindsTheSmallestChangesOfRandomCases) {
  Random random(31);
  int with_changes = 0;
  int without = 0;
  for (int round = 0; round < 300; ++round) {
    const Case c = random_case(random, {});
    const Model model = compile(c, default_date(c));
    SCOPED_TRACE(round);
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    std::map<std::vector<int>, std::int64_t> least;
    for (const Package& package : packages_of(c)) {
      if (!everyone_approves(c, model, package)) continue;
      const auto [changed, movement] = change(c, c.proposals[0], package);
      if (changed.size() < fewest) least.clear();
      fewest = std::min(fewest, changed.size());
      if (changed.size() > fewest) continue;
      const auto known = least.try_emplace(changed, movement).first;
      known->second = std::min(known->second, movement);
    }

    AmendOptions options;
    options.wanted = 3;
    const Amendments answer = amend(c, model, 0, options);
    EXPECT_EQ(answer.amendments.size(), std::min<std::size_t>(3, least.size()));
    EXPECT_EQ(answer.more, least.size() > 3);
    EXPECT_EQ(answer.already, fewest == 0);
    std::int64_t before = -1;
    for (const Amendment& amendment : answer.amendments) {
      EXPECT_TRUE(everyone_approves(c, model, amendment.to));
      const auto [changed, movement] = change(c, c.proposals[0], amendment.to);
      EXPECT_EQ(changed, amendment.changed);
      EXPECT_EQ(movement, amendment.movement);
      ASSERT_TRUE(least.contains(changed));
      EXPECT_EQ(movement, least[changed]);
      EXPECT_GE(movement, before);
      before = movement;
    }
    ++(least.empty() ? without : with_changes);
  }
  EXPECT_GT(with_changes, 20);
  EXPECT_GT(without, 5);
}

/// The case without some thresholds and red lines, made by changing the case itself.
Case lifted(Case c, const std::vector<Obstacle>& obstacles) {
  const auto keep = [&](std::vector<RedLine>& lines, std::size_t party, int principal) {
    std::vector<RedLine> kept;
    for (std::size_t line = 0; line < lines.size(); ++line)
      if (std::ranges::find(obstacles, Obstacle{static_cast<int>(party), principal, static_cast<int>(line)}) ==
          obstacles.end())
        kept.push_back(lines[line]);
    lines = kept;
  };
  for (std::size_t p = 0; p < c.parties.size(); ++p) {
    keep(c.parties[p].red_lines, p, -1);
    for (std::size_t k = 0; k < c.parties[p].principals.size(); ++k)
      keep(c.parties[p].principals[k].red_lines, p, static_cast<int>(k));
  }
  for (const Obstacle& obstacle : obstacles)
    if (obstacle.red_line < 0)
      c.parties[static_cast<std::size_t>(obstacle.party)]
          .principals[static_cast<std::size_t>(obstacle.principal)]
          .reservation = Quantity{};
  return c;
}

bool has_zone(const Case& c) {
  const Model model = compile(c, default_date(c));
  return std::ranges::any_of(packages_of(c), [&](const Package& x) { return everyone_approves(c, model, x); });
}

TEST(Amend, NamesTheSmallestSetsThatStandInTheWay) {
  Random random(32);
  int seen = 0;
  for (int round = 0; round < 400 && seen < 40; ++round) {
    const Case c = random_case(random, {});
    const Amendments answer = amend(c, compile(c, default_date(c)), 0);
    if (!answer.amendments.empty()) continue;
    ++seen;
    SCOPED_TRACE(round);
    ASSERT_FALSE(answer.obstacles.empty());
    for (const auto& set : answer.obstacles) {
      EXPECT_TRUE(has_zone(lifted(c, set)));
      for (std::size_t leave = 0; leave < set.size(); ++leave) {
        auto smaller = set;
        smaller.erase(smaller.begin() + static_cast<std::ptrdiff_t>(leave));
        EXPECT_FALSE(has_zone(lifted(c, smaller)));
      }
    }
  }
  EXPECT_GT(seen, 5);
}

}  // namespace
}  // namespace parley::test
