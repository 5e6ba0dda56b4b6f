// Records of earlier layouts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>

#include "../naive_store.h"
#include "../random_talks.h"
#include "../store_suite.h"
#include "../temporary_folder.h"
#include "older.h"
#include "parley/talks/chain.h"
#include "parley/talks/sqlite/layout.h"
#include "parley/talks/sqlite/sqlite_store.h"
#include "raw.h"

namespace parley {
namespace {

using testing::IsEmpty;

/// The entries reach into a second block of the index.
class SqliteLayout : public testing::TestWithParam<int> {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    RandomTalks talks(1);
    const auto store = open_sqlite(path("newest.db"), OpenMode::create);
    for (int i = 0; i < 9; ++i) {
      const std::vector<Draft> drafts(500, talks.draft());
      store->append(drafts, noon());
      naive_.append(drafts, noon());
    }
    for (int i = 0; i < 20; ++i) {
      const auto drafts = talks.drafts(20);
      store->append(drafts, noon());
      naive_.append(drafts, noon());
    }
  }
  static void TearDownTestSuite() { folder_.reset(); }

  void TearDown() override { std::filesystem::remove(path("old.db")); }

  static std::string path(const std::string& name) { return folder_->path(name); }

  static inline NaiveStore naive_;

 private:
  static inline std::unique_ptr<TemporaryFolder> folder_;
};

TEST_P(SqliteLayout, IsBroughtUpToDateWhenOpenedForWriting) {
  make_older(path("old.db"), GetParam(), path("newest.db"));
  open_sqlite(path("old.db"), OpenMode::write);
  const auto store = open_sqlite(path("old.db"), OpenMode::read);
  EXPECT_EQ(entries_of(*store), naive_.entries());
  EXPECT_THAT(breaks_of(*store), IsEmpty());
  RandomTalks talks(2);
  for (int i = 0; i < 40; ++i) {
    const EntryFilter filter = talks.filter();
    ASSERT_EQ(store->list(filter, 0, 20).entries, naive_.list(filter, 0, 20).entries) << i;
  }
  EXPECT_EQ(raw_rows(path("old.db"), "SELECT numbers FROM marks ORDER BY field, value, block"),
            raw_rows(path("newest.db"), "SELECT numbers FROM marks ORDER BY field, value, block"));
}

TEST_P(SqliteLayout, IsLeftAsItIsWhenOpenedForReading) {
  make_older(path("old.db"), GetParam(), path("newest.db"));
  const std::string bytes = read_bytes(path("old.db"));
  if (GetParam() < sqlite::newest_layout) {
    EXPECT_THROW(open_sqlite(path("old.db"), OpenMode::read), StoreError);
  } else {
    open_sqlite(path("old.db"), OpenMode::read);
  }
  EXPECT_EQ(read_bytes(path("old.db")), bytes);
}

TEST_P(SqliteLayout, IsLeftAsItIsWhenAStepFails) {
  make_older(path("old.db"), GetParam(), path("newest.db"));
  raw_sql(path("old.db"), "CREATE TABLE mine(x)");
  EXPECT_THROW(open_sqlite(path("old.db"), OpenMode::write), StoreError);
  EXPECT_EQ(raw_rows(path("old.db"), "PRAGMA user_version"), std::vector{std::to_string(GetParam())});
  EXPECT_EQ(raw_rows(path("old.db"), "SELECT count(*) FROM entries").front(), std::to_string(naive_.entries().size()));
}

/// A step that has been taken somewhere can only be followed by another one.
TEST_P(SqliteLayout, IsMadeAsItWasMadeFirst) {
  make_older(path("old.db"), GetParam(), path("newest.db"));
  Entry print;
  for (const std::string& sql : raw_rows(path("old.db"), "SELECT sql FROM sqlite_schema ORDER BY type, name"))
    print.event += sql + '\n';
  const std::vector<std::string> prints{"d0e95a49663519c0", "2e080568e3df98bc", "ac730a9dce2b411b"};
  EXPECT_EQ(to_hex(hash_of(print)).substr(0, 16), prints.at(static_cast<std::size_t>(GetParam() - 1)));
}

INSTANTIATE_TEST_SUITE_P(From, SqliteLayout, testing::Range(1, sqlite::newest_layout + 1));

}  // namespace
}  // namespace parley
