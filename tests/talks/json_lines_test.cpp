#include "parley/talks/json_lines.h"

#include <fmt/core.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "parley/talks/chain.h"
#include "talks/naive_store.h"
#include "talks/random_talks.h"

namespace parley {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Every event needs a kind.
EntryKeys kind_of(const std::string& event, Problems& problems) {
  const auto read = nlohmann::json::parse(event);
  EntryKeys keys;
  if (read.contains("kind") && read["kind"].is_string())
    keys.kind = read["kind"];
  else
    problems.push_back({{1, 2}, "this event has no kind", "say what happened"});
  return keys;
}

NaiveStore random_record(std::uint64_t seed, int batches = 20) {
  RandomTalks talks(seed);
  NaiveStore store;
  for (int i = 0; i < batches; ++i) store.append(talks.drafts(6), talks.time());
  return store;
}

std::string exported(Store& store) {
  std::ostringstream out;
  EXPECT_EQ(export_json_lines(store, out), store.head());
  return out.str();
}

JsonLinesImport import_text(const std::string& text, Store& store) {
  std::istringstream in(text);
  return import_json_lines(in, store, kind_of);
}

JsonLinesImport check_text(const std::string& text) {
  std::istringstream in(text);
  return check_json_lines(in, kind_of);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line + "\n");
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

auto problem(int line, int column, const std::string& message) {
  return AllOf(Field(&Problem::place, Place{line, column}), Field(&Problem::message, HasSubstr(message)));
}

TEST(JsonLines, WritesAnEntryAsTheManualShowsIt) {
  Entry entry{
      .number = 1, .entered = noon(), .event = R"({ "kind": "meeting"})", .audience = {"team", "a\"b"}, .by = "ada"};
  entry.hash = hash_of(entry);
  EXPECT_EQ(json_line(entry), R"({"number":1,"entered":"2024-03-24T12:00:00Z","by":"ada","audience":["team","a\"b"],)"
                              R"("event":{ "kind": "meeting"},"previous":")" +
                                  std::string(64, '0') + R"(","hash":")" + to_hex(entry.hash) + "\"}\n");
}

TEST(JsonLines, BringsBackTheSameChainBitForBit) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    NaiveStore original = random_record(seed);
    const std::string text = exported(original);
    NaiveStore copy;
    const auto made = import_text(text, copy);
    ASSERT_THAT(made.problems, IsEmpty());
    EXPECT_EQ(copy.entries(), original.entries());
    EXPECT_EQ(made.head, original.head());
    EXPECT_EQ(made.added, original.head().number);
    EXPECT_EQ(exported(copy), text);
    for (std::size_t i = 0; i < copy.keys().size(); ++i) EXPECT_EQ(copy.keys()[i].kind, original.keys()[i].kind);
  }
}

TEST(JsonLines, KeepsAnyEventAndNameAsTheyAre) {
  NaiveStore original;
  std::vector<Draft> drafts;
  for (const char* event :
       {R"({"kind":"x"})", R"({ "kind" : "x" , "n" : [1.50, -0, 1e3, {"a":[[]]}] })", R"({"kind":"x","}":"{\"]\\"})",
        R"({"kind":"x","kind":"y"})", R"({"kind":"x","what":"\u0000\ud83d\udd4a 🕊 הפסקה"})"}) {
    drafts.push_back(
        {.event = event, .audience = {"", "\"", "\\", "ישראל", "a,b", "[]"}, .by = "O'Neill \"\\", .keys = {}});
  }
  original.append(drafts, noon());
  NaiveStore copy;
  EXPECT_THAT(import_text(exported(original), copy).problems, IsEmpty());
  EXPECT_EQ(copy.entries(), original.entries());
}

/// Made by another program, after the description of the hashes in chain.h.
TEST(JsonLines, ReadsWhatOthersWrite) {
  std::ifstream file(PARLEY_SOURCE_DIR "/fuzz/corpus/json_lines/three");
  NaiveStore store;
  EXPECT_THAT(import_json_lines(file, store, [](const auto&, auto&) { return EntryKeys(); }).problems, IsEmpty());
  ASSERT_THAT(store.entries(), SizeIs(3));
  EXPECT_EQ(store.entries()[1].by, "bén");
  EXPECT_THAT(store.entries()[1].audience, ElementsAre("team", "a\"b"));
}

