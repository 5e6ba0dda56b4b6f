#include <fmt/core.h>

#include <filesystem>

#include "../output.h"
#include "filter.h"
#include "parley/render/text.h"
#include "parley/talks/record_table.h"
#include "record.h"

namespace parley::cli {
namespace {

struct TableOut {
  std::string talks;
  Wanted wanted;
  std::string output;
};

/// The table must not take the place of the record.
void check_output(const TableOut& asked) {
  constexpr std::string_view scheme = "sqlite:";
  const std::string file = asked.talks.starts_with(scheme) ? asked.talks.substr(scheme.size()) : asked.talks;
  std::error_code ignored;
  if (!is_standard(asked.output) && std::filesystem::equivalent(asked.output, file, ignored))
    throw Failure(Exit::wrong_call,
                  fmt::format("{} is the record itself; name another file for the table", printable(asked.output)));
}

void write_table(const TableOut& asked) {
  check_output(asked);
  const auto store = open_talks(asked.talks, OpenMode::read);
  std::string text;
  const RecordTable made = with_store([&] {
    return write_record_table(*store, asked.wanted.entries(), [&](std::string_view part) {
      if (is_standard(asked.output))
        print(part);
      else
        text += part;
    });
  });
  if (!is_standard(asked.output)) write_file(asked.output, text);
  for (const auto& [what, rows] : made.not_carried)
    complain(
        fmt::format("note: {} row{} without {}, which a table has no place for\n", rows, rows == 1 ? "" : "s", what));
}

}  // namespace

void add_record_table(CLI::App& record) {
  auto asked = std::make_shared<TableOut>();
  CLI::App& command = *record.add_subcommand("table", "What was entered, as a table (CSV) for other programs");
  add_talks(command, asked->talks);
  add_wanted(command, asked->wanted);
  command.add_option("-o,--output", asked->output, "write the table there, as a whole or not at all")
      ->option_text("FILE");
  command.footer(
      R"(An entry is a row; the columns are the keys of events, and the class of PLOVER where there is one.
It is a copy to work with: terms and clauses of texts are not in it, and it has no chain to verify.
parley record add --table reads it back.

Examples:
  parley record table talks.db -o talks.csv
  parley record table talks.db --kind meeting --since 2024-03 --viewer team)");
  command.callback([asked] { write_table(*asked); });
}

}  // namespace parley::cli
