#include "commands.h"
#include "interrupt.h"
#include "package.h"
#include "parley/ask/consent.h"
#include "parley/render/html.h"
#include "progress.h"
#include "question.h"
#include "values.h"

namespace parley::cli {
namespace {

struct ConsentCall : Question {
  TextSource text;
  ConsentOptions options;
  std::optional<std::string> html;
};

Approvals ask(Case& c, ConsentCall& call) {
  const Date date = call.as_of(c);
  const int proposal = find_text(c, call.text, date);
  if (const auto& by = call.options.by) call.options.by = last_day_of(*by);
  call.options.stop = stop_on_interrupt();
  const Progress progress("Looking at who must approve");
  return consent(c, compile(c, date), proposal, call.options);
}

}  // namespace

void add_consent(CLI::App& app) {
  auto call = std::make_shared<ConsentCall>();
  CLI::App& command =
      add_question(app, "consent", "Who binds, how long do approvals take, will it be ratified in time?", *call);
  add_text(command, call->text);
  add_date(command, "--by", call->options.by, "the chance of ratification by the end of this day");
  command.add_option("--seed", call->options.seed, "for readings, and sets that are too large to count")
      ->check(whole_number(0, most_seed))
      ->option_text("N");
  command.add_option("--readings", call->options.readings, "how many are drawn (default 4000; 0: none)")
      ->check(whole_number(0, most_readings))
      ->option_text("N");
  command.add_option("--html", call->html, "also write a page for a browser or a printer")->option_text("FILE");
  add_json(command, *call);
  add_all(command, *call);
  command.footer(R"(Ctrl-C stops counting and prints what has been found.

Examples:
  parley consent cases/gaza-2024-03.yaml                    the newest version
  parley consent cases/gaza-2024-03.yaml doha --by 2024-04-15
  parley consent cases/orvane-basin.yaml --html consent.html
  parley consent cases/gaza-2024-03.yaml doha --json)");
  command.callback([call] {
    expect_different_files({call->html, call->output});
    Case c = load_case(call->from);
    const Approvals answer = ask(c, *call);
    if (call->html) write_file(*call->html, to_html(c, answer), call->from.path);
    give(*call, c, answer);
  });
}

}  // namespace parley::cli
