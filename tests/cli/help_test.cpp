#include <gmock/gmock.h>

#include <regex>
#include <set>

#include "process.h"

namespace parley::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const std::vector<std::string> commands = {"analyze", "check",      "standing", "explain", "zone",   "amend",
                                           "texts",   "contention", "filter",   "new",     "schema", "completion"};

std::set<std::string> options_in(const std::string& text) {
  static const std::regex option("(^|[^-A-Za-z])(--[a-z][a-z-]*)");
  std::set<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), option), end; match != end; ++match)
    found.insert((*match)[2]);
  return found;
}

/// The part of docs/commands.md that is about one command.
std::string documented(const std::string& command) {
  const std::string text = read_file(PARLEY_SOURCE_DIR "/docs/commands.md");
  const std::size_t from = text.find("\n## `parley " + command);
  if (from == std::string::npos) return {};
  return text.substr(from, text.find("\n## ", from + 1) - from);
}

TEST(Help, OfTheProgramNamesEveryCommand) {
  const Ended run = parley({"--help"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_THAT(run.err, IsEmpty());
  for (const std::string& command : commands) EXPECT_THAT(run.out, HasSubstr("\n  " + command + " "));
  EXPECT_THAT(run.out, HasSubstr("parley analyze cases/gaza-2024-03.yaml"));
}

TEST(Help, OfEveryCommandHasAnExample) {
  for (const std::string& command : commands) {
    const Ended run = parley({command, "--help"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_THAT(run.err, IsEmpty());
    EXPECT_THAT(run.out, HasSubstr("Usage: parley " + command));
    EXPECT_THAT(run.out, HasSubstr("\n  parley " + command));
  }
}

TEST(Help, FitsIntoATerminal) {
  for (const std::string& command : commands) {
    const std::string text = parley({command, "--help"}).out;
    EXPECT_FALSE(std::regex_search(text, std::regex("[^\n]{101}"))) << text;
  }
}

TEST(Help, AndManualKnowTheSameOptions) {
  const std::string shared = documented("COMMAND");
  EXPECT_THAT(shared, HasSubstr("--as-of"));
  for (const std::string& command : commands) {
    const std::string manual = documented(command);
    EXPECT_NE(manual, "") << command;
    for (const std::string& option : options_in(parley({command, "--help"}).out))
      EXPECT_THAT(manual + shared, HasSubstr("`" + option)) << command;
    const auto known = options_in(parley({command, "--help"}).out);
    for (const std::string& option : options_in(manual)) EXPECT_TRUE(known.contains(option)) << command << option;
  }
}

TEST(Version, IsPrinted) {
  const Ended run = parley({"--version"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_TRUE(std::regex_match(run.out, std::regex("parley \\d+\\.\\d+\\.\\d+\n")));
}

}  // namespace
}  // namespace parley::cli
