#include "commands.h"
#include "interrupt.h"
#include "look_up.h"
#include "package.h"
#include "parley/ask/amend.h"
#include "progress.h"
#include "question.h"

namespace parley::cli {
namespace {

struct Call : Question {
  TextSource text;
  std::vector<std::string> keep;
  AmendOptions options;
};

Amendments ask(Case& c, Call& call) {
  const Date date = call.as_of(c);
  const int proposal = find_text(c, call.text, date);
  call.options.frozen = find_issues(c, call.keep);
  call.options.stop = stop_on_interrupt();
  const Progress progress("Looking for the smallest changes");
  return amend(c, compile(c, date), proposal, call.options);
}

}  // namespace

void add_amend(CLI::App& app) {
  auto call = std::make_shared<Call>();
  CLI::App& command = add_question(app, "amend", "What is the smallest change that brings everyone in?", *call);
  add_text(command, call->text);
  add_json(command, *call);
  add_all(command, *call);
  command.add_option("--keep", call->keep, "an issue that must stay as it is; may be repeated")
      ->option_text("ISSUE")
      ->expected(1)
      ->take_all();
  command.add_option("--ways", call->options.wanted, "how many different changes to look for")
      ->option_text("N")
      ->check(CLI::Range(1, 1000));
  command.footer(R"(Ctrl-C stops the search and prints what has been found.

Examples:
  parley amend cases/gaza-2024-03.yaml                             the newest version
  parley amend cases/gaza-2024-03.yaml doha --keep prisoners       without touching the prisoners
  parley amend cases/gaza-2024-03.yaml doha --ways 10)");
  command.callback([call] {
    Case c = load_case(call->from);
    give(*call, c, ask(c, *call));
  });
}

}  // namespace parley::cli
