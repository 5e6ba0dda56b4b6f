#include "support/random_case.h"

#include <gtest/gtest.h>

#include <set>

#include "parley/case/check.h"

namespace parley::test {
namespace {

TEST(RandomCase, IsSoundAndGivesEveryThingItsOwnName) {
  Random random(1);
  for (int round = 0; round < 300; ++round) {
    const CaseShape shape{.parties = static_cast<int>(draw(random, 1, 4)),
                          .issues = static_cast<int>(draw(random, 1, 6))};
    const Case c = random_case(random, shape);
    EXPECT_TRUE(check(c).empty());
    EXPECT_EQ(std::ssize(c.issues), shape.issues);
    EXPECT_EQ(std::ssize(c.parties), shape.parties);
    std::set<std::string> names;
    const auto add = [&](const std::string& name) { EXPECT_TRUE(names.insert(name).second) << name; };
    for (const Issue& issue : c.issues) {
      EXPECT_LE(issue.levels(), shape.most_levels);
      add(issue.id);
      add(issue.name);
      for (const std::string& option : issue.options) add(option);
    }
    for (const Party& party : c.parties) {
      add(party.id);
      add(party.name);
    }
  }
}

TEST(RandomCase, HasNoRangesWhereNoneAreWanted) {
  Random random(2);
  for (int round = 0; round < 100; ++round) {
    const Case c = random_case(random, {.ranges = false});
    for (const Party& party : c.parties) {
      EXPECT_TRUE(party.preference.order.empty());
      for (const auto& weight : party.preference.weights) EXPECT_TRUE(weight && weight->exact());
    }
  }
}

}  // namespace
}  // namespace parley::test
