#include "parley/model/reading/readings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <ranges>

#include "model/sampled.h"
#include "parley/at.h"
#include "parley/case/inherit.h"
#include "parley/model/model.h"
#include "support/case_builder.h"
#include "support/other_order.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

Date today() { return *parse_date("2024-03-26"); }

Readings drawn(const Case& c, std::size_t count, std::uint64_t seed = 1) {
  ReadingOptions options;
  options.count = count;
  options.seed = seed;
  options.heed_talks = false;
  return draw_readings(c, today(), options);
}

Package random_package(Random& random, const Case& c) {
  Package package;
  for (const Issue& issue : c.issues) package.push_back(static_cast<int>(draw(random, 0, issue.levels() - 1)));
  return package;
}

CaseShape random_case_shape(Random& random) {
  CaseShape shape;
  shape.parties = static_cast<int>(draw(random, 1, 3));
  shape.issues = static_cast<int>(draw(random, 1, 5));
  return shape;
}

TEST(Readings, StayWithinWhatTheModelSaysIsPossible) {
  Random random(1);
  // Gains are rounded term by term, so sums may stick out by half of 10^-9 for each.
  constexpr Utility rounding = 5;
  for (int round = 0; round < 40; ++round) {
    const Case c = random_case(random, random_case_shape(random));
    const Model model = compile(c, today());
    const Readings readings = drawn(c, 30);
    for (std::size_t p = 0; p < c.parties.size(); ++p)
      for (std::size_t k = 0; k < c.parties[p].principals.size(); ++k) {
        const ReadView& view = readings.views[p][k];
        const Package package = random_package(random, c);
        const Span span = utility_span(model.principals[p][k], package);
        for (std::size_t j = 0; j < readings.count; ++j) {
          EXPECT_GE(utility_in(view, j, package), span.low - rounding);
          EXPECT_LE(utility_in(view, j, package), span.high + rounding);
          EXPECT_GE(in_reading(view.floor, j), model.floors[p][k].span.low);
          EXPECT_LE(in_reading(view.floor, j), model.floors[p][k].span.high);
        }
      }
  }
}

TEST(Readings, AreTheCentralReadingWhereNothingIsUnknown) {
  Random random(2);
  for (int round = 0; round < 40; ++round) {
    CaseShape shape = random_case_shape(random);
    shape.ranges = false;
    const Case c = random_case(random, shape);
    const Model model = compile(c, today());
    const Readings readings = drawn(c, 30);
    EXPECT_EQ(readings.count, 1U);
    EXPECT_TRUE(readings.unknowns.empty());
    for (std::size_t p = 0; p < c.parties.size(); ++p)
      for (std::size_t k = 0; k < c.parties[p].principals.size(); ++k) {
        const Valuer& central = model.principals[p][k];
        const ReadView& view = readings.views[p][k];
        EXPECT_EQ(view.who, central.who);
        EXPECT_EQ(view.floor, PerReading{model.floors[p][k].central});
        for (std::size_t i = 0; i < central.gain.size(); ++i)
          for (std::size_t level = 0; level < central.gain[i].size(); ++level)
            EXPECT_EQ(view.gain[i][level], PerReading{central.gain[i][level]});
        for (std::size_t e = 0; e < central.interactions.size(); ++e)
          EXPECT_EQ(view.interaction_gain[e], PerReading{central.interaction_gain[e]});
      }
  }
}

/// What was drawn, by the ids and names that say of what.
std::map<std::string, std::vector<std::int64_t>> by_name(const Case& c, const Readings& readings) {
  std::map<std::string, std::vector<std::int64_t>> result;
  for (std::size_t u = 0; u < readings.unknowns.size(); ++u) {
    const Unknown& unknown = readings.unknowns[u];
    std::string name = unknown_text(c, unknown);
    // Combinations have no name here, and their conditions are listed in the order of the issues.
    if (unknown.kind == Unknown::Kind::interaction)
      name = "combination " + std::to_string(unknown.item) + " of " + name_of(c, unknown.who);
    result[name] = readings.drawn[u];
  }
  return result;
}

TEST(Readings, AreTheSameInAnyOrderOfTheFile) {
  Random random(3);
  for (int round = 0; round < 20; ++round) {
    const Case c = random_case(random, random_case_shape(random));
    const Case other = reordered(c, random);
    EXPECT_EQ(by_name(c, drawn(c, 20)), by_name(other, drawn(other, 20)));
  }
}

