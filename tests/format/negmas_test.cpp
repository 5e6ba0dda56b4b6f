#include "parley/format/negmas/negmas.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "format/domain_text.h"

namespace parley {
namespace {

using testing::ElementsAre;

Domain talks() { return read_negmas_domain(fixture("negmas/talks.yml")).value.value(); }

Utilities read(const std::string& name, const Domain& domain, std::vector<std::string>* notes = nullptr) {
  const auto imported = read_negmas_profile(fixture("negmas/" + name), domain);
  EXPECT_TRUE(imported.value) << told(imported.problems);
  if (notes != nullptr) *notes = imported.notes;
  return imported.value.value_or(Utilities());
}

TEST(NegMASDomain, HasAllKindsOfIssues) {
  const auto imported = read_negmas_domain(fixture("negmas/talks.yml"));
  ASSERT_TRUE(imported.value) << told(imported.problems);
  std::vector<std::string> issues;
  for (const Issue& issue : imported.value->issues) issues.push_back(option_names(issue));
  EXPECT_THAT(issues, ElementsAre("Ceasefire: 7 days 14 days no", "Crossings: 1 2 3 4", "Posts: 0 1 2",
                                  "Tonnes: 0 5 10", "Squares: 1 4 9", "Grade: a b"));
  EXPECT_EQ(imported.value->issues[0].kind, IssueKind::choice);
  EXPECT_EQ(imported.value->issues[3].kind, IssueKind::count);
  EXPECT_EQ(imported.value->issues[3].step, 5);
  EXPECT_EQ(imported.value->issues[5].kind, IssueKind::scale);
}

TEST(NegMASDomain, CutsAContinuousIssueIntoSteps) {
  const auto imported = read_negmas_domain(fixture("negmas/numbers.yml"));
  ASSERT_TRUE(imported.value) << told(imported.problems);
  EXPECT_THAT(imported.notes, ElementsAre("the continuous issue 'Share' is cut into 20 steps"));
  EXPECT_EQ(imported.value->issues[0].levels(), 21);
  EXPECT_EQ(imported.value->issues[0].options[7], "0.35");
  const Utilities u = read("affine.yml", *imported.value);
  EXPECT_EQ(u.base, 100'000'000);
  EXPECT_EQ(u.options[0][7], 70'000'000);
  EXPECT_THAT(u.options[1], ElementsAre(300'000'000, 0, -300'000'000));
  EXPECT_EQ(u.reservation, 150'000'000);
}

// The figures below are what NegMAS 0.16 makes of the same files.
TEST(NegMASProfile, IsWeightTimesValueAndBias) {
  std::vector<std::string> notes;
  const Utilities u = read("additive.yml", talks(), &notes);
  EXPECT_EQ(u.base, 50'000'000);
  EXPECT_THAT(u.options[0], ElementsAre(150'000'000, 500'000'000, 0));
  EXPECT_THAT(u.options[1], ElementsAre(2'000'000, 24'000'000, 46'000'000, 68'000'000));
  EXPECT_THAT(u.options[2], ElementsAre(0, -20'000'000, -40'000'000));
  EXPECT_THAT(u.options[3], ElementsAre(30'000'000, 380'000'000, 1'230'000'000));
  EXPECT_THAT(u.options[4], ElementsAre(12'500'000, 25'000'000, 50'000'000));
  EXPECT_THAT(u.options[5], ElementsAre(200'000'000, 400'000'000));
  EXPECT_EQ(u.reservation, 350'000'000);
  EXPECT_THAT(notes, ElementsAre("a value for 'never' is left out, which is no option of the issue 'Ceasefire'"));
}

TEST(NegMASProfile, MayGoByNamesAndBeJson) {
  std::vector<std::string> notes;
  const Utilities u = read("additive.json", talks(), &notes);
  EXPECT_THAT(u.options[0], ElementsAre(400'000'000, 400'000'000, 400'000'000));
  EXPECT_THAT(u.options[1], ElementsAre(500'000'000, 1'000'000'000, 1'500'000'000, 2'000'000'000));
  EXPECT_THAT(u.options[2], ElementsAre(300'000'000, 600'000'000, 1'100'000'000));
  EXPECT_THAT(u.options[3], ElementsAre(0, 50'000'000, 100'000'000));
  EXPECT_THAT(u.options[5], ElementsAre(250'000'000, 0));
  EXPECT_FALSE(u.reservation);
  EXPECT_EQ(notes.size(), 4U);
}

TEST(NegMASProfile, KeepsADiscountOverTimeAndTheReservationWithin) {
  std::vector<std::string> notes;
  const Utilities u = read("discounted.yml", talks(), &notes);
  EXPECT_EQ(u.discount, 900'000'000);
  EXPECT_EQ(u.reservation, 700'000'000);
  EXPECT_EQ(u.options[0][0], 100'000'000);
  EXPECT_THAT(notes,
              ElementsAre("the reserved value is that of the function within the discount, which NegMAS forgets"));
}

TEST(NegMASProfile, LeavesOutADiscountOverSteps) {
  std::vector<std::string> notes;
  const Utilities u = read("discounted-by-step.yml", talks(), &notes);
  EXPECT_FALSE(u.discount);
  EXPECT_EQ(u.base, 400'000'000);
  EXPECT_EQ(u.reservation, 200'000'000);
  EXPECT_EQ(notes.size(), 1U);
}

TEST(NegMASProfile, TakesRegionsAsNegMASDoes) {
  std::vector<std::string> notes;
  const Utilities u = read("regions.yml", talks(), &notes);
  EXPECT_EQ(u.base, 1'002'100'000'000);
  ASSERT_EQ(u.combinations.size(), 3U);
  EXPECT_THAT(u.combinations[0].when[1].holds, ElementsAre(false, true, true, false));  // strictly between 1 and 4
  EXPECT_EQ(u.combinations[0].adds, 500'000'000);
  EXPECT_THAT(u.combinations[1].when[0].holds, ElementsAre(true, false, false, true));
  EXPECT_EQ(u.combinations[2].adds, 500'000'000);
  EXPECT_THAT(u.combinations[2].when[0].holds, ElementsAre(true, false, true));
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_TRUE(notes[0].starts_with("region 3 holds for no package"));
}

TEST(NegMASFiles, KeepWhatPackagesAreWorth) {
  const Domain domain = talks();
  const auto profiles = std::vector<std::pair<std::string, Utilities>>{
      {"A", read("additive.yml", domain)}, {"B", read("regions.yml", domain)}, {"C", read("discounted.yml", domain)}};
  const Exported exported = write_negmas("talks: a \"first\"", domain.issues, profiles);
  ASSERT_EQ(exported.files.size(), 4U);
  EXPECT_EQ(exported.files[0].name, "talks-a-first.yml");
  EXPECT_EQ(exported.lost.size(), 1U);
  const auto back = read_negmas_domain(exported.files[0].text);
  ASSERT_TRUE(back.value) << told(back.problems);
  EXPECT_EQ(back.value->name, "talks: a \"first\"");
  for (std::size_t i = 0; i < domain.issues.size(); ++i)
    EXPECT_EQ(back.value->issues[i].options, domain.issues[i].options);
  for (std::size_t p = 0; p < profiles.size(); ++p) {
    const auto again = read_negmas_profile(exported.files[p + 1].text, *back.value);
    ASSERT_TRUE(again.value) << told(again.problems) << exported.files[p + 1].text;
    EXPECT_EQ(again.value->reservation, profiles[p].second.reservation);
    EXPECT_EQ(again.value->discount, profiles[p].second.discount);
    for_each_package(domain.issues, [&](const std::vector<int>& package) {
      ASSERT_EQ(worth(*again.value, package), worth(profiles[p].second, package));
    });
  }
}

}  // namespace
}  // namespace parley
