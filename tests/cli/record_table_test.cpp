#include <gmock/gmock.h>

#include <fstream>

#include "process.h"

namespace parley::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

const std::string shipped = PARLEY_SOURCE_DIR "/cases/";
const std::string orvane = shipped + "orvane-basin.yaml";

class RecordTable : public Folder {
 protected:
  RecordTable() { EXPECT_EQ(parley({"record", "create", talks()}).exit, 0); }

  std::string talks() const { return path("talks.db"); }

  Ended add(const std::string& table, const std::string& columns) const {
    return parley({"record", "add", talks(), orvane, "--table", table, "--columns", columns});
  }
};

TEST_F(RecordTable, TakesInATableByItsMap) {
  const Ended run = add(shipped + "tables/orvane-press.csv", shipped + "tables/orvane-press.columns.yaml");
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.err, AllOf(HasSubstr("Left out 3 of 7 rows:\n  1 whose 'Type' is 'weather'\n"),
                             HasSubstr("1 that name 'Unknown', whom the case does not have\n"),
                             HasSubstr("Entered as numbers 1 to 5.\n")));
  EXPECT_THAT(parley({"record", "list", talks()}).out,
              AllOf(HasSubstr("2031-09-03  meeting  highmark, lowmere in Tarn Bridge"), HasSubstr("  press-archive")));
}

TEST_F(RecordTable, TellsWhereATableIsWrong) {
  const std::string table = shipped + "tables/made-up-plover.tsv";
  const Ended run = add(table, "plover");
  EXPECT_EQ(run.exit, 1);
  EXPECT_THAT(run.err, HasSubstr(table + ":5:60: 'Masked men' is nobody in the case (1 row)\n    say in the map"));
  const std::string map = write("map.yaml", "like: plover\nactors: {Masked men: mask}\n");
  EXPECT_THAT(add(table, map).err, StartsWith(map + ":2:22: 'mask' is not a party, principal or third party"));
  EXPECT_THAT(add(table, write("wrong.yaml", "keys: {date: day}\n")).err,
              HasSubstr("wrong.yaml:1:7: the map does not"));
  EXPECT_EQ(parley({"record", "list", talks()}).out, "");
}

TEST_F(RecordTable, GivesBackWhatWasEntered) {
  add(shipped + "tables/orvane-press.csv", shipped + "tables/orvane-press.columns.yaml");
  parley({"record", "add", talks(), orvane, "statement", "who=midvale", "what=quiet", "--audience", "team"});
  const std::string table = path("talks.csv");
  EXPECT_EQ(parley({"record", "table", talks(), "-o", table}).exit, 0);
  EXPECT_EQ(parley({"record", "table", talks()}).out, read_file(table));
  const std::string copy = path("copy.db");
  parley({"record", "create", copy});
  EXPECT_EQ(parley({"record", "add", copy, orvane, "--table", table}).err, "Entered as numbers 1 to 6.\n");
  EXPECT_EQ(parley({"record", "list", copy}).out, parley({"record", "list", talks()}).out);
  EXPECT_EQ(
      run({.arguments = {"record", "add", copy, orvane, "--table", "-"}, .input = "kind,who\nmeeting,midvale\n"}).err,
      "Entered as number 7.\n");
  EXPECT_THAT(parley({"record", "table", talks(), "--viewer", "press"}).out, testing::Not(HasSubstr("quiet")));
  EXPECT_THAT(parley({"record", "table", talks(), "--kind", "statement"}).out, HasSubstr("quiet"));
}

TEST_F(RecordTable, SaysWhatATableHasNoPlaceFor) {
  const std::string events = write("events.yaml",
                                   "- {kind: proposal, id: next, parent: single-text-1, terms: {gauges: 10}}\n"
                                   "- {kind: correction, of: 1, why: it was never tabled}\n");
  ASSERT_EQ(parley({"record", "add", talks(), orvane, "--file", events}).exit, 0);
  const std::string table = path("talks.csv");
  EXPECT_EQ(parley({"record", "table", talks(), "-o", table}).err,
            "note: 1 row without terms, which a table has no place for\n");
  EXPECT_THAT(parley({"record", "add", talks(), orvane, "--table", table}).err,
              AllOf(HasSubstr("1 whose 'corrected by' is filled"), HasSubstr("1 whose 'kind' is 'correction'"),
                    HasSubstr("There was nothing to enter.")));
}

TEST_F(RecordTable, RefusesWrongCalls) {
  EXPECT_THAT(parley({"record", "table", talks(), "-o", talks()}).err, HasSubstr("is the record itself"));
  EXPECT_EQ(parley({"record", "table", path("missing.db")}).exit, 2);
  EXPECT_EQ(add(path("missing.csv"), "parley").exit, 2);
  EXPECT_EQ(add(shipped + "tables/orvane-press.csv", path("missing.yaml")).exit, 2);
  EXPECT_EQ(parley({"record", "add", talks(), orvane, "--columns", "plover"}).exit, 2);
  EXPECT_EQ(parley({"record", "table", talks(), "--kind", "meating"}).exit, 2);
  EXPECT_THAT(parley({"record", "add", talks(), orvane, "--table", write("empty.csv", "")}).err,
              HasSubstr("empty.csv:1:1: there is no table here"));
}

}  // namespace
}  // namespace parley::cli