TEST(Readings, DependOnNoOtherReading) {
  Random random(4);
  for (int round = 0; round < 20; ++round) {
    const Case c = random_case(random, random_case_shape(random));
    const Readings few = drawn(c, 10);
    const Readings many = drawn(c, 100);
    ASSERT_EQ(few.unknowns.size(), many.unknowns.size());
    for (std::size_t u = 0; u < few.drawn.size(); ++u)
      EXPECT_TRUE(std::ranges::equal(few.drawn[u], many.drawn[u] | std::views::take(few.count)));
  }
}

TEST(Readings, FollowTheSeed) {
  Case c = small_case();
  c.parties[0].reservation = range(20, 60);
  EXPECT_EQ(drawn(c, 50, 5).drawn, drawn(c, 50, 5).drawn);
  EXPECT_NE(drawn(c, 50, 5).drawn, drawn(c, 50, 6).drawn);
}

/// For each principal: its floors in points.
std::vector<double> floors_in_points(const Readings& readings, int party, int principal) {
  std::vector<double> points;
  for (std::size_t j = 0; j < readings.count; ++j)
    points.push_back(static_cast<double>(in_reading(readings.views[at(party)][at(principal)].floor, j)) / 1e7);
  return points;
}

double share_above(const std::vector<double>& numbers, double bound) {
  const auto above = std::ranges::count_if(numbers, [bound](double number) { return number > bound; });
  return static_cast<double>(above) / static_cast<double>(numbers.size());
}

TEST(Readings, ShareWhatPrincipalsTakeOverFromTheirParty) {
  Case c = small_case();
  Party& north = c.parties[0];
  north.preference.weights = {range(30, 60), range(20, 40), range(10, 40)};
  north.principals = {principal(c, "one"), principal(c, "two"), principal(c, "three")};
  north.principals[2].preference.weights = {range(30, 60), range(20, 40), range(10, 40)};
  north.consent = gate(Gate::Kind::all, {approval_of(0), approval_of(1), approval_of(2)});
  north.reservation = range(10, 90);
  const Readings readings = drawn(c, 20);
  const auto& views = readings.views[0];
  EXPECT_EQ(views[0].gain, views[1].gain);
  EXPECT_NE(views[0].gain, views[2].gain);
  EXPECT_EQ(views[0].floor, views[2].floor);
  for (const Unknown& unknown : readings.unknowns)
    if (unknown.kind == Unknown::Kind::reservation) {
      EXPECT_EQ(unknown.who, (Actor{0, -1, -1}));
    }
}

TEST(Readings, ChooseBetweenClaimsByTheirWeight) {
  Case c = small_case();
  Quantity& reservation = c.parties[0].reservation.emplace(range(10, 90));
  Claim low{Decimal::of(10), Decimal::of(20), Decimal::of(3), {}};
  Claim high{Decimal::of(80), Decimal::of(90), Decimal::of(1), {}};
  reservation.claims = {low, high};
  const auto floors = floors_in_points(drawn(c, 4000), 0, 0);
  EXPECT_NEAR(share_above(floors, 50), 0.25, 0.03);
  for (const double floor : floors) EXPECT_TRUE(floor <= 20 || floor >= 80);
}

TEST(Readings, LeaveOutClaimsAboutWeightsThatDoNotGoTogether) {
  Case c = small_case();
  c.parties[0].preference.weights = {range(20, 70), range(20, 70), exactly(10)};
  for (std::size_t i = 0; i < 2; ++i)
    c.parties[0].preference.weights[i]->claims = {{Decimal::of(20), Decimal::of(20), Decimal::of(1), {}},
                                                  {Decimal::of(70), Decimal::of(70), Decimal::of(1), {}}};
  const Readings readings = drawn(c, 400);
  ASSERT_EQ(readings.unknowns.size(), 4U);  // two weights, and the middle of two orders of options
  std::size_t first_higher = 0;
  for (std::size_t j = 0; j < readings.count; ++j) {
    std::int64_t sum = 0;
    for (std::size_t u = 0; u < readings.unknowns.size(); ++u)
      if (readings.unknowns[u].kind == Unknown::Kind::weight) sum += readings.drawn[u][j];
    EXPECT_EQ(sum, 90'000'000);
    if (readings.drawn[0][j] > readings.drawn[1][j]) ++first_higher;
  }
  EXPECT_NEAR(static_cast<double>(first_higher), 200, 40);
}

