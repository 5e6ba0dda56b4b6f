#include "older.h"

#include <SQLiteCpp/Database.h>

#include "parley/talks/sqlite/layout.h"
#include "raw.h"

namespace parley {
namespace {

constexpr const char* what_every_layout_has =
    "INSERT INTO entries SELECT * FROM newest.entries ORDER BY number;"
    "INSERT INTO keys SELECT * FROM newest.keys ORDER BY number;"
    "UPDATE head SET number = (SELECT number FROM newest.head), hash = (SELECT hash FROM newest.head);";

}  // namespace

void make_older(const std::string& path, int layout, const std::string& newest) {
  raw_sql(path, "PRAGMA application_id = " + std::to_string(sqlite::application_id));
  SQLite::Database database(path, SQLite::OPEN_READWRITE);
  sqlite::bring_to(database, 1);
  database.exec("ATTACH '" + newest + "' AS newest");
  database.exec(what_every_layout_has);
  sqlite::bring_to(database, layout);
  database.exec("DETACH newest; PRAGMA journal_mode = WAL;");
}

}  // namespace parley
