#include "parley/model/waiting_value.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "model/sampled.h"
#include "parley/model/opening.h"
#include "support/case_builder.h"
#include "support/random_tables.h"

namespace parley::test {
namespace {

DatedValue dated(Quantity value, const std::optional<Date>& since = {}) {
  DatedValue made;
  made.value = std::move(value);
  made.since = since;
  return made;
}

Date day(int number) { return Date{parse_date("2024-01-01")->day + std::chrono::days{number}}; }

Quantity chance(std::int64_t low, std::int64_t high) { return millionths(low, high); }

/// The recursion as it is defined, in floating point, for one choice of all numbers and exact dates.
class NaiveWaiting {
 public:
  explicit NaiveWaiting(const NoDeal& no_deal) : no_deal_(no_deal) {}

  long double on(int day_number, int periods) const {
    const long double exit = best_exit(day(day_number));
    if (periods == 0) return exit;
    const long double patience = millionth(no_deal_.patience ? no_deal_.patience->low.millionths : 1'000'000);
    const long double breaks = worth(no_deal_.breakdown_chance, day(day_number)) * 100;
    const long double talks = (1 - patience) * worth(no_deal_.flow, day(day_number)) +
                              patience * ((1 - breaks) * on(day_number + no_deal_.period_days, periods - 1) +
                                          breaks * worth(no_deal_.breakdown, day(day_number)));
    return std::max(exit, talks);
  }

 private:
  static long double millionth(std::int64_t number) { return static_cast<long double>(number) / 1'000'000; }

  static long double worth(const std::vector<DatedValue>& values, Date date) {
    const DatedValue* latest = nullptr;
    for (const DatedValue& value : values)
      if ((!value.since || *value.since <= date) && (latest == nullptr || latest->since < value.since)) latest = &value;
    return latest == nullptr ? 0 : millionth(latest->value.low.millionths) / 100;
  }

  long double best_exit(Date date) const {
    long double best = 0;
    for (const Exit& exit : no_deal_.exits)
      if ((!exit.opens || *exit.opens <= date) && (!exit.closes || *exit.closes >= date))
        best = std::max(best, worth(exit.values, date));
    return best;
  }

