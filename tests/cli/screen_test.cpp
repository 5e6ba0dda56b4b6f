#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>

#include "parley/render/text.h"
#include "process.h"

namespace parley::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string escape = "\x1b[";

int widest(const std::string& text) {
  int width = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) width = std::max(width, columns(line));
  return width;
}

/// Of a question that is answered at once: what takes longer shows its progress, which is gone when the answer comes.
std::string at_terminal(const std::map<std::string, std::string>& environment, const std::string& colour = "auto") {
  return parley_at_terminal({"standing", founding_case(), "--color", colour}, environment, 100).out;
}

TEST(Colour, IsForTerminals) {
  EXPECT_THAT(at_terminal({}), HasSubstr(escape));
  EXPECT_THAT(parley({"standing", founding_case()}).out, Not(HasSubstr(escape)));
}

TEST(Colour, IsLeftOutWhereItIsNotWanted) {
  EXPECT_THAT(at_terminal({{"NO_COLOR", "1"}}), Not(HasSubstr(escape)));
  EXPECT_THAT(at_terminal({{"TERM", "dumb"}}), Not(HasSubstr(escape)));
  EXPECT_THAT(at_terminal({}, "never"), Not(HasSubstr(escape)));
  EXPECT_THAT(at_terminal({{"NO_COLOR", ""}}), HasSubstr(escape));
}

TEST(Colour, CanBeAskedFor) {
  EXPECT_THAT(at_terminal({{"NO_COLOR", "1"}}, "always"), HasSubstr(escape));
  EXPECT_THAT(parley({"standing", founding_case(), "--color", "always"}).out, HasSubstr(escape));
}

TEST(Width, IsThatOfTheTerminal) {
  EXPECT_LE(widest(parley_at_terminal({"standing", founding_case(), "--color", "never"}, {}, 60).out), 60 + 1);
}

TEST(Width, IsThatOfColumns) {
  for (const int width : {50, 80, 120}) {
    const Ended run =
        cli::run({.arguments = {"analyze", founding_case()}, .environment = {{"COLUMNS", std::to_string(width)}}});
    EXPECT_LE(widest(run.out), width);
  }
  const Ended nonsense = cli::run({.arguments = {"analyze", founding_case()}, .environment = {{"COLUMNS", "wide"}}});
  EXPECT_EQ(nonsense.out, parley({"analyze", founding_case()}).out);
}

TEST(Characters, AreAsciiWhereTheTerminalKnowsNoOthers) {
  const std::string plain = parley_at_terminal({"contention", founding_case()}, {{"LC_ALL", "C"}}, 80).out;
  EXPECT_TRUE(std::ranges::all_of(plain, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; }));
}

}  // namespace
}  // namespace parley::cli
