#include "parley/format/record/event_reader.h"

#include <gmock/gmock.h>

#include "format/case_text.h"
#include "parley/format/case_file.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

EventReader reader() {
  return EventReader(read_case(small_case("  bread: {options: [white, brown]}\n",
                                          "weights: {bread: 100}, values: {bread: {white: 100, brown: 0}}",
                                          "sources:\n  s: {title: A paper}\n"))
                         .value.value());
}

TEST(EventReader, KeepsAnEventAsOneLine) {
  const auto written = reader().read_written(
      "kind: proposal\nid: first\ndate: 2024-03-02\nby: a\nterms: {bread: brown}\nfrom: s\nnote: >-\n  two\n  lines\n");
  EXPECT_EQ(told(written.problems), "");
  EXPECT_THAT(
      written.lines,
      ElementsAre(
          R"({"kind":"proposal","id":"first","date":"2024-03-02","by":"a","terms":{"bread":"brown"},"from":"s","note":"two lines"})"));
}

TEST(EventReader, ReadsItsOwnLinesBack) {
  auto first = reader();
  const auto written = first.read_written(R"(
- {kind: source, id: minutes, title: Minutes, grade: B2}
- {kind: proposal, id: first, by: a, terms: {bread: brown}, from: minutes}
- {kind: response, to: first, by: b, answer: accept with reservations, date: 2024-03}
- {kind: approval, to: first, of: b, answer: pending, asked: 2024-03-04}
- {kind: assessment, finding: stuck, what: "It is \"stuck\""}
- {kind: correction, of: 3, why: too early, event: {kind: response, to: first, by: b, answer: reject}}
)");
  ASSERT_EQ(told(written.problems), "");
  auto second = reader();
  for (const auto& line : written.lines) EXPECT_EQ(told(second.read(line)), "") << line;
  EXPECT_THAT(second.value().proposals, SizeIs(1));
  EXPECT_THAT(second.value().responses, SizeIs(1));
  EXPECT_THAT(second.value().approvals, SizeIs(1));
  EXPECT_THAT(second.value().events, SizeIs(1));
  EXPECT_EQ(second.value().events[0].what, first.value().events[0].what);
  EXPECT_EQ(second.value().sources.back().grade, "B2");
}

TEST(EventReader, TellsEveryMistakeWithItsPlace) {
  const auto written = reader().read_written(R"(- {kind: meating, who: a}
- {kind: meeting, whom: a}
- {who: a}
- {kind: response, to: nowhere, by: a, answer: maybe}
- {kind: proposal, terms: {bread: brown}}
- {kind: correction, of: 0}
- {kind: correction, of: 1, why: x, event: {kind: correction, of: 1, why: x}}
- just text
)");
  EXPECT_THAT(written.lines, IsEmpty());
  const std::string all = told(written.problems);
  for (const char* part :
       {"1:10: 'meating' is not a kind of event; did you mean 'meeting'?", "2:19: 'whom' is not a key of an event",
        "3:3: an event needs 'kind'", "4:24: 'nowhere' is not a proposal", "4:48: 'maybe' is not an answer",
        "5:3: a proposal in the record needs 'id'", "6:26: ", "6:3: a correction needs 'why'",
        "7:44: a correction cannot correct a correction", "8:3: an event is a block of keys"})
    EXPECT_THAT(all, HasSubstr(part));
}

TEST(EventReader, WrongLinesLeaveNothingBehind) {
  auto events = reader();
  EXPECT_NE(told(events.read(R"({"kind":"proposal","id":"p","terms":{"bread":"black"}})")), "");
  EXPECT_NE(told(events.read(R"({"kind":"response","to":"p","by":"a","answer":"accept"})")), "");
  EXPECT_THAT(events.value().proposals, IsEmpty());
  EXPECT_THAT(events.value().responses, IsEmpty());
  EXPECT_EQ(told(events.read(R"({"kind":"proposal","id":"p","terms":{"bread":"white"}})")), "");
  EXPECT_EQ(
      told(events.read(R"({"kind":"proposal","id":"p","terms":{"bread":"white"}})")),
      "1:25: there is a proposal p already; give this one an id of its own; what was entered wrongly is set right "
      "by kind: correction\n");
}

TEST(EventReader, JudgesALineAlikeHoweverItIsRead) {
  // What the quick way leaves to YAML is read all the same.
  for (const char* line : {R"({"kind":"incident","what":"caf\u00e9 \"Ende\"","note":"tab\tand\nline"})",
                           R"({"kind":"incident","what":1.50})",
                           R"( {"kind" : "incident", "what": null, "note": 12345678901234567890123} )"}) {
    auto events = reader();
    const std::string problems = told(events.read(line));
    EXPECT_EQ(problems.empty(), events.value().events.size() == 1) << problems;
  }
  auto events = reader();
  EXPECT_EQ(told(events.read(R"({"kind":"incident","what":1.50})")), "");
  EXPECT_EQ(events.value().events.at(0).what, "1.50");
  for (const char* line :
       {R"({"kind":"incident","what":"\u0007"})", R"({"kind":"incident","":"x"})", "{kind: incident, what: x}",
        R"({"kind":"proposal","id":"p","terms":{"bread":"white","bread":"white"}})",
        R"({"kind":"incident","through":["nobody"]})", R"({"kind":"incident"} {"kind":"incident"})"})
    for (int again = 0; again < 2; ++again) EXPECT_NE(told(events.read(line)), "") << line;
  EXPECT_THAT(events.value().events, SizeIs(1));
  EXPECT_THAT(events.value().proposals, IsEmpty());
}

TEST(EventReader, RefusesWhatIsNoEvent) {
  for (const char* line : {"", "7", "[]", "{", "{\"kind\":{}}", "\xff", "{\"kind\":\"meeting\",\"kind\":\"meeting\"}"})
    EXPECT_NE(told(reader().read(line)), "") << line;
  EXPECT_NE(told(reader().read(std::string(200, '[') + std::string(200, ']'))), "");
  EXPECT_THAT(reader().read_written("").problems, SizeIs(1));
}

}  // namespace
}  // namespace parley
