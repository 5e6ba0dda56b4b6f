#include "parley/format/table/table_events.h"

#include <gmock/gmock.h>

#include <random>

#include "format/case_text.h"
#include "parley/format/case_file.h"

namespace parley {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Case bread() {
  return read_case(
             small_case("  bread: {options: [white, brown]}\n",
                        "weights: {bread: 100}, values: {bread: {white: 100, brown: 0}}",
                        "sources:\n  s: {title: A paper}\nthird-parties:\n  m: {name: The Middle, roles: [mediator]}\n"
                        "proposals:\n  first: {date: 2024-03-01, terms: {bread: white}}\n"))
      .value.value();
}

TableEvents read_events(std::string_view text, std::string_view map) {
  const auto columns = read_column_map(map);
  EXPECT_EQ(told(columns.problems), "");
  EventReader reader(bread());
  return read_table(text, columns.value.value(), reader);
}

std::vector<std::string> lines(const TableEvents& read) {
  EXPECT_EQ(told(read.problems), "");
  std::vector<std::string> all;
  for (const auto& row : read.rows) all.push_back(row.line);
  return all;
}

std::vector<std::string> left_out(const std::vector<TableEvents::LeftOut>& reasons) {
  std::vector<std::string> all;
  for (const auto& reason : reasons) all.push_back(std::to_string(reason.rows) + " " + reason.why);
  return all;
}

TEST(TableEvents, AreRowsInTheWordsOfTheMap) {
  const auto read_rows = read_events(
      "day,type,actors,to,text\n"
      "24.03.2024,talks,\"a, The Middle\",b,\"It was \"\"open\"\"\"\n"
      "25.3.2024,call, b ,, \n",
      R"(keys:
  date: {column: day, form: day.month.year}
  kind: {column: type, words: {talks: meeting}, others: statement}
  who: {column: actors, between: ","}
  to: to
  what: text
  from: {always: s}
)");
  EXPECT_THAT(
      lines(read_rows),
      ElementsAre(
          R"({"kind":"meeting","date":"2024-03-24","who":["a","m"],"to":"b","what":"It was \"open\"","from":"s"})",
          R"({"kind":"statement","date":"2024-03-25","who":"b","from":"s"})"));
  EXPECT_EQ(read_rows.of, 2);
}

TEST(TableEvents, MayBeResponsesAndApprovals) {
  EXPECT_THAT(lines(read_events("kind,to,by,of,answer\nresponse,first,a,,accept\napproval,first,,b,pending\n",
                                "keys: {kind: kind, to: to, by: by, of: of, answer: answer}\n")),
              ElementsAre(R"({"kind":"response","to":"first","by":"a","answer":"accept"})",
                          R"({"kind":"approval","to":"first","of":"b","answer":"pending"})"));
}

TEST(TableEvents, JoinCellsOfSeveralColumns) {
  EXPECT_THAT(lines(read_events(
                  "town,land,id,mode\nX,Y,7,\n,Y,,\n",
                  "empty: [Y]\nkeys:\n  kind: {always: incident}\n  where: {columns: [town, land, sea], optional: "
                  "true}\n  note: {columns: [id, mode], joined: '; ', named: true}\n")),
              ElementsAre(R"({"kind":"incident","where":"X","note":"id: 7"})", R"({"kind":"incident"})"));
  EXPECT_THAT(lines(read_events(
                  "town,land\nX,Y\n",
                  "keys: {kind: {always: incident}, where: {columns: [town, land]}, note: {columns: [town, land], "
                  "joined: '; ', named: true}}")),
              ElementsAre(R"({"kind":"incident","where":"X, Y","note":"town: X; land: Y"})"));
}

TEST(TableEvents, KeepWhoMaySeeThem) {
  const auto rows = read_events("kind,seen\nmeeting,team; a\nmeeting,\n",
                                "keys: {kind: kind, audience: {column: seen, between: ;}}\n");
  EXPECT_EQ(told(rows.problems), "");
  EXPECT_THAT(rows.rows[0].audience, ElementsAre("team", "a"));
  EXPECT_THAT(rows.rows[1].audience, IsEmpty());
}

TEST(TableEvents, BringTheirSourceWithThem) {
  const std::string map = "keys: {kind: kind, from: from}\nsource: {id: press, title: Press review, grade: C3}\n";
  EXPECT_THAT(lines(read_events("kind,from\nmeeting,\nmeeting,s\n", map)),
              ElementsAre(R"({"kind":"source","id":"press","title":"Press review","grade":"C3"})",
                          R"({"kind":"meeting","from":"press"})", R"({"kind":"meeting","from":"s"})"));
  EXPECT_THAT(
      lines(read_events("kind,from\nmeeting,\n", "keys: {kind: kind, from: from}\nsource: {id: s, title: A paper}\n")),
      ElementsAre(R"({"kind":"meeting","from":"s"})"));
}

TEST(TableEvents, BringNoSourceWithoutRows) {
  EXPECT_THAT(lines(read_events("kind\n", "keys: {kind: kind}\nsource: {id: press, title: Press review}\n")),
              IsEmpty());
}

