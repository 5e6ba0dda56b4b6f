#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/talks/store.h"

namespace parley {

/// A record as a table for spreadsheets and statistics: CSV (RFC 4180, UTF-8), an entry a row. Beside number, time of
/// entry, author, audience and hash the columns are the keys of events, the class and mode of PLOVER where there is
/// one, the number of the latest correction of the entry, and what of it a row cannot carry. Several things in one cell
/// stand between semicolons.
///
/// A table is a copy to work with, not the record: its chain cannot be verified and the terms of texts, their clauses
/// and the events within corrections are not in it. Read back with the column map `parley` (format/table/column_map.h)
/// it gives the same events, without the rows that were corrected or not carried whole.
struct RecordTable {
  std::int64_t rows = 0;
  std::map<std::string, std::int64_t> not_carried;  ///< "terms": in how many rows
};

/// Hands out the table piece by piece, the names of the columns first; memory grows only with the number of
/// corrections. The filter says which entries; corrections that its viewer may not see do not show.
RecordTable write_record_table(Store& store, const EntryFilter& filter,
                               const std::function<void(std::string_view)>& out);

/// The names of the columns, and one entry as a row. `corrected_by` is the number of its latest correction, 0 for none.
const std::vector<std::string>& record_table_columns();
std::vector<std::string> record_table_row(const Entry& entry, std::int64_t corrected_by);

}  // namespace parley
