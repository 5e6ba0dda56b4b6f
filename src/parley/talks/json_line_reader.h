#pragma once

#include <optional>
#include <string_view>

#include "parley/case/problem.h"
#include "parley/talks/entry.h"

namespace parley {

/// An entry as it stands in a line of a file.
struct EntryLine {
  std::optional<Entry> entry;  ///< set exactly when there are no problems
  std::size_t event_at = 0;    ///< where its event begins in the line
  Problems problems;
};

/// Reads one line. Whether its hash is that of its content is not looked at.
EntryLine read_json_line(std::string_view line, int number);

/// The column of a byte of a line, in characters from 1.
int column_at(std::string_view line, std::size_t offset);

}  // namespace parley
