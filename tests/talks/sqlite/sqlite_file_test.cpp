// What a record in one file promises beyond what every store does.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "../naive_store.h"
#include "../random_talks.h"
#include "../store_suite.h"
#include "../temporary_folder.h"
#include "parley/talks/chain.h"
#include "parley/talks/sqlite/sqlite_store.h"
#include "raw.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class SqliteFile : public testing::Test {
 protected:
  std::string path(const std::string& name = "talks.db") const { return folder_.path(name); }
  std::vector<std::string> names() const { return folder_.names(); }

  /// A record with some entries, and the same in memory.
  NaiveStore make_record(std::size_t batches = 20) const {
    RandomTalks talks(1);
    NaiveStore naive;
    const auto store = open_sqlite(path(), OpenMode::create);
    for (std::size_t i = 0; i < batches; ++i) {
      const auto drafts = talks.drafts(20);
      store->append(drafts, noon());
      naive.append(drafts, noon());
    }
    return naive;
  }

  std::string refusal(OpenMode mode) const {
    try {
      open_sqlite(path(), mode);
    } catch (const StoreError& error) {
      return error.what();
    }
    return {};
  }

  static bool is_written_to(const std::string& file) {
    try {
      open_sqlite(file, OpenMode::write)->append(std::vector{statement("x")}, noon());
    } catch (const StoreError&) {
      return false;
    }
    return true;
  }

  static bool is_created(const std::string& file) {
    try {
      open_sqlite(file, OpenMode::create);
    } catch (const StoreError&) {
      return false;
    }
    return true;
  }

  TemporaryFolder folder_;
};

TEST_F(SqliteFile, IsAloneInItsFolderOnceItIsClosed) {
  make_record();
  EXPECT_THAT(names(), ElementsAre("talks.db"));
}

TEST_F(SqliteFile, LeavesNothingBehindWhereItCannotBeCreated) {
  write_bytes(path(), "something else");
  EXPECT_THAT(refusal(OpenMode::create), HasSubstr("already there"));
  EXPECT_EQ(read_bytes(path()), "something else");
  EXPECT_THAT(names(), ElementsAre("talks.db"));
  EXPECT_THROW(open_sqlite(path("no/such/folder/talks.db"), OpenMode::create), StoreError);
}

TEST_F(SqliteFile, IsNotCreatedBesideTheJournalOfAnother) {
  write_bytes(path("talks.db-wal"), "left over");
  EXPECT_THAT(refusal(OpenMode::create), HasSubstr("left by another record"));
  EXPECT_THAT(names(), ElementsAre("talks.db-wal"));
}

TEST_F(SqliteFile, RefusesThatEntriesAreChangedOrRemovedByAnyProgram) {
  const NaiveStore naive = make_record();
  for (const char* sql :
       {"UPDATE entries SET author = 'x' WHERE number = 2", "DELETE FROM entries WHERE number = 2",
        "DELETE FROM entries", "UPDATE keys SET kind = 'x'", "DELETE FROM keys", "DELETE FROM head",
        "UPDATE head SET number = number - 1", "INSERT INTO head VALUES(2, 0, zeroblob(32))",
        "INSERT OR REPLACE INTO entries SELECT number, entered, 'x', audience, author, previous, hash FROM entries",
        "INSERT OR REPLACE INTO keys SELECT number, 'x', date, actors, texts, source, words FROM keys",
        "REPLACE INTO head VALUES(1, 7, zeroblob(32))",
        "INSERT INTO entries SELECT number, entered, 'x', audience, author, previous, hash FROM entries WHERE true "
        "ON CONFLICT(number) DO UPDATE SET event = 'x'"}) {
    EXPECT_ANY_THROW(raw_sql(path(), sql)) << sql;
  }
  EXPECT_EQ(entries_of(*open_sqlite(path(), OpenMode::read)), naive.entries());
}

TEST_F(SqliteFile, ShowsWhatWasChangedInSpiteOfThat) {
  make_record();
  const auto breaks_after = [&](const std::string& sql) {
    std::filesystem::copy_file(path(), path("changed.db"), std::filesystem::copy_options::overwrite_existing);
    raw_sql_without_triggers(path("changed.db"), sql);
    return breaks_of(*open_sqlite(path("changed.db"), OpenMode::read));
  };
  const auto last = std::to_string(open_sqlite(path(), OpenMode::read)->head().number);
  EXPECT_THAT(breaks_after(""), IsEmpty());
  EXPECT_THAT(breaks_after("UPDATE entries SET author = 'x' WHERE number = 7"), ElementsAre(HasSubstr("Entry 7 was")));
  EXPECT_THAT(breaks_after("DELETE FROM keys WHERE number = 5; DELETE FROM entries WHERE number = 5"),
              ElementsAre(HasSubstr("Entry 5 is missing")));
  EXPECT_THAT(breaks_after("DELETE FROM keys WHERE number = " + last + "; DELETE FROM entries WHERE number = " + last),
              ElementsAre(HasSubstr("cut off")));
  EXPECT_THAT(breaks_after("UPDATE head SET number = 3"), ElementsAre(HasSubstr("goes on to " + last)));
}

