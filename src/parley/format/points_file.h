#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/case/problem.h"

namespace parley {

/// Which columns of a table are objectives, by the names of its first line or by their numbers from 1.
struct PointsColumns {
  std::vector<std::string> wanted;     ///< in this order; empty: all columns
  std::vector<std::string> minimised;  ///< those of which less is better
};

/// A table of points as other programs export it.
struct PointsTable {
  std::vector<std::string> names;       ///< of the objectives; their numbers when the table names no columns
  std::vector<std::int64_t> numbers;    ///< point after point, in 10^-9, more is better: minimised columns are negated
  std::vector<std::size_t> points_at;   ///< for each point where its line begins in the text
  std::optional<std::size_t> names_at;  ///< where the line with the names begins

  std::size_t points() const { return points_at.size(); }
};

/// What came of reading a table: the points, or everything that is wrong with it.
struct PointsFile {
  std::optional<PointsTable> value;  ///< set exactly when there are no problems
  Problems problems;                 ///< in the order of the file; of more than 100 the last line says how many more
};

/// Reads points, one a line. Fields stand between commas, semicolons, tabs or blanks, whichever of these the first line
/// has, in this order of preference; a field may stand in double quotes. The first line names the columns when none of
/// its fields is a number. Empty lines and lines that begin with # are left out.
///
/// Numbers are exact: 12, -0.5, 1.25e-3. What does not fit whole 10^-9 in 64 bits (more than nine digits after the
/// point, or 9 200 000 000 and more) is refused, never rounded. Other columns may hold anything. Any bytes end in time
/// and memory that grow with the text alone.
PointsFile read_points(std::string_view text, const PointsColumns& columns = {});

/// The line of a text that begins at an offset, without its end.
std::string_view line_at(std::string_view text, std::size_t offset);

}  // namespace parley
