#include "commands.h"
#include "interrupt.h"
#include "package.h"
#include "parley/ask/acceptance.h"
#include "parley/render/html.h"
#include "progress.h"
#include "question.h"
#include "values.h"

namespace parley::cli {
namespace {

struct AcceptanceCall : Question {
  TextSource text;
  AcceptanceOptions options;
  bool without_talks = false;
  std::optional<std::string> html;
};

Acceptability ask(Case& c, AcceptanceCall& call) {
  const Date date = call.as_of(c);
  if (!call.text.proposal.empty() || !call.text.package.empty()) call.options.proposal = find_text(c, call.text, date);
  call.options.heed_talks = !call.without_talks;
  call.options.stop = stop_on_interrupt();
  const Progress progress("Going through the readings");
  return acceptance(c, compile(c, date), call.options);
}

void add_options(CLI::App& command, AcceptanceCall& call) {
  auto* proposal =
      command.add_option("PROPOSAL", call.text.proposal, "its id in the case (default: every tabled text)")
          ->option_text(" ");
  add_package(command, call.text, *proposal);
  command.add_flag("--frontier", call.options.frontier,
                   "the zone's frontier too: how sure, against how far off at worst");
  command.add_option("--readings", call.options.readings, "how many are drawn (default: 4000)")
      ->check(whole_number(1, most_readings))
      ->option_text("N");
  command.add_option("--seed", call.options.seed, "for drawing them: the same seed, the same answer (default: 1)")
      ->check(whole_number(0, most_seed))
      ->option_text("N");
  command.add_flag("--without-talks", call.without_talks, "leave aside what was accepted and refused in the talks");
  command.add_option("--html", call.html, "also write a page for a browser or a printer")->option_text("FILE");
}

}  // namespace

void add_acceptance(CLI::App& app) {
  auto call = std::make_shared<AcceptanceCall>();
  CLI::App& command = add_question(app, "acceptance",
                                   "In what share of the readings does everyone consent, and what to ask next?", *call);
  add_options(command, *call);
  add_json(command, *call);
  add_all(command, *call);
  command.footer(
      R"(A reading is one choice of all uncertain numbers that agrees with every statement. Shares are of
the readings that you entered, not chances that somebody accepts. Ctrl-C stops the search and prints
what has been found.

Examples:
  parley acceptance cases/gaza-2024-03.yaml             every tabled text
  parley acceptance cases/gaza-2024-03.yaml doha        one of them
  parley acceptance cases/gaza-2024-03.yaml --package hostages=30 --package "return=gradual|free"
  parley acceptance cases/gaza-2024-03.yaml --frontier  the frontier: how sure, against how far off
  parley acceptance cases/gaza-2024-03.yaml --without-talks --readings 20000 --html shares.html)");
  command.callback([call] {
    expect_different_files({call->html, call->output});
    Case c = load_case(call->from);
    const Acceptability answer = ask(c, *call);
    if (call->html) write_file(*call->html, to_html(c, answer), call->from.path);
    give(*call, c, answer);
  });
}

}  // namespace parley::cli
