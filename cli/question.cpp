#include "question.h"

#include <fmt/format.h>

#include <utility>

#include "failure.h"
#include "output.h"
#include "parley/ask/answer.h"
#include "parley/format/case_file.h"

namespace parley::cli {

Date Question::as_of(const Case& c) const { return date ? last_day_of(*date) : default_date(c); }

CLI::App& add_question(CLI::App& app, const std::string& name, const std::string& description, Question& question) {
  CLI::App& command = *app.add_subcommand(name, description)->group("Questions");
  command.add_option("CASE", question.case_file, "the case file; - reads standard input")->required()->option_text(" ");
  command
      .add_option_function<std::string>(
          "--as-of",
          [&question](const std::string& text) {
            question.date = parse_date(text);
            if (!question.date)
              throw CLI::ValidationError("--as-of", text + " is no date; write it as 2024-03-26 or 2024-03");
          },
          "how things stood then (default: the case's date)")
      ->option_text("DATE");
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

Case load_case(const std::string& file) {
  // More than a case may have: the reader says so when it is too much, and nobody waits for an endless stream.
  constexpr std::size_t enough = 8 << 20;
  const bool standard = is_standard(file);
  CaseFile read = standard ? read_case(read_standard_input(enough)) : read_case_file(file);
  if (read.value) return std::move(*read.value);

  // The reader's one problem without a place: nothing could be read.
  if (!standard && read.problems.size() == 1 && read.problems.front().place == Place()) {
    const Problem& problem = read.problems.front();
    throw Failure(Exit::wrong_call, printable(problem.message) + (problem.mend.empty() ? "" : "; " + problem.mend));
  }

  const std::string shown = printable(standard ? "<stdin>" : file);
  for (const Problem& problem : read.problems) {
    const Place place = problem.place;
    const std::string where = place.line > 0 ? fmt::format("{}:{}:{}", shown, place.line, place.column) : shown;
    complain(fmt::format("{}: {}\n", where, problem.message));
    if (!problem.mend.empty()) complain(fmt::format("    {}\n", problem.mend));
  }
  throw Failure(Exit::wrong_case, "");
}

}  // namespace parley::cli
