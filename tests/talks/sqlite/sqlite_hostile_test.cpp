// Files with arbitrary bytes in them: a StoreError, or a sound answer; never a crash, never without end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "../random_talks.h"
#include "../store_suite.h"
#include "../temporary_folder.h"
#include "parley/talks/sqlite/sqlite_store.h"

namespace parley {
namespace {

constexpr std::size_t page_size = 4096;

class SqliteHostile : public testing::Test {
 protected:
  SqliteHostile() {
    const auto store = open_sqlite(path("sound.db"), OpenMode::create);
    RandomTalks talks(1);
    for (int i = 0; i < 12; ++i) store->append(talks.drafts(40), noon());
    entries_ = entries_of(*store);
  }

  std::string path(const std::string& name) const { return folder_.path(name); }
  std::string sound_bytes() const { return read_bytes(path("sound.db")); }

  /// Asks everything of a file with these bytes. Whether anybody can notice that they are not those that were written;
  /// where nobody can, it has to give the very entries.
  bool is_noticed(const std::string& bytes, const std::string& journal = {}) {
    must_be_whole_ = journal.empty();
    put(bytes, journal);
    const bool noticed = is_noticed_by_reader();
    put(bytes, journal);
    add_to_it();
    return noticed;
  }

 private:
  void put(const std::string& bytes, const std::string& journal) const {
    std::filesystem::remove(path("hostile.db-shm"));
    std::filesystem::remove(path("hostile.db-wal"));
    write_bytes(path("hostile.db"), bytes);
    if (!journal.empty()) write_bytes(path("hostile.db-wal"), journal);
  }

  bool is_noticed_by_reader() const {
    try {
      const auto store = open_sqlite(path("hostile.db"), OpenMode::read);
      for (const EntryFilter& filter : filters_) ask(*store, filter);
      if (!breaks_of(*store).empty()) return true;
      if (must_be_whole_) {
        EXPECT_EQ(entries_of(*store), entries_);
      }
      return false;
    } catch (const StoreError&) {
      return true;
    }
  }

  static void ask(Store& store, const EntryFilter& filter) {
    try {
      store.list(filter, 0, 50);
    } catch (const StoreError&) {
    }
  }

  void add_to_it() const {
    RandomTalks talks(2);
    try {
      const auto store = open_sqlite(path("hostile.db"), OpenMode::write);
      const auto added = store->append(talks.drafts(3), noon());
      EXPECT_EQ(entries_of(*store, added.front().number), added);
    } catch (const StoreError&) {
    }
  }

  static std::vector<EntryFilter> some_filters() {
    RandomTalks talks(3);
    std::vector<EntryFilter> filters(8);
    for (EntryFilter& filter : filters) filter = talks.filter();
    filters[0].words = "return prisoners";
    return filters;
  }

  TemporaryFolder folder_;
  std::vector<Entry> entries_;
  bool must_be_whole_ = true;
  std::vector<EntryFilter> filters_ = some_filters();
};

TEST_F(SqliteHostile, IsSoundUntouched) { EXPECT_FALSE(is_noticed(sound_bytes())); }

TEST_F(SqliteHostile, EndsInAnErrorForRandomBytes) {
  std::mt19937_64 random(1);
  for (int round = 0; round < 100; ++round) {
    std::string bytes(random() % (20 * page_size), '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    EXPECT_TRUE(is_noticed(bytes));
    if (bytes.size() < 100) continue;
    bytes.replace(0, 100, sound_bytes(), 0, 100);
    EXPECT_TRUE(is_noticed(bytes));
  }
}

TEST_F(SqliteHostile, NoticesThatItWasCutOff) {
  const std::string bytes = sound_bytes();
  std::mt19937_64 random(2);
  for (std::size_t pages = 0; pages * page_size < bytes.size(); ++pages) {
    const std::size_t end = pages * page_size + (pages % 2 == 0 ? 0 : random() % page_size);
    EXPECT_TRUE(is_noticed(bytes.substr(0, end))) << end << " of " << bytes.size();
  }
}

/// A flipped bit may lie where nothing is kept, or in the index, which can be made anew; never may it change an entry
/// without being noticed.
TEST_F(SqliteHostile, GivesNoChangedEntryUnnoticedAfterFlippedBits) {
  const std::string sound = sound_bytes();
  std::mt19937_64 random(3);
  int noticed = 0;
  for (int round = 0; round < 400; ++round) {
    std::string bytes = sound;
    for (std::uint64_t flips = 1 + random() % 3; flips > 0; --flips) {
      bytes[random() % bytes.size()] ^= static_cast<char>(1 << random() % 8);
    }
    if (is_noticed(bytes)) ++noticed;
  }
  EXPECT_GT(noticed, 100);
}

TEST_F(SqliteHostile, LivesThroughPagesThatWereOverwritten) {
  const std::string sound = sound_bytes();
  const std::size_t pages = sound.size() / page_size;
  std::mt19937_64 random(4);
  for (int round = 0; round < 200; ++round) {
    std::string bytes = sound;
    const std::size_t to = page_size * (random() % pages);
    if (round % 2 == 0) {
      bytes.replace(to, page_size, sound, page_size * (random() % pages), page_size);
    } else {
      const std::size_t length = 1 + random() % 64;
      for (std::size_t i = 0; i < length; ++i) bytes[to + random() % page_size] = static_cast<char>(random());
    }
    is_noticed(bytes);
  }
}

TEST_F(SqliteHostile, LivesThroughAnyJournal) {
  const auto store = open_sqlite(path("busy.db"), OpenMode::create);
  RandomTalks talks(5);
  for (int i = 0; i < 5; ++i) store->append(talks.drafts(20), noon());
  const std::string bytes = read_bytes(path("busy.db"));
  const std::string sound = read_bytes(path("busy.db-wal"));
  std::mt19937_64 random(5);
  for (int round = 0; round < 150; ++round) {
    std::string journal = sound.substr(0, round % 3 == 0 ? random() % sound.size() : sound.size());
    if (round % 3 == 1) journal[random() % journal.size()] ^= static_cast<char>(1 << random() % 8);
    if (round % 3 == 2) {
      for (char& c : journal) c = static_cast<char>(random());
    }
    is_noticed(bytes, journal);
    is_noticed(sound_bytes(), journal);
  }
}

}  // namespace
}  // namespace parley
