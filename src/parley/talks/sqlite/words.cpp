#include "parley/talks/sqlite/words.h"

namespace parley::sqlite {
namespace {

/// Bytes of characters beyond ASCII are taken for letters: the search itself knows which of them are.
bool may_be_in_a_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

}  // namespace

std::string search_for(const std::string& words) {
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

WordReader::WordReader(SQLite::Database& database, std::string query)
    : query_(std::move(query)),
      rows_(database, "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY rowid") {
  start(1);
}

std::optional<std::int64_t> WordReader::seek(std::int64_t number) {
  // Going on is far cheaper than starting anew, but only a start can leap.
  constexpr int most_steps = 64;
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
