#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "case/small_case.h"
#include "support/case_builder.h"
#include "support/messages.h"

namespace parley {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(CheckRules, RulesThatLeavePackagesAreFine) {
  Case c = small_case();
  c.rules = {implies({is(c, aid, {2})}, {is(c, route, {1})}), exclude({is(c, aid, {0}), is(c, prisoners, {0})})};
  EXPECT_THAT(check(c), IsEmpty());
}

TEST(CheckRules, ARuleThatExcludesEverything) {
  Case c = small_case();
  c.rules = {total({prisoners}, Decimal::of(1001), std::nullopt)};
  EXPECT_THAT(messages(check(c)), ElementsAre("no package obeys the rule \"prisoners add up to at least 1001\""));
}

TEST(CheckRules, RulesThatExcludeEverythingTogether) {
  Case c = small_case();
  c.rules = {implies({is(c, aid, {2})}, {is(c, route, {1})}), implies({is(c, aid, {0, 1})}, {is(c, route, {1})}),
             exclude({is(c, prisoners, {0}), is(c, aid, {0})}), implies({is(c, route, {1})}, {is(c, prisoners, {0})}),
             total({prisoners}, Decimal::of(100), std::nullopt)};
  c.rules[4].name = "some exchange";
  EXPECT_THAT(
      messages(check(c)),
      ElementsAre("no package obeys all of these rules at once: the rule \"if aid is full then route is inland\", "
                  "the rule \"if aid is not full then route is inland\", the rule \"if route is inland then "
                  "prisoners is 0\" and the rule \"some exchange\" (prisoners add up to at least 100)"));
}

TEST(CheckRules, AnIssueTwiceOnOneSide) {
  Case c = small_case();
  c.rules = {exclude({is(c, aid, {0}), is(c, aid, {1})}), total({prisoners, prisoners}, Decimal::of(0), std::nullopt)};
  EXPECT_THAT(messages(check(c)),
              ElementsAre("the rule \"never aid is none and aid is limited at once\" names aid twice",
                          "the rule \"prisoners and prisoners add up to at least 0\" names prisoners twice"));
}

TEST(CheckRules, AProposalThatBreaksARule) {
  Case c = small_case();
  c.rules = {exclude({is(c, aid, {1}), is(c, prisoners, {5, 6})})};
  EXPECT_THAT(messages(check(c)), ElementsAre("proposal plan breaks the rule \"never aid is limited and prisoners is "
                                              "500 to 600 at once\""));
  c.proposals[0].alternatives[prisoners] = {5, 6};
  EXPECT_THAT(messages(check(c)), ElementsAre("proposal plan breaks the rule \"never aid is limited and prisoners is "
                                              "500 to 600 at once\", however its open issues are settled"));
  c.proposals[0].alternatives[prisoners] = {5, 6, 7};
  EXPECT_THAT(check(c), IsEmpty());
}

TEST(CheckRules, AProposalThatCanOnlyObeyOneOfTwoRules) {
  Case c = small_case();
  c.proposals[0].alternatives[route] = {0, 1};
  c.rules = {implies({is(c, aid, {1})}, {is(c, route, {1})}), implies({is(c, prisoners, {5})}, {is(c, route, {0})})};
  EXPECT_THAT(messages(check(c)),
              ElementsAre("proposal plan breaks the rule \"if aid is limited then route is inland\" or the rule \"if "
                          "prisoners is 500 then route is coast\", however its open issues are settled"));
}

TEST(CheckRules, EntangledRulesAreNotPassedSilently) {
  // Ten pigeons in nine holes, the classic that backtracking cannot settle in reasonable time.
  Case c = small_case();
  const std::vector<std::string> holes{"1", "2", "3", "4", "5", "6", "7", "8", "9"};
  const int first = static_cast<int>(c.issues.size());
  for (int i = 0; i < 10; ++i) c.issues.push_back(choice("pigeon " + std::to_string(i), holes));
  for (Party& party : c.parties) {
    party.preference.weights.resize(c.issues.size(), exactly(0));
    party.preference.values.resize(c.issues.size());
    party.principals[0].preference = unstated(c);
  }
  c.proposals.clear();
  for (int i = first; i < first + 10; ++i) {
    for (int j = first; j < i; ++j) {
      for (int hole = 0; hole < 9; ++hole) c.rules.push_back(exclude({is(c, i, {hole}), is(c, j, {hole})}));
    }
  }
  EXPECT_THAT(messages(check(c)),
              ElementsAre("the rules are too entangled to find out whether any package obeys them all"));
}

}  // namespace
}  // namespace parley
