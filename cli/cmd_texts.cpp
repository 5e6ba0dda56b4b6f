#include "commands.h"
#include "look_up.h"
#include "parley/ask/texts.h"
#include "parley/render/html.h"
#include "progress.h"
#include "question.h"

namespace parley::cli {
namespace {

struct TextsCall : Question {
  std::string proposal;
  std::string against;
  std::optional<std::string> html;
};

Texts ask(const Case& c, const TextsCall& call) {
  const Date date = call.as_of(c);
  const int proposal = find_proposal(c, call.proposal, date);
  std::optional<int> against;
  if (!call.against.empty()) against = find_proposal(c, call.against, date);
  const Progress progress("Comparing the texts");
  return texts(c, compile(c, date), proposal, against);
}

}  // namespace

void add_texts(CLI::App& app) {
  auto call = std::make_shared<TextsCall>();
  CLI::App& command =
      add_question(app, "texts", "What does this text say, is it complete, and what did it change?", *call);
  command.add_option("PROPOSAL", call->proposal, "its id in the case (default: the newest version)")->option_text(" ");
  command.add_option("--against", call->against, "compare with this text (default: the version that it changes)")
      ->option_text("OTHER");
  command.add_option("--html", call->html, "also write a page for a browser or a printer")->option_text("FILE");
  add_json(command, *call);
  add_all(command, *call);
  command.footer(R"(Examples:
  parley texts cases/orvane-basin.yaml                    the newest version, against the one before
  parley texts cases/orvane-basin.yaml single-text-1      the first version, alone
  parley texts cases/orvane-basin.yaml single-text-1 --against single-text-2
  parley texts cases/orvane-basin.yaml --html text.html   text here, and a page to hand on
  parley texts cases/gaza-2024-03.yaml doha --json)");
  command.callback([call] {
    expect_different_files({call->html, call->output});
    const Case c = load_case(call->from);
    const Texts answer = ask(c, *call);
    if (call->html) write_file(*call->html, to_html(c, answer), call->from.path);
    give(*call, c, answer);
  });
}

}  // namespace parley::cli
