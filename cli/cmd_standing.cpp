#include "commands.h"
#include "parley/ask/standing.h"
#include "parley/ask/zone.h"
#include "question.h"

namespace parley::cli {

void add_standing(CLI::App& app) {
  auto call = std::make_shared<Question>();
  CLI::App& command = add_question(app, "standing", "Where do the talks stand? Are they stuck, and on what?", *call);
  add_json(command, *call);
  add_all(command, *call);
  command.footer(R"(Only what is dated up to the date counts. --all also lists what each text changed, issue by issue.

Examples:
  parley standing cases/gaza-2024-03.yaml                      on the case's own date
  parley standing cases/gaza-2024-03.yaml --as-of 2024-04-15   if nobody has moved until then)");
  command.callback([call] {
    const Case c = load_case(call->from);
    const Date as_of = call->as_of(c);
    give(*call, c, standing(c, as_of, zone_is_empty(c, compile(c, as_of))));
  });
}

}  // namespace parley::cli
