#include "parley/render/wording.h"

#include <gtest/gtest.h>

#include "render/sample.h"

namespace parley {
namespace {

TEST(Figure, HasTwoDigitsOrAsManyAsItTakesToShowSomething) {
  EXPECT_EQ(figure(720'000'000), "0.72");
  EXPECT_EQ(figure(-80'000'000), "-0.08");
  EXPECT_EQ(figure(unit), "1.00");
  EXPECT_EQ(figure(995'000'000), "1.00");
  EXPECT_EQ(figure(0), "0.00");
  EXPECT_EQ(figure(400'000), "0.0004");
  EXPECT_EQ(figure(-1), "-0.000000001");
  EXPECT_EQ(signed_figure(50'000'000), "+0.05");
  EXPECT_EQ(signed_figure(0), "0.00");
}

TEST(Figure, BoundsAreRoundedUp) {
  EXPECT_EQ(bound_figure(134'150'000), "0.1342");
  EXPECT_EQ(bound_figure(1), "0.0001");
  EXPECT_EQ(bound_figure(unit), "1.0000");
}

TEST(Figure, MarginsReadAsSentences) {
  const Utility cent = unit / 100;
  EXPECT_EQ(margin_words({5 * cent, 21 * cent}), "above by 0.05 to 0.21");
  EXPECT_EQ(margin_words({-32 * cent, -11 * cent}), "short by 0.11 to 0.32");
  EXPECT_EQ(margin_words({-8 * cent, 4 * cent}), "from 0.08 below to 0.04 above");
  EXPECT_EQ(margin_words({-4 * cent, -4 * cent}), "short by 0.04");
  EXPECT_EQ(margin_words({0, 0}), "exactly at its floor");
  EXPECT_EQ(margin_words({0, cent}), "from its floor to 0.01 above");
}

Spread points(int low, int central, int high) {
  const std::int64_t tenth = 100'000;
  return {low * tenth, central * tenth, high * tenth};
}

TEST(Movement, ReadsInPoints) {
  EXPECT_EQ(points_words(points(-200, -200, -200)), "-20");
  EXPECT_EQ(points_words(points(125, 125, 125)), "+12.5");
  EXPECT_EQ(points_words(points(0, 0, 0)), "0");
  EXPECT_EQ(points_words(points(-800, -600, -400)), "-60 (-80 to -40)");
  EXPECT_EQ(points_words({-1, -1, -1}), "0");
}

TEST(Movement, ReadsInStepsWhereThereAreNoPoints) {
  const Case c = sample::river_case();
  EXPECT_EQ(steps_words(c, 0, {2, 2, 2}), "2 steps towards two");
  EXPECT_EQ(steps_words(c, 0, {-1, -1, -1}), "1 step towards none");
  EXPECT_EQ(steps_words(c, 0, {0, 1, 2}), "0 to 2 steps towards two");
  EXPECT_EQ(steps_words(c, 0, {-1, 0, 1}), "from 1 step towards none to 1 towards two");
  EXPECT_EQ(steps_words(c, 0, {0, 0, 0}), "no step");
  EXPECT_EQ(steps_words(c, 2, {1, 1, 1}), "changed");
  EXPECT_EQ(steps_words(c, 2, {0, 1, 1}), "perhaps changed");
  EXPECT_EQ(steps_words(c, 2, {2, 2, 2}), "changed 2 times");
}

TEST(Movement, BracketsReadAsTexts) {
  const Case c = sample::river_case();
  EXPECT_EQ(position_words(c, 0, {1}), "one");
  EXPECT_EQ(position_words(c, 0, {0, 2}), "[none | two]");
  EXPECT_EQ(position_words(c, 0, {0, 1, 2}), "[open]");
}

TEST(Waiting, SaysWhenSomethingIsDue) {
  Pending pending;
  EXPECT_EQ(due_words(pending), "");
  pending.due_by = Pending::Due::stated;
  pending.due = parse_date("late 2031-05");
  EXPECT_EQ(due_words(pending), "due in late May 2031");
  pending.overdue = true;
  EXPECT_EQ(due_words(pending), "overdue since 31 May 2031");
  pending.due_by = Pending::Due::delay;
  pending.due = parse_date("2031-05-19");
  EXPECT_EQ(due_words(pending), "overdue since 19 May 2031, when its longest stated delay was over");
  pending.due.reset();
  pending.due_by = Pending::Due::open;
  pending.said_overdue = true;
  EXPECT_EQ(due_words(pending), "overdue, says the source");
}

TEST(Percent, NeverSaysAllOrNothingWhenItIsNot) {
  EXPECT_EQ(percent(0), "0 %");
  EXPECT_EQ(percent(1), "100 %");
  EXPECT_EQ(percent(0.9999), "over 99.9 %");
  EXPECT_EQ(percent(0.000001), "under 0.001 %");
  EXPECT_EQ(percent(0.000412), "0.041 %");
  EXPECT_EQ(percent(0.0748), "7.5 %");
  EXPECT_EQ(percent(0.41), "41 %");
}

TEST(CountWords, GroupsAndShortens) {
  EXPECT_EQ(count_words("7"), "7");
  EXPECT_EQ(count_words("41472"), "41,472");
  EXPECT_EQ(count_words("9999999999"), "9,999,999,999");
  EXPECT_EQ(count_words("6190283353629376"), "6.2 x 10^15");
  EXPECT_EQ(count_words("99600000000"), "1.0 x 10^11");
}

TEST(NumberOf, CountsThings) {
  EXPECT_EQ(number_of(1, "party"), "1 party");
  EXPECT_EQ(number_of(2, "party"), "2 parties");
  EXPECT_EQ(number_of(0, "day"), "0 days");
}

TEST(ConsentWords, TellTheTree) {
  Party party = sample::river_case().parties[0];
  EXPECT_EQ(consent_words(party), "delegation and cabinet");
  const Gate delegation{Gate::Kind::principal, 0, 0, {}};
  const Gate cabinet{Gate::Kind::principal, 1, 0, {}};
  const Gate advisers{Gate::Kind::principal, 2, 0, {}};
  party.consent = {Gate::Kind::all, -1, 0, {delegation, {Gate::Kind::any, -1, 0, {cabinet, advisers}}}};
  EXPECT_EQ(consent_words(party), "delegation and (cabinet or council of advisers)");
  party.consent = {Gate::Kind::at_least, -1, 2, {delegation, cabinet, advisers}};
  EXPECT_EQ(consent_words(party), "at least 2 of delegation, cabinet and council of advisers");
}

}  // namespace
}  // namespace parley
