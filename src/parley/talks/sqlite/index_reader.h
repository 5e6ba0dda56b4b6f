#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <string>
#include <vector>

#include "parley/talks/sqlite/block.h"
#include "parley/talks/store.h"

namespace parley::sqlite {

/// Walks over the blocks with entries that meet a filter: all of it but the time of entry and the words, which are not
/// in the index.
class IndexReader {
 public:
  IndexReader(SQLite::Database& database, const EntryFilter& filter);

  struct Found {
    std::int64_t block = 0;
    Block entries;
  };
  /// The first block from `block` to `last` that has any. Throws Damaged when it sees that the index is not sound.
  std::optional<Found> next(std::int64_t block, std::int64_t last);

 private:
  /// The blocks of one value, read in ascending order.
  struct Value {
    const char* field = "";
    std::string value;
    std::int64_t block = -1;  ///< the one that `entries` are of; no_block: there are no more
    Block entries;
  };
  using AnyOf = std::vector<Value>;

  void require(const char* field, const std::vector<std::string>& values);
  void seek(Value& value, std::int64_t block);
  std::int64_t seek(AnyOf& values, std::int64_t block);
  Block within_days(std::int64_t block);

  SQLite::Statement find_;
  SQLite::Statement days_;
  std::vector<AnyOf> all_of_;
  std::optional<Date> since_, until_;
};

}  // namespace parley::sqlite