TEST(JsonLines, DoesNotMindTheOrderOfKeysNorWhatStandsBetween) {
  NaiveStore original = random_record(3, 1);
  std::string text = "\n \t\r\n";
  for (const Entry& entry : original.entries()) {
    text += fmt::format(
        "  {{ \"hash\" : \"{}\" ,\t\"previous\":\"{}\", \"event\" : {} , \"by\":\"\\u0061{}\", \"num\\u0062er\":{}, ",
        to_hex(entry.hash), to_hex(entry.previous), entry.event, entry.by.substr(1), entry.number);
    text += fmt::format("\"audience\": {}, \"entered\":\"{}\"}} \r\n\n", nlohmann::json(entry.audience).dump(), "2024");
    const auto line = json_line(entry);
    const auto at = line.find("\"entered\":\"") + 11;
    text.replace(text.rfind("2024\""), 4, line.substr(at, 20));
  }
  // The names of random talks begin with 'a' or 'b'.
  for (std::size_t at = 0; (at = text.find("\\u0061en", at)) != std::string::npos;) text.replace(at, 6, "b");
  NaiveStore copy;
  EXPECT_THAT(import_text(text, copy).problems, IsEmpty());
  EXPECT_EQ(copy.entries(), original.entries());
}

TEST(JsonLines, TellsWhatIsWrongWithALineAndWhere) {
  NaiveStore original = random_record(4, 5);
  const auto lines = lines_of(exported(original));
  struct Case {
    const char* from;
    const char* to;
    int column;
    const char* message;
  };
  for (const Case& c :
       std::initializer_list<Case>{{"{\"number\"", "\"number\"", 9, "not JSON"},
                                   {"\"}\n", "\"\n", static_cast<int>(lines[1].size()) - 1, "not JSON"},
                                   {"\"number\":2", "\"number\":2.0", 11, "whole number"},
                                   {"\"number\":2", "\"number\":-2", 11, "whole number"},
                                   {"\"number\":2", "\"number\":99999999999999999999", 11, "whole number"},
                                   {"\"number\":2", "\"number\":\"2\"", 11, "whole number"},
                                   {"\"number\":2,", "", 1, "\"number\" is missing"},
                                   {"\"number\":2", "\"nummer\":2", 2, "no such key"},
                                   {"\"number\":2", "\"number\":2,\"number\":2", 13, "a second time"},
                                   {"\"entered\":\"2024", "\"entered\":\"24", 23, "the time of entry"},
                                   {"\"entered\":\"2024-03", "\"entered\":\"2024-13", 23, "the time of entry"},
                                   {"\"by\":\"", "\"by\":1,\"x\":\"", 51, "who entered it"},
                                   {"\"audience\":[", "\"audience\":[[]],\"x\":[", 68, "a list of texts"},
                                   {"\"previous\":\"", "\"previous\":\"0", 0, "64 digits"},
                                   {"\"event\":{", "\"event\":[],\"x\":{", 0, "the event is an object"}}) {
    auto changed = lines;
    const auto at = changed[1].find(c.from);
    ASSERT_NE(at, std::string::npos) << c.from;
    changed[1].replace(at, std::string(c.from).size(), c.to);
    const auto problems = check_text(joined(changed)).problems;
    ASSERT_FALSE(problems.empty()) << c.to;
    EXPECT_EQ(problems[0].place.line, 2) << c.to;
    if (c.column != 0) {
      EXPECT_EQ(problems[0].place.column, c.column) << c.to << changed[1];
    }
    EXPECT_THAT(problems[0].message, HasSubstr(c.message)) << c.to;
    EXPECT_FALSE(problems[0].mend.empty());
  }
}

TEST(JsonLines, TellsEveryBreakOfTheChain) {
  NaiveStore original = random_record(5, 5);
  const auto lines = lines_of(exported(original));
  ASSERT_GE(lines.size(), 6U);
  auto changed = lines;
  changed[2].replace(changed[2].find("\"by\":\"") + 6, 1, "x");
  EXPECT_THAT(check_text(joined(changed)).problems, ElementsAre(problem(3, 1, "Entry 3 was changed")));
  auto missing = lines;
  missing.erase(missing.begin() + 2);
  EXPECT_THAT(check_text(joined(missing)).problems, ElementsAre(problem(3, 1, "Entry 3 is missing")));
  auto swapped = lines;
  std::swap(swapped[2], swapped[3]);
  EXPECT_THAT(check_text(joined(swapped)).problems, testing::Contains(problem(4, 1, "the order was changed")));
  auto unreadable = lines;
  unreadable[2] = "?\n";
  EXPECT_THAT(check_text(joined(unreadable)).problems, ElementsAre(problem(3, 1, "not JSON")))
      << "what follows is judged by itself";
}

