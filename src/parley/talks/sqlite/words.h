#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>

namespace parley::sqlite {

/// What to ask the full-text search for, so that it finds all of these words and takes none of them for an operator;
/// empty when there is no word in it.
std::string search_for(const std::string& words);

/// The entries that have all of some words, in the order of their numbers.
class WordReader {
 public:
  /// `query` as search_for() gives it.
  WordReader(SQLite::Database& database, std::string query);
  /// The first entry with the words from `number` on. Numbers must not become smaller from call to call.
  std::optional<std::int64_t> seek(std::int64_t number);

 private:
  void start(std::int64_t number);
  void step();

  std::string query_;
  SQLite::Statement rows_;
  std::optional<std::int64_t> at_;
};

}  // namespace parley::sqlite
