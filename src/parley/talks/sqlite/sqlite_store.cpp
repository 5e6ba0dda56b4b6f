#include "parley/talks/sqlite/sqlite_store.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "parley/talks/chain.h"
#include "parley/talks/sound.h"
#include "parley/talks/sqlite/connection.h"
#include "parley/talks/sqlite/errors.h"
#include "parley/talks/sqlite/file.h"
#include "parley/talks/sqlite/index_writer.h"
#include "parley/talks/sqlite/layout.h"
#include "parley/talks/sqlite/list.h"
#include "parley/talks/sqlite/reading.h"
#include "parley/talks/sqlite/rows.h"
#include "parley/talks/sqlite/words.h"

namespace parley {
namespace sqlite {
namespace {

using Work = std::function<void(SQLite::Database&)>;

/// Does some work; what goes wrong comes out as a StoreError about the file.
void in_plain_words(const std::string& path, const std::function<void()>& work) {
  try {
    work();
  } catch (const SQLite::Exception& error) {
    throw in_words(error, path);
  } catch (const Damaged& error) {
    throw in_words(error, path);
  }
}

/// Some entries from `first` to `last`, as many as fit a fixed room; says how many. What `entries` has in memory is
/// used again.
std::size_t read_some(SQLite::Database& database, std::int64_t first, std::int64_t last, std::vector<Entry>& entries) {
  constexpr std::size_t most_entries = 1000;
  constexpr std::size_t most_bytes = 4U << 20;
  SQLite::Statement rows(
      database, fmt::format("SELECT {} FROM entries WHERE number BETWEEN ? AND ? ORDER BY number", entry_columns));
  rows.bind(1, first);
  rows.bind(2, last);
  std::size_t read = 0;
  for (std::size_t bytes = 0; read < most_entries && bytes < most_bytes && rows.executeStep(); ++read) {
    if (read == entries.size()) entries.emplace_back();
    Entry& entry = entries[read];
    read_entry(rows, entry);
    if (entry.number < first) throw Damaged("its entries are not in order");
    first = entry.number + 1;
    bytes += entry.event.size();
  }
  return read;
}

/// What reading and writing have in common: all but the connection.
class SqliteStore : public Store {
 public:
  explicit SqliteStore(std::string path) : path_(std::move(path)) {}

  Head head() override {
    Head head;
    read([&](SQLite::Database& database) { head = head_of(database); });
    return head;
  }

  EntryPage list(const EntryFilter& filter, std::int64_t after, std::size_t most) override {
    EntryPage page;
    read([&](SQLite::Database& database) {
      const SQLite::Transaction one_moment(database);
      page = list_entries(database, filter, after, most);
    });
    return page;
  }

  void each(std::int64_t first, const std::function<bool(const Entry&)>& take) override {
    const std::int64_t last = last_number();
    std::vector<Entry> entries;
    std::size_t count = 0;
    do {
      read([&](SQLite::Database& database) { count = read_some(database, first, last, entries); });
      for (std::size_t i = 0; i < count; ++i) {
        if (!take(entries[i])) return;
      }
      if (count > 0) first = entries[count - 1].number + 1;
    } while (count > 0);
  }

  std::optional<std::string> about(const std::string& key) override {
    std::optional<std::string> value;
    read([&](SQLite::Database& database) {
      SQLite::Statement row(database, "SELECT value FROM about WHERE key = ?");
      row.bind(1, key);
      value = row.executeStep() ? std::optional(row.getColumn(0).getString()) : std::nullopt;
    });
    return value;
  }

 protected:
  const std::string& path() const { return path_; }
  /// Work that only reads; it may be done more than once, and what the last time found counts.
  virtual void read(const Work& work) = 0;

 private:
  /// The head says where the record should end; what was added past it is to be seen as well.
  std::int64_t last_number() {
    std::int64_t last = 0;
    read([&](SQLite::Database& database) {
      last = database.execAndGet("SELECT coalesce(max(number), 0) FROM entries").getInt64();
    });
    return last;
  }

  std::string path_;
};

class Reader : public SqliteStore {
 public:
  explicit Reader(std::string path) : SqliteStore(std::move(path)) {
    read([](SQLite::Database&) {});
  }

  std::vector<Entry> append(std::span<const Draft> /*drafts*/, std::chrono::sys_seconds /*now*/,
                            std::optional<Head> /*expected*/) override {
    throw only_for_reading();
  }
  void restore(std::span<const Entry> /*entries*/, std::span<const EntryKeys> /*keys*/) override {
    throw only_for_reading();
  }

 private:
  StoreError only_for_reading() const {
    return StoreError(fmt::format("{} was opened for reading only; open it for writing to add to it", path()));
  }

  /// Without a lock, a writer may come while the work is being done: then all that it has found is void, errors too.
  /// Only where that happens again and again there are writers for certain, and locks to share with them.
  void read(const Work& work) override {
    constexpr int most_tries = 50;
    constexpr int most_without_sharing = 6;
    in_plain_words(path(), [&] {
      for (int tries = 1; tries <= most_tries; ++tries) {
        if (tries > most_without_sharing) share_ = true;
        const ReadingWay way = way_to_read(path(), share_);
        const auto was_disturbed = [&] { return !still_good(way, way_to_read(path(), share_)); };
        try {
          if (!database_ || !still_good(way_, way)) {
            database_.reset();
            database_.emplace(open_to_read(path(), way));
            way_ = way;
          }
          work(*database_);
          if (!was_disturbed()) return;
        } catch (...) {
          database_.reset();
          const bool shared = std::exchange(share_, false);
          if (!shared && !was_disturbed()) throw;
        }
      }
      throw StoreError(fmt::format("{} changes all the time; wait until its writers are done and try again", path()));
    });
  }

