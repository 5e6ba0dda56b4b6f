#include "parley/talks/sqlite/index_reader.h"

#include <algorithm>
#include <limits>

#include "parley/talks/sqlite/errors.h"
#include "parley/talks/sqlite/rows.h"
#include "parley/talks/sqlite/spans.h"

namespace parley::sqlite {
namespace {

constexpr std::int64_t no_block = std::numeric_limits<std::int64_t>::max();

}  // namespace

IndexReader::IndexReader(SQLite::Database& database, const EntryFilter& filter)
    : find_(database,
            "SELECT block, numbers FROM marks WHERE field = ? AND value = ? AND block >= ? ORDER BY block LIMIT 1"),
      days_(database, "SELECT spans FROM days WHERE block = ?"),
      since_(filter.since),
      until_(filter.until) {
  if (!filter.kinds.empty()) require("kind", filter.kinds);
  for (const std::string& actor : filter.actors) require("actor", {actor});
  if (filter.text) require("text", {*filter.text});
  if (filter.source) require("source", {*filter.source});
  if (filter.viewer) {
    require("audience", *filter.viewer);
    all_of_.back().push_back({"everyone", "", -1, {}});
  }
}

std::optional<IndexReader::Found> IndexReader::next(std::int64_t block, std::int64_t last) {
  while (block <= last) {
    std::int64_t furthest = block;
    for (AnyOf& values : all_of_) furthest = std::max(furthest, seek(values, furthest));
    if (furthest > last) return std::nullopt;
    // Every part has to stand at the same block; those that were looked at first may not have come as far.
    if (furthest > block) {
      block = furthest;
      continue;
    }
    Block entries = Block::all();
    for (const AnyOf& values : all_of_) {
      Block any;
      for (const Value& value : values) {
        if (value.block == block) any |= value.entries;
      }
      entries &= any;
    }
    if (!entries.empty() && (since_ || until_)) entries &= within_days(block);
    if (!entries.empty()) return Found{block, entries};
    ++block;
  }
  return std::nullopt;
}

void IndexReader::require(const char* field, const std::vector<std::string>& values) {
  AnyOf any;
  for (const std::string& value : values) any.push_back({field, value, -1, {}});
  all_of_.push_back(std::move(any));
}

void IndexReader::seek(Value& value, std::int64_t block) {
  if (value.block >= block) return;
  find_.bindNoCopy(1, value.field);
  find_.bindNoCopy(2, value.value);
  find_.bind(3, block);
  if (find_.executeStep()) {
    value.block = find_.getColumn(0).getInt64();
    value.entries = Block::unpack(bytes_of(find_.getColumn(1)));
  } else {
    value.block = no_block;
  }
  find_.reset();
}

std::int64_t IndexReader::seek(AnyOf& values, std::int64_t block) {
  std::int64_t first = no_block;
  for (Value& value : values) {
    seek(value, block);
    first = std::min(first, value.block);
  }
  return first;
}

Block IndexReader::within_days(std::int64_t block) {
  days_.bind(1, block);
  if (!days_.executeStep()) throw Damaged("its index of days has a gap");
  const Block found = within(bytes_of(days_.getColumn(0)), since_, until_);
  days_.reset();
  return found;
}

}  // namespace parley::sqlite
