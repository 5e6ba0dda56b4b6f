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

/// Some issues to keep and parties to leave unharmed, mostly none.
AmendOptions random_options(Random& random, const Case& c) {
  AmendOptions options;
  if (draw(random, 0, 1) == 0) options.least = AmendOptions::Least::movement;
  for (int i = 0; i < std::ssize(c.issues); ++i)
    if (draw(random, 0, 5) == 0) options.frozen.push_back(i);
  for (int p = 0; p < std::ssize(c.parties); ++p)
    if (draw(random, 0, 3) == 0) options.unharmed.push_back(p);
  return options;
}

/// Whether a change to a package keeps what is to be kept.
bool allowed(const Model& model, const AmendOptions& options, const std::vector<int>& changed, const Package& from,
             const Package& to) {
  const auto is_frozen = [&](int issue) { return std::ranges::find(options.frozen, issue) != options.frozen.end(); };
  const auto is_harmed = [&](int party) {
    const auto& valuer = model.parties[static_cast<std::size_t>(party)];
    return central_utility(valuer, to) < central_utility(valuer, from);
  };
  return std::ranges::none_of(changed, is_frozen) && std::ranges::none_of(options.unharmed, is_harmed);
}

TEST(Amend, FindsTheSmallestChangesOfRandomCases) {
  Random random(31);
  int with_changes = 0;
  int without = 0;
  for (int round = 0; round < 600; ++round) {
    const Case c = random_case(random, {});
    const Model model = compile(c, default_date(c));
    const AmendOptions options = random_options(random, c);
    const Amendments answer = amend(c, model, 0, options);
    SCOPED_TRACE(round);
    using Size = std::pair<std::int64_t, std::int64_t>;
    const auto size = [&](std::int64_t changes, std::int64_t movement) {
      return options.least == AmendOptions::Least::changes ? Size{changes, movement} : Size{movement, changes};
    };
    std::map<std::vector<int>, Size> least;
    for (const Package& package : packages_of(c)) {
      if (!everyone_approves(c, model, package)) continue;
      const auto [changed, movement] = change(c, c.proposals[0], package);
      if (!allowed(model, options, changed, answer.from, package)) continue;
      const Size here = size(std::ssize(changed), movement);
      if (!least.empty() && here.first > least.begin()->second.first) continue;
      if (!least.empty() && here.first < least.begin()->second.first) least.clear();
      const auto known = least.try_emplace(changed, here).first;
      known->second = std::min(known->second, here);
    }

    EXPECT_EQ(answer.amendments.size(), std::min<std::size_t>(3, least.size()));
    EXPECT_EQ(answer.more, least.size() > 3);
    EXPECT_EQ(answer.already, least.contains({}));
    Size before{-1, -1};
    for (const Amendment& amendment : answer.amendments) {
      EXPECT_TRUE(everyone_approves(c, model, amendment.to));
      const auto [changed, movement] = change(c, c.proposals[0], amendment.to);
      EXPECT_TRUE(allowed(model, options, changed, answer.from, amendment.to));
      EXPECT_EQ(changed, amendment.changed);
      EXPECT_EQ(movement, amendment.movement);
      ASSERT_TRUE(least.contains(changed));
      const Size here = size(std::ssize(changed), movement);
      EXPECT_EQ(here, least[changed]);
      EXPECT_GE(here, before);
      before = here;
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
