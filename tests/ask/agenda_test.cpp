#include "parley/ask/agenda.h"

#include <gmock/gmock.h>

#include "parley/ask/central_view.h"
#include "support/case_builder.h"

namespace parley::test {
namespace {

constexpr std::size_t readings_made = 1000;

/// Readings made by hand of two numbers from 0 to 100 that have nothing to do with each other, and of a choice.
Readings made_readings() {
  Readings readings;
  readings.count = readings_made;
  Unknown first;
  first.kind = Unknown::Kind::reservation;
  first.who = {0, -1, -1};
  Unknown second = first;
  second.who = {1, -1, -1};
  Unknown choice;
  choice.kind = Unknown::Kind::consent;
  choice.who = {1, -1, -1};
  readings.unknowns = {first, second, choice};
  readings.drawn.resize(3);
  for (std::size_t j = 0; j < readings_made; ++j) {
    readings.drawn[0].push_back(static_cast<std::int64_t>(j) * 100'000);
    readings.drawn[1].push_back(static_cast<std::int64_t>(j * 377 % readings_made) * 100'000);
    readings.drawn[2].push_back(static_cast<std::int64_t>(j % 2));
  }
  return readings;
}

Case talks() {
  Case c = small_case();
  ThirdParty third;
  third.id = third.name = "Host";
  third.channels = {0};
  c.third_parties = {third};
  c.parties[1].consent_claims.resize(2);
  c.parties[1].consent_claims[0].consent = c.parties[1].consent_claims[1].consent = approval_of(0);
  return c;
}

/// North consents in `yes`, South always.
ConsentIn consent_in(const ReadingSet& yes) {
  ReadingSet all(readings_made);
  all.set();
  return {{{yes}, {all}}, {yes, all}, yes};
}

template <class Holds>
ReadingSet readings_where(const Holds& holds) {
  ReadingSet set(readings_made);
  for (std::size_t j = 0; j < readings_made; ++j) set[j] = holds(j);
  return set;
}

std::vector<const Inquiry*> figures(const Agenda& agenda) {
  std::vector<const Inquiry*> found;
  for (const Inquiry& inquiry : agenda.inquiries)
    if (inquiry.kind == Inquiry::Kind::figure) found.push_back(&inquiry);
  return found;
}

TEST(Agenda, AsksFirstForTheOnlyUnknownThatMatters) {
  const Readings readings = made_readings();
  const Agenda agenda =
      agenda_of(talks(), readings, {consent_in(readings_where([](std::size_t j) { return j < 500; }))});
  EXPECT_DOUBLE_EQ(agenda.doubt, 1);
  const auto asked = figures(agenda);
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0]->unknown, 0);
  EXPECT_NEAR(asked[0]->bits, 1, 0.005);
  EXPECT_EQ(asked[0]->who.party, 0);
  EXPECT_THAT(asked[0]->through, testing::ElementsAre(0));
}

TEST(Agenda, LearnsAsMuchAsTheQuartersTell) {
  const Readings readings = made_readings();
  // Consent in the first eighth and in no other: of the quarters, the first one stays at even chances.
  const Agenda agenda =
      agenda_of(talks(), readings, {consent_in(readings_where([](std::size_t j) { return j < 125; }))});
  const double doubt = -0.125 * std::log2(0.125) - 0.875 * std::log2(0.875);
  EXPECT_NEAR(agenda.doubt, doubt, 1e-9);
  ASSERT_FALSE(figures(agenda).empty());
  EXPECT_NEAR(figures(agenda).front()->bits, doubt - 0.25, 0.005);
}

TEST(Agenda, AveragesOverPackages) {
  const Readings readings = made_readings();
  const auto half = consent_in(readings_where([](std::size_t j) { return j < 500; }));
  const auto sure = consent_in(readings_where([](std::size_t) { return true; }));
  const Agenda agenda = agenda_of(talks(), readings, {half, sure});
  EXPECT_DOUBLE_EQ(agenda.doubt, 0.5);
  EXPECT_NEAR(figures(agenda).front()->bits, 0.5, 0.005);
}

TEST(Agenda, AsksForAChoice) {
  const Readings readings = made_readings();
  const Agenda agenda =
      agenda_of(talks(), readings, {consent_in(readings_where([](std::size_t j) { return j % 2 == 1; }))});
  const auto asked = figures(agenda);
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0]->unknown, 2);
}

