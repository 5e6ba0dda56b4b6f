#include "parley/talks/sqlite/list.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/core.h>

#include <algorithm>

#include "parley/talks/sqlite/errors.h"
#include "parley/talks/sqlite/index_reader.h"
#include "parley/talks/sqlite/rows.h"
#include "parley/talks/sqlite/words.h"

namespace parley::sqlite {
namespace {

/// The last entry that had been entered by then: times of entry never go back, so halving finds it.
std::int64_t last_known_by(SQLite::Database& database, std::int64_t last, std::chrono::sys_seconds time) {
  SQLite::Statement row(database, "SELECT entered FROM entries WHERE number = ?");
  std::int64_t known = 0;
  std::int64_t unknown = last + 1;
  while (unknown - known > 1) {
    const std::int64_t middle = known + (unknown - known) / 2;
    row.bind(1, middle);
    if (!row.executeStep()) throw Damaged(fmt::format("entry {} is missing", middle));
    const bool is_known = row.getColumn(0).getInt64() <= time.time_since_epoch().count();
    row.reset();
    (is_known ? known : unknown) = middle;
  }
  return known;
}

/// Walks over the numbers of the entries that meet a filter.
class Matches {
 public:
  Matches(SQLite::Database& database, const EntryFilter& filter, std::int64_t last)
      : index_(database, filter), last_(last) {
    if (std::string query = search_for(filter.words); !query.empty()) words_.emplace(database, std::move(query));
  }

  /// The first from `number` on.
  std::optional<std::int64_t> next(std::int64_t number) {
    while (true) {
      const auto indexed = next_indexed(number);
      if (!indexed || !words_) return indexed;
      const auto with_words = words_->seek(*indexed);
      if (!with_words || *with_words == *indexed) return with_words;
      number = *with_words;
    }
  }

 private:
  std::optional<std::int64_t> next_indexed(std::int64_t number) {
    while (number <= last_) {
      if (!found_ || found_->block < block_of(number)) found_ = index_.next(block_of(number), block_of(last_));
      if (!found_) return std::nullopt;
      const bool within = found_->block == block_of(number);
      const auto place = found_->entries.next(within ? place_of(number) : 0);
      const std::int64_t begin = found_->block * block_size;
      if (place) {
        const std::int64_t match = begin + static_cast<std::int64_t>(*place);
        return match <= last_ ? std::optional(match) : std::nullopt;
      }
      number = begin + block_size;
    }
    return std::nullopt;
  }

  IndexReader index_;
  std::optional<WordReader> words_;
  std::optional<IndexReader::Found> found_;
  std::int64_t last_;
};

/// The index is not part of the chain: what a side said in confidence must not hang on it alone.
void check_audience(const Entry& entry, const EntryFilter& filter) {
  if (!filter.viewer || entry.audience.empty()) return;
  if (std::ranges::find_first_of(entry.audience, *filter.viewer) != entry.audience.end()) return;
  throw Damaged(fmt::format("its index gives entry {} another audience than the entry has", entry.number));
}

}  // namespace

EntryPage list_entries(SQLite::Database& database, const EntryFilter& filter, std::int64_t after, std::size_t most) {
  std::int64_t last = head_of(database).number;
  if (filter.known_by) last = last_known_by(database, last, *filter.known_by);
  Matches matches(database, filter, last);
  SQLite::Statement row(database, fmt::format("SELECT {} FROM entries WHERE number = ?", entry_columns));
  const std::int64_t first = std::clamp<std::int64_t>(after, 0, last) + 1;
  EntryPage page;
  for (auto number = matches.next(first); number; number = matches.next(*number + 1)) {
    if (page.entries.size() == most) {
      page.more = true;
      break;
    }
    row.bind(1, *number);
    if (!row.executeStep()) throw Damaged(fmt::format("entry {} is missing", *number));
    read_entry(row, page.entries.emplace_back());
    row.reset();
    check_audience(page.entries.back(), filter);
  }
  return page;
}

}  // namespace parley::sqlite
