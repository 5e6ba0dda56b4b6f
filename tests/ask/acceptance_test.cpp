#include "parley/ask/acceptance.h"

#include <gmock/gmock.h>

#include "ask/packages.h"
#include "parley/ask/reading_sets.h"
#include "parley/format/case_file.h"
#include "parley/render/json.h"
#include "support/case_builder.h"

namespace parley::test {
namespace {

using testing::IsEmpty;

/// The small case with values that are all exact and thresholds from a source: "plan" is worth 40 to South and 60 to
/// North.
Case sourced_case() {
  Case c = small_case();
  Source report;
  report.id = "report";
  c.sources = {report};
  for (const bool north : {true, false}) {
    Party& party = c.parties[north ? 0 : 1];
    party.preference.values[0] = values({exactly(north ? 0 : 100), exactly(50), exactly(north ? 100 : 0)});
    party.reservation->from.source = 0;
  }
  return c;
}

Quantity sourced(Quantity quantity) {
  quantity.from.source = 0;
  return quantity;
}

Acceptability asked(const Case& c, std::size_t readings = 2000, std::uint64_t seed = 1) {
  AcceptanceOptions options;
  options.readings = readings;
  options.seed = seed;
  return acceptance(c, compile(c, default_date(c)), options);
}

/// Who consents to the first text, in which share.
ReadingShare everyone(const Acceptability& answer) {
  const auto& share = answer.texts.front().everyone;
  return share ? share->shown : ReadingShare{};
}
ReadingShare party_share(const Acceptability& answer, std::size_t party) {
  const auto& share = answer.texts.front().parties[party].share;
  return share ? share->shown : ReadingShare{};
}

/// Within twice the 95 % interval, which one seed in ten thousand misses.
void expect_near(const ReadingShare& share, double exact) {
  const double more = (share.high - share.low) / 2;
  EXPECT_LE(share.low - more, exact);
  EXPECT_GE(share.high + more, exact);
}

TEST(Acceptance, IsExactWhereNothingIsUnknown) {
  const Acceptability answer = asked(sourced_case());
  EXPECT_EQ(answer.readings, 1U);
  EXPECT_TRUE(everyone(answer).exact());
  EXPECT_TRUE(everyone(answer).all());
  EXPECT_EQ(answer.heading.guarantee.kind, Guarantee::Kind::exact);
  EXPECT_THAT(answer.agenda.inquiries, IsEmpty());
}

TEST(Acceptance, IsTheIntegralOverOneThreshold) {
  Case c = sourced_case();
  c.parties[1].reservation = sourced(range(32, 52));
  const Acceptability answer = asked(c, 4000);
  ASSERT_EQ(answer.unknowns.size(), 1U);
  expect_near(party_share(answer, 1), 0.4);
  EXPECT_TRUE(party_share(answer, 0).all());
  EXPECT_EQ(everyone(answer), party_share(answer, 1));
  // What would have to be true: the threshold lies below the 40 that the text is worth.
  ASSERT_EQ(answer.texts[0].view.leanings.size(), 1U);
  const Leaning& leaning = answer.texts[0].view.leanings.front();
  EXPECT_LE(leaning.most, 40'000'000);
  EXPECT_NEAR(leaning.among, 36'000'000, 300'000);
  EXPECT_NEAR(leaning.all, 42'000'000, 400'000);
  ASSERT_FALSE(answer.agenda.inquiries.empty());
}

/// A third party stands in one of two ways, which lifts the floor of one side or of the other.
Case stance_case() {
  Case c = sourced_case();
  ThirdParty ally;
  ally.id = ally.name = "Ally";
  Stance stance;
  stance.id = stance.name = "arms";
  stance.positions = {"delivers", "withholds"};
  const Decimal quarter{250'000};
  stance.chances = {range(quarter, quarter), range(Decimal{750'000}, Decimal{750'000})};
  ally.stances = {stance};
  c.third_parties = {ally};
  for (std::size_t p = 0; p < 2; ++p) {
    c.parties[p].reservation.reset();
    Exit exit;
    exit.id = exit.name = "leave";
    for (int position = 0; position < 2; ++position) {
      DatedValue value;
      value.third_party = value.stance = 0;
      value.position = position;
      value.value = sourced(exactly(position == static_cast<int>(p) ? 10 : 90));
      exit.values.push_back(value);
    }
    c.parties[p].no_deal.exits = {exit};
  }
  return c;
}

TEST(Acceptance, IsNoProductOfShares) {
  const Acceptability answer = asked(stance_case());
  expect_near(party_share(answer, 0), 0.25);
  expect_near(party_share(answer, 1), 0.75);
  EXPECT_TRUE(everyone(answer).none());
}

/// Two claims on each side's threshold, four combinations: known exactly.
TEST(Acceptance, IsThatOfTheDiscreteReadings) {
  Case c = sourced_case();
  const auto claims = [](std::vector<std::pair<int, int>> numbers) {
    Quantity quantity = range(numbers.front().first, numbers.back().first);
    for (const auto& [number, weight] : numbers) {
      Provenance from;
      from.source = 0;
      quantity.claims.push_back({Decimal::of(number), Decimal::of(number), Decimal::of(weight), from});
    }
    return quantity;
  };
  c.parties[0].reservation = claims({{20, 1}, {55, 1}, {80, 2}});
  c.parties[1].reservation = claims({{30, 2}, {45, 1}, {50, 1}});
  const Acceptability answer = asked(c, 4000);
  expect_near(party_share(answer, 0), 0.5);
  expect_near(party_share(answer, 1), 0.5);
  expect_near(everyone(answer), 0.25);
  // Reading by reading, and package by package.
  ReadingOptions options;
  options.count = 4000;
  const Readings readings = draw_readings(c, default_date(c), options);
  std::size_t best = 0;
  for (const Package& package : packages_of(c)) {
    std::size_t together = 0;
    for (std::size_t j = 0; j < readings.count; ++j)
      together += approves_in(c, readings, 0, j, package) && approves_in(c, readings, 1, j, package) ? 1U : 0U;
    best = std::max(best, together);
    if (package == Package{1, 5, 0}) {
      EXPECT_EQ(together, everyone(answer).in);
    }
  }
  ASSERT_TRUE(answer.most.found && answer.most.found->everyone);
  EXPECT_EQ(answer.most.found->everyone->shown.in, best);
  EXPECT_TRUE(answer.most.proven);
  EXPECT_EQ(answer.most.bound.in, best);
}

TEST(Acceptance, OfBracketsIsBetweenEveryAndSomeCompletion) {
  Case c = sourced_case();
  c.parties[0].reservation = sourced(range(30, 70));
  c.parties[1].reservation = sourced(range(30, 70));
  c.proposals[0].alternatives[1] = {3, 5, 7};
  const Acceptability answer = asked(c);
  const auto& share = answer.texts[0].everyone;
  ASSERT_TRUE(share && share->every && share->some);
  EXPECT_LE(share->every->in, share->shown.in);
  EXPECT_LE(share->shown.in, share->some->in);
  EXPECT_LT(share->every->in, share->some->in);
  // Each side has every completion when the worst for it is enough: 54 and 34, of thresholds from 30 to 70.
  const auto& north = answer.texts[0].parties[0].share;
  const auto& south = answer.texts[0].parties[1].share;
  ASSERT_TRUE(north && north->every && north->some && south && south->every && south->some);
  expect_near(*north->every, 0.6);
  expect_near(*north->some, 0.9);
  expect_near(*south->every, 0.1);
  expect_near(*south->some, 0.4);
}

TEST(Acceptance, GivesNoPercentageThatRestsOnNothing) {
  Case c = sourced_case();
  c.parties[1].reservation = range(32, 52);
  const Acceptability answer = asked(c);
  EXPECT_TRUE(answer.refused);
  EXPECT_EQ(answer.grounds[0].grounds, Grounds::sourced);
  EXPECT_EQ(answer.grounds[1].grounds, Grounds::none);
  const JudgedPackage& text = answer.texts.front();
  EXPECT_FALSE(text.everyone);
  EXPECT_TRUE(text.parties[0].share);
  EXPECT_FALSE(text.parties[1].share);
  EXPECT_FALSE(text.parties[1].principals[0].share);
  EXPECT_EQ(text.parties[1].verdict, Verdict::possibly);
  EXPECT_EQ(text.parties[1].principals[0].margin, (Span{-12 * unit / 100, 8 * unit / 100}));
  EXPECT_FALSE(answer.most.searched);
  EXPECT_THAT(answer.agenda.inquiries, IsEmpty());
}

TEST(Acceptance, GivesOneOnceAnAnswerIsRecorded) {
  Case c = sourced_case();
  c.parties[1].reservation = range(32, 52);
  c.responses = {response(0, 1, Answer::reject)};
  c.responses[0].from.source = 0;
  const Acceptability answer = asked(c);
  EXPECT_FALSE(answer.refused);
  EXPECT_EQ(answer.grounds[1].grounds, Grounds::assumptions_only);
  ASSERT_EQ(answer.conditions.size(), 1U);
  EXPECT_NEAR(answer.conditions[0].share, 0.6, 0.06);
  EXPECT_TRUE(party_share(answer, 1).none());
  AcceptanceOptions without;
  without.heed_talks = false;
  EXPECT_TRUE(acceptance(c, compile(c, default_date(c)), without).refused);
}

TEST(Acceptance, IsTheSameWithTheSameSeed) {
  Case c = sourced_case();
  c.parties[1].reservation = sourced(range(32, 52));
  EXPECT_EQ(to_json(c, asked(c, 500, 7)), to_json(c, asked(c, 500, 7)));
  EXPECT_NE(to_json(c, asked(c, 500, 7)), to_json(c, asked(c, 500, 8)));
}

TEST(Acceptance, TellsHowFarOffThePackagesOfTheFrontierAre) {
  Case c = sourced_case();
  c.parties[0].reservation = sourced(range(30, 50));
  c.parties[1].reservation = sourced(range(32, 52));
  AcceptanceOptions options;
  options.readings = 300;
  options.frontier = true;
  const Acceptability answer = acceptance(c, compile(c, default_date(c)), options);
  ReadingOptions how;
  how.count = 300;
  const Readings readings = draw_readings(c, default_date(c), how);
  ASSERT_FALSE(answer.frontier.empty());
  for (const RobustPackage& package : answer.frontier) {
    Utility lack = 0;
    for (std::size_t j = 0; j < readings.count; ++j)
      for (std::size_t p = 0; p < 2; ++p) {
        const ReadView& view = readings.views[p][0];
        lack = std::max(lack, in_reading(view.floor, j) - utility_in(view, j, package.package));
      }
    EXPECT_EQ(package.worst_shortfall, lack);
    EXPECT_EQ(package.everyone.in, ConsentByReading(c, readings).to(package.package).everyone.count());
    EXPECT_EQ(package.everyone.in == readings.count, lack == 0);
  }
  EXPECT_GE(answer.frontier.front().everyone.in, answer.frontier.back().everyone.in);
  EXPECT_TRUE(answer.frontier.front().undominated);
}

TEST(Acceptance, OfTheFoundingCaseRestsOnWhatWasSaid) {
  const Case c = read_case_file(PARLEY_SOURCE_DIR "/cases/gaza-2024-03.yaml").value.value();
  AcceptanceOptions options;
  options.readings = 200;
  options.search = 10'000'000;
  const Acceptability answer = acceptance(c, compile(c, default_date(c)), options);
  EXPECT_FALSE(answer.refused);
  for (const PartyGrounds& grounds : answer.grounds) EXPECT_EQ(grounds.grounds, Grounds::assumptions_only);
  ASSERT_EQ(answer.texts.size(), 1U);
  EXPECT_GE(answer.most.bound.in, everyone(answer).in);
}

}  // namespace
}  // namespace parley::test
