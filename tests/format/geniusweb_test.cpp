#include "parley/format/geniusweb/geniusweb.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "format/domain_text.h"

namespace parley {
namespace {

using testing::ElementsAre;

Domain flat() { return read_geniusweb_domain(fixture("geniusweb/domain.json")).value.value(); }

TEST(GeniusWebDomain, HasOptionsAndNumbers) {
  const auto imported = read_geniusweb_domain(fixture("geniusweb/domain.json"));
  ASSERT_TRUE(imported.value) << told(imported.problems);
  const Domain& domain = *imported.value;
  EXPECT_EQ(domain.name, "flat");
  ASSERT_EQ(domain.issues.size(), 3U);
  EXPECT_EQ(option_names(domain.issues[0]), "Room: north south 🌞 a \"big\" one");
  EXPECT_EQ(option_names(domain.issues[1]), "Guests a week: 0 2 4");
  EXPECT_EQ(option_names(domain.issues[2]), "Rent: 0.5 0.75 1 1.25 1.5 1.75 2");
  EXPECT_EQ(domain.issues[1].id, "guests-a-week");
  EXPECT_EQ(domain.issues[0].kind, IssueKind::choice);
  EXPECT_EQ(domain.issues[1].kind, IssueKind::count);
  EXPECT_EQ(domain.issues[1].step, 2);
  EXPECT_EQ(domain.issues[2].kind, IssueKind::scale);
}

TEST(GeniusWebProfile, IsWeightTimesUtility) {
  const auto imported = read_geniusweb_profile(fixture("geniusweb/profile.json"), flat());
  ASSERT_TRUE(imported.value) << told(imported.problems);
  const Utilities& u = *imported.value;
  EXPECT_TRUE(imported.notes.empty());
  EXPECT_THAT(u.options[0], ElementsAre(0, 37'037'037, 300'000'000));
  EXPECT_THAT(u.options[1], ElementsAre(200'000'000, 140'000'000, 80'000'000));
  // A third of the way is rounded to eight places before it is weighed.
  EXPECT_THAT(u.options[2],
              ElementsAre(0, 83'333'335, 166'666'665, 250'000'000, 333'333'335, 416'666'665, 500'000'000));
  EXPECT_EQ(u.reservation, 390'000'000);
  EXPECT_EQ(u.base, 0);
}

TEST(GeniusWebProfile, TakesTheOldSpellingAndNoReservation) {
  const auto imported = read_geniusweb_profile(fixture("geniusweb/old-spelling.json"), flat());
  ASSERT_TRUE(imported.value) << told(imported.problems);
  EXPECT_EQ(imported.value->options[0][1], 250'000'000);
  EXPECT_EQ(imported.value->options[2][0], 250'000'000);
  EXPECT_FALSE(imported.value->reservation);
}

std::string with(std::string text, const std::string& old, const std::string& now) {
  text.replace(text.find(old), old.size(), now);
  return text;
}

TEST(GeniusWebProfile, NotesAPartialReservationAndWeightsThatJustMissOne) {
  auto imported = read_geniusweb_profile(with(fixture("geniusweb/profile.json"), "\"Room\": \"north\", ", ""), flat());
  ASSERT_TRUE(imported.value) << told(imported.problems);
  EXPECT_EQ(imported.value->reservation, 390'000'000);
  EXPECT_THAT(imported.notes, ElementsAre("the reservation bid leaves the issue 'Room' open, which counts 0"));
  imported = read_geniusweb_profile(with(fixture("geniusweb/profile.json"), "5e-1", "0.5000004"), flat());
  ASSERT_TRUE(imported.value) << told(imported.problems);
  EXPECT_EQ(imported.notes.size(), 1U);
}

TEST(GeniusWebFiles, SayWhatIsLost) {
  const Domain domain = flat();
  Utilities u = read_geniusweb_profile(fixture("geniusweb/profile.json"), domain).value.value();
  u.reservation = 390'000'001;
  u.discount = 800'000'000;
  u.combinations.push_back({"both", {{0, {true, false, false}, {}}, {1, {true, false, false}, {}}}, 5});
  Utilities v = u;
  v.combinations.clear();
  v.discount.reset();
  v.base = -1'000'000'000;
  v.reservation = 7'000'000'000;
  const Exported exported = write_geniusweb("A flat", domain.issues, {{"Anna B.", u}, {"ben", v}});
  EXPECT_THAT(
      exported.lost,
      ElementsAre("the issue 'Guests a week' is written as options without an order, not as a range of numbers",
                  "the issue 'Rent' is written as options without an order, not as a range of numbers",
                  "Anna B.: combinations of issues are left out (1), GeniusWeb has none",
                  "Anna B.: the discount 0.8 is left out, GeniusWeb has none",
                  "Anna B.: a package stands for the reservation of 0.390000001, one worth 0.403703702, the least that "
                  "is no worse",
                  "ben: utilities run from -0.92 to 0, GeniusWeb knows 0 to 1, so a utility u is written as (u + 0.92)",
                  "ben: no package is worth the reservation of 7.92, the best, worth 0.92, stands for it"));
  ASSERT_EQ(exported.files.size(), 3U);
  EXPECT_EQ(exported.files[0].name, "a-flat.json");
  EXPECT_EQ(exported.files[1].name, "anna-b.json");
  const auto back = read_geniusweb_profile(exported.files[1].text, domain);
  ASSERT_TRUE(back.value) << told(back.problems);
  EXPECT_EQ(back.value->reservation, 403'703'702);
}

}  // namespace
}  // namespace parley
