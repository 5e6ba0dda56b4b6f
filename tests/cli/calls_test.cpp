#include <gmock/gmock.h>

#include "process.h"

namespace parley::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

/// A call that is wrong says so on stderr, and only there.
std::string complaint(std::vector<std::string> arguments) {
  const Ended run = parley(std::move(arguments));
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(run.err, StartsWith("parley: "));
  return run.err;
}

TEST(Call, WithoutACommandTeaches) { EXPECT_THAT(complaint({}), HasSubstr("parley new talks.yaml")); }

TEST(Call, OfAnUnknownCommandBringsTheNearest) {
  EXPECT_THAT(complaint({"anlyze", founding_case()}), HasSubstr("did you mean analyze?"));
  EXPECT_THAT(complaint({"xyzzy"}), HasSubstr("parley --help lists the commands"));
}

TEST(Call, WithACaseButNoCommandBringsAQuestion) {
  EXPECT_THAT(complaint({founding_case()}), HasSubstr("parley analyze " + founding_case()));
}

TEST(Call, WithAnUnknownOptionBringsTheNearest) {
  EXPECT_THAT(complaint({"zone", founding_case(), "--jsno"}), HasSubstr("did you mean --json?"));
}

TEST(Call, WithTooMuchOrTooLittleIsRefused) {
  EXPECT_THAT(complaint({"zone"}), HasSubstr("CASE"));
  EXPECT_THAT(complaint({"zone", founding_case(), "doha"}), HasSubstr("doha"));
  EXPECT_THAT(complaint({"zone"}), HasSubstr("parley zone --help"));
}

TEST(Call, WithAWrongValueIsRefused) {
  EXPECT_THAT(complaint({"zone", founding_case(), "--as-of", "yesterday"}), HasSubstr("2024-03-26"));
  EXPECT_THAT(complaint({"zone", founding_case(), "--seed", "x"}), HasSubstr("--seed"));
  EXPECT_THAT(complaint({"zone", founding_case(), "--seed", "-1"}), HasSubstr("--seed"));
  EXPECT_THAT(complaint({"zone", founding_case(), "--color", "red"}), HasSubstr("never"));
  EXPECT_THAT(complaint({"amend", founding_case(), "--ways", "0"}), HasSubstr("--ways"));
  EXPECT_THAT(complaint({"completion", "tcsh"}), HasSubstr("fish"));
}

TEST(Call, CannotPutTwoAnswersIntoOneFile) {
  EXPECT_THAT(complaint({"analyze", founding_case(), "--html", "one.out", "--json", "./one.out"}),
              HasSubstr("one.out"));
}

TEST(Call, CannotPlayWithTheTerminal) { EXPECT_EQ(complaint({"\x1b[31m"}).find('\x1b'), std::string::npos); }

TEST(Call, OfAWindowThatLeadsNowhereIsRefused) {
  const auto window = [](std::vector<std::string> options) {
    options.insert(options.begin(), {"window", founding_case()});
    return complaint(std::move(options));
  };
  EXPECT_THAT(window({"--from", "2024-05-01", "--until", "2024-04-01"}), HasSubstr("lies before the first"));
  EXPECT_THAT(window({"--step", "0"}), HasSubstr("a step of 0 days"));
  EXPECT_THAT(window({"--until", "2124-01-01", "--step", "1"}), HasSubstr("take a longer step"));
  EXPECT_THAT(window({"--until", "soon"}), HasSubstr("soon is no date"));
}

}  // namespace
}  // namespace parley::cli
