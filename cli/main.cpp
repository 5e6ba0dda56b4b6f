#include <fmt/core.h>

#include <csignal>

#include "commands.h"
#include "failure.h"
#include "interrupt.h"
#include "mistake.h"
#include "output.h"

namespace {

using namespace parley::cli;

/// What a command does stands apart from how it is called.
struct Help : CLI::Formatter {
  Help() {
    label("SUBCOMMAND", "COMMAND ...");
    label("Positionals", "Arguments");
    label("OPTIONS", "options");
  }
  std::string make_usage(const CLI::App* app, std::string name) const override {
    return "\n" + CLI::Formatter::make_usage(app, name);
  }
};

void describe(CLI::App& app) {
  app.formatter(std::make_shared<Help>());
  app.set_help_flag("-h,--help", "what stands here");
  app.set_version_flag("--version", "parley " PARLEY_VERSION, "the version");
  app.footer(R"(Examples:
  parley new talks.yaml                               start a case of your own
  parley check talks.yaml                             find every mistake in it
  parley analyze cases/gaza-2024-03.yaml              everything, in the terminal
  parley analyze cases/gaza-2024-03.yaml --html gaza.html
  parley explain cases/gaza-2024-03.yaml --help       one question and its options

The exit code is 0 when the question was answered, 1 when the case is wrong, 2 when the call is wrong,
3 when the search was interrupted, 4 when Parley itself failed.)");
  app.require_subcommand(1);
}

void add_commands(CLI::App& app) {
  add_analyze(app);
  add_check(app);
  add_standing(app);
  add_explain(app);
  add_texts(app);
  add_zone(app);
  add_amend(app);
  add_contention(app);
  add_window(app);
  add_acceptance(app);
  add_consent(app);
  add_levers(app);
  add_exchange(app);
  add_record(app);
  add_convert(app);
  add_filter(app);
  add_new(app);
  add_schema(app);
  add_completion(app);
}

void run(CLI::App& app, int argc, char** argv) {
  if (argc < 2) throw Failure(Exit::wrong_call, "a command is missing\n\n" + app.help());
  if (const std::string said = first_word_mistake(app, argv[1]); !said.empty()) throw Failure(Exit::wrong_call, said);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    print(app.help());
  } catch (const CLI::CallForVersion& version) {
    print(fmt::format("{}\n", version.what()));
  } catch (const CLI::ParseError& error) {
    throw Failure(Exit::wrong_call, mistake(app, error));
  }
}

int end(Exit exit, const std::string& message) {
  if (!message.empty()) complain(fmt::format("parley: {}\n", message));
  return static_cast<int>(exit);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  try {
    CLI::App app("Parley answers the questions of a mediation team about talks that are written down as a case.",
                 "parley");
    describe(app);
    add_commands(app);
    run(app, argc, argv);
    return end(interrupted() ? Exit::stopped : Exit::answered, "");
  } catch (const Failure& failure) {
    return end(failure.exit, failure.what());
  } catch (const std::exception& error) {
    return end(Exit::broken, fmt::format("this should not happen, please report it: {}", error.what()));
  }
}
