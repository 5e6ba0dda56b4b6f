#include <gmock/gmock.h>

#include "process.h"

namespace parley::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

using Filter = Folder;

constexpr const char* offers =
    "offer,price,quality\n"
    "a,10,3\n"
    "b,9,3\n"
    "c,9,3\n"
    "d,12,8\n"
    "e,13,8\n";

TEST_F(Filter, PrintsTheLinesThatStay) {
  const std::string file = write("offers.csv", offers);
  const Ended run = parley({"filter", file, "--columns", "price,quality", "--minimise", "price"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.err, IsEmpty());
  EXPECT_EQ(run.out, "offer,price,quality\nb,9,3\nd,12,8\n");
  EXPECT_EQ(parley({"filter", file, "--columns", "2,3", "--minimise", "2", "--duplicates"}).out,
            "offer,price,quality\nb,9,3\nc,9,3\nd,12,8\n");
  EXPECT_EQ(cli::run({.arguments = {"filter", "-"}, .input = "1 2\n0 1\n"}).out, "1 2\n");
}

TEST_F(Filter, AnswersPrograms) {
  const Ended run = parley({"filter", write("offers.csv", offers), "--columns", "quality", "--json"});
  EXPECT_EQ(run.out,
            "{\n  \"question\": \"filter\",\n  \"columns\": [\n    \"quality\"\n  ],\n  \"points\": 5,\n  \"kept\": [\n"
            "    {\n      \"point\": 4,\n      \"line\": \"d,12,8\"\n    }\n  ]\n}\n");
}

TEST_F(Filter, ReportsWhatIsWrongWithATable) {
  const std::string file = write("offers.csv", offers);
  const Ended run = parley({"filter", file});
  EXPECT_EQ(run.exit, 1);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(run.err, HasSubstr(file + ":2:1: column 'offer' needs a number, here stands 'a'\n    write a number"));
  EXPECT_THAT(run.err, HasSubstr(file + ":6:1: "));
}

TEST_F(Filter, RefusesWrongCalls) {
  EXPECT_EQ(parley({"filter", path("missing.csv")}).exit, 2);
  EXPECT_EQ(parley({"filter", write("wide.csv", "1,2,3,4,5,6,7\n")}).exit, 2);
  const std::string file = write("offers.csv", "1,2\n");
  EXPECT_EQ(parley({"filter", file, "-o", file}).exit, 2);
  EXPECT_EQ(read_file(file), "1,2\n");
}

}  // namespace
}  // namespace parley::cli
