#include "parley/model/space.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "model/packages.h"
#include "parley/model/consent.h"
#include "support/brute_force.h"
#include "support/case_builder.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

using Levels = std::vector<std::vector<int>>;

Case random_small_case(Random& random) {
  CaseShape shape;
  shape.parties = static_cast<int>(draw(random, 1, 3));
  shape.issues = static_cast<int>(draw(random, 1, 4));
  return random_case(random, shape);
}

/// For each issue some of its levels, or all of all issues.
Levels random_alternatives(Random& random, const Case& c) {
  Levels alternatives;
  if (draw(random, 0, 1) == 0) return alternatives;
  for (const Issue& issue : c.issues) {
    auto& levels = alternatives.emplace_back();
    for (int level = 0; level < issue.levels(); ++level)
      if (draw(random, 0, 2) > 0) levels.push_back(level);
    if (levels.empty()) levels.push_back(0);
  }
  return alternatives;
}

bool within(const Levels& alternatives, const Package& package) {
  for (std::size_t i = 0; i < alternatives.size(); ++i)
    if (std::ranges::count(alternatives[i], package[i]) == 0) return false;
  return true;
}

std::set<Package> packages_of(const std::vector<Entry>& entries) {
  std::set<Package> all;
  for (const Entry& entry : entries) all.insert(entry.package);
  return all;
}

void expect_party_values(const std::vector<Entry>& entries, const Model& model) {
  for (const Entry& entry : entries)
    for (std::size_t p = 0; p < model.parties.size(); ++p)
      EXPECT_EQ(entry.value[p], central_utility(model.parties[p], entry.package));
}

TEST(Space, AllPackagesAreThoseThatObeyEveryRule) {
  Random random(1);
  for (int round = 0; round < 500; ++round) {
    const Case c = random_small_case(random);
    const Model model = compile(c, *c.as_of);
    const Levels alternatives = random_alternatives(random, c);
    const auto entries = enumerate(all_packages(c, model, alternatives));
    std::set<Package> expected;
    for (const Package& package : packages(c))
      if (obeys_all(c, package) && within(alternatives, package)) expected.insert(package);
    EXPECT_EQ(packages_of(entries), expected);
    expect_party_values(entries, model);
  }
}

/// The case without some thresholds and red lines.
Case without(Case c, std::vector<Obstacle> obstacles) {
  std::ranges::sort(obstacles, std::greater{});
  for (const Obstacle& obstacle : obstacles) {
    Party& party = c.parties[static_cast<std::size_t>(obstacle.party)];
    if (obstacle.principal < 0) {
      party.red_lines.erase(party.red_lines.begin() + obstacle.red_line);
      continue;
    }
    Principal& principal = party.principals[static_cast<std::size_t>(obstacle.principal)];
    if (obstacle.red_line < 0)
      principal.reservation = exactly(0);
    else
      principal.red_lines.erase(principal.red_lines.begin() + obstacle.red_line);
  }
  return c;
}

std::vector<Obstacle> random_obstacles(Random& random, const Case& c) {
  std::vector<Obstacle> chosen;
  for (int p = 0; p < static_cast<int>(c.parties.size()); ++p) {
    const Party& party = c.parties[static_cast<std::size_t>(p)];
    for (int line = 0; line < static_cast<int>(party.red_lines.size()); ++line)
      if (draw(random, 0, 2) == 0) chosen.push_back({p, -1, line});
    for (int k = 0; k < static_cast<int>(party.principals.size()); ++k) {
      const auto lines = party.principals[static_cast<std::size_t>(k)].red_lines.size();
      for (int line = -1; line < static_cast<int>(lines); ++line)
        if (draw(random, 0, 2) == 0) chosen.push_back({p, k, line});
    }
  }
  return chosen;
}

/// Whether the space accepts exactly the packages that obey every rule and that everyone approves of.
void expect_right_zone(const Case& c, const Case& unlifted, const SpaceOptions& options) {
  const PackageSpace space = package_space(unlifted, compile(unlifted, *c.as_of), options);
  const Model model = compile(c, *c.as_of);
  const auto entries = enumerate(space.tables);
  EXPECT_EQ(space.parties, std::ssize(c.parties));
  expect_party_values(entries, model);
  std::set<Package> expected;
  for (const Package& package : packages(c))
    if (obeys_all(c, package) && within(options.alternatives, package) && everyone_approves(c, model, package))
      expected.insert(package);
  EXPECT_EQ(packages_of(accepted_entries(entries, space.acceptance)), expected);
}

TEST(Space, AcceptsWhatEveryoneApprovesOf) {
  Random random(2);
  for (int round = 0; round < 2000; ++round) {
    const Case c = random_small_case(random);
    expect_right_zone(c, c, {{}, random_alternatives(random, c)});
  }
}

TEST(Space, LiftingIsLeavingOut) {
  Random random(3);
  for (int round = 0; round < 2000; ++round) {
    const Case c = random_small_case(random);
    const auto lifted = random_obstacles(random, c);
    expect_right_zone(without(c, lifted), c, {lifted, random_alternatives(random, c)});
  }
}

TEST(Space, NoMaskContainsAnother) {
  Random random(4);
  for (int round = 0; round < 500; ++round) {
    const Case c = random_small_case(random);
    const auto masks = package_space(c, compile(c, *c.as_of), {random_obstacles(random, c), {}}).acceptance.enough;
    for (std::size_t i = 0; i < masks.size(); ++i)
      for (std::size_t j = 0; j < masks.size(); ++j) EXPECT_TRUE(i == j || (masks[i] & masks[j]) != masks[j]);
  }
}

TEST(Space, TieKeysDoNotHangOnPositions) {
  Random random(5);
  for (int round = 0; round < 200; ++round) {
    const Case c = random_case(random, {.parties = 3, .ranges = false, .principals = false, .rules = false});
    Case turned = c;
    std::ranges::reverse(turned.parties);
    for (Issue& issue : turned.issues)
      for (int& claimant : issue.claimants)
        if (claimant >= 0) claimant = 2 - claimant;
    EXPECT_EQ(all_packages(c, compile(c, *c.as_of)).tie_keys, all_packages(turned, compile(turned, *c.as_of)).tie_keys);
  }
}

}  // namespace
}  // namespace parley::test
