#include "table_rows.h"

#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

#include "../failure.h"
#include "../output.h"
#include "../refuse.h"
#include "parley/format/table/csv.h"
#include "parley/render/text.h"

namespace parley::cli {
namespace {

constexpr std::size_t most_told = 20;

ColumnMap load_map(const std::string& columns, const Case& c) {
  if (auto shipped = built_in_map(columns)) return std::move(*shipped);
  constexpr std::size_t enough = 8 << 20;
  const ColumnMapFile file = read_column_map(read_file(columns, enough));
  if (!file.value) refuse(columns, file.problems);
  if (const Problems wrong = check_column_map(*file.value, c); !wrong.empty()) refuse(columns, wrong);
  return *file.value;
}

std::int64_t rows_of(std::span<const TableEvents::LeftOut> reasons) {
  std::int64_t rows = 0;
  for (const TableEvents::LeftOut& reason : reasons) rows += reason.rows;
  return rows;
}

/// The commonest reasons first.
void tell(std::vector<TableEvents::LeftOut> reasons) {
  std::ranges::stable_sort(reasons, std::greater(), &TableEvents::LeftOut::rows);
  for (std::size_t i = 0; i < std::min(reasons.size(), most_told); ++i)
    complain(fmt::format("  {} {}\n", reasons[i].rows, printable(reasons[i].why)));
  if (reasons.size() > most_told)
    complain(fmt::format("  and {} for {} other reasons\n", rows_of(std::span(reasons).subspan(most_told)),
                         reasons.size() - most_told));
}

}  // namespace

CLI::Option* add_table(CLI::App& command, TableCall& call) {
  auto* table = command.add_option("--table", call.file, "events from a table (CSV); - reads standard input")
                    ->option_text("FILE");
  command.add_option("--columns", call.columns, "what its columns are: parley (default), plover, or a map of your own")
      ->option_text("MAP")
      ->needs(table);
  return table;
}

EventTable load_table(const TableCall& call, const Case& c) {
  EventTable table{call, {}, load_map(call.columns, c)};
  // One byte more than a table may have: the reader says so when it is too much.
  constexpr std::size_t enough = CsvLimits::bytes + 1;
  table.text = is_standard(call.file) ? read_standard_input(enough) : read_file(call.file, enough);
  return table;
}

TableEvents read_rows(const EventTable& table, EventReader& reader) {
  TableEvents read = read_table(table.text, table.map, reader);
  if (!read.problems.empty()) refuse(table.call.file, read.problems);
  return read;
}

void tell_left_out(const TableEvents& read) {
  if (!read.left_out.empty()) complain(fmt::format("Left out {} of {} rows:\n", rows_of(read.left_out), read.of));
  tell(read.left_out);
  if (!read.dropped.empty()) complain("Names left out of rows:\n");
  tell(read.dropped);
}

}  // namespace parley::cli
