#include "parley/talks/record_table.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <random>

#include "format/case_text.h"
#include "naive_store.h"
#include "parley/format/case_file.h"
#include "parley/format/table/csv.h"
#include "parley/format/table/table_events.h"
#include "parley/talks/chain.h"
#include "parley/talks/keys.h"
#include "random_talks.h"

namespace parley {
namespace {

using Json = nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

using Rows = std::vector<std::map<std::string, std::string>>;

Case bread() {
  const CaseFile file = read_case(R"(parley: 1
title: Bread
issues: {bread: {options: [white, brown]}}
sources: {s: {title: A paper}}
parties:
  a:
    principals: {chief: {}, council: {}}
    preferences: {weights: {bread: 100}, values: {bread: {white: 100, brown: 0}}}
    reservation: 40
  b: {preferences: {weights: {bread: 100}, values: {bread: {white: 0, brown: 100}}}, reservation: 40}
third-parties: {m: {roles: [mediator]}, n: {roles: [observer]}}
proposals: {first: {terms: {bread: white}}}
)");
  EXPECT_EQ(told(file.problems), "");
  return file.value.value();
}

void enter(Store& store, const std::string& event, std::vector<std::string> audience = {}) {
  const Draft draft{event, std::move(audience), "ada", keys_of(event)};
  store.append(std::span(&draft, 1), noon());
}

struct Written {
  RecordTable made;
  std::string text;
};

Written written(Store& store, const EntryFilter& filter = {}) {
  Written result;
  result.made = write_record_table(store, filter, [&](std::string_view part) { result.text += part; });
  return result;
}

Rows rows(const std::string& text) {
  ProblemList problems;
  CsvReader reader(text, problems);
  std::vector<CsvCell> names;
  std::vector<CsvCell> cells;
  Rows all;
  reader.next(names);
  while (reader.next(cells)) {
    EXPECT_EQ(cells.size(), names.size());
    for (all.emplace_back(); !cells.empty(); cells.pop_back())
      all.back()[names[cells.size() - 1].text] = cells.back().text;
  }
  EXPECT_EQ(told(problems.take()), "");
  return all;
}

TEST(RecordTable, HasARowForEveryEntry) {
  NaiveStore store;
  enter(store,
        R"({"kind":"meeting","date":"late 2024-03","who":["a","m"],"to":"b","through":"m","where":"Doha","from":"s"})");
  enter(store, R"({"kind":"response","to":"first","by":"a","answer":"reject","note":"\"No\",\nhe said"})",
        {"team", "b"});
  const Written table = written(store);
  EXPECT_EQ(table.made.rows, 2);
  EXPECT_THAT(table.made.not_carried, IsEmpty());
  const Rows all = rows(table.text);
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].at("number"), "1");
  EXPECT_EQ(all[0].at("entered"), "2024-03-24T12:00:00Z");
  EXPECT_EQ(all[0].at("entered by"), "ada");
  EXPECT_EQ(all[0].at("date"), "late 2024-03");
  EXPECT_EQ(all[0].at("who"), "a; m");
  EXPECT_EQ(all[0].at("plover class"), "CONSULT");
  EXPECT_EQ(all[0].at("plover mode"), "third-party");
  EXPECT_EQ(all[0].at("hash"), to_hex(store.entries()[0].hash));
  EXPECT_EQ(all[1].at("audience"), "team; b");
  EXPECT_EQ(all[1].at("note"), "\"No\",\nhe said");
  EXPECT_EQ(all[1].at("plover class"), "REJECT");
}

TEST(RecordTable, SaysWhatItCannotCarry) {
  NaiveStore store;
  enter(store, R"({"kind":"proposal","id":"p","terms":{"bread":"brown"},"clauses":{"c":{"words":"x"}}})");
  enter(store, R"({"kind":"meeting","who":"a"})", {"one; two"});
  enter(store, R"({"kind":"correction","of":2,"why":"later","event":{"kind":"meeting","who":"b"}})");
  enter(store, "not an event");
  const Written table = written(store);
  const Rows all = rows(table.text);
  EXPECT_EQ(all[0].at("not carried"), "terms, clauses");
  EXPECT_EQ(all[1].at("not carried"), "audience");
  EXPECT_EQ(all[1].at("audience"), "one; two");
  EXPECT_EQ(all[1].at("corrected by"), "3");
  EXPECT_EQ(all[2].at("not carried"), "event");
  EXPECT_EQ(all[2].at("of"), "2");
  EXPECT_THAT(table.made.not_carried, ElementsAre(Pair("audience", 1), Pair("event", 1), Pair("terms, clauses", 1),
                                                  Pair("the event, which cannot be read", 1)));
}

TEST(RecordTable, KeepsToItsFilterAndViewer) {
  NaiveStore store;
  enter(store, R"({"kind":"meeting","who":"a"})");
  enter(store, R"({"kind":"demand","who":"a"})", {"team"});
  enter(store, R"({"kind":"correction","of":1,"why":"secret"})", {"team"});
  EntryFilter filter;
  filter.viewer = std::vector<std::string>{"press"};
  Rows all = rows(written(store, filter).text);
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].at("corrected by"), "");
  filter.viewer = std::vector<std::string>{"team"};
  filter.kinds = {"meeting"};
  all = rows(written(store, filter).text);
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].at("corrected by"), "3");
}

TEST(RecordTable, OfAnEmptyRecordHasItsColumns) {
  NaiveStore store;
  const Written table = written(store);
  EXPECT_EQ(table.made.rows, 0);
  EXPECT_EQ(table.text.substr(0, table.text.find(',')), "number");
}

