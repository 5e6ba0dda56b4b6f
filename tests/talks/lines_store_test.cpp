#include "parley/talks/lines_store.h"

#include <gmock/gmock.h>

#include <sstream>

#include "parley/talks/json_lines.h"
#include "parley/talks/keys.h"
#include "talks/temporary_folder.h"

namespace parley {
namespace {

using testing::HasSubstr;

constexpr std::chrono::sys_seconds now{std::chrono::seconds{1'700'000'000}};

Draft draft(std::string event) {
  EntryKeys keys = keys_of(event);
  return {std::move(event), {}, "ada", std::move(keys)};
}

class JsonLinesStore : public testing::Test {
 protected:
  std::string path() const { return folder_.path("talks.jsonl"); }
  void write(const std::string& text) const { write_bytes(path(), text); }
  /// A record of two entries, exported.
  std::string exported() const {
    const auto store = open_store(folder_.path("talks.db"), OpenMode::create);
    const std::vector<Draft> drafts{draft(R"({"kind":"meeting","who":"qatar","what":"a first talk"})"),
                                    draft(R"({"kind":"demand","who":"hamas"})")};
    store->append(drafts, now);
    std::ostringstream out;
    export_json_lines(*store, out);
    return out.str();
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(JsonLinesStore, AnswersAsTheRecordThatWasExported) {
  const std::string text = exported();
  write(text);
  LinesOpened opened = open_json_lines(path());
  ASSERT_TRUE(opened.store);
  EXPECT_EQ(opened.store->head().number, 2);
  EntryFilter filter;
  filter.words = "talk";
  const EntryPage page = opened.store->list(filter, 0, 10);
  ASSERT_EQ(page.entries.size(), 1U);
  EXPECT_EQ(page.entries[0].number, 1);
  std::ostringstream again;
  export_json_lines(*open_store(path(), OpenMode::read), again);
  EXPECT_EQ(again.str(), text) << "bit for bit";
}

TEST_F(JsonLinesStore, TellsAllThatIsWrongWithTheFile) {
  std::string text = exported();
  text.replace(text.find("meeting"), 7, "meating");
  write(text + "{\n");
  const LinesOpened opened = open_json_lines(path());
  EXPECT_FALSE(opened.store);
  ASSERT_GE(opened.problems.size(), 2U);
  EXPECT_EQ(opened.problems.front().place.line, 1);
  EXPECT_EQ(opened.problems.back().place.line, 3);
  EXPECT_THROW(open_store(path(), OpenMode::read), StoreError);
}

TEST_F(JsonLinesStore, IsOnlyForReading) {
  write(exported());
  for (const OpenMode mode : {OpenMode::write, OpenMode::create}) EXPECT_THROW(open_store(path(), mode), StoreError);
}

TEST_F(JsonLinesStore, CannotReadWhatIsNotThere) {
  const LinesOpened opened = open_json_lines(path());
  ASSERT_EQ(opened.problems.size(), 1U);
  EXPECT_THAT(opened.problems[0].message, HasSubstr("cannot be read"));
}

TEST(KeysOfStranger, KnowTheKindsOfEvents) {
  Problems problems;
  EXPECT_EQ(keys_of_stranger(R"({"kind":"meeting","who":"a"})", problems).kind, "meeting");
  EXPECT_TRUE(problems.empty());
  for (const std::string event : {R"({"kind":"dance"})", R"({"kind":1})", "{}", "[]"}) {
    problems.clear();
    keys_of_stranger(event, problems);
    EXPECT_EQ(problems.size(), 1U) << event;
  }
}

}  // namespace
}  // namespace parley