TEST(TableEvents, LeaveOutRowsAndSayHowMany) {
  const auto rows =
      read_events("type,quality,done\ntalks,good,\ntalks,bad,\nrain,good,\nrain,good,\ntalks,good,x\nsnow,,\n",
                  R"(keys:
  kind: {column: type, words: {talks: meeting, rain: leave out}, others: leave out}
leave-out:
  - {column: quality, is-not: good}
  - {column: done, filled: true}
)");
  EXPECT_THAT(lines(rows), SizeIs(1));
  EXPECT_EQ(rows.of, 6);
  EXPECT_THAT(left_out(rows.left_out), ElementsAre("1 whose 'quality' is 'bad'", "2 whose 'type' is 'rain'",
                                                   "1 whose 'done' is filled", "1 whose 'quality' is empty"));
}

TEST(TableEvents, TellAnUnknownNameOnce) {
  const std::string table = "who\nZ\na;Q\nZ;Q;b\nbb\n";
  const std::string keys = "keys: {kind: {always: meeting}, who: {column: who, between: ;}}\n";
  const auto wrong = read_events(table, keys);
  EXPECT_THAT(wrong.rows, IsEmpty());
  EXPECT_THAT(wrong.problems, SizeIs(3));
  EXPECT_THAT(told(wrong.problems),
              AllOf(HasSubstr("2:1: 'Z' is nobody in the case (2 rows); say in the map who it is, "
                              "actors: {'Z': ID}"),
                    HasSubstr("3:1: 'Q' is nobody in the case (2 rows)"),
                    HasSubstr("5:1: 'bb' is nobody in the case (1 row)")));
  const auto rows = read_events(table, keys + "unknown-actors: leave out the row\nactors: {Z: b}\n");
  EXPECT_THAT(lines(rows), ElementsAre(R"({"kind":"meeting","who":"b"})"));
  EXPECT_THAT(left_out(rows.left_out), ElementsAre("2 that name 'Q', whom the case does not have",
                                                   "1 that name 'bb', whom the case does not have"));
  const auto names = read_events(table, keys + "unknown-actors: leave out the name\n");
  EXPECT_THAT(lines(names), ElementsAre(R"({"kind":"meeting","who":"a"})", R"({"kind":"meeting","who":"b"})"));
  EXPECT_THAT(left_out(names.left_out), ElementsAre("2 with nobody of the case in 'who'"));
  EXPECT_THAT(left_out(names.dropped), SizeIs(3));
}

TEST(TableEvents, TellEveryMistakeWithItsPlace) {
  const auto wrong = read_events(
      "date,kind,finding,text\n"
      "2024-13-01,talks,,x\n"
      "2024-03-01,meeting,stuck,\"two\nlines\"\n"
      "2024-03-01,meeting\n"
      "2024-03-01,meeting,,\"x\" y\n"
      "2024-03-01,shouting,,x\n",
      "keys: {date: date, kind: {column: kind, words: {talks: meeting, meeting: meeting}}, finding: "
      "finding, what: text}\n");
  EXPECT_EQ(
      told(wrong.problems),
      "2:1: '2024-13-01' is not a date; write a day as 2024-03-24, a month as 2024-03, or a part of one as early, mid "
      "or late 2024-03\n"
      "3:20: only an assessment has a finding; write kind: assessment, or remove it\n"
      "5:1: this row has 2 cells, the first has 4; give every row as many; a cell with a separator or a line end "
      "inside stands in quotes\n"
      "6:24: text stands behind the quotes that end this cell; a quote inside a cell is written twice; nothing stands "
      "between the last one and the next cell\n"
      "7:12: 'shouting' is not among the words of 'kind' (1 row); add it to them in the map, 'shouting': leave out; "
      "known there: meeting, talks\n");
  EXPECT_THAT(wrong.rows, IsEmpty());
  EXPECT_THAT(told(read_events("day\n24.03.24\n",
                               "keys: {kind: {always: meeting}, date: {column: day, form: day.month.year}}\n")
                       .problems),
              HasSubstr("2:1: '24.03.24' is not a date of the form day.month.year"));
}

TEST(TableEvents, MustNotContradictWhatIsThere) {
  const auto wrong =
      read_events("kind,to,by,answer,date\nresponse,first,a,accept,2024-03-02\nresponse,first,b,accept,2024-02-02\n",
                  "keys: {kind: kind, to: to, by: by, answer: answer, date: date}\n");
  EXPECT_THAT(wrong.problems, SizeIs(1));
  EXPECT_THAT(told(wrong.problems), HasSubstr("3:1: "));
  EXPECT_THAT(wrong.rows, IsEmpty());
}

