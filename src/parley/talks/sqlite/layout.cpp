#include "parley/talks/sqlite/layout.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/core.h>

#include <array>

#include "parley/talks/sqlite/index_writer.h"

namespace parley::sqlite {
namespace {

/// REPLACE would remove an entry without asking the triggers that refuse it, hence the one before INSERT.
constexpr const char* entries_and_keys = R"(
CREATE TABLE entries(
  number INTEGER PRIMARY KEY,
  entered INTEGER NOT NULL,
  event TEXT NOT NULL,
  audience TEXT NOT NULL,
  author TEXT NOT NULL,
  previous BLOB NOT NULL CHECK(length(previous) = 32),
  hash BLOB NOT NULL CHECK(length(hash) = 32)
) STRICT;
CREATE TABLE keys(
  number INTEGER PRIMARY KEY REFERENCES entries(number),
  kind TEXT NOT NULL,
  date TEXT,
  actors TEXT NOT NULL,
  texts TEXT NOT NULL,
  source TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE TABLE head(
  only INTEGER PRIMARY KEY CHECK(only = 1),
  number INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK(length(hash) = 32)
) STRICT;
CREATE TABLE about(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO head VALUES(1, 0, zeroblob(32));
INSERT INTO about VALUES('format', '1');
CREATE TRIGGER entries_come_in_order BEFORE INSERT ON entries
  WHEN EXISTS(SELECT 1 FROM entries WHERE number >= NEW.number)
  BEGIN SELECT RAISE(ABORT, 'a record is only ever added to'); END;
CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
  BEGIN SELECT RAISE(ABORT, 'entries are never changed; add a correction'); END;
CREATE TRIGGER entries_remain BEFORE DELETE ON entries
  BEGIN SELECT RAISE(ABORT, 'entries are never removed; add a correction'); END;
CREATE TRIGGER keys_come_in_order BEFORE INSERT ON keys
  WHEN EXISTS(SELECT 1 FROM keys WHERE number >= NEW.number)
  BEGIN SELECT RAISE(ABORT, 'a record is only ever added to'); END;
CREATE TRIGGER keys_stay BEFORE UPDATE ON keys
  BEGIN SELECT RAISE(ABORT, 'the keys of entries are never changed'); END;
CREATE TRIGGER keys_remain BEFORE DELETE ON keys
  BEGIN SELECT RAISE(ABORT, 'the keys of entries are never removed'); END;
CREATE TRIGGER head_goes_forward BEFORE UPDATE ON head WHEN NEW.number <= OLD.number
  BEGIN SELECT RAISE(ABORT, 'the head of a record only ever moves on'); END;
CREATE TRIGGER head_is_one BEFORE INSERT ON head
  BEGIN SELECT RAISE(ABORT, 'a record has one head'); END;
CREATE TRIGGER head_remains BEFORE DELETE ON head
  BEGIN SELECT RAISE(ABORT, 'a record has one head'); END;
)";

constexpr const char* index_tables = R"(
CREATE TABLE marks(
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  block INTEGER NOT NULL,
  numbers BLOB NOT NULL,
  PRIMARY KEY(field, value, block)
) STRICT, WITHOUT ROWID;
CREATE TABLE days(
  block INTEGER PRIMARY KEY,
  spans BLOB NOT NULL
) STRICT;
)";

/// The words stay in `keys`; this holds only where each occurs.
constexpr const char* full_text_search = R"(
CREATE VIRTUAL TABLE search USING fts5(
  words, content = 'keys', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search(search) VALUES('rebuild');
)";

void add_index(SQLite::Database& database) {
  database.exec(index_tables);
  index_all(database);
}

constexpr std::array<void (*)(SQLite::Database&), newest_layout> steps{
    [](SQLite::Database& database) { database.exec(entries_and_keys); },
    add_index,
    [](SQLite::Database& database) { database.exec(full_text_search); },
};

std::string schema_of(SQLite::Database& database) {
  SQLite::Statement rows(database, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name");
  std::string schema;
  while (rows.executeStep()) {
    for (int column = 0; column < 4; ++column) schema += rows.getColumn(column).getString() + '\n';
  }
  return schema;
}

std::string newest_schema() {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  bring_to(database, newest_layout);
  return schema_of(database);
}

}  // namespace

int layout_of(SQLite::Database& database) { return database.execAndGet("PRAGMA user_version").getInt(); }

void bring_to(SQLite::Database& database, int layout) {
  for (int done = layout_of(database); done < layout; ++done) {
    steps.at(static_cast<std::size_t>(done))(database);
    database.exec(fmt::format("PRAGMA user_version = {}", done + 1));
  }
}

bool has_newest_layout(SQLite::Database& database) {
  static const std::string expected = newest_schema();
  return schema_of(database) == expected;
}

}  // namespace parley::sqlite
