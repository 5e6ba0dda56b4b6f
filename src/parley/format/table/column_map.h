#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/case/case.h"
#include "parley/case/problem.h"

namespace parley {

/// What the columns of a table of events are: which column gives which key of an event, and which rows are not to be
/// read (docs/record.md, "Tables of events").
struct ColumnMap {
  /// What gives one key. Of the columns the cells that are not empty count; when none is left, or `always` is empty
  /// too, the event does not have the key.
  struct Column {
    std::vector<std::string> names;
    std::string joined = ", ";  ///< what stands between the cells of several columns
    bool named = false;         ///< each cell stands behind the name of its column
    bool optional = false;      ///< a table may lack the columns
    std::optional<std::string> always;
    std::map<std::string, std::string, std::less<>> words;  ///< the table's words in ours, or leave_out_word
    std::optional<std::string> others;                      ///< for all that `words` does not have
    std::string between;                                    ///< empty: a cell holds one thing
    std::string form;                                       ///< of dates; empty: Parley's own
  };
  struct Key {
    std::string name;
    Column column;
  };
  struct LeaveOut {
    std::string column;
    std::vector<std::string> is;
    std::vector<std::string> is_not;
    bool filled = false;
    bool optional = false;  ///< a table may lack the column
  };
  struct Actor {
    std::string id;
    Place place;  ///< in the map
  };
  struct TableSource {
    std::string id;
    std::string line;  ///< an event of kind source, as the record keeps it
  };
  enum class Unknown { problem, leave_out_name, leave_out_row };

  std::optional<char> separator;
  std::vector<std::string> empty;
  std::vector<Key> keys;                             ///< in the order of column_keys()
  std::map<std::string, Actor, std::less<>> actors;  ///< by their names in the table
  Unknown unknown_actors = Unknown::problem;
  std::vector<LeaveOut> leave_out;
  std::optional<TableSource> source;
};

inline constexpr std::string_view leave_out_word = "leave out";

/// What a column may give: the keys of an event that are a text or a list of words, in the order in which they are
/// written, and `audience`, who may see the entry.
const std::vector<std::string>& column_keys();

/// What came of reading a column map: the map, or everything that is wrong with it.
struct ColumnMapFile {
  std::optional<ColumnMap> value;
  Problems problems;
};
ColumnMapFile read_column_map(std::string_view text);

/// The actors in a map that the case does not know.
Problems check_column_map(const ColumnMap& map, const Case& c);

/// A map that ships with Parley: `parley` for the tables that Parley writes, `plover` for event data coded by PLOVER as
/// in POLECAT. Nothing for any other name.
std::optional<ColumnMap> built_in_map(std::string_view name);
const std::vector<std::string>& built_in_maps();

/// The text of such a map.
std::string_view built_in_text(std::string_view wanted);

}  // namespace parley
