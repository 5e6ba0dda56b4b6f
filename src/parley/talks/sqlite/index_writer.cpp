#include "parley/talks/sqlite/index_writer.h"

#include <SQLiteCpp/Statement.h>

#include "parley/talks/sqlite/rows.h"
#include "parley/talks/sqlite/spans.h"

namespace parley::sqlite {

void IndexWriter::add(std::int64_t number, const EntryKeys& keys, const std::vector<std::string>& audience) {
  if (block_of(number) != block_) {
    finish();
    block_ = block_of(number);
  }
  const std::size_t place = place_of(number);
  mark("kind", keys.kind, place);
  mark("source", keys.source, place);
  for (const std::string& text : keys.texts) mark("text", text, place);
  for (const std::string_view actor : keys.actors) {
    mark("actor", actor, place);
    for (auto end = actor.find('/'); end != std::string::npos; end = actor.find('/', end + 1)) {
      mark("actor", actor.substr(0, end), place);
    }
  }
  for (const std::string& viewer : audience) mark("audience", viewer, place);
  if (audience.empty()) mark("everyone", "", place);
  days_.emplace_back(place, keys.date);
}

void IndexWriter::finish() {
  if (days_.empty()) return;
  write_marks();
  write_days();
  marks_.clear();
  days_.clear();
}

void IndexWriter::mark(const char* field, std::string_view value, std::size_t place) {
  marks_[{field, std::string(value)}].add(place);
}

void IndexWriter::write_marks() {
  SQLite::Statement before(database_, "SELECT numbers FROM marks WHERE field = ? AND value = ? AND block = ?");
  SQLite::Statement write(database_, "INSERT OR REPLACE INTO marks(field, value, block, numbers) VALUES(?, ?, ?, ?)");
  for (auto& [key, block] : marks_) {
    before.bindNoCopy(1, key.first);
    before.bindNoCopy(2, key.second);
    before.bind(3, block_);
    if (before.executeStep()) block |= Block::unpack(bytes_of(before.getColumn(0)));
    before.reset();
    const std::string bytes = block.pack();
    write.bindNoCopy(1, key.first);
    write.bindNoCopy(2, key.second);
    write.bind(3, block_);
    write.bindNoCopy(4, bytes.data(), static_cast<int>(bytes.size()));
    write.exec();
    write.reset();
  }
}

void IndexWriter::write_days() {
  SQLite::Statement before(database_, "SELECT spans FROM days WHERE block = ?");
  before.bind(1, block_);
  std::string spans;
  if (before.executeStep()) spans = bytes_of(before.getColumn(0));
  before.reset();
  for (const auto& [place, date] : days_) set_span(spans, place, date);
  SQLite::Statement write(database_, "INSERT OR REPLACE INTO days(block, spans) VALUES(?, ?)");
  write.bind(1, block_);
  write.bindNoCopy(2, spans.data(), static_cast<int>(spans.size()));
  write.exec();
}

void index_all(SQLite::Database& database) {
  IndexWriter index(database);
  SQLite::Statement rows(database,
                         "SELECT number, audience, kind, date, actors, texts, source FROM keys JOIN entries "
                         "USING(number) ORDER BY number");
  while (rows.executeStep()) {
    index.add(rows.getColumn(0).getInt64(), read_keys(rows, 2), split_names(bytes_of(rows.getColumn(1))));
  }
  index.finish();
}

}  // namespace parley::sqlite
