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

TEST(RandomCase, HasEveryWordThatIsAskedFor) {
  Random random(3);
  int claims = 0, gambles = 0, in_turn = 0, consents = 0, chances = 0, delays = 0, dated = 0;
  for (int round = 0; round < 60; ++round) {
    const Case c = random_case(
        random, {.claims = true, .gambles = true, .consents = true, .stances = true, .delays = true, .dated = true});
    EXPECT_TRUE(check(c).empty());
    chances += c.third_parties[0].stances[0].chances.empty() ? 0 : 1;
    for (const Party& party : c.parties) {
      for (const auto& weight : party.preference.weights) claims += weight && !weight->claims.empty() ? 1 : 0;
      for (const Exit& exit : party.no_deal.exits)
        for (const DatedValue& value : exit.values) gambles += value.gamble ? 1 : 0;
      in_turn += party.consent.in_turn ? 1 : 0;
      consents += party.consent_claims.empty() ? 0 : 1;
      dated += party.reservations.empty() ? 0 : 1;
      for (const Principal& principal : party.principals) delays += principal.delay ? 1 : 0;
    }
  }
  for (const int count : {claims, gambles, in_turn, consents, chances, delays, dated}) EXPECT_GT(count, 5);
}

TEST(RandomCase, IsTheSameWithoutTheNewWords) {
  Random random(4);
  Random again(4);
  const Case plain = random_case(random, {});
  const Case disputed = random_case(again, {.claims = true});
  ASSERT_EQ(plain.issues.size(), disputed.issues.size());
  for (std::size_t i = 0; i < plain.issues.size(); ++i) EXPECT_EQ(plain.issues[i].options, disputed.issues[i].options);
}

}  // namespace
}  // namespace parley::test
