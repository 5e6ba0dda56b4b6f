#include "commands.h"
#include "interrupt.h"
#include "output.h"
#include "parley/ask/analyze.h"
#include "parley/render/html.h"
#include "progress.h"
#include "question.h"

namespace parley::cli {
namespace {

struct AnalyzeCall : Question {
  std::optional<std::string> html;
  std::optional<std::string> json_file;
  bool quiet = false;
};

Analysis ask(const Case& c, const AnalyzeCall& call) {
  AnalyzeOptions options;
  options.zone.stop = options.amend.stop = stop_on_interrupt();
  const Progress progress("Analysing the case");
  return analyze(c, call.as_of(c), options);
}

void run(const AnalyzeCall& call) {
  expect_different_files({call.html, call.json_file, call.output});
  const Case c = load_case(call.from);
  const Analysis analysis = ask(c, call);
  const bool json_is_the_answer = call.json_file && is_standard(*call.json_file);
  if (call.html) write_file(*call.html, to_html(c, compile(c, call.as_of(c)), analysis), call.from.path);
  if (call.json_file && !json_is_the_answer) write_file(*call.json_file, to_json(c, analysis), call.from.path);
  if (json_is_the_answer)
    write_file(call.output, to_json(c, analysis), call.from.path);
  else if (!call.quiet)
    write_file(call.output, page(call, c, analysis), call.from.path);
}

}  // namespace

void add_analyze(CLI::App& app) {
  auto call = std::make_shared<AnalyzeCall>();
  CLI::App& command = add_question(app, "analyze", "All of it, on one page", *call);
  add_all(command, *call);
  command.add_option("--html", call->html, "also write a page for a browser or a printer")->option_text("FILE");
  command.add_option("--json", call->json_file, "the answer for programs, to FILE or instead of the text")
      ->expected(0, 1)
      ->option_text("[FILE]");
  command.add_flag("-q,--quiet", call->quiet, "no text, only the files");
  command.footer(R"(Ctrl-C stops the search and prints what has been found.

Examples:
  parley analyze cases/gaza-2024-03.yaml
  parley analyze cases/gaza-2024-03.yaml --html gaza.html          text here, and a page to hand on
  parley analyze cases/gaza-2024-03.yaml --json                    for programs
  parley analyze cases/gaza-2024-03.yaml -q --html gaza.html --json gaza.json)");
  command.callback([call] { run(*call); });
}

}  // namespace parley::cli