TEST(Readings, BelieveInAPhaseNoMoreThanInTheOneBeforeIt) {
  Case c = small_case();
  c.phases.resize(3);
  for (std::size_t p = 0; p < 3; ++p) c.phases[p].id = c.phases[p].name = std::string("phase ") + "abc"[p];
  c.phases[1].after = 0;
  c.phases[2].after = 1;
  for (Party& each : c.parties) {
    each.preference = unstated(c);
    each.preference.weights = {exactly(50), exactly(30), exactly(20)};
    each.principals[0].preference = unstated(c);
  }
  c.parties[0].preference.credences = {millionths(0, 1'000'000), millionths(0, 1'000'000), millionths(0, 1'000'000)};
  const Readings readings = drawn(c, 3000);
  ASSERT_EQ(readings.unknowns.size(), 3U);
  std::vector<double> last;
  for (std::size_t j = 0; j < readings.count; ++j) {
    EXPECT_GE(readings.drawn[0][j], readings.drawn[1][j]);
    EXPECT_GE(readings.drawn[1][j], readings.drawn[2][j]);
    last.push_back(static_cast<double>(readings.drawn[2][j]) / 1e6);
  }
  EXPECT_NEAR(mean(last), 0.25, 0.02);  // the least of three
}

DatedValue worth(Quantity value, int position = -1) {
  DatedValue made;
  made.value = std::move(value);
  if (position < 0) return made;
  made.third_party = made.stance = 0;
  made.position = position;
  return made;
}

Case case_with_exit() {
  Case c = small_case();
  ThirdParty ally;
  ally.id = "ally";
  ally.name = "Ally";
  ally.stances.emplace_back();
  ally.stances[0].id = ally.stances[0].name = "support";
  ally.stances[0].positions = {"firm", "conditional"};
  c.third_parties = {ally};
  c.parties[0].reservation.reset();
  Exit& exit = c.parties[0].no_deal.exits.emplace_back();
  exit.id = exit.name = "operation";
  exit.values = {worth(exactly(60)), worth(exactly(20), 1)};
  return c;
}

TEST(Readings, TakeAStanceOnceForAllThatHangsOnIt) {
  Case c = case_with_exit();
  c.parties[1].reservation.reset();
  c.parties[1].no_deal.breakdown = {worth(exactly(10), 0), worth(exactly(30), 1)};
  const Readings readings = drawn(c, 1000);
  const auto north = floors_in_points(readings, 0, 0);
  const auto south = floors_in_points(readings, 1, 0);
  for (std::size_t j = 0; j < readings.count; ++j) EXPECT_EQ(south[j], north[j] == 60 ? 10 : 30);
  EXPECT_NEAR(share_above(north, 50), 0.5, 0.06);
  c.third_parties[0].stances[0].chances = {millionths(800'000, 900'000), millionths(100'000, 200'000)};
  EXPECT_NEAR(share_above(floors_in_points(drawn(c, 4000), 0, 0), 50), 0.85, 0.03);
  c.third_parties[0].stances[0].now = 1;
  EXPECT_EQ(drawn(c, 10).views[0][0].floor, PerReading{unit / 5});
}

TEST(Readings, WorkOutWhatAGambleComesTo) {
  Case c = case_with_exit();
  auto& values = c.parties[0].no_deal.exits[0].values;
  values.resize(1);
  values[0].gamble = Gamble{millionths(250'000, 250'000), exactly(80), exactly(40), exactly(5)};
  EXPECT_EQ(drawn(c, 10).views[0][0].floor, PerReading{45 * (unit / 100)});
  values[0].gamble->chance = millionths(0, 1'000'000);
  const auto floors = floors_in_points(drawn(c, 4000), 0, 0);
  EXPECT_NEAR(mean(floors), 55, 0.6);
  EXPECT_NEAR(share_above(floors, 65), 0.25, 0.03);
}

