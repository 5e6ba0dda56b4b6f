#pragma once

#include <SQLiteCpp/Database.h>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "parley/talks/entry.h"
#include "parley/talks/sqlite/block.h"

// The index of a record: for each value of each key, which entries have it, as one Block for every 4096 entries; and
// for each of these blocks the days of all its entries (spans.h). Any combination of filters is answered by laying
// blocks over one another: the cost grows with a four-thousandth of the entries, however few of them meet it. Tables
// with a row for each key of each entry would have to be walked entry by entry where two common keys meet in few.

namespace parley::sqlite {

/// Puts entries into the index, in the order of their numbers. What is not finished is not there.
class IndexWriter {
 public:
  explicit IndexWriter(SQLite::Database& database) : database_(database) {}
  void add(std::int64_t number, const EntryKeys& keys, const std::vector<std::string>& audience);
  void finish();

 private:
  void mark(const char* field, std::string_view value, std::size_t place);
  void write_marks();
  void write_days();

  SQLite::Database& database_;
  std::int64_t block_ = -1;
  std::map<std::pair<std::string, std::string>, Block> marks_;
  std::vector<std::pair<std::size_t, std::optional<Date>>> days_;
};

/// Makes the index of all entries from their keys, where there is none yet.
void index_all(SQLite::Database& database);

}  // namespace parley::sqlite
