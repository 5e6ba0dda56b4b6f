#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parley/format/case_file.h"
#include "parley/format/table/csv.h"
#include "parley/format/table/table_events.h"

namespace {

using parley::Case;

const Case& bread() {
  static const Case value = parley::read_case(R"(parley: 1
title: Bread
sources: {s: {title: A paper}}
issues: {bread: {options: [white, brown]}}
parties:
  a: {preferences: {weights: {bread: 100}, values: {bread: {white: 100, brown: 0}}}, reservation: 40}
  b: {preferences: {weights: {bread: 100}, values: {bread: {white: 0, brown: 100}}}, reservation: 40}
third-parties: {m: {name: The Middle, roles: [mediator]}}
proposals: {first: {terms: {bread: white}}}
)")
                                .value.value();
  return value;
}

/// What was read of a table, written again, is read as the same cells.
void read_and_write(std::string_view text) {
  parley::ProblemList problems;
  parley::CsvReader reader(text, problems);
  std::string copy;
  std::vector<std::vector<std::string>> rows;
  for (std::vector<parley::CsvCell> row; reader.next(row);) {
    if (row.empty()) std::abort();
    rows.emplace_back();
    for (const parley::CsvCell& cell : row) {
      if (reader.place(cell).line < 1 || cell.offset > text.size()) std::abort();
      rows.back().push_back(cell.text);
    }
    parley::write_csv_row(copy, rows.back());
  }
  parley::ProblemList none;
  parley::CsvReader again(copy, none, ',');
  std::size_t at = 0;
  for (std::vector<parley::CsvCell> row; again.next(row); ++at)
    if (at >= rows.size() || !std::ranges::equal(row, rows[at], {}, &parley::CsvCell::text)) std::abort();
  if (at != rows.size() || !none.empty()) std::abort();
}

/// Rows come only of a table without problems, and each is an event that the case allows.
void read_events(std::string_view table, const parley::ColumnMap& map) {
  if (parley::check_column_map(map, bread()).size() > parley::ProblemList::most + 1) std::abort();
  parley::EventReader reader(bread());
  const auto read = parley::read_table(table, map, reader);
  if (!read.problems.empty() && !read.rows.empty()) std::abort();
  if (read.problems.size() > parley::ProblemList::most + 1) std::abort();
  parley::EventReader again(bread());
  for (const auto& row : read.rows)
    if (!again.read(row.line).empty()) std::abort();
}

}  // namespace

/// Any bytes are read without a crash or a hang: as a table by the maps that ship, and, from a line "---" on, as a
/// column map for what stands above it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  constexpr std::string_view divider = "\n---\n";
  const auto end = text.find(divider);
  const auto table = text.substr(0, end);
  read_and_write(table);
  for (const auto& name : parley::built_in_maps()) read_events(table, parley::built_in_map(name).value());
  if (end == std::string_view::npos) return 0;
  const auto file = parley::read_column_map(text.substr(end + divider.size()));
  if (file.value.has_value() != file.problems.empty()) std::abort();
  if (file.value) read_events(table, *file.value);
  return 0;
}
