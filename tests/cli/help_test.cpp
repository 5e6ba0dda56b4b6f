#include <gmock/gmock.h>

#include <regex>
#include <set>
#include <sstream>

#include "process.h"

namespace parley::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const std::vector<std::string> commands = {"analyze",  "check",      "standing",   "explain", "zone",      "amend",
                                           "texts",    "contention", "acceptance", "consent", "window",    "levers",
                                           "exchange", "filter",     "new",        "schema",  "completion"};

/// Commands of `parley record`.
const std::vector<std::string> record_commands = {"create", "add", "list", "verify", "export", "import", "keys"};

/// What is called with the words of a command and `--help`.
std::string help_of(const std::string& command) {
  std::vector<std::string> words{"--help"};
  std::istringstream in(command);
  for (std::string word; in >> word;) words.insert(words.end() - 1, word);
  const Ended run = parley(words);
  EXPECT_EQ(run.exit, 0) << command;
  EXPECT_THAT(run.err, IsEmpty()) << command;
  return run.out;
}

/// Everything that has a help of its own.
std::vector<std::string> all_commands() {
  std::vector<std::string> all = commands;
  for (const std::string& command : record_commands) all.push_back("record " + command);
  return all;
}

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

TEST(Help, OfTheRecordNamesItsCommands) {
  const std::string help = help_of("record");
  for (const std::string& command : record_commands) EXPECT_THAT(help, HasSubstr("\n  " + command + " "));
}

TEST(Help, OfEveryCommandHasAnExample) {
  for (const std::string& command : all_commands()) {
    const std::string help = help_of(command);
    EXPECT_THAT(help, HasSubstr("Usage: parley " + command));
    EXPECT_THAT(help, HasSubstr("\n  parley " + command));
  }
}

TEST(Help, FitsIntoATerminal) {
  for (const std::string& command : all_commands()) {
    const std::string text = help_of(command);
    EXPECT_FALSE(std::regex_search(text, std::regex("[^\n]{101}"))) << text;
  }
}

TEST(Help, AndManualKnowTheSameOptions) {
  const std::string shared = documented("COMMAND");
  EXPECT_THAT(shared, HasSubstr("--as-of"));
  for (const std::string& command : all_commands()) {
    const std::string manual = documented(command);
    EXPECT_NE(manual, "") << command;
    const auto known = options_in(help_of(command));
    for (const std::string& option : known) EXPECT_THAT(manual + shared, HasSubstr("`" + option)) << command;
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
