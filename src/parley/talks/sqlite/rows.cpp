#include "parley/talks/sqlite/rows.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/talks/sqlite/errors.h"

namespace parley::sqlite {
namespace {

void read_hash(const SQLite::Column& column, Hash& hash) {
  const std::string_view bytes = bytes_of(column);
  if (bytes.size() != hash.size()) throw Damaged("a hash has the wrong length");
  std::ranges::copy(bytes, hash.begin());
}

void bind_hash(SQLite::Statement& statement, int index, const Hash& hash) {
  statement.bindNoCopy(index, hash.data(), static_cast<int>(hash.size()));
}

}  // namespace

std::string_view bytes_of(const SQLite::Column& column) {
  const auto* const bytes = static_cast<const char*>(column.getBlob());
  return {bytes, static_cast<std::size_t>(column.getBytes())};
}

void read_entry(const SQLite::Statement& row, Entry& entry) {
  entry.number = row.getColumn(0).getInt64();
  entry.entered = std::chrono::sys_seconds(std::chrono::seconds(row.getColumn(1).getInt64()));
  entry.event = bytes_of(row.getColumn(2));
  entry.audience = split_names(bytes_of(row.getColumn(3)));
  entry.by = bytes_of(row.getColumn(4));
  read_hash(row.getColumn(5), entry.previous);
  read_hash(row.getColumn(6), entry.hash);
}

std::optional<Entry> find_entry(SQLite::Database& database, std::int64_t number) {
  SQLite::Statement row(database, fmt::format("SELECT {} FROM entries WHERE number = ?", entry_columns));
  row.bind(1, number);
  if (!row.executeStep()) return std::nullopt;
  Entry entry;
  read_entry(row, entry);
  return entry;
}

EntryKeys read_keys(const SQLite::Statement& row, int column) {
  EntryKeys keys;
  keys.kind = bytes_of(row.getColumn(column));
  if (!row.isColumnNull(column + 1)) {
    keys.date = parse_date(bytes_of(row.getColumn(column + 1)));
    if (!keys.date) throw Damaged("a date is none");
  }
  keys.actors = split_names(bytes_of(row.getColumn(column + 2)));
  keys.texts = split_names(bytes_of(row.getColumn(column + 3)));
  keys.source = bytes_of(row.getColumn(column + 4));
  return keys;
}

std::string join_names(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text += name;
    text += '\n';
  }
  return text;
}

std::vector<std::string> split_names(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) throw Damaged("a list of names is cut off");
    names.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return names;
}

Head head_of(SQLite::Database& database) {
  SQLite::Statement row(database, "SELECT number, hash FROM head");
  if (!row.executeStep()) throw Damaged("it does not say where it ends");
  Head head{.number = row.getColumn(0).getInt64()};
  read_hash(row.getColumn(1), head.hash);
  constexpr std::int64_t more_than_there_can_be = std::int64_t{1} << 50;
  if (head.number < 0 || head.number > more_than_there_can_be) throw Damaged("it says that it ends where it cannot");
  return head;
}

void set_head(SQLite::Database& database, const Head& head) {
  SQLite::Statement update(database, "UPDATE head SET number = ?, hash = ?");
  update.bind(1, head.number);
  bind_hash(update, 2, head.hash);
  update.exec();
}

std::optional<Entry> last_entry(SQLite::Database& database) {
  const Head head = head_of(database);
  const auto last = database.execAndGet("SELECT coalesce(max(number), 0) FROM entries").getInt64();
  if (last != head.number) {
    throw Damaged(fmt::format("it says that it ends with entry {}, but ends with {}", head.number, last));
  }
  if (last == 0) return std::nullopt;
  auto entry = find_entry(database, last);
  if (!entry || entry->hash != head.hash) throw Damaged(fmt::format("entry {}, its last, was exchanged", last));
  return entry;
}

RowWriter::RowWriter(SQLite::Database& database)
    : entry_(database, fmt::format("INSERT INTO entries({}) VALUES(?, ?, ?, ?, ?, ?, ?)", entry_columns)),
      keys_(database,
            "INSERT INTO keys(number, kind, date, actors, texts, source, words) VALUES(?, ?, ?, ?, ?, ?, ?)") {}

void RowWriter::add(const Entry& entry, const EntryKeys& keys) {
  const std::string audience = join_names(entry.audience);
  entry_.bind(1, entry.number);
  entry_.bind(2, static_cast<std::int64_t>(entry.entered.time_since_epoch().count()));
  entry_.bindNoCopy(3, entry.event);
  entry_.bindNoCopy(4, audience);
  entry_.bindNoCopy(5, entry.by);
  bind_hash(entry_, 6, entry.previous);
  bind_hash(entry_, 7, entry.hash);
  entry_.exec();
  entry_.reset();

  const std::string actors = join_names(keys.actors);
  const std::string texts = join_names(keys.texts);
  const std::string date = keys.date ? to_text(*keys.date) : "";
  keys_.bind(1, entry.number);
  keys_.bindNoCopy(2, keys.kind);
  if (keys.date) {
    keys_.bindNoCopy(3, date);
  } else {
    keys_.bind(3);
  }
  keys_.bindNoCopy(4, actors);
  keys_.bindNoCopy(5, texts);
  keys_.bindNoCopy(6, keys.source);
  keys_.bindNoCopy(7, keys.words);
  keys_.exec();
  keys_.reset();
}

}  // namespace parley::sqlite
