#include "parley/ask/levers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "ask/packages.h"
#include "parley/case/pull_lever.h"
#include "parley/model/consent.h"
#include "support/case_builder.h"
#include "support/other_order.h"
#include "support/random_case.h"

namespace parley::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr int prisoners = 1;

Lever lever(std::string id, std::vector<LeverChange> changes) {
  Lever made;
  made.id = made.name = std::move(id);
  made.changes = std::move(changes);
  return made;
}

/// North can hold out, which the ally may support; South cannot accept the plan, a floor of 90 stands in the way.
/// Both floors are stated by a source.
Case lever_case() {
  Case c = small_case();
  c.as_of = parse_date("2024-03-26");
  ThirdParty ally;
  ally.id = ally.name = "Ally";
  Stance stance;
  stance.id = stance.name = "operation";
  stance.positions = {"supports", "opposes"};
  stance.now = 0;
  ally.stances = {stance};
  c.third_parties = {ally};
  Party& north = c.parties[0];
  north.reservation.reset();
  DatedValue supported;
  supported.third_party = supported.stance = supported.position = 0;
  supported.value = exactly(55);
  DatedValue opposed = supported;
  opposed.position = 1;
  opposed.value = exactly(20);
  north.no_deal.exits = {{"hold", "holding out", {supported, opposed}, {}, {}, -1, {}, {}}};
  Source report;
  report.id = report.title = "report";
  c.sources = {report};
  for (DatedValue& value : north.no_deal.exits[0].values) value.value.from.source = 0;
  c.parties[1].reservation = exactly(90);
  c.parties[1].reservation->from.source = 0;
  c.levers = {lever("opposes", {StanceTaken{0, 0, 1}}),
              lever("closed", {ExitClosed{0, 0}}),
              lever("as before", {StanceTaken{0, 0, 0}}),
              lever("modest", {ReservationChanged{{1, -1, -1}, exactly(5)}}),
              lever("few", {TermsHeld{{is(c, prisoners, {0, 1})}}}),
              lever("many", {TermsHeld{{is(c, prisoners, {9, 10})}}})};
  return c;
}

const Leverage::Setting& setting_of(const Leverage& answer, const Case& c, const std::string& id) {
  return *std::ranges::find_if(answer.alone, [&](const Leverage::Setting& setting) {
    return c.levers[static_cast<std::size_t>(setting.levers.front())].id == id;
  });
}

TEST(Levers, StandInTheOrderOfTheirNames) {
  const Case c = lever_case();
  const Leverage answer = leverage(c, default_date(c), 0);
  std::vector<std::string> names;
  for (const auto& setting : answer.alone) names.push_back(c.levers[static_cast<std::size_t>(setting.levers[0])].id);
  EXPECT_THAT(names, ElementsAre("as before", "closed", "few", "many", "modest", "opposes"));
  EXPECT_THAT(answer.as_it_is.levers, IsEmpty());
  EXPECT_EQ(answer.heading.guarantee.kind, Guarantee::Kind::estimate) << "shares are of readings";
}

TEST(Levers, AStanceMovesTheFloorThatHangsOnIt) {
  const Case c = lever_case();
  const Leverage answer = leverage(c, default_date(c), 0);
  const auto opposes = effects_of(answer.as_it_is, setting_of(answer, c, "opposes"));
  EXPECT_THAT(opposes.margin, ElementsAre(ElementsAre(unit * 35 / 100), ElementsAre(0)));
  const auto closed = effects_of(answer.as_it_is, setting_of(answer, c, "closed"));
  EXPECT_THAT(closed.margin, ElementsAre(ElementsAre(unit * 55 / 100), ElementsAre(0)));
  EXPECT_TRUE(closed.any());
}

TEST(Levers, ALeverThatChangesNothingSaysSo) {
  const Case c = lever_case();
  const Leverage answer = leverage(c, default_date(c), 0);
  EXPECT_FALSE(effects_of(answer.as_it_is, setting_of(answer, c, "as before")).any());
}

TEST(Levers, AFloorThatFallsOpensTheText) {
  const Case c = lever_case();
  const Leverage answer = leverage(c, default_date(c), 0);
  ASSERT_TRUE(answer.as_it_is.text);
  EXPECT_EQ(answer.as_it_is.text->parties[1].verdict, Verdict::certainly_not);
  const auto& modest = setting_of(answer, c, "modest").text;
  ASSERT_TRUE(modest);
  EXPECT_EQ(modest->parties[1].verdict, Verdict::certainly);
}

TEST(Levers, ATextIsReadWithTermsThatAreHeld) {
  const Case c = lever_case();
  const Leverage answer = leverage(c, default_date(c), 0);
  const auto& few = setting_of(answer, c, "few");
  ASSERT_TRUE(few.text);
  EXPECT_THAT(few.text->replaced, ElementsAre(prisoners));
  EXPECT_LE(few.text->change.from[prisoners], 1);
  ASSERT_TRUE(few.zone);
  EXPECT_EQ(few.zone->packages, "12") << "3 options for aid, 2 left for prisoners, 2 for the route";
}

