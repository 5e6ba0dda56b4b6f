#include <gmock/gmock.h>

#include "process.h"

namespace parley::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

using Completion = Folder;

bool has(const std::string& program) { return run({.arguments = {"--version"}, .program = program}).exit == 0; }

/// What bash offers for a line that ends where the cursor is.
std::string offered(const std::string& words, const std::string& folder) {
  const std::string script = "source '" + folder + "'; COMP_WORDS=(" + words +
                             "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _parley; echo \"${COMPREPLY[@]}\"";
  const Ended run = cli::run({.arguments = {"-c", script}, .program = "bash"});
  EXPECT_EQ(run.exit, 0);
  return run.out;
}

TEST_F(Completion, IsSoundInEveryShell) {
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    const std::string script = path(shell);
    EXPECT_EQ(parley({"completion", shell, "-o", script}).exit, 0);
    if (!has(shell)) continue;
    const Ended run = cli::run({.arguments = {"-n", script}, .program = shell});
    EXPECT_EQ(run.exit, 0) << shell;
    EXPECT_THAT(run.err, IsEmpty()) << shell;
  }
}

TEST_F(Completion, KnowsEveryCommand) {
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    const std::string script = parley({"completion", shell}).out;
    for (const char* command : {"analyze", "check", "standing", "explain", "zone", "amend", "contention", "acceptance",
                                "consent", "window", "levers", "exchange", "texts", "filter", "new"})
      EXPECT_THAT(script, HasSubstr(command)) << shell;
    for (const char* option : {"seed", "sources", "as-of", "html", "against", "version"})
      EXPECT_THAT(script, HasSubstr(option)) << shell;
  }
}

TEST_F(Completion, OffersWhatFits) {
  const std::string script = path("bash");
  parley({"completion", "bash", "-o", script});
  EXPECT_EQ(offered("parley an", script), "analyze\n");
  EXPECT_EQ(offered("parley zone --se", script), "--seed\n");
  EXPECT_EQ(offered("parley zone --color ne", script), "never\n");
  EXPECT_EQ(offered("parley completion z", script), "zsh\n");
  EXPECT_EQ(offered("parley zone ca", script), "\n") << "files are left to the shell";
}

}  // namespace
}  // namespace parley::cli