TEST(RecordTable, ComesInPieces) {
  NaiveStore store;
  for (int i = 0; i < 5000; ++i) enter(store, R"({"kind":"meeting","who":"a"})");
  int pieces = 0;
  std::size_t bytes = 0;
  write_record_table(store, {}, [&](std::string_view part) {
    ++pieces;
    bytes += part.size();
  });
  EXPECT_EQ(pieces, 2);
  EXPECT_EQ(bytes, written(store).text.size());
}

/// Invented events without anything nested in them.
class RandomEvents {
 public:
  explicit RandomEvents(std::uint64_t seed) : random_(seed) {}

  std::string event() {
    Json event;
    switch (below(5)) {
      case 0:
        event = {{"kind", "response"},
                 {"to", "first"},
                 {"by", side()},
                 {"answer", pick({"accept", "accept with reservations", "reject", "counter", "silence"})}};
        break;
      case 1:
        event = {{"kind", "approval"}, {"to", "first"}, {"of", side()}, {"answer", "given"}};
        maybe(event, "asked", pick({"2024-02", "early 2024-02"}));
        maybe(event, "due", pick({"2024-03-24", "late 2024-03"}));
        maybe(event, "answered", pick({"2024-03", "2024-03-02"}));
        break;
      case 2:
        event = {{"kind", "source"}, {"id", "x" + std::to_string(++sources_)}, {"title", text()}, {"grade", "B2"}};
        break;
      default:
        happening(event);
    }
    if (event["kind"] != "approval")
      maybe(event, "date", pick({"2024-03-24", "2024-03", "early 2024-04", "late 2024-02"}));
    if (event["kind"] != "source") {
      maybe(event, "from", "s");
      maybe(event, "note", text());
    }
    return event.dump();
  }

 private:
  std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_); }
  std::string pick(std::vector<std::string> words) { return words[below(words.size())]; }
  std::string side() { return pick({"a", "b", "a/chief", "a/council"}); }

  void happening(Json& event) {
    event["kind"] = pick({"meeting", "consultation", "statement", "demand", "warning", "threat", "recommendation",
                          "uptake", "assessment", "incident"});
    actors(event, "who", {"a", "b", "m", "a/chief"});
    actors(event, "to", {"a", "b", "n"});
    actors(event, "through", {"m", "n"});
    maybe(event, "where", text());
    maybe(event, "what", text());
    if (event["kind"] == "assessment") maybe(event, "finding", pick({"stuck", "progress"}));
    if (event["kind"] == "uptake") maybe(event, "uptake", pick({"none", "partly", "followed"}));
    if (event["kind"] == "consultation") maybe(event, "result", text());
  }

  void maybe(Json& event, const std::string& key, const std::string& value) {
    if (below(2) == 0) event[key] = value;
  }

  void actors(Json& event, const std::string& key, std::vector<std::string> names) {
    std::ranges::shuffle(names, random_);
    names.resize(below(names.size() + 1));
    if (names.size() == 1) event[key] = names.front();
    if (names.size() > 1) event[key] = names;
  }

  std::string text() {
    std::string text = "x";
    for (std::size_t i = below(6); i > 0; --i)
      text += pick({"y", " ", ",", ";", "\"", "\n", "ß", "=", "12", "null", "~", ": "});
    return text + "z";
  }

  std::mt19937_64 random_;
  int sources_ = 0;
};

TEST(RecordTable, ReadBackGivesTheSameEvents) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    RandomEvents random(seed);
    NaiveStore store;
    EventReader checks(bread());
    for (int i = 0; i < 40; ++i) {
      const std::string event = random.event();
      ASSERT_EQ(told(checks.read(event)), "") << event;
      enter(store, event, i % 3 == 0 ? std::vector<std::string>{"team", "b"} : std::vector<std::string>());
    }
    const Written table = written(store);
    EXPECT_THAT(table.made.not_carried, IsEmpty());
    EventReader reader(bread());
    const TableEvents read = read_table(table.text, built_in_map("parley").value(), reader);
    ASSERT_EQ(told(read.problems), "") << table.text;
    EXPECT_THAT(read.left_out, IsEmpty());
    ASSERT_EQ(read.rows.size(), store.entries().size());
    for (std::size_t i = 0; i < read.rows.size(); ++i) {
      EXPECT_EQ(Json::parse(read.rows[i].line), Json::parse(store.entries()[i].event));
      EXPECT_EQ(read.rows[i].audience, store.entries()[i].audience);
    }
  }
}

TEST(RecordTable, ReadBackLeavesOutWhatIsNotWhole) {
  NaiveStore store;
  enter(store, R"({"kind":"meeting","who":"a"})");
  enter(store, R"({"kind":"meeting","who":"b"})");
  enter(store, R"({"kind":"proposal","id":"p","terms":{"bread":"brown"}})");
  enter(store, R"({"kind":"correction","of":1,"why":"it did not take place"})");
  EventReader reader(bread());
  const TableEvents read = read_table(written(store).text, built_in_map("parley").value(), reader);
  EXPECT_EQ(told(read.problems), "");
  ASSERT_THAT(read.rows, SizeIs(1));
  EXPECT_EQ(read.rows[0].line, R"({"kind":"meeting","who":"b"})");
  EXPECT_THAT(read.left_out, SizeIs(3));
}

}  // namespace
}  // namespace parley
