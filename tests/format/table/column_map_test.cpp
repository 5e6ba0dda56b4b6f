#include "parley/format/table/column_map.h"

#include <gmock/gmock.h>

#include "format/case_text.h"
#include "parley/format/case_file.h"

namespace parley {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string map_complaints(std::string_view text) { return told(read_column_map(text).problems); }

TEST(ColumnMap, ReadsAWholeMap) {
  const auto file = read_column_map(R"(separator: semicolon
empty: [n/a, "-"]
keys:
  date: {column: day, form: day.month.year}
  kind: {column: type, words: {talks: meeting, weather: leave out}, others: incident}
  who: {column: actors, between: "|"}
  where: {columns: [city, country], optional: true}
  from: {always: press}
actors:
  The Republic: a
unknown-actors: leave out the row
leave-out:
  - {column: quality, is: [bad, worse]}
source: {id: press, title: Press review, grade: C3}
)");
  EXPECT_EQ(told(file.problems), "");
  const ColumnMap& map = file.value.value();
  EXPECT_EQ(map.separator, ';');
  EXPECT_EQ(map.keys.front().name, "kind");
  EXPECT_EQ(map.keys.front().column.words.at("talks"), "meeting");
  EXPECT_EQ(map.actors.at("The Republic").id, "a");
  EXPECT_EQ(map.source.value().line, R"({"kind":"source","id":"press","title":"Press review","grade":"C3"})");
}

TEST(ColumnMap, TellsEveryMistakeWithItsPlace) {
  const std::string told = map_complaints(R"(keys:
  dat: day
  date: {column: day, form: dd.mm.yyyy}
  who: {between: ","}
  what: {column: text, between: ";"}
separater: comma
unknown-actors: ignore
leave-out: [{column: quality}]
source: {id: Press Review, title: Press review}
)");
  EXPECT_THAT(told, HasSubstr("2:3: 'dat' is not a key that a column can give; did you mean 'date'?"));
  EXPECT_THAT(told, HasSubstr("3:29: 'dd.mm.yyyy' is no form of dates"));
  EXPECT_THAT(told, HasSubstr("4:8: 'who' needs one of 'column', 'columns' and 'always'"));
  EXPECT_THAT(told, HasSubstr("5:33: only who, to, through and audience are several things"));
  EXPECT_THAT(told, HasSubstr("6:1: 'separater' is not a key of a column map; did you mean 'separator'?"));
  EXPECT_THAT(told, HasSubstr("7:17: 'ignore' is not what becomes of unknown actors"));
  EXPECT_THAT(told, HasSubstr("8:13: this does not say which rows"));
  EXPECT_THAT(told, HasSubstr("2:3: the map does not say what kind the events are"));
}

TEST(ColumnMap, ChecksItsSource) {
  EXPECT_THAT(map_complaints("keys: {kind: k}\nsource: {id: Press Review, title: Press}\n"),
              HasSubstr("2:14: 'Press Review' is not an id"));
  EXPECT_THAT(map_complaints("keys: {kind: k}\nsource: {id: press, title: Press, grade: Z9}\n"), HasSubstr("2:42: "));
  EXPECT_THAT(map_complaints("keys: {kind: k}\nsource: {title: Press}\n"), HasSubstr("2:9: a table source needs 'id'"));
}

TEST(ColumnMap, RefusesWhatIsNoMap) {
  EXPECT_THAT(map_complaints(""), HasSubstr("1:1: "));
  EXPECT_THAT(map_complaints("- a\n"), HasSubstr("1:1: a column map is a block of keys, here stands a list"));
  EXPECT_THAT(map_complaints("keys: [a]\n"), HasSubstr("keys are a block"));
  EXPECT_THAT(map_complaints("keys: {kind: [a]}\n"), HasSubstr("a column is a block of keys, here stands a list"));
}

TEST(ColumnMap, StartsFromOneThatShips) {
  EXPECT_EQ(told(read_column_map("like: plover\n").problems), "");
  const auto file = read_column_map("like: plover\nkeys: {what: Event Text}\nactors: {Country A: a}\n");
  EXPECT_EQ(told(file.problems), "");
  EXPECT_EQ(file.value->keys.size(), built_in_map("plover")->keys.size());
  EXPECT_THAT(map_complaints("like: cameo\n"), HasSubstr("1:7: 'cameo' is not a map that ships with Parley"));
}

TEST(ColumnMap, ShipsMapsThatAreSound) {
  for (const std::string& name : built_in_maps()) {
    EXPECT_EQ(map_complaints(built_in_text(name)), "") << name;
    EXPECT_TRUE(built_in_map(name)) << name;
  }
  EXPECT_FALSE(built_in_map("cameo"));
}

TEST(ColumnMap, ReadsTheMapsOfTheManual) {
  const std::string manual = read_text_file(PARLEY_SOURCE_DIR "/docs/record.md");
  const std::string fence = "```yaml\n";
  int maps = 0;
  for (auto at = manual.find(fence); at != std::string::npos; at = manual.find(fence, at + 1)) {
    const auto begin = at + fence.size();
    const std::string block = manual.substr(begin, manual.find("```", begin) - begin);
    if (!block.starts_with("separator:") && !block.starts_with("like:")) continue;
    EXPECT_EQ(map_complaints(block), "") << block;
    ++maps;
  }
  EXPECT_EQ(maps, 2);
}

TEST(ColumnMap, NamesActorsThatTheCaseDoesNotHave) {
  const Case c = read_case(small_case()).value.value();
  const auto map = read_column_map("keys: {kind: k}\nactors:\n  A: a\n  B: b/nobody\n  C: zzz\n").value.value();
  EXPECT_THAT(told(check_column_map(map, c)),
              AllOf(HasSubstr("4:6: 'b/nobody' is not"), HasSubstr("5:6: 'zzz' is not")));
  EXPECT_EQ(check_column_map(map, c).size(), 2U);
}

}  // namespace
}  // namespace parley