TEST(Agenda, AsksPrincipalsWhetherTheyCouldConsent) {
  const Readings readings = made_readings();
  const Agenda agenda =
      agenda_of(talks(), readings, {consent_in(readings_where([](std::size_t j) { return j < 300; }))});
  const auto& inquiries = agenda.inquiries;
  ASSERT_EQ(inquiries.size(), 2U);
  EXPECT_EQ(inquiries[0].kind, Inquiry::Kind::consent);
  EXPECT_EQ(inquiries[0].who.party, 0);
  EXPECT_NEAR(inquiries[0].bits, agenda.doubt, 0.002);
}

TEST(Agenda, IsEmptyWhereNothingIsInDoubt) {
  const Readings readings = made_readings();
  const Agenda agenda = agenda_of(talks(), readings, {consent_in(readings_where([](std::size_t) { return false; }))});
  EXPECT_EQ(agenda.doubt, 0);
  EXPECT_TRUE(agenda.inquiries.empty());
}

TEST(CentralView, TellsWhatConsentHasInCommon) {
  const CentralView view =
      central_view(talks(), made_readings(), readings_where([](std::size_t j) { return j <= 300; }));
  EXPECT_EQ(view.consenting, 301U);
  ASSERT_EQ(view.leanings.size(), 1U);
  const Leaning& leaning = view.leanings.front();
  EXPECT_EQ(leaning.unknown, 0);
  EXPECT_DOUBLE_EQ(leaning.among, 15'000'000);
  EXPECT_DOUBLE_EQ(leaning.all, 49'950'000);
  EXPECT_EQ(leaning.least, 0);
  EXPECT_EQ(leaning.most, 30'000'000);
  EXPECT_EQ(leaning.high, 28'500'000);
  EXPECT_NEAR(leaning.shift, (15 - 49.95) / (100 / std::sqrt(12.0)), 0.01);
}

TEST(CentralView, TellsWhichChoiceConsentTakes) {
  const CentralView view =
      central_view(talks(), made_readings(), readings_where([](std::size_t j) { return j % 2 == 1 && j % 3 == 0; }));
  ASSERT_EQ(view.leanings.size(), 2U);
  for (const Leaning& leaning : view.leanings) {
    EXPECT_EQ(leaning.unknown, 2);
    EXPECT_EQ(leaning.all, 0.5);
    EXPECT_EQ(leaning.among, leaning.choice == 1 ? 1 : 0);
  }
}

TEST(CentralView, SaysNothingOfTooFewNoneOrAll) {
  const auto few = central_view(talks(), made_readings(), readings_where([](std::size_t j) { return j < 19; }));
  EXPECT_TRUE(few.too_few);
  EXPECT_TRUE(few.leanings.empty());
  const auto none = central_view(talks(), made_readings(), readings_where([](std::size_t) { return false; }));
  EXPECT_FALSE(none.too_few);
  EXPECT_TRUE(none.leanings.empty());
  const auto all = central_view(talks(), made_readings(), readings_where([](std::size_t) { return true; }));
  EXPECT_TRUE(all.leanings.empty());
}

TEST(CentralView, LeavesOutWhatChanceCouldShow) {
  // Readings taken without regard to any of the numbers.
  const auto view = central_view(talks(), made_readings(),
                                 readings_where([](std::size_t j) { return j * 619 % readings_made < 200; }));
  EXPECT_EQ(view.consenting, 200U);
  EXPECT_TRUE(view.leanings.empty());
}

}  // namespace
}  // namespace parley::test
