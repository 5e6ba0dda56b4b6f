#include "commands.h"
#include "interrupt.h"
#include "look_up.h"
#include "package.h"
#include "parley/ask/levers.h"
#include "parley/ask/versions.h"
#include "parley/render/html.h"
#include "progress.h"
#include "question.h"
#include "values.h"

namespace parley::cli {
namespace {

struct LeversCall : Question {
  TextSource text;
  std::vector<std::string> only, together;
  LeverOptions options;
  std::optional<std::string> html;
};

/// The text that is meant; none where nothing is tabled and none is named.
int text_of(Case& c, const LeversCall& call, Date date) {
  const bool named = !call.text.proposal.empty() || !call.text.package.empty();
  return named || !versions_by(c, date).empty() ? find_text(c, call.text, date) : -1;
}

Leverage ask(Case& c, LeversCall& call) {
  const Date date = call.as_of(c);
  const int proposal = text_of(c, call, date);
  call.options.only = find_levers(c, call.only);
  for (const std::string& levers : call.together)
    call.options.together.push_back(find_levers(c, CLI::detail::split(levers, ',')));
  call.options.stop = stop_on_interrupt();
  const Progress progress("Pulling one lever after the other");
  return leverage(c, date, proposal, call.options);
}

}  // namespace

void add_levers(CLI::App& app) {
  auto call = std::make_shared<LeversCall>();
  CLI::App& command = add_question(app, "levers", "What does each named what-if change, side by side?", *call);
  add_text(command, call->text);
  command.add_option("--only", call->only, "these levers and no others")
      ->option_text("LEVER,LEVER")
      ->delimiter(',')
      ->expected(1)
      ->take_all();
  command.add_option("--together", call->together, "also these levers at once; may be repeated")
      ->option_text("LEVER,LEVER")
      ->expected(1)
      ->take_all();
  command.add_option("--readings", call->options.readings, "how many to draw for shares (default 4000)")
      ->check(whole_number(100, most_readings))
      ->option_text("N");
  command.add_option("--seed", call->options.seed, "for what is estimated from samples")
      ->check(whole_number(0, most_seed))
      ->option_text("N");
  command.add_option("--html", call->html, "also write a page for a browser or a printer")->option_text("FILE");
  add_json(command, *call);
  add_all(command, *call);
  command.footer(R"(Levers are what the case names so: changes that somebody could bring about. Effects, not advice.

Examples:
  parley levers cases/gaza-2024-03.yaml              every lever alone, on the newest version
  parley levers cases/gaza-2024-03.yaml doha         on the version called doha
  parley levers talks.yaml --only monitors           one lever
  parley levers talks.yaml --together monitors,longer-lull
  parley levers talks.yaml --html levers.html)");
  command.callback([call] {
    expect_different_files({call->html, call->output});
    Case c = load_case(call->from);
    const Leverage answer = ask(c, *call);
    if (call->html) write_file(*call->html, to_html(c, answer), call->from.path);
    give(*call, c, answer);
  });
}

}  // namespace parley::cli