TEST(Levers, CombinationsStandBesideAndMayContradict) {
  const Case c = lever_case();
  LeverOptions options;
  options.only = {0};
  options.together = {{4, 5}, {3, 0}, {0, 3, 3}, {1, 1}, {2, 0}};
  const Leverage answer = leverage(c, default_date(c), 0, options);
  EXPECT_EQ(answer.alone.size(), 1U);
  ASSERT_EQ(answer.together.size(), 3U) << "each once, and none of a single lever";
  EXPECT_THAT(answer.together[0].levers, ElementsAre(2, 0)) << "as before, opposes";
  EXPECT_THAT(answer.together[0].hindrance.value_or(Problem{}).message, HasSubstr("one thing in two ways"));
  EXPECT_THAT(answer.together[1].levers, ElementsAre(4, 5));
  EXPECT_THAT(answer.together[1].hindrance.value_or(Problem{}).message, HasSubstr("no package"));
  EXPECT_FALSE(answer.together[1].zone);
  EXPECT_FALSE(answer.together[2].hindrance);
}

TEST(Levers, WithoutATextThereIsTheZone) {
  Case c = lever_case();
  c.proposals.clear();
  const Leverage answer = leverage(c, default_date(c), -1);
  EXPECT_FALSE(answer.as_it_is.text);
  EXPECT_TRUE(setting_of(answer, c, "modest").zone);
  EXPECT_TRUE(effects_of(answer.as_it_is, setting_of(answer, c, "modest")).zone);
}

TEST(Levers, ACaseWithoutLeversIsAnsweredAsItIs) {
  Case c = lever_case();
  c.levers.clear();
  const Leverage answer = leverage(c, default_date(c), 0);
  EXPECT_TRUE(answer.as_it_is.zone);
  EXPECT_THAT(answer.alone, IsEmpty());
}

TEST(Levers, SharesAreCountedReadingByReading) {
  const Case c = lever_case();
  LeverOptions options;
  options.readings = 500;
  const Leverage answer = leverage(c, default_date(c), 0, options);
  ASSERT_EQ(answer.no_shares, NoShares::given);
  EXPECT_EQ(answer.readings, 500U);
  EXPECT_EQ(answer.heading.guarantee.kind, Guarantee::Kind::estimate);
  const auto consents = [&](const Case& in) {
    const Readings readings = draw_readings(in, default_date(c), {500, 1, false, {}});
    std::vector<bool> all;
    for (std::size_t j = 0; j < 500; ++j)
      all.push_back(approves_in(in, readings, 0, j, {1, 5, 0}) && approves_in(in, readings, 1, j, {1, 5, 0}));
    return all;
  };
  const auto before = consents(c);
  const auto after = consents(pull_lever(c, c.levers[3]));
  std::uint32_t gained = 0;
  std::uint32_t lost = 0;
  for (std::size_t j = 0; j < 500; ++j) {
    gained += !before[j] && after[j] ? 1U : 0U;
    lost += before[j] && !after[j] ? 1U : 0U;
  }
  const auto& text = setting_of(answer, c, "modest").text;
  ASSERT_TRUE(text && text->shares);
  const LeverShare share = text->shares.value_or(LeverShares{}).everyone;
  EXPECT_EQ(share.share.in, static_cast<std::uint32_t>(std::ranges::count(after, true)));
  EXPECT_EQ(share.gained, gained);
  EXPECT_EQ(share.lost, lost);
  EXPECT_GT(gained, 0U);
  EXPECT_LE(share.shift_low, share.shift);
  EXPECT_GE(share.shift_high, share.shift);
  EXPECT_DOUBLE_EQ(share.shift, (static_cast<double>(gained) - static_cast<double>(lost)) / 500);
}

TEST(Levers, WhatWasSaidTellsOfTheCaseAsItIs) {
  Case c = lever_case();
  c.parties[1].reservation = exactly(60);
  c.parties[1].reservation->from.source = 0;
  c.responses = {response(0, 1, Answer::reject)};
  const Leverage answer = leverage(c, default_date(c), 0);
  ASSERT_EQ(answer.no_shares, NoShares::given);
  const auto& before = answer.as_it_is.text;
  ASSERT_TRUE(before && before->shares);
  EXPECT_LT(answer.readings, 4000U);
  EXPECT_TRUE(before->shares.value_or(LeverShares{}).parties[1].share.none()) << "South refused it";
  const auto& after = setting_of(answer, c, "modest").text;
  ASSERT_TRUE(after && after->shares);
  EXPECT_TRUE(after->shares.value_or(LeverShares{}).parties[1].share.all()) << "in the same readings";
}

TEST(Levers, WithoutASourceForAThresholdNoShareIsGiven) {
  Case c = lever_case();
  c.parties[1].reservation = exactly(60);
  const Leverage answer = leverage(c, default_date(c), 0);
  EXPECT_EQ(answer.no_shares, NoShares::no_grounds);
  ASSERT_TRUE(answer.as_it_is.text);
  EXPECT_FALSE(answer.as_it_is.text->shares);
}

