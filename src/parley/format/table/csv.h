#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parley/case/problem.h"
#include "parley/format/reader/problem_list.h"
#include "parley/format/text.h"

namespace parley {

/// A cell of a table, its quotes taken off, and where it begins in the file.
struct CsvCell {
  std::string text;
  std::size_t offset = 0;
};

struct CsvLimits {
  static constexpr std::size_t bytes = std::size_t{64} << 20U;
  static constexpr std::size_t rows = 1'000'000;
  static constexpr std::size_t columns = 1000;
  static constexpr std::size_t cell = std::size_t{256} << 10U;  ///< bytes
};

/// Reads a table of text row by row, as RFC 4180 has it: cells between commas, those with commas, quotes or line ends
/// inside in double quotes, a quote inside written twice. Semicolons or tabs may stand for the commas. Lines end in
/// CRLF, LF or CR; empty lines count for nothing; a byte order mark may stand first. (Tables of points are for
/// points_file.h, which reads numbers only and tens of millions of lines of them.)
///
/// Whatever the bytes, every cell has its place, mistakes are reported and read over, and what is too large ends the
/// table with a problem. Memory is that of the text and of one row.
class CsvReader {
 public:
  /// `text` and `problems` outlive the reader. Without a separator it is the one that the first line has most of.
  CsvReader(std::string_view text, ProblemList& problems, std::optional<char> separator = {});

  /// The next row, names of columns included; false when there is none.
  bool next(std::vector<CsvCell>& row);

  Place place(std::size_t offset) const { return places_.at(offset); }
  Place place(const CsvCell& cell) const { return places_.at(cell.offset); }
  char separator() const { return separator_; }

 private:
  CsvCell cell();
  CsvCell quoted_cell();
  CsvCell plain_cell();
  std::size_t end_of_cell() const;
  bool at_line_end() const;
  void report(std::size_t offset, std::string message, std::string mend);

  std::string_view text_;
  ProblemList& problems_;
  PlaceFinder places_;
  char separator_ = ',';
  std::size_t at_ = 0;
  std::size_t rows_ = 0;
};

/// Adds a row to a table, with commas, and quotes where a cell needs them. Its line ends in CRLF, as the RFC has it.
/// What was written is read as the same cells, save for the control characters that the reader refuses.
void write_csv_row(std::string& out, std::span<const std::string> cells);

}  // namespace parley
