#include <algorithm>

#include "commands.h"
#include "interrupt.h"
#include "package.h"
#include "parley/ask/consent.h"
#include "parley/render/html.h"
#include "progress.h"
#include "question.h"

namespace parley::cli {
namespace {

struct Call : Question {
  TextSource text;
  ConsentOptions options;
  std::optional<std::string> html;
};

Approvals ask(Case& c, Call& call) {
  const Date date = call.as_of(c);
  const int proposal = find_text(c, call.text, date);
  call.options.stop = stop_on_interrupt();
  const Progress progress("Looking at who must approve");
  return consent(c, compile(c, date), proposal, call.options);
}

std::string whole_number(const std::string& text) {
  const bool digits =
      !text.empty() && text.size() <= 18 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  return digits ? "" : text + " is no whole number from 0 on, of at most 18 digits";
}

std::string few_enough(const std::string& text) {
  std::string wrong = whole_number(text);
  if (!wrong.empty()) return wrong;
  return text.size() <= 6 ? "" : text + " is more than 999999, which is as many as are drawn";
}

void add_by(CLI::App& command, ConsentOptions& options) {
  command
      .add_option_function<std::string>(
          "--by",
          [&options](const std::string& text) {
            options.by = parse_date(text);
            if (!options.by)
              throw CLI::ValidationError("--by", text + " is no date; write it as 2024-03-26, 2024-03 or late 2024-03");
            options.by = last_day_of(*options.by);
          },
          "the chance of ratification by the end of this day")
      ->option_text("DATE");
}

}  // namespace

void add_consent(CLI::App& app) {
  auto call = std::make_shared<Call>();
  CLI::App& command =
      add_question(app, "consent", "Who binds, how long do approvals take, will it be ratified in time?", *call);
  add_text(command, call->text);
  add_by(command, call->options);
  command.add_option("--seed", call->options.seed, "for readings, and sets that are too large to count")
      ->check(whole_number)
      ->option_text("N");
  command.add_option("--readings", call->options.readings, "how many are drawn (default 4000; 0: none)")
      ->check(few_enough)
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
