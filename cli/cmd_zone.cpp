#include "commands.h"
#include "interrupt.h"
#include "parley/ask/plan.h"
#include "parley/ask/zone.h"
#include "progress.h"
#include "question.h"
#include "values.h"

namespace parley::cli {
namespace {

struct ZoneCall : Question {
  ZoneOptions options;
  bool explain_plan = false;
};

Zone ask(const Case& c, ZoneCall& call) {
  call.options.stop = stop_on_interrupt();
  const Progress progress("Looking for what everyone could accept");
  return zone(c, compile(c, call.as_of(c)), call.options);
}

}  // namespace

void add_zone(CLI::App& app) {
  auto call = std::make_shared<ZoneCall>();
  CLI::App& command = add_question(app, "zone", "What could everyone accept, and how much of it is there?", *call);
  add_json(command, *call);
  add_all(command, *call);
  command.add_option("--seed", call->options.seed, "for estimating a size that is too large to count")
      ->check(whole_number(0, most_seed))
      ->option_text("N");
  command.add_option("--cap", call->options.frontier_cap, "partial packages kept at once; fewer: faster, rougher")
      ->check(whole_number(0, most_seed))
      ->option_text("N");
  command.add_flag("--explain-plan", call->explain_plan, "how the packages would be searched, and why");
  command.footer(R"(Ctrl-C stops the search and prints what has been found.

Examples:
  parley zone cases/gaza-2024-03.yaml               size, frontier and viewpoints
  parley zone cases/gaza-2024-03.yaml --all | less  the whole frontier
  parley zone cases/gaza-2024-03.yaml --json -o zone.json)");
  command.callback([call] {
    const Case c = load_case(call->from);
    if (call->explain_plan)
      give(*call, c, plan(c, compile(c, call->as_of(c)), stop_on_interrupt()));
    else
      give(*call, c, ask(c, *call));
  });
}

}  // namespace parley::cli
