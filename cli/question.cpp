#include "question.h"

#include "output.h"
#include "parley/ask/answer.h"
#include "values.h"

namespace parley::cli {

Date Question::as_of(const Case& c) const { return date ? last_day_of(*date) : default_date(c); }

CLI::App& add_question(CLI::App& app, const std::string& name, const std::string& description, Question& question) {
  CLI::App& command = *app.add_subcommand(name, description)->group("Questions");
  add_case(command, question.from);
  add_record_options(command, question.from);
  add_date(command, "--as-of", question.date, "how things stood then (default: the case's date)");
  command.add_option("-o,--output", question.output, "write the answer there, as a whole or not at all")
      ->option_text("FILE");
  command.add_option("--color", question.colour, "auto is only on a terminal, without NO_COLOR")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("auto|always|never");
  return command;
}

void add_json(CLI::App& command, Question& question) {
  command.add_flag("--json", question.json, "the answer for programs");
}

void add_all(CLI::App& command, Question& question) {
  command.add_flag("--all", question.all, "every row of every table, not a selection");
}

}  // namespace parley::cli