TEST_F(SqliteFile, AddsNothingBehindAnEndThatWasTamperedWith) {
  make_record();
  raw_sql_without_triggers(path(), "UPDATE head SET number = 3");
  RandomTalks talks(2);
  const auto store = open_sqlite(path(), OpenMode::write);
  EXPECT_THROW(store->append(talks.drafts(1), noon()), StoreError);
}

TEST_F(SqliteFile, TellsAViewerNothingThoughTheIndexSaysSo) {
  const auto store = open_sqlite(path(), OpenMode::create);
  Draft draft = statement("secret");
  draft.audience = {"israel"};
  store->append(std::span(&draft, 1), noon());
  raw_sql(path(), "INSERT INTO marks SELECT 'audience', 'hamas', block, numbers FROM marks WHERE value = 'israel'");
  EntryFilter filter;
  filter.viewer = {"hamas"};
  EXPECT_THROW(store->list(filter, 0, 10), StoreError);
}

TEST_F(SqliteFile, IsReadWithoutAnythingBeingWritten) {
  const NaiveStore naive = make_record();
  const std::string bytes = read_bytes(path());
  const auto changed = std::filesystem::last_write_time(path());
  {
    const auto reader = open_sqlite(path(), OpenMode::read);
    EXPECT_EQ(entries_of(*reader), naive.entries());
    EXPECT_THAT(names(), ElementsAre("talks.db"));
  }
  EXPECT_THAT(names(), ElementsAre("talks.db"));
  EXPECT_EQ(read_bytes(path()), bytes);
  EXPECT_EQ(std::filesystem::last_write_time(path()), changed);
}

/// Copies of a record while a writer has it open and the journal holds entries.
TEST_F(SqliteFile, IsReadWithAJournalThatWasLeftBeside) {
  const auto writer = open_sqlite(path(), OpenMode::create);
  RandomTalks talks(3);
  for (int i = 0; i < 10; ++i) writer->append(talks.drafts(20), noon());
  const auto expected = entries_of(*writer);
  ASSERT_GT(std::filesystem::file_size(path("talks.db-wal")), 0U);
  for (const bool with_shared_memory : {true, false}) {
    const std::string copy = path(with_shared_memory ? "one.db" : "two.db");
    std::filesystem::copy_file(path(), copy);
    std::filesystem::copy_file(path() + "-wal", copy + "-wal");
    if (with_shared_memory) std::filesystem::copy_file(path() + "-shm", copy + "-shm");
    const auto files = names();
    const std::string journal = read_bytes(copy + "-wal");
    const std::string shared = read_bytes(copy + "-shm");
    EXPECT_EQ(entries_of(*open_sqlite(copy, OpenMode::read)), expected);
    EXPECT_EQ(names(), files);
    EXPECT_EQ(read_bytes(copy + "-wal"), journal);
    EXPECT_EQ(read_bytes(copy + "-shm"), shared);
    EXPECT_EQ(entries_of(*open_sqlite(copy, OpenMode::write)), expected);
  }
}

TEST_F(SqliteFile, IsWholeInACopyThatSqliteMakesWhileItIsInUse) {
  const auto writer = open_sqlite(path(), OpenMode::create);
  RandomTalks talks(3);
  for (int i = 0; i < 10; ++i) writer->append(talks.drafts(20), noon());
  raw_sql(path(), "VACUUM INTO '" + path("copy.db") + "'");
  EXPECT_EQ(entries_of(*open_sqlite(path("copy.db"), OpenMode::read)), entries_of(*writer));
  const auto copy = open_sqlite(path("copy.db"), OpenMode::write);
  copy->append(talks.drafts(20), noon());
  EXPECT_THAT(breaks_of(*copy), IsEmpty());
}

TEST_F(SqliteFile, IsTheSameThroughALink) {
  const auto writer = open_sqlite(path(), OpenMode::create);
  RandomTalks talks(3);
  writer->append(talks.drafts(20), noon());
  std::filesystem::create_symlink(path(), path("link.db"));
  EXPECT_EQ(open_sqlite(path("link.db"), OpenMode::read)->head(), writer->head());
  open_sqlite(path("link.db"), OpenMode::write)->append(talks.drafts(20), noon());
  EXPECT_EQ(open_sqlite(path("link.db"), OpenMode::read)->head(), writer->head());
  EXPECT_THAT(refusal(OpenMode::create), HasSubstr("already there"));
}

