#include "parley/format/record/case_events.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "format/case_text.h"
#include "parley/format/case_file.h"
#include "parley/talks/replay.h"

namespace parley {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

std::vector<Entry> entries_of(const std::string& text) {
  std::vector<Entry> entries;
  for (const std::string& line : events_of_case(text)) {
    Entry& entry = entries.emplace_back();
    entry.number = static_cast<std::int64_t>(entries.size());
    entry.event = line;
  }
  return entries;
}

std::string shipped(const std::string& name) {
  std::ifstream in(std::string(PARLEY_SOURCE_DIR "/cases/") + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(CaseEvents, ReplayedOverTheCaseAreItsTalks) {
  for (const std::string name : {"gaza-2024-03.yaml", "orvane-basin.yaml", "panama-1974.yaml"}) {
    const std::string text = shipped(name);
    const Case c = read_case(text).value.value();
    const Replayed told = replay(c, entries_of(text));
    EXPECT_THAT(told.wrong, IsEmpty()) << name;
    ASSERT_EQ(told.value.proposals.size(), c.proposals.size());
    ASSERT_EQ(told.value.responses.size(), c.responses.size());
    ASSERT_EQ(told.value.approvals.size(), c.approvals.size());
    ASSERT_EQ(told.value.events.size(), c.events.size());
    for (std::size_t i = 0; i < c.proposals.size(); ++i) {
      EXPECT_EQ(told.value.proposals[i].id, c.proposals[i].id);
      EXPECT_EQ(told.value.proposals[i].alternatives, c.proposals[i].alternatives);
      EXPECT_EQ(told.value.proposals[i].from.note, c.proposals[i].from.note);
    }
  }
}

TEST(CaseEvents, StandByDateWithEachTextBeforeWhatIsSaidOfIt) {
  const std::string text = shipped("gaza-2024-03.yaml");
  const auto lines = events_of_case(text);
  EXPECT_THAT(lines[0], StartsWith(R"({"kind":"opening")"));
  EXPECT_THAT(lines[1], StartsWith(R"({"kind":"proposal","id":"doha")"));
}

TEST(CaseEvents, OfWhatIsNoCaseAreOnlyTheOpening) {
  for (const std::string text : {"", "[", "- a", "proposals: 1\nevents: {a: 1}\nresponses: x"})
    EXPECT_THAT(events_of_case(text), SizeIs(1)) << text;
}

TEST(Opening, StandsOnlyAtTheStart) {
  const std::string text = shipped("panama-1974.yaml");
  const Case c = read_case(text).value.value();
  auto entries = entries_of(text);
  EXPECT_THAT(replay(c, entries).wrong, IsEmpty());
  Entry again = entries.front();
  again.number = static_cast<std::int64_t>(entries.size()) + 1;
  entries.push_back(again);
  const Replayed told = replay(c, entries);
  ASSERT_THAT(told.wrong, SizeIs(1));
  EXPECT_EQ(told.wrong[0].number, again.number);
  EXPECT_THAT(told.wrong[0].problems[0].message, HasSubstr("stands first"));
}

TEST(Opening, SetsTheTalksOfTheCaseAside) {
  const Case c = read_case(shipped("gaza-2024-03.yaml")).value.value();
  const Replayed told = replay(c, entries_of(""));
  EXPECT_THAT(told.value.proposals, IsEmpty());
  EXPECT_THAT(told.value.events, IsEmpty());
  EXPECT_EQ(told.value.issues.size(), c.issues.size());
}

TEST(Opening, CannotBeCorrected) {
  const std::string text = shipped("panama-1974.yaml");
  auto entries = entries_of(text);
  Entry& correction = entries.emplace_back();
  correction.number = static_cast<std::int64_t>(entries.size());
  correction.event = R"({"kind":"correction","of":1,"why":"a test"})";
  const Replayed told = replay(read_case(text).value.value(), entries);
  ASSERT_THAT(told.wrong, SizeIs(1));
  EXPECT_THAT(told.wrong[0].problems[0].message, HasSubstr("opening"));
}

}  // namespace
}  // namespace parley
