#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <string>
#include <string_view>

#include "parley/talks/entry.h"

// Entries and keys as rows.

namespace parley::sqlite {

/// The columns of an entry, in the order in which read_entry() expects them.
constexpr const char* entry_columns = "number, entered, event, audience, author, previous, hash";

/// The text or bytes of a column; they last until the statement goes on.
std::string_view bytes_of(const SQLite::Column& column);

/// The row that a statement over `entry_columns` stands at. Reuses what `entry` has in memory.
void read_entry(const SQLite::Statement& row, Entry& entry);

std::optional<Entry> find_entry(SQLite::Database& database, std::int64_t number);

/// The keys of a row "kind, date, actors, texts, source" that begins at a column; without the words.
EntryKeys read_keys(const SQLite::Statement& row, int column);

/// A list of names in one text, and back: a JSON array. Throws Damaged on another text.
std::string join_names(const std::vector<std::string>& names);
std::vector<std::string> split_names(std::string_view text);

/// Where the record says that it ends.
Head head_of(SQLite::Database& database);
void set_head(SQLite::Database& database, const Head& head);

/// The entry that the head names. Throws Damaged when it is not the last one, or not there: then nothing can be added
/// behind it. Nothing: the record is empty.
std::optional<Entry> last_entry(SQLite::Database& database);

/// Adds entries with their keys and words, in the order of their numbers.
class RowWriter {
 public:
  explicit RowWriter(SQLite::Database& database);
  void add(const Entry& entry, const EntryKeys& keys);

 private:
  SQLite::Statement entry_;
  SQLite::Statement keys_;
  SQLite::Statement words_;
};

}  // namespace parley::sqlite