TEST_F(SqliteFile, MayHaveAnyName) {
  for (const char* name : {":memory:", "file:talks.db?mode=memory", "a b%20ü#?&.db", "-x"}) {
    open_sqlite(path(name), OpenMode::create)->append(std::vector<Draft>{statement("x")}, noon());
    EXPECT_EQ(open_sqlite(path(name), OpenMode::read)->head().number, 1) << name;
    EXPECT_TRUE(std::filesystem::exists(path(name)));
  }
}

/// SQLite moves the journal into the file page by page, the first page first: by itself such a file is none.
TEST_F(SqliteFile, IsSoundWhereAKillHasInterruptedTheMovingOfItsJournal) {
  std::vector<Entry> expected;
  {
    const auto writer = open_sqlite(path(), OpenMode::create);
    RandomTalks talks(3);
    for (int i = 0; i < 10; ++i) writer->append(talks.drafts(20), noon());
    expected = entries_of(*writer);
    std::filesystem::copy_file(path() + "-wal", path("torn.db-wal"));
    write_bytes(path("torn.db"), read_bytes(path()));
  }
  const std::string whole = read_bytes(path());
  const std::string before = read_bytes(path("torn.db"));
  ASSERT_LT(before.size(), whole.size());
  for (const OpenMode mode : {OpenMode::read, OpenMode::write}) {
    write_bytes(path("torn.db"), whole.substr(0, 4096) + before.substr(4096));
    EXPECT_EQ(entries_of(*open_sqlite(path("torn.db"), mode)), expected);
  }
}

/// As another user, whom permissions hold back even where the tests run as root.
TEST_F(SqliteFile, IsReadInAFolderThatBelongsToSomebodyElse) {
  const auto writer = open_sqlite(path(), OpenMode::create);
  RandomTalks talks(3);
  writer->append(talks.drafts(20), noon());
  const Head head = writer->head();
  std::filesystem::copy_file(path(), path("journal.db"));
  std::filesystem::copy_file(path() + "-wal", path("journal.db-wal"));
  open_sqlite(path("still.db"), OpenMode::create);
  chmod(path("").c_str(), 0555);
  for (const std::string& name : names()) chmod(path(name).c_str(), 0444);
  const pid_t child = fork();
  if (child == 0) {
    if (getuid() == 0 && setuid(65534) != 0) _exit(9);
    try {
      if (open_sqlite(path(), OpenMode::read)->head() != head) _exit(1);
      if (open_sqlite(path("journal.db"), OpenMode::read)->head() != head) _exit(2);
      if (open_sqlite(path("still.db"), OpenMode::read)->head() != Head{}) _exit(3);
      for (const char* name : {"talks.db", "journal.db", "still.db"})
        if (is_written_to(path(name))) _exit(5);
      if (is_created(path("mine.db"))) _exit(6);
    } catch (const std::exception& error) {
      fputs(error.what(), stderr);
      _exit(4);
    }
    _exit(0);
  }
  int status = -1;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  chmod(path("").c_str(), 0755);
}

TEST_F(SqliteFile, IsReadSoundlyWhileWritersComeAndGo) {
  open_sqlite(path(), OpenMode::create);
  const pid_t child = fork();
  if (child == 0) {
    RandomTalks talks(4);
    for (int i = 0; i < 60; ++i) open_sqlite(path(), OpenMode::write)->append(talks.drafts(30), noon());
    _exit(0);
  }
  const auto reader = open_sqlite(path(), OpenMode::read);
  std::int64_t before = 0;
  int status = 0;
  bool done = false;
  while (!done) {
    done = waitpid(child, &status, WNOHANG) == child;
    const Head head = reader->head();
    EXPECT_GE(head.number, before);
    before = head.number;
    ChainCheck check;
    reader->each(1, [&](const Entry& entry) {
      EXPECT_THAT(check.next(entry), IsEmpty());
      return true;
    });
    EXPECT_GE(check.last().number, before);
    if (before > 0) {
      EXPECT_THAT(reader->list({}, before - 1, 1).entries, SizeIs(1));
    }
  }
  EXPECT_EQ(status, 0);
  EXPECT_GT(before, 60);
}

