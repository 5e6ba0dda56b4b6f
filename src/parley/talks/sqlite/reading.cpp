#include "parley/talks/sqlite/reading.h"

#include <fmt/core.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <chrono>
#include <thread>

#include "parley/talks/sqlite/connection.h"
#include "parley/talks/sqlite/errors.h"
#include "parley/talks/sqlite/file.h"
#include "parley/talks/sqlite/quiet_files.h"

namespace parley::sqlite {
namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::system_clock;

/// Within this time of a change, another change may leave the same time on a file.
constexpr milliseconds grain{10};

FileState state_of(const std::string& path) {
  struct stat found{};
  if (stat(path.c_str(), &found) != 0) return {};
  const auto time = std::chrono::seconds(found.st_mtim.tv_sec) + nanoseconds(found.st_mtim.tv_nsec);
  return {static_cast<std::int64_t>(found.st_ino), found.st_size, nanoseconds(time).count()};
}

bool changed_just_now(const FileState& state) {
  const auto age = system_clock::now() - system_clock::time_point(nanoseconds(state.changed));
  return age >= milliseconds(0) && age < grain;
}

std::string parameters_of(ReadingWay::Kind kind) {
  switch (kind) {
    case ReadingWay::Kind::as_it_lies:
      return "immutable=1";
    case ReadingWay::Kind::with_journal:
      return fmt::format("mode=ro&vfs={}", quiet_files());
    case ReadingWay::Kind::with_writers:
      return "mode=ro&readonly_shm=1";
  }
  return {};
}

}  // namespace

ReadingWay way_to_read(const std::string& path, bool share) {
  ReadingWay way;
  way.record = state_of(path);
  way.journal = state_of(path + "-wal");
  if (way.journal.size > 0 && share && state_of(path + "-shm").size > 0) {
    way.kind = ReadingWay::Kind::with_writers;
    return way;
  }
  if (changed_just_now(way.record) || changed_just_now(way.journal)) {
    std::this_thread::sleep_for(grain);
    way.record = state_of(path);
    way.journal = state_of(path + "-wal");
  }
  way.kind = way.journal.size > 0 ? ReadingWay::Kind::with_journal : ReadingWay::Kind::as_it_lies;
  return way;
}

bool still_good(const ReadingWay& opened, const ReadingWay& now) {
  if (opened.kind != now.kind || opened.record.file != now.record.file) return false;
  if (opened.kind == ReadingWay::Kind::with_writers) return opened.journal.file == now.journal.file;
  return opened.record == now.record && opened.journal == now.journal;
}

SQLite::Database open_to_read(const std::string& path, const ReadingWay& way) {
  check_is_record(path);
  if (state_of(path + "-journal").size > 0) {
    throw StoreError(
        fmt::format("{0} was left half written by another program ({0}-journal is there); open it for "
                    "writing once, as `parley record add` does, to mend it",
                    path));
  }
  SQLite::Database database(uri_of(path, parameters_of(way.kind)),
                            SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | SQLite::OPEN_URI, longest_wait);
  make_wary(database);
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  database.exec("PRAGMA query_only = ON;");
  if (way.kind == ReadingWay::Kind::with_journal) database.execAndGet("PRAGMA locking_mode = EXCLUSIVE");
  check_layout(database, path);
  return database;
}

}  // namespace parley::sqlite
