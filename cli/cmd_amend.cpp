#include <algorithm>

#include "commands.h"
#include "interrupt.h"
#include "look_up.h"
#include "package.h"
#include "parley/ask/amend.h"
#include "progress.h"
#include "question.h"

namespace parley::cli {
namespace {

struct AmendCall : Question {
  TextSource text;
  std::vector<std::string> keep, only, unharmed;
  bool least_movement = false;
  AmendOptions options;
};

/// The issues that must not change: those to keep, and where only some may change all others.
std::vector<int> frozen(const Case& c, const AmendCall& call) {
  const std::vector<int> keep = find_issues(c, call.keep);
  const std::vector<int> only = find_issues(c, call.only);
  std::vector<int> issues;
  for (int i = 0; i < std::ssize(c.issues); ++i)
    if (std::ranges::count(keep, i) > 0 || (!only.empty() && std::ranges::count(only, i) == 0)) issues.push_back(i);
  return issues;
}

Amendments ask(Case& c, AmendCall& call) {
  const Date date = call.as_of(c);
  const int proposal = find_text(c, call.text, date);
  call.options.frozen = frozen(c, call);
  call.options.unharmed = find_parties(c, call.unharmed);
  if (call.least_movement) call.options.least = AmendOptions::Least::movement;
  call.options.stop = stop_on_interrupt();
  const Progress progress("Looking for the smallest changes");
  return amend(c, compile(c, date), proposal, call.options);
}

}  // namespace

void add_amend(CLI::App& app) {
  auto call = std::make_shared<AmendCall>();
  CLI::App& command = add_question(app, "amend", "What is the smallest change that brings everyone in?", *call);
  add_text(command, call->text);
  add_json(command, *call);
  add_all(command, *call);
  command.add_option("--keep", call->keep, "an issue that must stay as it is; may be repeated")
      ->option_text("ISSUE")
      ->expected(1)
      ->take_all();
  command.add_option("--only", call->only, "an issue that may change, and no others; may be repeated")
      ->option_text("ISSUE")
      ->expected(1)
      ->take_all();
  command.add_option("--unharmed", call->unharmed, "a party to leave with no less than the text; may be repeated")
      ->option_text("PARTY")
      ->expected(1)
      ->take_all();
  command.add_flag("--least-movement", call->least_movement, "the fewest steps, rather than the fewest issues");
  command.add_option("--ways", call->options.wanted, "how many different changes to look for")
      ->option_text("N")
      ->check(CLI::Range(1, 1000));
  command.footer(R"(Ctrl-C stops the search and prints what has been found.

Examples:
  parley amend cases/gaza-2024-03.yaml                             the newest version
  parley amend cases/gaza-2024-03.yaml doha --keep prisoners       without touching the prisoners
  parley amend cases/gaza-2024-03.yaml doha --least-movement       many small steps, if need be
  parley amend cases/gaza-2024-03.yaml doha --unharmed hamas       leaving Hamas no worse off
  parley amend cases/gaza-2024-03.yaml doha --ways 10)");
  command.callback([call] {
    Case c = load_case(call->from);
    give(*call, c, ask(c, *call));
  });
}

}  // namespace parley::cli