TEST_F(SqliteFile, IsTurnedDownInPlainWordsWhenItIsNoRecord) {
  const auto refuse = [&](const std::string& bytes, const char* why) {
    write_bytes(path(), bytes);
    for (const OpenMode mode : {OpenMode::read, OpenMode::write}) EXPECT_THAT(refusal(mode), HasSubstr(why));
    EXPECT_EQ(read_bytes(path()), bytes);
    EXPECT_THAT(names(), ElementsAre("talks.db"));
  };
  refuse("", "not a record of talks");
  refuse("parley: 1\ntitle: a case\n", "not a record of talks");
  refuse(std::string("SQLite format 3\0", 16) + std::string(84, '\0'), "not a record of talks");
  std::filesystem::remove(path());
  raw_sql(path(), "CREATE TABLE entries(number, event); PRAGMA user_version = 1;");
  refuse(read_bytes(path()), "another program");
  std::filesystem::remove(path());
  std::filesystem::create_directory(path());
  EXPECT_THAT(refusal(OpenMode::read), HasSubstr("not a file"));
  std::filesystem::remove(path());
  ASSERT_EQ(mkfifo(path().c_str(), 0600), 0);
  EXPECT_THAT(refusal(OpenMode::read), HasSubstr("not a file"));
}

TEST_F(SqliteFile, OfANewerParleyIsLeftAlone) {
  make_record();
  raw_sql(path(), "PRAGMA user_version = 99");
  const std::string bytes = read_bytes(path());
  EXPECT_THAT(refusal(OpenMode::read), HasSubstr("newer Parley"));
  EXPECT_THAT(refusal(OpenMode::write), HasSubstr("newer Parley"));
  EXPECT_EQ(read_bytes(path()), bytes);
}

TEST_F(SqliteFile, WithTablesOrTriggersOfItsOwnIsTurnedDown) {
  const NaiveStore naive = make_record();
  for (const char* sql :
       {"CREATE TRIGGER mine AFTER INSERT ON entries BEGIN DELETE FROM about; END", "DROP TRIGGER entries_stay",
        "CREATE TABLE mine(x)", "DROP TABLE days", "CREATE VIEW mine AS SELECT * FROM entries"}) {
    std::filesystem::copy_file(path(), path("other.db"), std::filesystem::copy_options::overwrite_existing);
    raw_sql(path("other.db"), sql);
    for (const OpenMode mode : {OpenMode::read, OpenMode::write}) {
      EXPECT_THROW(open_sqlite(path("other.db"), mode), StoreError) << sql;
    }
  }
}

/// A process may write files up to a size only: what a full disk is to SQLite.
TEST_F(SqliteFile, KeepsAllOrNothingOfABatchWhenThereIsNoRoom) {
  for (int round = 0; round < 12; ++round) {
    std::filesystem::remove(path());
    open_sqlite(path(), OpenMode::create);
    const pid_t child = fork();
    if (child == 0) {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlim_t most = 150'000 + 17'001 * static_cast<rlim_t>(round);
      const rlimit limit{most, most};
      setrlimit(RLIMIT_FSIZE, &limit);
      RandomTalks talks(5);
      try {
        const auto store = open_sqlite(path(), OpenMode::write);
        std::int64_t acknowledged = 0;
        for (int i = 0; i < 10'000; ++i) {
          try {
            acknowledged = store->append(std::vector<Draft>(50, talks.draft()), noon()).back().number;
          } catch (const StoreError&) {
            if (store->head().number != acknowledged) _exit(2);
            const auto expected = static_cast<std::size_t>(acknowledged);
            _exit(entries_of(*store).size() == expected && breaks_of(*store).empty() ? 0 : 3);
          }
        }
      } catch (const std::exception& error) {
        fputs(error.what(), stderr);
        _exit(4);
      }
      _exit(5);
    }
    int status = -1;
    waitpid(child, &status, 0);
    ASSERT_EQ(status, 0) << "round " << round;
    const auto store = open_sqlite(path(), OpenMode::write);
    EXPECT_EQ(store->head().number % 50, 0);
    EXPECT_THAT(breaks_of(*store), IsEmpty());
    RandomTalks talks(6);
    store->append(talks.drafts(5), noon());
    EXPECT_THAT(breaks_of(*store), IsEmpty());
  }
}

TEST_F(SqliteFile, IsNotCreatedByHalfWhenThereIsNoRoom) {
  for (const rlim_t most : {100U, 5'000U, 30'000U}) {
    const pid_t child = fork();
    if (child == 0) {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{most, most};
      setrlimit(RLIMIT_FSIZE, &limit);
      _exit(refusal(OpenMode::create).empty() ? 1 : 0);
    }
    int status = -1;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    EXPECT_THAT(names(), IsEmpty());
  }
}

}  // namespace
}  // namespace parley
