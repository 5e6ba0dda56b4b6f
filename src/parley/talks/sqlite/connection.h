#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

// What all connections to a record share.

namespace parley::sqlite {

/// How long a writer waits for its turn, in milliseconds.
constexpr int longest_wait = 20'000;

/// What every connection is told about a file that may come from anywhere.
void make_wary(SQLite::Database& database);

/// Throws StoreError when the file is of a newer Parley.
void check_not_newer(SQLite::Database& database, const std::string& path);

/// Throws StoreError or Damaged unless the tables are those of the newest layout.
void check_layout(SQLite::Database& database, const std::string& path);

}  // namespace parley::sqlite
