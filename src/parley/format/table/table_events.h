#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parley/format/record/event_reader.h"
#include "parley/format/table/column_map.h"

namespace parley {

/// What came of reading a table of events.
struct TableEvents {
  struct Row {
    std::string line;                   ///< as the record keeps it: one line of JSON
    std::vector<std::string> audience;  ///< who may see it, as far as the table says
  };
  struct LeftOut {
    std::string why;  ///< "whose 'Event Type' is 'PROTEST'"
    std::int64_t rows = 0;
  };
  std::vector<Row> rows;          ///< in the order of the table; with problems there are none
  std::int64_t of = 0;            ///< rows of the table below the names of its columns
  std::vector<LeftOut> left_out;  ///< reasons in the order in which they were met; a row has one
  std::vector<LeftOut> dropped;   ///< names that were left out of rows that were read: "that name 'Reuters', ..."
  Problems problems;              ///< in the order of the table, each with its line and column
};

/// Reads the rows of a table as its map says, each into an event that the reader checks against the case and what
/// stands above it. A word or name that the map does not know is one problem, told where it stands first and with the
/// number of rows that have it. With problems the reader should not be used further.
TableEvents read_table(std::string_view text, const ColumnMap& map, EventReader& reader);

}  // namespace parley
