#include "raw.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace parley {

void raw_sql(const std::string& path, const std::string& sql) {
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 10'000).exec(sql);
}

std::vector<std::string> raw_rows(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READONLY, 10'000);
  SQLite::Statement statement(database, sql);
  std::vector<std::string> rows;
  while (statement.executeStep()) rows.push_back(statement.getColumn(0).getString());
  return rows;
}

void raw_sql_without_triggers(const std::string& path, const std::string& sql) {
  const auto names = raw_rows(path, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
  const auto texts = raw_rows(path, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
  std::string all;
  for (const std::string& name : names) all += "DROP TRIGGER " + name + ";";
  all += sql + ";";
  for (const std::string& text : texts) all += text + ";";
  raw_sql(path, all);
}

}  // namespace parley