TEST(TableEvents, NeedTheColumnsOfTheMap) {
  EXPECT_THAT(
      told(read_events("Kind,when\nmeeting,2024\n", "keys: {kind: kind, date: {column: date, optional: true}}\n")
               .problems),
      AllOf(HasSubstr("1:1: there is no column 'kind' here; did you mean 'Kind'? the columns are Kind, when"),
            Not(HasSubstr("date"))));
  EXPECT_THAT(told(read_events("kind,kind\nmeeting,meeting\n", "keys: {kind: kind}\n").problems),
              HasSubstr("1:6: two columns are called 'kind'"));
  EXPECT_THAT(told(read_events("", "keys: {kind: kind}\n").problems), HasSubstr("1:1: there is no table here"));
  EXPECT_THAT(lines(read_events("kind\n", "keys: {kind: kind}\n")), IsEmpty());
}

TEST(TableEvents, OfPloverNeedOnlyTheNames) {
  const auto columns = read_column_map("like: plover\nactors: {Country A: a, B (rebels): b}\n").value.value();
  EventReader reader(bread());
  const auto rows = read_table(
      "Event ID\tEvent Date\tEvent Type\tEvent Mode\tContexts\tActor Name\tRecipient Name\tCity\tCountry\tSource\n"
      "x1\t2024-03-24\tCONSULT\tvisit\tdiplomatic;military\tCountry A; The Middle\tB (rebels)\tDoha\tNone\tWire\n"
      "x2\t2024-03-25\tASSAULT\tNone\tNone\tB (rebels)\tNone\tNone\tNone\tWire\n",
      columns, reader);
  EXPECT_THAT(
      lines(rows),
      ElementsAre(
          R"({"kind":"meeting","date":"2024-03-24","who":["a","m"],"to":"b","where":"Doha","note":"Event ID: x1; Event Type: CONSULT; Event Mode: visit; Contexts: diplomatic;military; Source: Wire"})",
          R"({"kind":"incident","date":"2024-03-25","who":"b","note":"Event ID: x2; Event Type: ASSAULT; Source: Wire"})"));
}

TEST(TableEvents, OfTheShippedTablesAreRead) {
  const std::string folder = PARLEY_SOURCE_DIR "/cases/";
  const Case orvane = read_case(read_text_file(folder + "orvane-basin.yaml")).value.value();
  const auto map = read_column_map(read_text_file(folder + "tables/orvane-press.columns.yaml"));
  ASSERT_EQ(told(map.problems), "");
  EXPECT_EQ(told(check_column_map(*map.value, orvane)), "");
  EventReader reader(orvane);
  const auto press = read_table(read_text_file(folder + "tables/orvane-press.csv"), *map.value, reader);
  EXPECT_THAT(lines(press), SizeIs(5));
  EXPECT_EQ(press.of, 7);
  EXPECT_THAT(left_out(press.left_out), ElementsAre("1 whose 'Type' is 'weather'", "1 with nobody of the case in 'who'",
                                                    "1 whose 'Type' is 'football'"));
  ColumnMap plover = built_in_map("plover").value();
  EventReader second(orvane);
  EXPECT_THAT(told(read_table(read_text_file(folder + "tables/made-up-plover.tsv"), plover, second).problems),
              HasSubstr("5:60: 'Masked men' is nobody in the case (1 row)"));
  plover.unknown_actors = ColumnMap::Unknown::leave_out_row;
  EventReader third(orvane);
  EXPECT_THAT(lines(read_table(read_text_file(folder + "tables/made-up-plover.tsv"), plover, third)), SizeIs(4));
}

TEST(TableEvents, OfManyUnknownNamesTellTheFirst) {
  std::string table = "who\n";
  for (int i = 0; i < 5000; ++i) table += "name " + std::to_string(i) + "\n";
  const auto wrong = read_events(table, "keys: {kind: {always: meeting}, who: who}\n");
  EXPECT_THAT(wrong.problems, SizeIs(101));
  EXPECT_THAT(wrong.problems.front().message, HasSubstr("'name 0'"));
  EXPECT_THAT(wrong.problems[99].message, HasSubstr("'name 99'"));
  EXPECT_EQ(wrong.problems.back().message, "and 4900 more problems");
}

TEST(TableEvents, SurviveAnyBytes) {
  std::mt19937_64 random(7);
  const std::vector<std::string> pieces{"kind", "meeting", "who",    "a",       "b",    "first", "response",
                                        ",",    ",",       "\n",     "\n",      "\"",   ";",     "to",
                                        "by",   "answer",  "accept", "2024-03", "date", " "};
  const auto map = built_in_map("parley").value();
  for (int round = 0; round < 3000; ++round) {
    std::string text = random() % 2 == 0 ? "kind,date,who,to,by,answer\n" : "";
    for (std::size_t i = random() % 40; i > 0; --i) text += pieces[random() % pieces.size()];
    EventReader reader(bread());
    const auto rows = read_table(text, map, reader);
    EXPECT_TRUE(rows.problems.empty() || rows.rows.empty());
    if (!rows.problems.empty()) continue;
    EventReader again(bread());
    for (const auto& row : rows.rows) EXPECT_EQ(told(again.read(row.line)), "") << text;
  }
}

}  // namespace
}  // namespace parley