  const NoDeal& no_deal_;
};

NoDeal random_no_deal(Random& random) {
  NoDeal no_deal;
  const auto points = [&] { return exactly(draw_int(random, 0, 100)); };
  const auto list = [&] {
    std::vector<DatedValue> values{dated(points())};
    for (int extra = draw_int(random, 0, 2); extra > 0; --extra)
      values.push_back(dated(points(), day(draw_int(random, 1, 60) * 2 + static_cast<int>(values.size()) % 2)));
    return values;
  };
  no_deal.flow = list();
  no_deal.breakdown = list();
  no_deal.breakdown_chance = {dated(chance(200'000, 200'000)), dated(chance(500'000, 500'000), day(30))};
  no_deal.patience = chance(900'000, 900'000);
  no_deal.period_days = draw_int(random, 3, 10);
  for (int e = draw_int(random, 0, 2); e > 0; --e) {
    Exit exit;
    exit.values = list();
    exit.opens = day(draw_int(random, 0, 60));
    if (draw_int(random, 0, 1) == 1) exit.closes = day(draw_int(random, 60, 120));
    no_deal.exits.push_back(exit);
  }
  return no_deal;
}

TEST(WaitingValueTest, IsWhatTheRecursionGives) {
  Random random(5);
  const Case c = small_case();
  for (int round = 0; round < 60; ++round) {
    const NoDeal no_deal = random_no_deal(random);
    const int asked = draw_int(random, 0, 80);
    const auto found = waiting_value(c, no_deal, day(asked));
    ASSERT_TRUE(found);
    // Of what comes 120 periods later less than 10^-9 is left.
    const auto naive = static_cast<double>(NaiveWaiting(no_deal).on(asked, 120) * unit);
    EXPECT_NEAR(static_cast<double>(found->central), naive, 30);
    EXPECT_LE(static_cast<double>(found->span.low), naive + 1);
    EXPECT_GE(static_cast<double>(found->span.high), naive - 1);
    EXPECT_LE(found->span.high - found->span.low, 60);
  }
}

TEST(WaitingValueTest, BoundsEveryChoiceOfItsNumbers) {
  Random random(7);
  const Case c = small_case();
  for (int round = 0; round < 30; ++round) {
    NoDeal no_deal = random_no_deal(random);
    const auto widen = [&](std::vector<DatedValue>& values) {
      for (DatedValue& value : values)
        value.value.high.millionths = std::min<std::int64_t>(100'000'000, value.value.low.millionths + 20'000'000);
    };
    widen(no_deal.flow);
    widen(no_deal.breakdown);
    for (Exit& exit : no_deal.exits) widen(exit.values);
    no_deal.breakdown_chance = {dated(chance(100'000, 300'000))};
    no_deal.patience = chance(800'000, 960'000);
    const auto found = waiting_value(c, no_deal, day(10));
    ASSERT_TRUE(found);
    for (int choice = 0; choice < 10; ++choice) {
      NoDeal chosen = no_deal;
      const auto pick = [&](std::vector<DatedValue>& values) {
        for (DatedValue& value : values) value.value = picked(random, value.value);
      };
      pick(chosen.flow);
      pick(chosen.breakdown);
      pick(chosen.breakdown_chance);
      for (Exit& exit : chosen.exits) pick(exit.values);
      chosen.patience = picked(random, *chosen.patience);
      const auto one = waiting_value(c, chosen, day(10));
      ASSERT_TRUE(one);
      EXPECT_LE(found->span.low, one->span.low);
      EXPECT_GE(found->span.high, one->span.high);
    }
  }
}

NoDeal steady() {
  NoDeal no_deal;
  no_deal.flow = {dated(exactly(60))};
  no_deal.breakdown = {dated(exactly(20))};
  return no_deal;
}

TEST(WaitingValueTest, AFlowThatNeverEndsIsWorthWhatIsStated) {
  NoDeal no_deal = steady();
  no_deal.patience = chance(500'000, 500'000);
  EXPECT_EQ(waiting_value(small_case(), no_deal, day(0))->central, unit * 60 / 100);
  no_deal.patience = chance(1'000'000, 1'000'000);
  EXPECT_EQ(waiting_value(small_case(), no_deal, day(0))->central, unit * 60 / 100);
}

TEST(WaitingValueTest, ThePatientWhoMayFailAreLeftWithBreakdown) {
  NoDeal no_deal = steady();
  no_deal.breakdown_chance = {dated(chance(100'000, 100'000))};
  EXPECT_EQ(waiting_value(small_case(), no_deal, day(0))->central, unit * 20 / 100);
  no_deal.exits.resize(1);
  no_deal.exits[0].values = {dated(exactly(30))};
  EXPECT_EQ(waiting_value(small_case(), no_deal, day(0))->central, unit * 30 / 100);
}

TEST(WaitingValueTest, AnExitToComeIsWorthWaitingFor) {
  NoDeal no_deal = steady();
  no_deal.breakdown_chance = {dated(chance(0, 0))};
  no_deal.patience = chance(900'000, 900'000);
  no_deal.exits.resize(1);
  no_deal.exits[0].values = {dated(exactly(100))};
  no_deal.exits[0].opens = day(8);
  // Two periods of 7 days: 0.1 x 0.6 + 0.9 x (0.1 x 0.6 + 0.9 x 1).
  EXPECT_EQ(waiting_value(small_case(), no_deal, day(0))->central, 924'000'000);
  EXPECT_EQ(waiting_value(small_case(), no_deal, day(1))->central, 960'000'000);
}

TEST(WaitingValueTest, IsNotThereWhereTooLittleIsStated) {
  NoDeal no_deal = steady();
  EXPECT_FALSE(waiting_value(small_case(), no_deal, day(0)));
  no_deal.breakdown_chance = {dated(chance(100'000, 100'000))};
  EXPECT_TRUE(waiting_value(small_case(), no_deal, day(0)));
  no_deal.breakdown.clear();
  EXPECT_FALSE(waiting_value(small_case(), no_deal, day(0)));
  no_deal = steady();
  no_deal.patience = chance(900'000, 900'000);
  no_deal.flow.clear();
  EXPECT_FALSE(waiting_value(small_case(), no_deal, day(0)));
}

TEST(WaitingValueTest, CoversEachWayAnUnknownStanceMayStand) {
  Case c = small_case();
  c.third_parties.resize(1);
  c.third_parties[0].stances.resize(1);
  c.third_parties[0].stances[0].positions = {"firm", "conditional"};
  NoDeal no_deal = steady();
  no_deal.patience = chance(900'000, 900'000);
  DatedValue other = dated(exactly(10));
  other.third_party = other.stance = 0;
  other.position = 1;
  no_deal.flow.push_back(other);
  EXPECT_EQ(waiting_value(c, no_deal, day(0)), (Appraisal{{unit * 10 / 100, unit * 60 / 100}, unit * 35 / 100}));
}

TEST(WaitingValueTest, AFarEndTakesBoundedTime) {
  NoDeal no_deal = steady();
  no_deal.patience = chance(999'999, 999'999);
  no_deal.period_days = 1;
  no_deal.flow.push_back(dated(exactly(10), parse_date("9999-12-31")));
  const auto found = waiting_value(small_case(), no_deal, day(0));
  ASSERT_TRUE(found);
  EXPECT_LE(found->span.low, found->central);
  EXPECT_GE(found->span.high, found->central);
}

TEST(ChangesTest, AreAllDaysOnWhichSomethingMayChange) {
  NoDeal no_deal = steady();
  no_deal.flow.push_back(dated(exactly(10), day(5)));
  no_deal.exits.resize(2);
  no_deal.exits[0].opens = day(3);
  no_deal.exits[0].preparation = Delay{range(1, 2), {}, {}};
  no_deal.exits[0].closes = day(9);
  no_deal.exits[1].after = 0;
  EXPECT_EQ(changes_of(no_deal), (std::vector{day(4), day(5), day(10)}));
  no_deal.exits[1].preparation = Delay{range(1, 2), {}, {}};
  EXPECT_EQ(changes_of(no_deal), (std::vector{day(4), day(5), day(7), day(10)}));
}

}  // namespace
}  // namespace parley::test
