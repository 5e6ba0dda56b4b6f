// Records of earlier layouts.
#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>

#include "../naive_store.h"
#include "../random_talks.h"
#include "../store_suite.h"
#include "../temporary_folder.h"
#include "parley/talks/sqlite/layout.h"
#include "parley/talks/sqlite/sqlite_store.h"
#include "raw.h"

namespace parley {
namespace {

using testing::IsEmpty;

constexpr const char* what_every_layout_has =
    "INSERT INTO entries SELECT * FROM newest.entries ORDER BY number;"
    "INSERT INTO keys SELECT * FROM newest.keys ORDER BY number;"
    "UPDATE head SET number = (SELECT number FROM newest.head), hash = (SELECT hash FROM newest.head);";

/// A file as a Parley of that layout would have written it, with the entries of a record of today.
void make_older(const std::string& path, int layout, const std::string& newest) {
  raw_sql(path, "PRAGMA application_id = " + std::to_string(sqlite::application_id));
  SQLite::Database database(path, SQLite::OPEN_READWRITE);
  sqlite::bring_to(database, 1);
  database.exec("ATTACH '" + newest + "' AS newest");
  database.exec(what_every_layout_has);
  sqlite::bring_to(database, layout);
  database.exec("DETACH newest; PRAGMA journal_mode = WAL;");
}

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

INSTANTIATE_TEST_SUITE_P(From, SqliteLayout, testing::Range(1, sqlite::newest_layout + 1));

}  // namespace
}  // namespace parley
