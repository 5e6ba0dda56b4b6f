#include "parley/model/floor.h"

#include <gtest/gtest.h>

#include "model/point.h"
#include "support/case_builder.h"

namespace parley::test {
namespace {

/// A value of no deal; `since` may be empty, `position` -1 for one that holds whatever the ally does.
DatedValue no_deal(Quantity value, const std::string& since = "", int position = -1) {
  DatedValue made;
  made.since = parse_date(since);
  made.value = std::move(value);
  if (position < 0) return made;
  made.third_party = made.stance = 0;
  made.position = position;
  return made;
}

/// One party that states no reservation value, and an ally whose support is firm or conditional.
class FloorTest : public testing::Test {
 protected:
  FloorTest() {
    ThirdParty ally;
    ally.stances.emplace_back();
    ally.stances[0].positions = {"firm", "conditional"};
    c_.third_parties = {ally};
    party().reservation.reset();
  }

  Party& party() { return c_.parties[0]; }
  NoDeal& no_deal_of_party() { return party().no_deal; }
  void ally_is(int position) { c_.third_parties[0].stances[0].now = position; }
  Floor on(const std::string& date) { return floor_of(c_, party(), party().principals[0], *parse_date(date)); }
  Floor now() { return on("2024-03-26"); }

  void expect(const Floor& floor, int low, int high, Floor::From from) {
    EXPECT_EQ(floor.span, (Span{low * point, high * point}));
    EXPECT_EQ(floor.central, (low + high) * point / 2);
    EXPECT_EQ(floor.from, from);
  }

