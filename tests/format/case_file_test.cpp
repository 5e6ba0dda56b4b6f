#include "parley/format/case_file.h"

#include <gmock/gmock.h>

#include "format/case_text.h"
#include "parley/format/starter.h"

namespace parley {
namespace {

using testing::ElementsAre;

Case read(const std::string& text) {
  CaseFile file = read_case(text);
  EXPECT_EQ(told(file.problems), "");
  EXPECT_TRUE(file.value);
  return file.value.value_or(Case{});
}

TEST(CaseFile, StarterReads) {
  const Case c = read(starter_case());
  EXPECT_EQ(c.parties.size(), 2U);
  EXPECT_EQ(c.proposals.size(), 2U);
  EXPECT_EQ(c.proposals[1].parent, 0);
  EXPECT_THAT(c.proposals[1].alternatives,
              ElementsAre(ElementsAre(3), ElementsAre(1), ElementsAre(5), ElementsAre(1, 2)));
}

TEST(CaseFile, ShippedCasesRead) {
  for (const char* name : {"gaza-2024-03", "panama-1974", "orvane-basin"}) {
    const CaseFile file = read_case_file(std::string(PARLEY_SOURCE_DIR "/cases/") + name + ".yaml");
    EXPECT_EQ(told(file.problems), "") << name;
  }
}

TEST(CaseFile, FillsInWhatIsNotSaid) {
  const Case c = read(small_case());
  EXPECT_EQ(c.stalemate_days, 14);
  ASSERT_EQ(c.phases.size(), 1U);
  EXPECT_EQ(c.phases[0].id, "agreement");
  ASSERT_EQ(c.parties[0].principals.size(), 1U);
  EXPECT_EQ(c.parties[0].principals[0].id, "");
  EXPECT_EQ(c.parties[0].principals[0].preference.weights.size(), 1U);
  EXPECT_EQ(c.parties[0].consent.kind, Gate::Kind::principal);
  EXPECT_EQ(c.parties[0].consent.principal, 0);
  EXPECT_EQ(c.parties[0].preference.weights[0]->low, Decimal::of(100));
}

TEST(CaseFile, LevelsGoUp) {
  const Case c = read(small_case(
      "  n: {count: -4..4 step 4, unit: boats}\n  t: {duration: 1..3 week}\n  s: {share: [a, b], step: 25}\n",
      "weights: {n: 50, t: 50, s: 0}, values: {n: {shape: linear}, t: {shape: threshold, at: 2}}"));
  EXPECT_THAT(c.issues[0].options, ElementsAre("-4", "0", "4"));
  EXPECT_EQ(c.issues[0].first, -4);
  EXPECT_EQ(c.issues[0].step, 4);
  EXPECT_THAT(c.issues[1].options, ElementsAre("1", "2", "3"));
  EXPECT_EQ(c.issues[1].unit, "weeks");
  EXPECT_THAT(c.issues[2].options, ElementsAre("0", "25", "50", "75", "100"));
  EXPECT_THAT(c.issues[2].claimants, ElementsAre(0, 1));
  EXPECT_EQ(std::get<Shape>(c.parties[0].preference.values[1]->form).at, 1);
  EXPECT_TRUE(std::get<Shape>(c.parties[1].preference.values[2]->form).best_high);
}

TEST(CaseFile, PointsAreJoinedByStraightLines) {
  const Case c =
      read(small_case("  n: {count: 0..6}\n", "weights: {n: 100}, values: {n: {points: {0: 0, 3: 40..50, 6: 100}}}"));
  const auto& values = std::get<OptionValues>(c.parties[0].preference.values[0]->form).by_level;
  std::vector<std::pair<std::string, std::string>> seen;
  for (const Quantity& q : values) seen.emplace_back(to_text(q.low), to_text(q.high));
  using Pair = std::pair<std::string, std::string>;
  EXPECT_THAT(seen,
              ElementsAre(Pair{"0", "0"}, Pair{"13.333333", "16.666667"}, Pair{"26.666667", "33.333333"},
                          Pair{"40", "50"}, Pair{"60", "66.666667"}, Pair{"80", "83.333333"}, Pair{"100", "100"}));
}

TEST(CaseFile, ConditionsNameLevels) {
  const Case c = read(small_case("  n: {count: 0..8 step 2}\n  w: {scale: [no, some, all]}\n",
                                 "weights: {n: 50, w: 50}, values: {n: {shape: linear}, w: {order: [all, some, no]}}",
                                 "rules:\n"
                                 "- {if: {n: \"> 4\"}, then: {w: {not: no}}}\n"
                                 "- {if: {n: 1..5}, then: {w: [no, some]}}\n"
                                 "- {if: {n: [0, \">= 8\"]}, then: {w: [no, some]}}\n"));
  EXPECT_EQ(c.rules[0].when[0].holds, (std::vector<bool>{false, false, false, true, true}));
  EXPECT_EQ(c.rules[0].then[0].holds, (std::vector<bool>{false, true, true}));
  EXPECT_EQ(c.rules[1].when[0].holds, (std::vector<bool>{false, true, true, false, false}));
  EXPECT_EQ(c.rules[2].when[0].holds, (std::vector<bool>{true, false, false, false, true}));
  EXPECT_THAT(std::get<OptionOrder>(c.parties[0].preference.values[1]->form).best_first, ElementsAre(2, 1, 0));
}

TEST(CaseFile, NumbersKnowTheirSource) {
  const Case c = read(small_case("  x: {options: [p, q]}\n  y: {options: [p, q]}\n",
                                 "from: us, weights: {x: 50, y: {range: 40..60, from: news, note: heard}}, "
                                 "values: {x: {p: 0, q: 100}, y: {p: 0, q: 100, from: news}}",
                                 "sources: {us: {title: We, assumptions: true}, news: {title: News}}\n"));
  const Preference& p = c.parties[0].preference;
  EXPECT_EQ(p.weights[0]->from.source, 0);
  EXPECT_EQ(p.weights[1]->from.source, 1);
  EXPECT_EQ(p.weights[1]->from.note, "heard");
  EXPECT_EQ(p.weights[1]->high, Decimal::of(60));
  EXPECT_EQ(std::get<OptionValues>(p.values[0]->form).by_level[0].from.source, 0);
  EXPECT_EQ(std::get<OptionValues>(p.values[1]->form).by_level[0].from.source, 1);
  EXPECT_EQ(c.parties[0].reservation->from.source, -1);
}

TEST(CaseFile, TimeIsKeptInDays) {
  const Case c = read(small_case("  x: {phase: g, options: [p, q]}\n", "weights: {x: 100}, values: {x: {p: 0, q: 100}}",
                                 "stalemate-after: 2 weeks\n"
                                 "phases: {f: {duration: 12 hours}, g: {after: f, duration: 1..2 months}}\n"));
  EXPECT_EQ(to_text(c.phases[0].days->low), "0.5");
  EXPECT_EQ(to_text(c.phases[1].days->high), "60");
  EXPECT_EQ(c.phases[1].after, 0);
  EXPECT_EQ(c.stalemate_days, 14);
}

TEST(CaseFile, TalksKeepWhatIsStillToCome) {
  const Case c = read(small_case("  bread: {options: [white, brown]}\n",
                                 "weights: {bread: 100}, values: {bread: {white: 100, brown: 0}}",
                                 "third-parties: {m: {roles: mediator}}\n"
                                 "proposals: {x: {terms: {bread: white}, date: 2024-03-01}}\n"
                                 "responses: [{to: x, by: a, answer: silence, date: 2024-03-02, until: late 2024-03}]\n"
                                 "approvals: [{to: x, of: b, answer: overdue, asked: 2024-03-02, due: 2024-03-09}]\n"
                                 "events:\n"
                                 "  - {kind: consultation, who: [a, m], through: m, result: none agreed}\n"
                                 "  - {kind: uptake, who: b, uptake: partly}\n"
                                 "  - {kind: recommendation, who: m}\n"));
  EXPECT_EQ(to_text(*c.responses[0].until), "late 2024-03");
  EXPECT_EQ(c.approvals[0].state, Approval::State::overdue);
  EXPECT_EQ(to_text(*c.approvals[0].due), "2024-03-09");
  EXPECT_EQ(c.events[0].result, "none agreed");
  EXPECT_THAT(c.events[0].through, ElementsAre(0));
  EXPECT_EQ(c.events[1].kind, Event::Kind::uptake);
  EXPECT_EQ(c.events[1].uptake, Event::Uptake::partly);
  EXPECT_EQ(c.events[2].uptake, Event::Uptake::unstated);
}

TEST(CaseFile, DatesAreAsPreciseAsTheyAreWritten) {
  const Case c = read(small_case("  bread: {options: [white, brown]}\n",
                                 "weights: {bread: 100}, values: {bread: {white: 100, brown: 0}}",
                                 "as-of: late 2024-03\n"
                                 "proposals: {x: {terms: {bread: white}, date: late 2024-03}}\n"
                                 "approvals: [{to: x, of: a, answer: given, asked: 2024-03-25, answered: 2024-03}]\n"));
  EXPECT_EQ(to_text(*c.as_of), "late 2024-03");
  EXPECT_EQ(to_text(*c.proposals[0].date), "late 2024-03");
  EXPECT_EQ(to_text(*c.approvals[0].answered), "2024-03");
}

}  // namespace
}  // namespace parley
