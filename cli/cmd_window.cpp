#include "commands.h"
#include "failure.h"
#include "interrupt.h"
#include "parley/ask/window.h"
#include "parley/render/html.h"
#include "progress.h"
#include "question.h"
#include "values.h"

namespace parley::cli {
namespace {

struct WindowCall : Question {
  WindowOptions options;
  std::optional<std::string> html;
};

Windows ask(const Case& c, WindowCall& call) {
  const Date date = call.as_of(c);
  if (const std::string refusal = window_refusal(c, date, call.options); !refusal.empty())
    throw Failure(Exit::wrong_call, refusal);
  call.options.stop = stop_on_interrupt();
  const Progress progress("Looking at the zone day by day");
  return windows(c, date, call.options);
}

}  // namespace

void add_window(CLI::App& app) {
  auto call = std::make_shared<WindowCall>();
  CLI::App& command = add_question(app, "window", "When does the zone open and close as no deal changes?", *call);
  add_date(command, "--from", call->options.from, "the first day (default: the date of the question)");
  add_date(command, "--until", call->options.until, "the last day (default: some weeks after the last change)");
  command
      .add_option_function<int>(
          "--step", [call](int days) { call->options.step_days = days; },
          "days between the dates shown beside those of changes")
      ->option_text("DAYS");
  command.add_option("--seed", call->options.seed, "for estimating a size that is too large to count")
      ->check(whole_number(0, most_seed))
      ->option_text("N");
  command.add_option("--html", call->html, "also write a page for a browser or a printer")->option_text("FILE");
  add_json(command, *call);
  add_all(command, *call);
  command.footer(R"(Ctrl-C stops the search and prints what has been found.

Examples:
  parley window cases/gaza-2024-03.yaml                       when it is open, and what closes it
  parley window cases/gaza-2024-03.yaml --until 2024-06 --step 7 --all
  parley window cases/gaza-2024-03.yaml --html window.html    with a picture over time
  parley window cases/gaza-2024-03.yaml --json -o window.json)");
  command.callback([call] {
    expect_different_files({call->html, call->output});
    const Case c = load_case(call->from);
    const Windows answer = ask(c, *call);
    if (call->html) write_file(*call->html, to_html(c, answer), call->from.path);
    give(*call, c, answer);
  });
}

}  // namespace parley::cli
