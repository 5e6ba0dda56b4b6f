#include "parley/talks/sqlite/words.h"

#include <algorithm>

namespace parley::sqlite {
namespace {

bool is_beyond_ascii(char c) { return (c & 0x80) != 0; }

/// Bytes of characters beyond ASCII are taken for letters: the search itself knows which of them are.
bool may_be_in_a_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || is_beyond_ascii(c);
}

/// Whether there is a word in it. Where it hangs on which characters are letters, the search itself is asked.
bool has_a_word(const std::string& words) {
  const auto is_word = [](char c) { return may_be_in_a_word(c) && !is_beyond_ascii(c); };
  if (std::ranges::any_of(words, is_word)) return true;
  if (std::ranges::none_of(words, is_beyond_ascii)) return false;
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(
      "CREATE VIRTUAL TABLE asked USING fts5(words, tokenize = 'unicode61 remove_diacritics 2');"
      "CREATE VIRTUAL TABLE found USING fts5vocab(asked, 'row');");
  SQLite::Statement insert(database, "INSERT INTO asked(words) VALUES(?)");
  insert.bindNoCopy(1, words);
  insert.exec();
  return database.execAndGet("SELECT EXISTS(SELECT 1 FROM found)").getInt() == 1;
}

}  // namespace

std::string search_for(const std::string& words) {
  if (!has_a_word(words)) return {};
  std::string query;
  bool within = false;
  for (const char c : words) {
    if (may_be_in_a_word(c) != within) {
      query += within ? "\" " : "\"";
      within = !within;
    }
    if (within) query += c;
  }
  if (within) query += '"';
  return query;
}

void WordWriter::add(std::int64_t number, const std::string& words) {
  insert_.bind(1, number);
  insert_.bindNoCopy(2, words);
  insert_.exec();
  insert_.reset();
}

WordReader::WordReader(SQLite::Database& database, std::string query)
    : query_(std::move(query)),
      rows_(database, "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY rowid") {
  start(1);
}

std::optional<std::int64_t> WordReader::seek(std::int64_t number) {
  // Going on is far cheaper than starting anew, but only a start can leap.
  constexpr int most_steps = 400;
  for (int steps = 0; at_ && *at_ < number; ++steps) {
    if (steps < most_steps) {
      step();
    } else {
      start(number);
    }
  }
  return at_;
}

void WordReader::start(std::int64_t number) {
  rows_.reset();
  rows_.bindNoCopy(1, query_);
  rows_.bind(2, number);
  step();
}

void WordReader::step() { at_ = rows_.executeStep() ? std::optional(rows_.getColumn(0).getInt64()) : std::nullopt; }

}  // namespace parley::sqlite
