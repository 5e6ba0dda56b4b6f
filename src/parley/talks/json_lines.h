#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "parley/case/problem.h"
#include "parley/talks/store.h"

namespace parley {

/// A record to be carried away: JSON Lines, in UTF-8, an entry a line, in their order. In each line these keys, whose
/// order does not matter to the reader, and no others:
///
///   {"number":1,"entered":"2024-03-24T12:00:00Z","by":"ada","audience":["team"],"event":{...},
///    "previous":"00...","hash":"5f..."}
///
/// The event stands there byte for byte, so that the hashes can be checked. Empty lines count for nothing. A file whose
/// end was cut off between two lines is a sound file of fewer entries: a signature (signed_export.h) tells.
struct JsonLinesLimits {
  static constexpr std::size_t line = std::size_t{4} << 20U;  ///< bytes; the longest sound entry is shorter
  static constexpr std::int64_t lines = 100'000'000;
};

/// One entry as its line, with the line's end. Throws StoreError when its event is not an object of JSON in one line,
/// or it was entered before the year 1 or after 9999: such an entry can stand in a record, but not in a line.
std::string json_line(const Entry& entry);

/// Writes all entries of a record, sound or not, and says where it ended. Memory does not grow with their number. Stops
/// when `out` fails, which is for the caller to see.
Head export_json_lines(Store& store, std::ostream& out);

/// Works out what an event can be found by. What is wrong with the event goes into `problems`, with its line 1 and its
/// column in the event; the keys do not matter then.
using KeysOf = std::function<EntryKeys(const std::string& event, Problems& problems)>;

/// What came of an import.
struct JsonLinesImport {
  std::int64_t entries = 0;  ///< in the file
  std::int64_t added = 0;    ///< to the record; the others stood in it already
  Head head;                 ///< where the file ends
  Problems problems;         ///< in the order of the file; of more than 100 the last one says how many more
};

/// Reads a whole file, reports everything that is wrong with it, and keeps nothing. The first entry may have any
/// number.
JsonLinesImport check_json_lines(std::istream& in, const KeysOf& keys_of);

/// Adds the entries of a file to a record, bit for bit the same chain. The file has to overlap with the record or go on
/// from its end; entries that are there already are compared and left out, so that an import that was interrupted can
/// be run again. `in` is read twice (a pipe cannot be): nothing is added unless the whole file is sound and goes with
/// the record. Entries are added a few thousand at a time; memory does not grow with their number. Throws what the
/// store throws: what was added until then stays, and is the beginning of the file.
JsonLinesImport import_json_lines(std::istream& in, Store& store, const KeysOf& keys_of);

}  // namespace parley
