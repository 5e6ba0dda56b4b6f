#include "parley/format/negolog/negolog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "format/domain_text.h"

namespace parley {
namespace {

using testing::ElementsAre;

TEST(NegoLogProfile, NamesTheIssuesToo) {
  const auto imported = read_negolog_domain(fixture("negolog/profileA.json"));
  ASSERT_TRUE(imported.value) << told(imported.problems);
  ASSERT_EQ(imported.value->issues.size(), 2U);
  EXPECT_EQ(option_names(imported.value->issues[0]), "Price: low mid high");
  EXPECT_EQ(option_names(imported.value->issues[1]), "Time: now later");
}

TEST(NegoLogProfile, IsWeightTimesValueInWhateverOrder) {
  const Domain domain = read_negolog_domain(fixture("negolog/profileA.json")).value.value();
  const auto a = read_negolog_profile(fixture("negolog/profileA.json"), domain);
  ASSERT_TRUE(a.value) << told(a.problems);
  EXPECT_THAT(a.value->options[0], ElementsAre(0, 350'000'000, 700'000'000));
  EXPECT_THAT(a.value->options[1], ElementsAre(300'000'000, 100'000'000));
  EXPECT_EQ(a.value->reservation, 300'000'000);
  EXPECT_TRUE(a.notes.empty());
  const auto b = read_negolog_profile(fixture("negolog/profileB.json"), domain);
  ASSERT_TRUE(b.value) << told(b.problems);
  EXPECT_THAT(b.value->options[0], ElementsAre(700'000'000, 427'000'000, 0));
  EXPECT_THAT(b.value->options[1], ElementsAre(0, 300'000'000));
  EXPECT_EQ(b.value->reservation, 0);
  EXPECT_TRUE(b.notes.empty());
}

TEST(NegoLogFiles, SayWhatIsLost) {
  const Domain domain = read_negolog_domain(fixture("negolog/profileA.json")).value.value();
  Utilities u = read_negolog_profile(fixture("negolog/profileA.json"), domain).value.value();
  Utilities v = u;
  v.reservation.reset();
  v.base = 3'000'000'000;
  const Exported exported = write_negolog("shop", domain.issues, {{"seller", u}, {"buyer", v}, {"bank", u}});
  EXPECT_THAT(
      exported.lost,
      ElementsAre("the name 'shop' is left out, NegoLog goes by the folder's",
                  "seller: the name is left out, the file is profileA.json",
                  "buyer: utilities run from 3.1 to 4, NegoLog knows 0 to 1, so a utility u is written as u / 4",
                  "buyer: the name is left out, the file is profileB.json",
                  "buyer: no reservation is written as one of 0, NegoLog needs one",
                  "bank: the name is left out, the file is profileC.json",
                  "bank: NegoLog knows two parties and does not read profileC.json"));
  ASSERT_EQ(exported.files.size(), 3U);
}

}  // namespace
}  // namespace parley
