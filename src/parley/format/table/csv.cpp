#include "parley/format/table/csv.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "parley/format/text.h"

namespace parley {
namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/// What separates the cells of a table, judged by its first line; a comma when nothing does.
char separator_of(std::string_view text) {
  constexpr std::array separators{',', ';', '\t'};
  std::array<std::size_t, separators.size()> seen{};
  bool inside = false;
  bool begun = false;
  for (const char c : text) {
    if (c == '"') inside = !inside;
    if (is_line_end(c) && !inside && begun) break;
    begun = begun || !is_line_end(c);
    const auto* const which = std::ranges::find(separators, c);
    if (which != separators.end() && !inside) ++seen[static_cast<std::size_t>(which - separators.begin())];
  }
  return separators[static_cast<std::size_t>(std::ranges::max_element(seen) - seen.begin())];
}

}  // namespace

CsvReader::CsvReader(std::string_view text, ProblemList& problems, std::optional<char> separator)
    : text_(text.substr(0, CsvLimits::bytes)), problems_(problems), places_(text_) {
  if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
  separator_ = separator.value_or(separator_of(text_.substr(at_)));
  if (text.size() > CsvLimits::bytes) {
    at_ = text_.size();
    report(0, fmt::format("the table has more than {} bytes", CsvLimits::bytes),
           "divide it, each part with the names of the columns");
  } else if (const auto bad = find_bad_byte(text_)) {
    at_ = text_.size();
    report(bad->offset, bad->message, bad->mend);
  }
}

bool CsvReader::next(std::vector<CsvCell>& row) {
  row.clear();
  while (at_ < text_.size() && is_line_end(text_[at_])) ++at_;
  if (at_ == text_.size()) return false;
  const std::size_t start = at_;
  if (rows_++ > CsvLimits::rows) {
    at_ = text_.size();
    report(start, fmt::format("the table has more than {} rows", CsvLimits::rows),
           "divide it, each part with the names of the columns");
    return false;
  }
  for (bool more = true; more;) {
    if (row.size() == CsvLimits::columns) {
      report(at_, fmt::format("the table has more than {} columns", CsvLimits::columns), "leave some out");
      at_ = text_.size();
      return false;
    }
    row.push_back(cell());
    more = !at_line_end();
    if (more) ++at_;
  }
  return true;
}

CsvCell CsvReader::cell() {
  CsvCell cell = at_ < text_.size() && text_[at_] == '"' ? quoted_cell() : plain_cell();
  if (cell.text.size() <= CsvLimits::cell) return cell;
  report(cell.offset, fmt::format("this cell has more than {} bytes", CsvLimits::cell), "shorten it");
  cell.text.clear();
  return cell;
}

CsvCell CsvReader::plain_cell() {
  CsvCell cell{{}, at_};
  const std::size_t end = end_of_cell();
  cell.text = text_.substr(at_, end - at_);
  if (const auto quote = cell.text.find('"'); quote != std::string::npos)
    report(at_ + quote, "a quote stands inside a cell that does not begin with one",
           R"(put the whole cell in quotes and write the quote twice: "the ""northern"" line")");
  at_ = end;
  return cell;
}

CsvCell CsvReader::quoted_cell() {
  CsvCell cell{{}, at_++};
  for (;;) {
    const std::size_t quote = text_.find('"', at_);
    cell.text += text_.substr(at_, quote - at_);
    if (quote == std::string_view::npos) {
      at_ = text_.size();
      report(cell.offset, "the quotes that begin here are never closed", "close them behind the last word of the cell");
      return cell;
    }
    at_ = quote + 1;
    if (at_ == text_.size() || text_[at_] != '"') break;
    cell.text += '"';
    ++at_;
  }
  if (const std::size_t end = end_of_cell(); end > at_) {
    report(at_, "text stands behind the quotes that end this cell",
           "a quote inside a cell is written twice; nothing stands between the last one and the next cell");
    at_ = end;
  }
  return cell;
}

std::size_t CsvReader::end_of_cell() const {
  const std::array ends{separator_, '\n', '\r'};
  return std::min(text_.find_first_of(std::string_view(ends.data(), ends.size()), at_), text_.size());
}

bool CsvReader::at_line_end() const { return at_ == text_.size() || is_line_end(text_[at_]); }

void CsvReader::report(std::size_t offset, std::string message, std::string mend) {
  problems_.add({places_.at(offset), std::move(message), std::move(mend)});
}

void write_csv_row(std::string& out, std::span<const std::string> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string& cell = cells[i];
    if (i > 0) out += ',';
    // A row that is one empty cell would be an empty line, and a byte order mark no part of the first cell.
    const bool plain = cell.find_first_of("\",\r\n") == std::string::npos && !cell.starts_with(' ') &&
                       !cell.ends_with(' ') && !cell.starts_with(byte_order_mark) &&
                       (!cell.empty() || cells.size() > 1);
    if (plain) {
      out += cell;
      continue;
    }
    out += '"';
    for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
    out += '"';
  }
  out += "\r\n";
}

}  // namespace parley
