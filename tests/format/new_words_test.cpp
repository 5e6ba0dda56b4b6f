#include <gmock/gmock.h>

#include "format/case_text.h"
#include "parley/format/case_file.h"

namespace parley {
namespace {

using testing::ElementsAre;

Case read_sound(const std::string& text) {
  CaseFile file = read_case(text);
  EXPECT_EQ(told(file.problems), "");
  EXPECT_TRUE(file.value);
  return file.value.value_or(Case{});
}

/// Two parties that both have `anna` to say of themselves.
Case with_party(const std::string& anna, const std::string& rest = {}) {
  const std::string wants = "preferences: {weights: {bread: 100}, values: {bread: {white: 100, brown: 0}}}";
  return read_sound(
      "parley: 1\ntitle: Bread\nissues: {bread: {options: [white, brown]}}\n"
      "sources: {us: {title: We, assumptions: true}, news: {title: News}, radio: {title: Radio}}\n"
      "parties:\n  anna:\n    " +
      wants + "\n" + anna + "  bruno:\n    " + wants + "\n    reservation: 40\n" + rest);
}

std::string text_of(const Quantity& q) { return to_text(q.low) + ".." + to_text(q.high); }

TEST(NewWords, ClaimsStandBesideEachOther) {
  const Case c =
      with_party("    reservation: {either: [{value: 20..30, from: radio, weight: 2}, {range: 35..45, from: news}]}\n");
  const Quantity& q = *c.parties[0].reservation;
  EXPECT_EQ(text_of(q), "20..45");
  ASSERT_EQ(q.claims.size(), 2U);
  EXPECT_EQ(to_text(q.claims[0].low), "20");
  EXPECT_EQ(to_text(q.claims[0].weight), "2");
  EXPECT_EQ(to_text(q.claims[1].high), "45");
  EXPECT_EQ(to_text(q.claims[1].weight), "1");
  EXPECT_EQ(q.claims[0].from.source, 2);
  EXPECT_EQ(q.from.source, 2);
}

TEST(NewWords, ClaimsAreSourcedAsWellAsTheWorstOfThem) {
  const Case c = with_party("    reservation: {either: [{value: 20, from: radio}, {value: 30, from: us}]}\n");
  EXPECT_EQ(c.parties[0].reservation->from.source, 0);
  const Case own = with_party("    reservation: {either: [{value: 20, from: radio}, 30], from: news}\n");
  EXPECT_EQ(own.parties[0].reservation->from.source, 1);
  EXPECT_EQ(own.parties[0].reservation->claims[1].from.source, 1);
}

TEST(NewWords, DelaysInEachForm) {
  const Case c = with_party(
      "    principals:\n"
      "      a: {delay: 3..7 days}\n"
      "      b: {delay: {least: 12 hours, typical: 4 days, most: 2 weeks, from: news}}\n"
      "      c: {delay: {seen: [3 days, 9 days, 5 days]}}\n"
      "      d: {delay: {either: [{value: 1..2 days, from: radio}, {value: 1 week, weight: 0.5}]}}\n");
  const auto& who = c.parties[0].principals;
  EXPECT_EQ(text_of(who[0].delay->days), "3..7");
  EXPECT_EQ(text_of(who[1].delay->days), "0.5..14");
  EXPECT_EQ(to_text(*who[1].delay->typical), "4");
  EXPECT_EQ(who[1].delay->days.from.source, 1);
  EXPECT_EQ(text_of(who[2].delay->days), "3..9");
  EXPECT_THAT(who[2].delay->seen, ElementsAre(Decimal::of(3), Decimal::of(9), Decimal::of(5)));
  EXPECT_EQ(text_of(who[3].delay->days), "1..7");
  EXPECT_EQ(who[3].delay->days.claims.size(), 2U);
}

TEST(NewWords, ConsentInTurnAndInDispute) {
  const Case c = with_party(
      "    principals: {a: , b: , c: }\n"
      "    consent: {either: [{consent: {any: [a, b]}, from: radio}, "
      "{consent: {all: [a, b, c], in-turn: yes}, weight: 2, from: news}]}\n");
  const Party& anna = c.parties[0];
  ASSERT_EQ(anna.consent_claims.size(), 2U);
  EXPECT_EQ(anna.consent_claims[0].consent.kind, Gate::Kind::any);
  EXPECT_FALSE(anna.consent_claims[0].consent.in_turn);
  EXPECT_EQ(anna.consent_claims[0].from.source, 2);
  EXPECT_EQ(to_text(anna.consent_claims[1].weight), "2");
  EXPECT_EQ(anna.consent.kind, Gate::Kind::all);
  EXPECT_TRUE(anna.consent.in_turn);
  EXPECT_EQ(gate_text(anna, anna.consent), "a, then b, then c");
}

TEST(NewWords, ReservationsOverTime) {
  const std::string third = "third-parties: {ally: {stances: {help: {positions: [yes, no]}}}}\n";
  const Case c = with_party(
      "    reservation:\n      - {since: 2024-04-10, value: 30..38}\n      - {value: 25..33, from: news}\n"
      "      - {value: 20, when: {ally.help: no}}\n",
      third);
  const Party& anna = c.parties[0];
  EXPECT_EQ(text_of(*anna.reservation), "25..33");
  EXPECT_EQ(anna.reservation->from.source, 1);
  ASSERT_EQ(anna.reservations.size(), 2U);
  EXPECT_EQ(to_text(*anna.reservations[0].since), "2024-04-10");
  EXPECT_EQ(anna.reservations[1].position, 1);
  const Case only = with_party("    reservation: {since: 2024-04-10, value: 30}\n");
  EXPECT_FALSE(only.parties[0].reservation);
  EXPECT_EQ(only.parties[0].reservations.size(), 1U);
}

TEST(NewWords, ChancesOfStances) {
  const Case c = with_party("    reservation: 40\n",
                            "third-parties: {ally: {stances: {help: {positions: [more, as now, none], chances: {none: "
                            "0.5..0.7, more: 0.2, from: news}}}}}\n");
  const Stance& stance = c.third_parties[0].stances[0];
  EXPECT_EQ(stance.now, -1);
  ASSERT_EQ(stance.chances.size(), 3U);
  EXPECT_EQ(text_of(stance.chances[0]), "0.2..0.2");
  EXPECT_EQ(text_of(stance.chances[1]), "0.1..0.3");
  EXPECT_EQ(text_of(stance.chances[2]), "0.5..0.7");
  EXPECT_EQ(stance.chances[2].from.source, 1);
}

TEST(NewWords, ExitsThatAreGambles) {
  const Case c = with_party(
      "    no-deal:\n      exits:\n"
      "        march:\n          opens: 2024-04-01\n          closes: 2024-06\n          after: call-up\n"
      "          preparation: 2..4 weeks\n"
      "          value:\n"
      "            - gamble: {chance: 0.3..0.6, win: 60..70, loss: 10..20, cost: {value: 5, from: us}, from: news}\n"
      "            - {since: 2024-05-01, value: 30}\n"
      "        call-up: {value: {either: [10, 20]}}\n");
  const auto& exits = c.parties[0].no_deal.exits;
  EXPECT_EQ(to_text(*exits[0].opens), "2024-04-01");
  EXPECT_EQ(to_text(*exits[0].closes), "2024-06");
  EXPECT_EQ(exits[0].after, 1);
  EXPECT_EQ(text_of(exits[0].preparation->days), "14..28");
  ASSERT_TRUE(exits[0].values[0].gamble);
  EXPECT_EQ(text_of(exits[0].values[0].gamble->chance), "0.3..0.6");
  EXPECT_EQ(text_of(exits[0].values[0].value), "20..45");
  EXPECT_EQ(exits[0].values[0].value.from.source, 0);
  EXPECT_FALSE(exits[0].values[1].gamble);
  EXPECT_EQ(text_of(exits[1].values[0].value), "10..20");
}

TEST(NewWords, BreakdownChanceAndPatience) {
  const Case c = with_party(
      "    no-deal:\n      breakdown: 10\n"
      "      breakdown-chance: [{value: 0.05..0.15, per: 2 weeks}, {since: 2024-05, value: 0.3}]\n"
      "      patience: {value: 0.98..1, per: 2 weeks, from: news}\n");
  const NoDeal& no_deal = c.parties[0].no_deal;
  EXPECT_EQ(no_deal.period_days, 14);
  EXPECT_EQ(no_deal.breakdown_chance.size(), 2U);
  EXPECT_EQ(text_of(*no_deal.patience), "0.98..1");
  EXPECT_EQ(no_deal.patience->from.source, 1);
  const Case plain = with_party("    no-deal: {breakdown: 10, breakdown-chance: 0.1, patience: 1}\n");
  EXPECT_EQ(plain.parties[0].no_deal.period_days, 7);
}

TEST(NewWords, Levers) {
  const Case c = with_party(
      "    principals: {a: , b: {advisory: true}, c: }\n    red-lines: [{bread: brown}]\n"
      "    no-deal: {breakdown: 10, exits: {walk: {value: 20}}}\n",
      "third-parties: {ally: {stances: {help: {positions: [more, none]}}}}\n"
      "levers:\n"
      "  one:\n    name: the first\n    from: us\n    changes:\n"
      "      - {stance: {ally.help: none}}\n"
      "      - {credence: {agreement: 0.6..0.8}}\n"
      "      - {reservation: 25..30, of: anna/c}\n"
      "      - {exit: walk, of: anna, value: 20..30}\n"
      "      - {breakdown: 10..20, of: anna}\n"
      "      - {breakdown-chance: 0.3, of: anna}\n"
      "      - {delay: 1..2 days, of: anna}\n"
      "      - {terms: {bread: white}}\n"
      "      - {red-line-lifted: {bread: brown}, of: anna}\n"
      "  two: {changes: [{exit: walk, of: anna, closed: yes}]}\n");
  ASSERT_EQ(c.levers.size(), 2U);
  EXPECT_EQ(c.levers[0].name, "the first");
  const auto& changes = c.levers[0].changes;
  ASSERT_EQ(changes.size(), 11U);
  EXPECT_EQ(std::get<StanceTaken>(changes[0]).position, 1);
  EXPECT_EQ(std::get<CredenceChanged>(changes[1]).who, (Actor{.party = 0}));
  EXPECT_EQ(std::get<CredenceChanged>(changes[2]).who, (Actor{.party = 1}));
  EXPECT_EQ(std::get<CredenceChanged>(changes[2]).credence.from.source, 0);
  EXPECT_EQ(std::get<ReservationChanged>(changes[3]).who, (Actor{.party = 0, .principal = 2}));
  EXPECT_EQ(text_of(std::get<ExitChanged>(changes[4]).value.value), "20..30");
  EXPECT_TRUE(std::get<BreakdownChanged>(changes[5]).value);
  EXPECT_TRUE(std::get<BreakdownChanged>(changes[6]).chance);
  EXPECT_EQ(std::get<DelayChanged>(changes[7]).principal, 0);
  EXPECT_EQ(std::get<DelayChanged>(changes[8]).principal, 2);
  EXPECT_EQ(std::get<TermsHeld>(changes[9]).to.size(), 1U);
  EXPECT_EQ(std::get<RedLineLifted>(changes[10]).option.issue, 0);
  EXPECT_EQ(std::get<ExitClosed>(c.levers[1].changes[0]).exit, 0);
}

}  // namespace
}  // namespace parley
