#include "parley/ask/share.h"

#include <gtest/gtest.h>

namespace parley {
namespace {

TEST(Share, HasTheWilsonInterval) {
  // The published example of Newcombe (1998): 81 of 263, 0.2553 to 0.3662.
  const ReadingShare share = share_of_draws(81, 263, 263);
  EXPECT_NEAR(share.share, 0.3080, 5e-5);
  EXPECT_NEAR(share.low, 0.2553, 5e-5);
  EXPECT_NEAR(share.high, 0.3662, 5e-5);
}

TEST(Share, StaysSampledAtItsEnds) {
  const ReadingShare none = share_of_draws(0, 20, 20);
  EXPECT_TRUE(none.none());
  EXPECT_FALSE(none.exact());
  EXPECT_EQ(none.low, 0);
  EXPECT_NEAR(none.high, 0.1611, 5e-5);
  const ReadingShare all = share_of_draws(20, 20, 20);
  EXPECT_TRUE(all.all());
  EXPECT_EQ(all.high, 1);
  EXPECT_NEAR(all.low, 1 - none.high, 1e-12);
}

TEST(Share, IsLessSureOfReadingsThatAreAlike) {
  const ReadingShare apart = share_of_draws(40, 100, 100);
  const ReadingShare alike = share_of_draws(40, 100, 25);
  EXPECT_EQ(apart.share, alike.share);
  EXPECT_LT(alike.low, apart.low);
  EXPECT_GT(alike.high, apart.high);
}

TEST(Share, IsExactWhereNothingIsUnknown) {
  Readings one;
  one.count = 1;
  EXPECT_TRUE(share_of_readings(one, 1).exact());
  EXPECT_EQ(share_of_readings(one, 1).low, 1);
  EXPECT_EQ(share_of_readings(one, 0).high, 0);
  one.unknowns.emplace_back();
  EXPECT_FALSE(share_of_readings(one, 1).exact());
}

TEST(Share, OfNoDrawsIsUnknown) {
  const ReadingShare share = share_of_draws(0, 0, 0);
  EXPECT_FALSE(share.exact());
  EXPECT_EQ(share.low, 0);
  EXPECT_EQ(share.high, 1);
}

}  // namespace
}  // namespace parley