  Case c_ = small_case();
};

TEST_F(FloorTest, IsNothingWhenNothingIsSaid) { expect(now(), 0, 0, Floor::From::nothing); }

TEST_F(FloorTest, ComesFromTheReservationValueBeforeNoDeal) {
  no_deal_of_party().breakdown = {no_deal(exactly(70))};
  expect(now(), 70, 70, Floor::From::breakdown);
  party().reservation = range(20, 30);
  expect(now(), 20, 30, Floor::From::reservation);
  party().principals[0].reservation = exactly(40);
  expect(now(), 40, 40, Floor::From::reservation);
}

TEST_F(FloorTest, IsTheBetterOfBreakdownAndTheBestExit) {
  no_deal_of_party().breakdown = {no_deal(exactly(30))};
  no_deal_of_party().exits.resize(2);
  no_deal_of_party().exits[0].values = {no_deal(exactly(20))};
  no_deal_of_party().exits[1].values = {no_deal(exactly(25))};
  expect(now(), 30, 30, Floor::From::breakdown);
  EXPECT_EQ(now().exit, -1);
  no_deal_of_party().exits[1].values = {no_deal(exactly(45))};
  expect(now(), 45, 45, Floor::From::exit);
  EXPECT_EQ(now().exit, 1);
}

TEST_F(FloorTest, RangesOfExitAndBreakdownAreTakenEndByEnd) {
  no_deal_of_party().breakdown = {no_deal(range(10, 60))};
  no_deal_of_party().exits.resize(1);
  no_deal_of_party().exits[0].values = {no_deal(range(30, 50))};
  const Floor floor = now();
  EXPECT_EQ(floor.span, (Span{30 * point, 60 * point}));
  EXPECT_EQ(floor.central, 40 * point);
  EXPECT_EQ(floor.from, Floor::From::exit);
}

TEST_F(FloorTest, FlowDoesNotCount) {
  no_deal_of_party().flow = {no_deal(exactly(90))};
  expect(now(), 0, 0, Floor::From::nothing);
}

TEST_F(FloorTest, AValueHoldsFromItsDateOn) {
  no_deal_of_party().breakdown = {no_deal(exactly(50), "2024-05-01"), no_deal(exactly(30)),
                                  no_deal(exactly(40), "2024-04")};
  expect(on("2024-03-31"), 30, 30, Floor::From::breakdown);
  expect(on("2024-04-01"), 40, 40, Floor::From::breakdown);
  expect(on("2024-04-30"), 40, 40, Floor::From::breakdown);
  expect(on("2024-05-01"), 50, 50, Floor::From::breakdown);
}

TEST_F(FloorTest, ValuesOfOneDateAreCovered) {
  no_deal_of_party().breakdown = {no_deal(exactly(50)), no_deal(exactly(30))};
  expect(now(), 30, 50, Floor::From::breakdown);
}

TEST_F(FloorTest, AnUnknownStanceIsTheSameForAllThatHangsOnIt) {
  const auto when = [](int position, int points) {
    DatedValue value = no_deal(exactly(points));
    value.third_party = value.stance = 0;
    value.position = position;
    return value;
  };
  no_deal_of_party().breakdown = {when(0, 50), when(1, 10)};
  no_deal_of_party().exits.resize(1);
  no_deal_of_party().exits[0].values = {when(0, 10), when(1, 50)};
  ally_is(-1);
  EXPECT_EQ(now().span, (Span{50 * point, 50 * point}));
  EXPECT_EQ(now().central, 50 * point);
  no_deal_of_party().exits[0].values = {when(1, 20)};
  EXPECT_EQ(now().span, (Span{20 * point, 50 * point}));
}

TEST_F(FloorTest, NothingHoldsBeforeTheFirstDate) {
  no_deal_of_party().breakdown = {no_deal(exactly(40), "2024-04-01")};
  expect(on("2024-03-31"), 0, 0, Floor::From::nothing);
}

TEST_F(FloorTest, AKnownStanceDecides) {
  no_deal_of_party().breakdown = {no_deal(exactly(50)), no_deal(exactly(20), "", 1)};
  ally_is(0);
  expect(now(), 50, 50, Floor::From::breakdown);
  ally_is(1);
  expect(now(), 20, 20, Floor::From::breakdown);
}

TEST_F(FloorTest, AnUnknownStanceCoversBoth) {
  no_deal_of_party().breakdown = {no_deal(exactly(50)), no_deal(exactly(20), "", 1)};
  expect(now(), 20, 50, Floor::From::breakdown);
}

TEST_F(FloorTest, AnUnknownStanceDoesNotReviveWhatALaterValueReplaced) {
  no_deal_of_party().breakdown = {no_deal(exactly(50)), no_deal(exactly(5), "", 1),
                                  no_deal(exactly(20), "2024-03-01", 1)};
  expect(now(), 20, 50, Floor::From::breakdown);
  expect(on("2024-02-01"), 5, 50, Floor::From::breakdown);
}

TEST_F(FloorTest, TheGeneralValueIsOutWhenEveryPositionHasItsOwn) {
  no_deal_of_party().breakdown = {no_deal(exactly(90)), no_deal(exactly(30), "", 0), no_deal(exactly(20), "", 1)};
  expect(now(), 20, 30, Floor::From::breakdown);
}

TEST_F(FloorTest, AKnownStanceStandsBesideALaterUnknownOne) {
  c_.third_parties[0].stances.emplace_back();
  c_.third_parties[0].stances[1].positions = {"mediates", "withdraws"};
  ally_is(1);
  DatedValue withdraws = no_deal(exactly(10), "2024-03-01", 1);
  withdraws.stance = 1;
  no_deal_of_party().breakdown = {no_deal(exactly(50)), no_deal(exactly(20), "", 1), withdraws};
  expect(now(), 10, 20, Floor::From::breakdown);
  expect(on("2024-02-29"), 20, 20, Floor::From::breakdown);
}

TEST_F(FloorTest, HeedsOnlyExitsThatAreThere) {
  no_deal_of_party().breakdown = {no_deal(exactly(30))};
  no_deal_of_party().exits.resize(1);
  no_deal_of_party().exits[0].values = {no_deal(exactly(60))};
  no_deal_of_party().exits[0].opens = parse_date("2024-04-01");
  no_deal_of_party().exits[0].closes = parse_date("2024-04-30");
  expect(on("2024-03-31"), 30, 30, Floor::From::breakdown);
  expect(on("2024-04-01"), 60, 60, Floor::From::exit);
  expect(on("2024-04-30"), 60, 60, Floor::From::exit);
  expect(on("2024-05-01"), 30, 30, Floor::From::breakdown);
}

TEST_F(FloorTest, CoversBothWhileAnExitIsPerhapsThere) {
  no_deal_of_party().breakdown = {no_deal(exactly(30))};
  no_deal_of_party().exits.resize(1);
  no_deal_of_party().exits[0].values = {no_deal(exactly(60))};
  no_deal_of_party().exits[0].opens = parse_date("2024-04-01");
  no_deal_of_party().exits[0].preparation = Delay{range(5, 10), {}, {}};
  expect(on("2024-04-05"), 30, 30, Floor::From::breakdown);
  expect(on("2024-04-06"), 30, 60, Floor::From::exit);
  expect(on("2024-04-11"), 60, 60, Floor::From::exit);
}

TEST_F(FloorTest, AStanceThatOnlyAClosedExitHangsOnChangesNothing) {
  no_deal_of_party().breakdown = {no_deal(range(10, 40))};
  no_deal_of_party().exits.resize(1);
  no_deal_of_party().exits[0].values = {no_deal(range(20, 30)), no_deal(exactly(90), "", 1)};
  no_deal_of_party().exits[0].opens = parse_date("2024-05-01");
  ally_is(-1);
  expect(now(), 10, 40, Floor::From::breakdown);
}

TEST_F(FloorTest, AReservationValueMayChangeOnADate) {
  party().reservation = exactly(30);
  party().reservations = {no_deal(exactly(50), "2024-04-01")};
  expect(on("2024-03-31"), 30, 30, Floor::From::reservation);
  expect(on("2024-04-01"), 50, 50, Floor::From::reservation);
}

TEST_F(FloorTest, APrincipalsOwnReservationValueGoesBeforeAnyOfItsParty) {
  party().reservations = {no_deal(exactly(50), "2024-04-01")};
  party().principals[0].reservation = exactly(40);
  expect(on("2024-04-01"), 40, 40, Floor::From::reservation);
  party().principals[0].reservation.reset();
  party().principals[0].reservations = {no_deal(exactly(20), "2024-05-01")};
  expect(on("2024-03-31"), 0, 0, Floor::From::nothing);
  expect(on("2024-04-01"), 50, 50, Floor::From::reservation);
  expect(on("2024-05-01"), 20, 20, Floor::From::reservation);
}

TEST_F(FloorTest, AReservationValueMayHangOnAStance) {
  party().reservation = exactly(30);
  party().reservations = {no_deal(exactly(50), "", 1)};
  expect(now(), 30, 50, Floor::From::reservation);
  ally_is(1);
  expect(now(), 50, 50, Floor::From::reservation);
}

}  // namespace
}  // namespace parley::test
