#include <gtest/gtest.h>

#include "case/small_case.h"
#include "parley/case/case.h"
#include "support/case_builder.h"

namespace parley {
namespace {

using namespace test;

Case wordy_case() {
  Case c = small_case();
  c.issues.push_back(duration("lull", 1, 6, 1, "weeks"));
  c.issues.push_back(share("water", 0, 1, 5));
  c.issues.push_back(scale("return", {"none", "women and children", "gradual", "free"}));
  return c;
}

constexpr int lull = 3;
constexpr int water = 4;
constexpr int homes = 5;

TEST(Words, NamesActors) {
  Case c = small_case();
  c.parties[1].principals = {principal(c, "negotiators"), principal(c, "senior leadership")};
  c.third_parties.push_back({});
  c.third_parties[0].name = "Qatar";
  EXPECT_EQ(name_of(c, {.party = 0}), "North");
  EXPECT_EQ(name_of(c, {.party = 0, .principal = 0}), "North");
  EXPECT_EQ(name_of(c, {.party = 1, .principal = 1}), "South, senior leadership");
  EXPECT_EQ(name_of(c, {.third_party = 0}), "Qatar");
}

TEST(Words, OptionsCarryTheirUnits) {
  const Case c = wordy_case();
  EXPECT_EQ(option_text(c, aid, 1), "limited");
  EXPECT_EQ(option_text(c, prisoners, 7), "700 prisoners released");
  EXPECT_EQ(option_text(c, lull, 0), "1 week");
  EXPECT_EQ(option_text(c, lull, 5), "6 weeks");
  EXPECT_EQ(option_text(c, water, 6), "30 % to North");
}

TEST(Words, Conditions) {
  const Case c = wordy_case();
  EXPECT_EQ(condition_text(c, is(c, homes, {2, 3})), "return is gradual or free");
  EXPECT_EQ(condition_text(c, is(c, homes, {1, 2, 3})), "return is not none");
  EXPECT_EQ(condition_text(c, is(c, route, {1})), "route is inland");
  EXPECT_EQ(condition_text(c, is(c, route, {0, 1})), "route is any of its options");
  EXPECT_EQ(condition_text(c, is(c, route, {})), "route is none of its options");
  EXPECT_EQ(condition_text(c, is(c, prisoners, {7, 8, 9})), "prisoners is 700 to 900");
  EXPECT_EQ(condition_text(c, is(c, prisoners, {7, 8, 9, 10})), "prisoners is at least 700");
  EXPECT_EQ(condition_text(c, is(c, prisoners, {0, 1})), "prisoners is at most 100");
  EXPECT_EQ(condition_text(c, is(c, prisoners, {1, 3, 4, 10})), "prisoners is 100, 300 to 400 or 1000");
  EXPECT_EQ(condition_text(c, is(c, lull, {1, 2})), "lull is 2 to 3 weeks");
  EXPECT_EQ(condition_text(c, is(c, lull, {0, 1, 3, 4, 5})), "lull is not 3 weeks");
  EXPECT_EQ(condition_text(c, is(c, water, {10})), "water is 50 % to North");
}

TEST(Words, ManyAlternativesAreCounted) {
  Case c = small_case();
  c.issues.push_back(count("trucks", 0, 100, 1));
  Condition odd = is(c, 3, {});
  for (std::size_t level = 1; level < odd.holds.size(); level += 2) odd.holds[level] = true;
  EXPECT_EQ(condition_text(c, odd), "trucks is 1, 3, 5, 7, 9, 11, 13, 15, 17, 19 or 40 others");
}

TEST(Words, Rules) {
  Case c = wordy_case();
  EXPECT_EQ(rule_text(c, implies({is(c, homes, {3})}, {is(c, aid, {1, 2}), is(c, lull, {5})})),
            "if return is free then aid is not none and lull is 6 weeks");
  EXPECT_EQ(rule_text(c, exclude({is(c, aid, {0}), is(c, homes, {3})})),
            "never aid is none and return is free at once");
  EXPECT_EQ(rule_text(c, ratio(prisoners, lull, Decimal::of(10), std::nullopt)), "prisoners at least 10 times lull");
  EXPECT_EQ(rule_text(c, ratio(prisoners, lull, Decimal::of(5), Decimal::of(30))), "prisoners 5 to 30 times lull");
  EXPECT_EQ(rule_text(c, total({prisoners, lull}, std::nullopt, Decimal::of(100))),
            "prisoners and lull add up to at most 100");
}

TEST(Words, AssumptionsAreStatementsWithoutASource) {
  Case c = small_case();
  c.sources.resize(2);
  c.sources[1].assumptions = true;
  EXPECT_TRUE(is_assumption(c, {}));
  EXPECT_FALSE(is_assumption(c, {0, "", {}}));
  EXPECT_TRUE(is_assumption(c, {1, "", {}}));
}

TEST(Obeys, Implications) {
  const Case c = small_case();
  const Rule rule = implies({is(c, aid, {2}), is(c, route, {0})}, {is(c, prisoners, {0, 1})});
  EXPECT_TRUE(obeys(c, rule, {2, 1, 0}));
  EXPECT_FALSE(obeys(c, rule, {2, 2, 0}));
  EXPECT_TRUE(obeys(c, rule, {2, 2, 1}));
  EXPECT_TRUE(obeys(c, rule, {1, 2, 0}));
}

TEST(Obeys, Exclusions) {
  const Case c = small_case();
  const Rule rule = exclude({is(c, aid, {2}), is(c, route, {0})});
  EXPECT_FALSE(obeys(c, rule, {2, 0, 0}));
  EXPECT_TRUE(obeys(c, rule, {2, 0, 1}));
  EXPECT_TRUE(obeys(c, rule, {0, 0, 0}));
}

TEST(Obeys, RatiosAndTotals) {
  const Case c = wordy_case();
  const Rule between = ratio(prisoners, lull, Decimal{50'500'000}, Decimal::of(100));
  EXPECT_TRUE(obeys(c, between, {0, 2, 0, 1, 0, 0}));   // 200 for 2 weeks: 100 times
  EXPECT_FALSE(obeys(c, between, {0, 3, 0, 1, 0, 0}));  // 300 for 2: 150 times
  EXPECT_FALSE(obeys(c, between, {0, 1, 0, 1, 0, 0}));  // 100 for 2: 50 times
  const Rule sum = total({prisoners, lull}, Decimal::of(103), Decimal::of(202));
  EXPECT_FALSE(obeys(c, sum, {0, 1, 0, 1, 0, 0}));
  EXPECT_TRUE(obeys(c, sum, {0, 1, 0, 2, 0, 0}));
  EXPECT_TRUE(obeys(c, sum, {0, 2, 0, 1, 0, 0}));
  EXPECT_FALSE(obeys(c, sum, {0, 2, 0, 2, 0, 0}));
}

}  // namespace
}  // namespace parley