TEST(Readings, CountAnExitOnlyWhereItIsThere) {
  Case c = case_with_exit();
  c.parties[0].no_deal.exits[0].values.resize(1);
  c.parties[0].no_deal.exits[0].opens = parse_date("2024-03-27");
  EXPECT_EQ(drawn(c, 10).views[0][0].floor, PerReading{0});
  c.parties[0].no_deal.exits[0].opens = parse_date("2024-03-20");
  EXPECT_EQ(drawn(c, 10).views[0][0].floor, PerReading{60 * (unit / 100)});
  c.parties[0].no_deal.exits[0].preparation = Delay{range(2, 20), std::nullopt, {}};
  const Readings readings = drawn(c, 1000);
  EXPECT_NEAR(share_above(floors_in_points(readings, 0, 0), 50), 0.5, 0.06);
}

TEST(Readings, DrawWhoseApprovalIsNeeded) {
  Case c = small_case();
  Party& north = c.parties[0];
  north.principals = {principal(c, "one"), principal(c, "two")};
  north.principals[0].reservation = exactly(0);
  north.principals[1].reservation = exactly(100);
  north.consent_claims.resize(2);
  north.consent_claims[0].consent = gate(Gate::Kind::any, {approval_of(0), approval_of(1)});
  north.consent_claims[1].consent = gate(Gate::Kind::all, {approval_of(0), approval_of(1)});
  north.consent_claims[0].weight = Decimal::of(4);
  north.consent = north.consent_claims[0].consent;
  const Readings readings = drawn(c, 2000);
  std::size_t approving = 0;
  for (std::size_t j = 0; j < readings.count; ++j) {
    const bool approves = approves_in(c, readings, 0, j, {1, 5, 0});
    EXPECT_EQ(approves, readings.consent[0][j] == 0);
    if (approves) ++approving;
  }
  EXPECT_NEAR(static_cast<double>(approving), 1600, 75);
}

TEST(Readings, LeaveStatedUtilitiesAsTheyAre) {
  Case c = small_case();
  Utilities utilities;
  utilities.base = -unit / 10;
  utilities.options = {{0, unit / 2, unit}, std::vector<std::int64_t>(11, 0), {unit / 4, 0}};
  c.parties[0].utilities = utilities;
  c.parties[0].reservation.reset();
  const Model model = compile(c, today());
  const Readings readings = drawn(c, 10);
  const ReadView& view = readings.views[0][0];
  EXPECT_EQ(utility_in(view, 3, {1, 5, 0}), central_utility(model.principals[0][0], {1, 5, 0}));
  EXPECT_EQ(view.floor, PerReading{model.floors[0][0].central});
}

TEST(Readings, StopWithThoseThatWereDrawn) {
  const Case c = small_case();
  std::stop_source source;
  source.request_stop();
  ReadingOptions options;
  options.stop = source.get_token();
  const Readings none = draw_readings(c, today(), options);
  EXPECT_EQ(none.count, 0U);
  EXPECT_TRUE(none.views[0][0].floor.empty());
  EXPECT_TRUE(none.views[0][0].gain[0][0].empty());
}

TEST(Unknowns, AreToldInWords) {
  Case c = case_with_exit();
  const auto text = [&](Unknown::Kind kind, Actor who, int item = -1, int level = -1) {
    return unknown_text(c, {kind, who, item, level, {}});
  };
  EXPECT_EQ(text(Unknown::Kind::weight, {0, -1, -1}, 1), "weight of prisoners to North");
  EXPECT_EQ(text(Unknown::Kind::value, {0, -1, -1}, 0, 1), "value of aid: limited to North");
  EXPECT_EQ(text(Unknown::Kind::chance, {0, -1, -1}, 0, 0), "chance that operation succeeds, to North");
  EXPECT_EQ(text(Unknown::Kind::exit, {0, -1, -1}, 0, 1),
            "what operation is worth to North if Ally on support is conditional");
  EXPECT_EQ(text(Unknown::Kind::stance, {-1, -1, 0}, 0), "stance of Ally on support");
  const auto value = [&](Unknown::Kind kind, std::int64_t millionths) {
    return unknown_value_text(c, {kind, {-1, -1, 0}, 0, -1, {}}, millionths);
  };
  EXPECT_EQ(value(Unknown::Kind::weight, 25'040'000), "25");
  EXPECT_EQ(value(Unknown::Kind::weight, 25'060'000), "25.1");
  EXPECT_EQ(value(Unknown::Kind::chance, 300'000), "30 %");
  EXPECT_EQ(value(Unknown::Kind::stance, 1), "conditional");
}

}  // namespace
}  // namespace parley::test
