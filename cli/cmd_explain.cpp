#include "commands.h"
#include "package.h"
#include "parley/ask/explain.h"
#include "progress.h"
#include "question.h"

namespace parley::cli {
namespace {

struct ExplainCall : Question {
  TextSource text;
};

Explanation ask(Case& c, const ExplainCall& call) {
  const Date date = call.as_of(c);
  const int proposal = find_text(c, call.text, date);
  const Progress progress("Looking at what each side needs");
  return explain(c, compile(c, date), proposal);
}

}  // namespace

void add_explain(CLI::App& app) {
  auto call = std::make_shared<ExplainCall>();
  CLI::App& command = add_question(app, "explain", "Who can accept this proposal, who cannot, and why?", *call);
  add_text(command, call->text);
  add_json(command, *call);
  add_all(command, *call);
  command.footer(R"(Examples:
  parley explain cases/gaza-2024-03.yaml             the newest version
  parley explain cases/gaza-2024-03.yaml doha        the version called doha
  parley explain cases/gaza-2024-03.yaml doha --json)");
  command.callback([call] {
    Case c = load_case(call->from);
    give(*call, c, ask(c, *call));
  });
}

}  // namespace parley::cli
