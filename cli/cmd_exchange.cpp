#include "commands.h"
#include "failure.h"
#include "interrupt.h"
#include "package.h"
#include "parley/ask/exchange.h"
#include "parley/ask/versions.h"
#include "parley/render/html.h"
#include "progress.h"
#include "question.h"
#include "values.h"

namespace parley::cli {
namespace {

struct ExchangeCall : Question {
  TextSource text;
  std::string count = "agreed";
  int most_handovers = 0;
  ExchangeOptions options;
  std::optional<std::string> html;
};

/// The text that is meant; none where nothing is tabled and none is named.
int text_of(Case& c, const ExchangeCall& call, Date date) {
  const bool named = !call.text.proposal.empty() || !call.text.package.empty();
  return named || !versions_by(c, date).empty() ? find_text(c, call.text, date) : -1;
}

ExchangeAnswer ask(Case& c, ExchangeCall& call) {
  if (const std::string why = exchange_refusal(c); !why.empty())
    throw Failure(Exit::wrong_call, why + "; docs/case-format.md tells how an exchange is written");
  static const std::map<std::string, CountOf> counts{{"agreed", CountOf::agreed},
                                                     {"listed", CountOf::listed},
                                                     {"verified", CountOf::verified},
                                                     {"consenting", CountOf::consenting}};
  call.options.count = counts.at(call.count);
  if (call.most_handovers > 0) call.options.most_handovers = call.most_handovers;
  const Date date = call.as_of(c);
  const int proposal = text_of(c, call, date);
  call.options.stop = stop_on_interrupt();
  const Progress progress("Looking for schedules");
  return exchange(c, date, proposal, call.options);
}

}  // namespace

void add_exchange(CLI::App& app) {
  auto call = std::make_shared<ExchangeCall>();
  CLI::App& command = add_question(
      app, "exchange", "In which order and sizes could an exchange be carried out, so that nobody is tempted?", *call);
  add_text(command, call->text);
  command.add_option("--count", call->count, "how many: agreed (default), listed, verified or consenting")
      ->check(CLI::IsMember({"agreed", "listed", "verified", "consenting"}))
      ->option_text("WHICH");
  command.add_option("--handovers", call->most_handovers, "also the safest schedule with at most so many")
      ->check(whole_number(1, 100'000))
      ->option_text("N");
  command.add_option("--readings", call->options.readings, "how many to draw for shares (default 1000)")
      ->check(whole_number(100, most_readings))
      ->option_text("N");
  command.add_option("--seed", call->options.seed, "for drawing them: the same seed, the same answer (default: 1)")
      ->check(whole_number(0, most_seed))
      ->option_text("N");
  command.add_option("--html", call->html, "also write a page for a browser or a printer")->option_text("FILE");
  add_json(command, *call);
  add_all(command, *call);
  command.footer(R"(Temptation is what a side would gain by stopping now, in points that it states for categories of
what is exchanged, never for a person. Schedules are explored, none is recommended.

Examples:
  parley exchange cases/gaza-2024-03.yaml             the newest version's numbers
  parley exchange cases/gaza-2024-03.yaml doha --handovers 6
  parley exchange talks.yaml --count listed           if only those on lists are handed over
  parley exchange talks.yaml --html exchange.html     with a picture)");
  command.callback([call] {
    expect_different_files({call->html, call->output});
    Case c = load_case(call->from);
    const ExchangeAnswer answer = ask(c, *call);
    if (call->html) write_file(*call->html, to_html(c, answer), call->from.path);
    give(*call, c, answer);
  });
}

}  // namespace parley::cli
