#include "commands.h"
#include "parley/ask/check.h"
#include "question.h"

namespace parley::cli {

void add_check(CLI::App& app) {
  auto call = std::make_shared<Question>();
  CLI::App& command = add_question(app, "check", "Is this case well formed, and what is it built on?", *call);
  add_json(command, *call);
  command.add_flag("--sources", call->all, "list every statement with its source");
  command.footer(R"(A wrong file gets all its errors at once, each with its place and how to mend it.

Examples:
  parley check cases/gaza-2024-03.yaml             is it sound, and how much of it is assumed?
  parley check cases/gaza-2024-03.yaml --sources   which statement comes from where?
  parley check - < cases/gaza-2024-03.yaml         a case from standard input)");
  command.callback([call] {
    const Case c = load_case(call->from);
    give(*call, c, checked(c, call->as_of(c)));
  });
}

}  // namespace parley::cli