TEST(JsonLines, GivesTheEventsOwnProblemsTheirPlaceInTheFile) {
  NaiveStore original;
  original.append(
      std::vector<Draft>{statement("x"), {.event = R"({"what":"y"})", .audience = {}, .by = "ägidius", .keys = {}}},
      noon());
  const auto lines = lines_of(exported(original));
  const auto bytes = lines[1].find("{\"what\"");
  EXPECT_THAT(check_text(joined(lines)).problems,
              ElementsAre(problem(2, static_cast<int>(bytes) - 1 + 2, "has no kind")))
      << "one letter of two bytes stands before it";
}

TEST(JsonLines, AddsNothingUnlessTheWholeFileIsSound) {
  NaiveStore original = random_record(6);
  const std::string text = exported(original);
  for (const std::string& broken : {text + "x\n", text.substr(0, text.size() - 3), text + lines_of(text).back()}) {
    NaiveStore copy;
    const auto made = import_text(broken, copy);
    EXPECT_FALSE(made.problems.empty());
    EXPECT_EQ(made.added, 0);
    EXPECT_THAT(copy.entries(), IsEmpty());
  }
}

/// Whatever is done to a file: it is refused, or what it says is a beginning of the record, unchanged.
TEST(JsonLines, LetsNoChangePass) {
  NaiveStore original = random_record(7, 4);
  const std::string text = exported(original);
  std::mt19937 random(7);
  for (int i = 0; i < 1000; ++i) {
    std::string changed = text;
    for (auto changes = 1 + random() % 2; changes > 0; --changes) {
      const std::size_t at = random() % changed.size();
      switch (random() % 4) {
        case 0:
          changed[at] = static_cast<char>(random() % 256);
          break;
        case 1:
          changed.erase(at, 1 + random() % 400);
          break;
        case 2:
          changed.insert(at, changed.substr(random() % changed.size(), random() % 400));
          break;
        default:
          changed.resize(at);
          break;
      }
      if (changed.empty()) break;
    }
    NaiveStore copy;
    const auto made = import_text(changed, copy);
    if (!made.problems.empty()) {
      ASSERT_THAT(copy.entries(), IsEmpty()) << changed;
      continue;
    }
    ASSERT_LE(copy.entries().size(), original.entries().size());
    ASSERT_TRUE(std::ranges::equal(copy.entries(), std::span(original.entries()).first(copy.entries().size())))
        << changed;
  }
}

TEST(JsonLines, GoesOnFromWhatIsThere) {
  NaiveStore original = random_record(8);
  const auto lines = lines_of(exported(original));
  const auto all = static_cast<std::int64_t>(lines.size());
  NaiveStore copy;
  EXPECT_EQ(import_text(joined({lines.begin(), lines.begin() + 10}), copy).added, 10);
  EXPECT_EQ(import_text(joined({lines.begin() + 5, lines.begin() + 20}), copy).added, 10) << "with an overlap";
  EXPECT_EQ(import_text(joined({lines.begin() + 20, lines.begin() + 25}), copy).added, 5) << "from the end on";
  EXPECT_EQ(import_text(joined({lines.begin() + 3, lines.begin() + 9}), copy).added, 0) << "all of it is there";
  EXPECT_EQ(import_text("", copy).added, 0);
  EXPECT_EQ(import_text(joined(lines), copy).added, all - 25);
  EXPECT_EQ(copy.entries(), original.entries());
}

TEST(JsonLines, KeepsDifferentRecordsApart) {
  NaiveStore ours = random_record(9);
  const auto before = ours.entries();
  const auto other = lines_of([] {
    NaiveStore store = random_record(10, 200);
    return exported(store);
  }());
  const auto refused = [&](std::size_t from, std::size_t to, const char* why) {
    const auto made =
        import_text(joined({other.begin() + static_cast<int>(from), other.begin() + static_cast<int>(to)}), ours);
    ASSERT_THAT(made.problems, Not(IsEmpty()));
    EXPECT_THAT(made.problems[0].message, HasSubstr(why));
    EXPECT_EQ(ours.entries(), before);
  };
  refused(0, other.size(), "is not entry");
  refused(0, 3, "entry 3 of the file is not entry 3 of the record");
  refused(before.size(), other.size(), "does not carry the hash");
  refused(before.size() + 1, other.size(), "but the record ends with");
}