/// One lever of each kind that fits.
std::vector<Lever> random_levers(Random& random, const Case& c) {
  std::vector<Lever> levers;
  const auto add = [&](const std::string& id, LeverChange change) { levers.push_back(lever(id, {std::move(change)})); };
  const int party = static_cast<int>(draw(random, 0, static_cast<std::int64_t>(c.parties.size()) - 1));
  const auto& side = c.parties[static_cast<std::size_t>(party)];
  const int issue = static_cast<int>(draw(random, 0, static_cast<std::int64_t>(c.issues.size()) - 1));
  const int level = static_cast<int>(draw(random, 0, c.issues[static_cast<std::size_t>(issue)].levels() - 1));
  const int floor = static_cast<int>(draw(random, 0, 12));
  const int credence = static_cast<int>(draw(random, 1, 4));
  add("floor", ReservationChanged{{party, -1, -1}, exactly(5 * floor)});
  add("belief", CredenceChanged{{party, -1, -1}, 1, millionths(250'000 * credence, 250'000 * credence)});
  add("terms", TermsHeld{{is(c, issue, {level})}});
  add("breakdown", BreakdownChanged{party, exactly(50 - floor), {}});
  if (!side.no_deal.exits.empty()) add("closed", ExitClosed{party, 0});
  if (!side.red_lines.empty()) add("lifted", RedLineLifted{{party, -1, -1}, side.red_lines[0].option});
  return levers;
}

/// Looks at every package of the changed case, one by one.
std::pair<std::size_t, std::size_t> enumerated(const Case& changed) {
  const Model model = compile(changed, default_date(changed));
  const auto packages = packages_of(changed);
  const auto accepted = std::ranges::count_if(
      packages, [&](const Package& package) { return everyone_approves(changed, model, package); });
  return {packages.size(), static_cast<std::size_t>(accepted)};
}

TEST(Levers, AgreeWithEnumerationOnRandomCases) {
  Random random(5);
  for (int round = 0; round < 25; ++round) {
    SCOPED_TRACE(round);
    CaseShape shape;
    shape.issues = 3;
    Case c = random_case(random, shape);
    c.levers = random_levers(random, c);
    LeverOptions options;
    options.readings = 100;
    options.together = {{0, 1}, {2, 3}};
    const Leverage answer = leverage(c, default_date(c), 0, options);
    auto settings = answer.alone;
    settings.insert(settings.end(), answer.together.begin(), answer.together.end());
    for (const Leverage::Setting& setting : settings) {
      if (setting.hindrance) continue;
      // One after the other, in the order of the file.
      Case changed = c;
      std::vector<int> in_file = setting.levers;
      std::ranges::sort(in_file);
      for (const int index : in_file) changed = pull_lever(changed, c.levers[static_cast<std::size_t>(index)]);
      const auto [packages, accepted] = enumerated(changed);
      ASSERT_TRUE(setting.zone);
      EXPECT_EQ(setting.zone->packages, std::to_string(packages));
      EXPECT_EQ(setting.zone->accepted, std::to_string(accepted));
      const Case twice = pull_lever(changed, c.levers[static_cast<std::size_t>(setting.levers[0])]);
      EXPECT_EQ(enumerated(twice), enumerated(changed)) << "pulled again";
    }
  }
}

TEST(Levers, TheOrderOfTheCaseChangesNothing) {
  Random random(17);
  for (int round = 0; round < 12; ++round) {
    SCOPED_TRACE(round);
    CaseShape shape;
    shape.parties = 3;
    shape.issues = 3;
    Case c = random_case(random, shape);
    c.levers = random_levers(random, c);
    const Case other = reordered(c, random);
    LeverOptions options;
    options.readings = 100;
    const Leverage expected = leverage(c, default_date(c), 0, options);
    const Leverage actual = leverage(other, default_date(other), 0, options);
    ASSERT_EQ(actual.alone.size(), expected.alone.size());
    for (std::size_t s = 0; s < expected.alone.size(); ++s) {
      EXPECT_EQ(actual.alone[s].hindrance.has_value(), expected.alone[s].hindrance.has_value());
      EXPECT_EQ(actual.alone[s].zone, expected.alone[s].zone);
      if (!expected.alone[s].text || !actual.alone[s].text) continue;
      EXPECT_EQ(actual.alone[s].text->change.kind, expected.alone[s].text->change.kind);
      for (const PartyVerdict& party : expected.alone[s].text->parties) {
        const std::string& id = c.parties[static_cast<std::size_t>(party.party)].id;
        const auto place = std::ranges::find(other.parties, id, &Party::id) - other.parties.begin();
        EXPECT_EQ(actual.alone[s].text->parties[static_cast<std::size_t>(place)].verdict, party.verdict);
      }
    }
  }
}

}  // namespace
}  // namespace parley::test
