#include "parley/talks/sqlite/connection.h"

#include <fmt/core.h>
#include <sqlite3.h>

#include "parley/talks/sqlite/errors.h"
#include "parley/talks/sqlite/layout.h"

namespace parley::sqlite {

std::string uri_of(const std::string& path, const std::string& parameters) {
  std::string text = "file:";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                       c == '.' || c == '-' || c == '_';
    if (plain) {
      text += c;
    } else {
      text += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    }
  }
  return text + "?" + parameters;
}

void make_wary(SQLite::Database& database) {
  sqlite3* const handle = database.getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 << 20);
  database.exec("PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
}

void check_not_newer(SQLite::Database& database, const std::string& path) {
  if (layout_of(database) <= newest_layout) return;
  throw StoreError(fmt::format("{} was written by a newer Parley; use that one, or have it export the record", path));
}

void check_layout(SQLite::Database& database, const std::string& path) {
  check_not_newer(database, path);
  if (layout_of(database) < newest_layout) {
    throw StoreError(fmt::format(
        "{} was written by an older Parley; open it for writing once, as `parley record add` does, to bring "
        "it up to date",
        path));
  }
  if (!has_newest_layout(database)) throw Damaged("its tables are not those of a record");
}

}  // namespace parley::sqlite
