#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "process.h"

namespace parley::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

using Output = Folder;

TEST_F(Output, GoesToAFileAsAWhole) {
  const Ended run = parley({"standing", founding_case(), "-o", path("answer.txt")});
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_EQ(read_file(path("answer.txt")), parley({"standing", founding_case()}).out);
  EXPECT_THAT(files(), ElementsAre("answer.txt"));
}

TEST_F(Output, OfAnalyzeIsTextAndFiles) {
  const Ended run = parley({"analyze", founding_case(), "--html", path("a.html"), "--json", path("a.json")});
  EXPECT_EQ(run.exit, 0);
  EXPECT_EQ(run.out, parley({"analyze", founding_case()}).out);
  EXPECT_THAT(read_file(path("a.html")), StartsWith("<!"));
  EXPECT_EQ(read_file(path("a.json")), parley({"analyze", founding_case(), "--json"}).out);
  EXPECT_THAT(files(), ElementsAre("a.html", "a.json"));
}

TEST_F(Output, OfAnalyzeCanBeFilesAlone) {
  EXPECT_THAT(parley({"analyze", founding_case(), "-q", "--html", path("a.html")}).out, IsEmpty());
  EXPECT_THAT(files(), ElementsAre("a.html"));
}

TEST_F(Output, TakesThePlaceOfAnOldFileAndKeepsWhoMayReadIt) {
  write("answer.txt", "old");
  chmod(path("answer.txt").c_str(), 0600);
  symlink("answer.txt", path("link.txt").c_str());
  EXPECT_EQ(parley({"standing", founding_case(), "-o", path("link.txt")}).exit, 0);
  EXPECT_NE(read_file(path("answer.txt")), "old");
  struct stat file{};
  stat(path("answer.txt").c_str(), &file);
  EXPECT_EQ(file.st_mode & 0777U, 0600U);
  EXPECT_TRUE(std::filesystem::is_symlink(path("link.txt")));
}

TEST_F(Output, NeverOverwritesTheCase) {
  const std::string text = read_file(founding_case());
  const std::string file = write("talks.yaml", text);
  for (const std::vector<std::string>& options :
       {std::vector<std::string>{"-o", file}, {"--html", file}, {"--json", file}}) {
    std::vector<std::string> arguments = {"analyze", file};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Ended run = parley(arguments);
    EXPECT_EQ(run.exit, 2);
    EXPECT_THAT(run.err, HasSubstr("the case itself"));
    EXPECT_EQ(read_file(file), text);
  }
}

TEST_F(Output, ThatCannotBeWrittenIsReported) {
  const Ended nowhere = parley({"standing", founding_case(), "-o", path("none/answer.txt")});
  EXPECT_EQ(nowhere.exit, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("No such file or directory"));
  EXPECT_EQ(parley({"standing", founding_case(), "-o", path("")}).exit, 2);
  EXPECT_THAT(files(), IsEmpty());
}

TEST_F(Output, ToAFullDiskIsReported) {
  const int full = open("/dev/full", O_WRONLY);
  const Ended printed = run({.arguments = {"standing", founding_case()}, .output = full});
  close(full);
  EXPECT_EQ(printed.exit, 2);
  EXPECT_THAT(printed.err, HasSubstr("No space left"));
  const Ended written = parley({"standing", founding_case(), "-o", "/dev/full"});
  EXPECT_EQ(written.exit, 2);
  EXPECT_THAT(written.err, HasSubstr("No space left"));
}

TEST_F(Output, EndsQuietlyWhenNobodyReadsOn) {
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  close(ends[0]);
  const Ended run = cli::run({.arguments = {"analyze", founding_case()}, .output = ends[1]});
  close(ends[1]);
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.err, IsEmpty());
}

TEST_F(Output, OfNewLeavesAFileThatIsThereAlone) {
  EXPECT_EQ(parley({"new", path("talks.yaml")}).exit, 0);
  EXPECT_EQ(read_file(path("talks.yaml")), parley({"new"}).out);
  write("talks.yaml", "mine");
  const Ended again = parley({"new", path("talks.yaml")});
  EXPECT_EQ(again.exit, 2);
  EXPECT_THAT(again.err, HasSubstr("stays as it is"));
  EXPECT_EQ(read_file(path("talks.yaml")), "mine");
}

}  // namespace
}  // namespace parley::cli
