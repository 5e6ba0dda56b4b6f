#include "commands.h"
#include "parley/ask/contention.h"
#include "progress.h"
#include "question.h"

namespace parley::cli {
namespace {

Contention ask(const Case& c, const Question& question) {
  const Progress progress("Weighing the issues");
  return contention(c, compile(c, question.as_of(c)));
}

}  // namespace

void add_contention(CLI::App& app) {
  auto call = std::make_shared<Question>();
  CLI::App& command = add_question(app, "contention", "Which issues hold the talks apart?", *call);
  add_json(command, *call);
  add_all(command, *call);
  command.footer(R"(Examples:
  parley contention cases/gaza-2024-03.yaml
  parley contention cases/panama-1974.yaml --json)");
  command.callback([call] {
    const Case c = load_case(call->from);
    give(*call, c, ask(c, *call));
  });
}

}  // namespace parley::cli