TEST(JsonLines, ReportsAtMostAHundredProblems) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "{\"a\":1,\"b\":2}\n";
  const auto problems = check_text(text).problems;
  ASSERT_THAT(problems, SizeIs(101));
  EXPECT_THAT(problems.back().message, HasSubstr("more problems"));
}

TEST(JsonLines, EndsWithAProblemOnWhateverIsHuge) {
  constexpr std::size_t huge = 9'000'000;
  const auto repeated = [](std::string_view part, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += part;
    return text;
  };
  const std::string lead = R"({"number":1,"audience":)";
  for (const std::string& text :
       {std::string(huge, 'x'), std::string(huge, '{'), std::string(huge, '['), std::string(huge, '\0'),
        repeated("{\"a\":", huge), lead + repeated("[", huge / 3), lead + "[" + repeated("\"\",", huge / 3) + "\"\"]}",
        lead + repeated("[", 1000000) + repeated("]", 1000000) + "}", "{" + repeated("\"a\":1,", 3000000) + "\"b\":1}",
        std::string("\xEF\xBB\xBF{}"), std::string("\xFF\xFE{"), std::string("1e999"), std::string("{\"a\":1e999}")}) {
    const auto made = check_text(text);
    EXPECT_FALSE(made.problems.empty());
    EXPECT_LE(made.problems.size(), 101U);
  }
}

TEST(JsonLines, CannotWriteWhatIsNoJsonInOneLine) {
  for (const char* event : {"", "x", "[]", "{}{}", "{\n}", " {}", "{} ", "{\"a\":\"\xff\"}"}) {
    const Entry entry{.number = 7, .entered = noon(), .event = event, .audience = {}, .by = "ada"};
    try {
      json_line(entry);
      ADD_FAILURE() << event;
    } catch (const StoreError& error) {
      EXPECT_THAT(error.what(), HasSubstr("entry 7 cannot be written"));
    }
  }
  Entry entry{.number = 1, .entered = noon(), .event = "{}", .audience = {}, .by = "\xff"};
  EXPECT_THROW(json_line(entry), StoreError);
  entry.by = "ada";
  EXPECT_NO_THROW(json_line(entry));
  entry.entered = std::chrono::sys_days(std::chrono::year(10000) / 1 / 1);
  EXPECT_THROW(json_line(entry), StoreError);
}

/// A source that cannot go back, such as a pipe; or that fails on the way.
class Pipe : public std::streambuf {
 public:
  explicit Pipe(std::string text, bool fails = false) : text_(std::move(text)), fails_(fails) {
    setg(text_.data(), text_.data(), text_.data() + text_.size());
  }

 protected:
  int_type underflow() override {
    if (fails_) throw std::runtime_error("the disk is broken");
    return traits_type::eof();
  }

 private:
  std::string text_;
  bool fails_;
};

TEST(JsonLines, SaysSoWhenTheFileCannotBeRead) {
  NaiveStore original = random_record(11, 3);
  NaiveStore copy;
  Pipe pipe(exported(original));
  std::istream from_pipe(&pipe);
  EXPECT_THAT(import_json_lines(from_pipe, copy, kind_of).problems, ElementsAre(problem(0, 0, "cannot be read twice")));
  Pipe disk(exported(original), true);
  std::istream from_disk(&disk);
  EXPECT_THAT(check_json_lines(from_disk, kind_of).problems,
              ElementsAre(Field(&Problem::message, HasSubstr("cannot be read beyond"))));
  std::istringstream none;
  none.setstate(std::ios::failbit);
  EXPECT_THAT(import_json_lines(none, copy, kind_of).problems, ElementsAre(problem(0, 0, "cannot be read")));
  EXPECT_THAT(copy.entries(), IsEmpty());
}

/// Sees how much is kept in memory at a time.
class Watched : public NaiveStore {
 public:
  void restore(std::span<const Entry> entries, std::span<const EntryKeys> keys) override {
    most = std::max(most, entries.size());
    NaiveStore::restore(entries, keys);
  }
  std::size_t most = 0;
};

TEST(JsonLines, KeepsFewEntriesInMemory) {
  NaiveStore original;
  RandomTalks talks(12);
  std::vector<Draft> drafts(5'000, talks.draft());
  original.append(drafts, noon());
  Watched copy;
  EXPECT_EQ(import_text(exported(original), copy).added, 5'000);
  EXPECT_LE(copy.most, 4096U);
  EXPECT_EQ(copy.entries(), original.entries());
}

}  // namespace
}  // namespace parley