  bool share_ = false;
  ReadingWay way_;
  std::optional<SQLite::Database> database_;
};

class Writer : public SqliteStore {
 public:
  Writer(const std::string& path, SQLite::Database database) : SqliteStore(path), database_(std::move(database)) {}

  std::vector<Entry> append(std::span<const Draft> drafts, std::chrono::sys_seconds now,
                            std::optional<Head> expected) override {
    check(drafts);
    std::vector<Entry> added;
    write([&](const std::optional<Entry>& last) {
      const Head end = last ? Head{last->number, last->hash} : Head{};
      if (expected && *expected != end) throw head_moved(*expected, end);
      added = linked(drafts, last, now);
      add(added, [&](std::size_t i) -> const EntryKeys& { return drafts[i].keys; });
    });
    return added;
  }

  void restore(std::span<const Entry> entries, std::span<const EntryKeys> keys) override {
    if (entries.size() != keys.size()) throw StoreError("each entry that is restored needs its keys");
    write([&](const std::optional<Entry>& last) {
      ChainCheck check = last ? ChainCheck(*last) : ChainCheck();
      for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto breaks = check.next(entries[i]);
        if (!breaks.empty()) throw StoreError(fmt::format("{} Nothing was restored.", breaks.front().words));
        if (const auto fault = fault_of(entries[i], keys[i])) {
          throw StoreError(fmt::format("entry {} cannot be kept: {}", entries[i].number, *fault));
        }
      }
      add(entries, [&](std::size_t i) -> const EntryKeys& { return keys[i]; });
    });
  }

 private:
  static void check(std::span<const Draft> drafts) {
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      if (const auto fault = fault_of(drafts[i])) {
        throw StoreError(fmt::format("event {} of {} cannot be kept: {}", i + 1, drafts.size(), *fault));
      }
    }
  }

  static HeadMoved head_moved(const Head& expected, const Head& end) {
    return HeadMoved(
        fmt::format("the record no longer ends with entry {} but with {}: somebody else has added to it; "
                    "read on from there and try again",
                    expected.number, end.number));
  }

  static std::vector<Entry> linked(std::span<const Draft> drafts, const std::optional<Entry>& last,
                                   std::chrono::sys_seconds now) {
    std::vector<Entry> entries;
    entries.reserve(drafts.size());
    Head end = last ? Head{last->number, last->hash} : Head{};
    for (const Draft& draft : drafts) {
      Entry& entry = entries.emplace_back();
      entry.number = end.number + 1;
      entry.entered = last ? std::max(now, last->entered) : now;
      entry.event = draft.event;
      entry.audience = draft.audience;
      entry.by = draft.by;
      entry.previous = end.hash;
      entry.hash = hash_of(entry);
      end = {entry.number, entry.hash};
    }
    return entries;
  }

  void add(std::span<const Entry> entries, const std::function<const EntryKeys&(std::size_t)>& keys) {
    if (entries.empty()) return;
    RowWriter rows(database_);
    IndexWriter index(database_);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      rows.add(entries[i], keys(i));
      index.add(entries[i].number, keys(i), entries[i].audience);
    }
    index.finish();
    set_head(database_, {entries.back().number, entries.back().hash});
    WordWriter words(database_);
    for (std::size_t i = 0; i < entries.size(); ++i) words.add(entries[i].number, keys(i).words);
  }

  /// Work that adds behind the last entry: all of it or nothing.
  void write(const std::function<void(const std::optional<Entry>& last)>& work) {
    in_plain_words(path(), [&] {
      SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
      work(last_entry(database_));
      transaction.commit();
    });
  }

  void read(const Work& work) override {
    in_plain_words(path(), [&] { work(database_); });
  }

  SQLite::Database database_;
};

}  // namespace
}  // namespace sqlite

std::unique_ptr<Store> open_sqlite(const std::string& path, OpenMode mode) {
  std::unique_ptr<Store> store;
  sqlite::in_plain_words(path, [&] {
    if (mode == OpenMode::create) sqlite::create(path);
    const std::string file = sqlite::resolved(path);
    if (mode == OpenMode::read) {
      store = std::make_unique<sqlite::Reader>(file);
    } else {
      store = std::make_unique<sqlite::Writer>(file, sqlite::open_to_write(file));
    }
  });
  return store;
}

std::unique_ptr<Store> record_in_memory() {
  const std::string name = "the record in memory";
  std::unique_ptr<Store> store;
  sqlite::in_plain_words(name, [&] {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX);
    sqlite::make_wary(database);
    SQLite::Transaction transaction(database);
    sqlite::bring_to(database, sqlite::newest_layout);
    transaction.commit();
    store = std::make_unique<sqlite::Writer>(name, std::move(database));
  });
  return store;
}

}  // namespace parley
