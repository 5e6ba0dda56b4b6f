#include "parley/talks/sqlite/file.h"

#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "parley/talks/sqlite/connection.h"
#include "parley/talks/sqlite/errors.h"
#include "parley/talks/sqlite/layout.h"

namespace parley::sqlite {
namespace {

namespace fs = std::filesystem;

using Header = std::array<char, 100>;

/// The first bytes, through SQLite's own hold on the file; zeros where it is shorter. No more is asked of SQLite: the
/// file by itself is torn where a kill has interrupted the moving of its journal into it, and yet nothing is lost.
Header header_of(const std::string& path) {
  const SQLite::Database database(uri_of(path, "immutable=1"),
                                  SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | SQLite::OPEN_URI);
  sqlite3_file* file = nullptr;
  database.check(
      sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file)));
  Header header{};
  const int result = file->pMethods->xRead(file, header.data(), static_cast<int>(header.size()), 0);
  if (result != SQLITE_IOERR_SHORT_READ) database.check(result);
  return header;
}

std::uint32_t number_at(const Header& header, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<std::uint8_t>(header[at + i]);
  return number;
}

/// A file name beside a path that nobody uses yet; the file is made.
std::string fresh_beside(const std::string& path) {
  for (int i = 0; i < 100; ++i) {
    std::string name = fmt::format("{}.new-{}-{}", path, getpid(), i);
    const int descriptor = ::open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    if (descriptor >= 0) {
      close(descriptor);
      return name;
    }
    if (errno != EEXIST) break;
  }
  throw StoreError(fmt::format("{} cannot be created: {}; see that its folder is there and yours to write to", path,
                               std::strerror(errno)));
}

void flush_folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  close(descriptor);
}

/// Puts a complete file in its place, unless there is one: by a change of its name alone, so that a kill leaves it with
/// the one name or the other.
void put_in_place(const std::string& made, const std::string& path) {
  const auto renamed = [&] { return renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0; };
  const auto linked = [&] { return errno != EEXIST && link(made.c_str(), path.c_str()) == 0; };
  if (!renamed() && !linked()) {
    const int why = errno;
    if (why == EEXIST) throw StoreError(fmt::format("{} is already there; choose another name, or open it", path));
    // A file system that can do neither (a stick): between these two lines somebody else may take the place.
    if (fs::exists(path) || std::rename(made.c_str(), path.c_str()) != 0) {
      throw StoreError(fmt::format("{} cannot be created: {}", path, std::strerror(why)));
    }
  }
  flush_folder_of(path);
}

void remove_quietly(const std::string& path) {
  std::error_code ignored;
  for (const char* end : {"", "-wal", "-shm", "-journal"}) fs::remove(path + end, ignored);
}

/// The tables first and the journal of appends last: so the file is complete without any journal beside it.
void make_record(const std::string& path) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, longest_wait);
  make_wary(database);
  database.exec(fmt::format("PRAGMA application_id = {}; PRAGMA synchronous = FULL;", application_id));
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  bring_to(database, newest_layout);
  transaction.commit();
  database.execAndGet("PRAGMA journal_mode = WAL");
}

}  // namespace

std::string resolved(const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::canonical(path, error);
  return error ? path : whole.string();
}

void check_is_record(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    throw StoreError(fmt::format("{} is not there; create a record first, or look for its name", path));
  }
  if (!fs::is_regular_file(status))
    throw StoreError(fmt::format("{} is not a file, let alone a record of talks", path));
  const auto header = header_of(path);
  if (std::memcmp(header.data(), "SQLite format 3", 16) != 0) {
    throw StoreError(fmt::format("{} is not a record of talks", path));
  }
  if (number_at(header, 68) != application_id) {
    throw StoreError(fmt::format("{} is a database of another program, not a record of talks", path));
  }
}

SQLite::Database open_to_write(const std::string& path) {
  check_is_record(path);
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, longest_wait);
  make_wary(database);
  // More memory and a longer journal than SQLite takes by itself: large batches would wait for the disk three times.
  database.exec("PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 8000;");
  check_not_newer(database, path);
  database.execAndGet("PRAGMA journal_mode = WAL");
  if (layout_of(database) < newest_layout) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    bring_to(database, newest_layout);
    check_layout(database, path);
    transaction.commit();
  }
  check_layout(database, path);
  return database;
}

void create(const std::string& path) {
  if (fs::exists(path)) throw StoreError(fmt::format("{} is already there; choose another name, or open it", path));
  for (const char* end : {"-wal", "-journal"}) {
    if (fs::exists(path + end)) {
      throw StoreError(
          fmt::format("{0}{1} was left by another record that was kept in {0}; move it away first, or "
                      "choose another name",
                      path, end));
    }
  }
  const std::string made = fresh_beside(path);
  try {
    make_record(made);
    put_in_place(made, path);
  } catch (...) {
    remove_quietly(made);
    throw;
  }
  remove_quietly(made);
}

}  // namespace parley::sqlite
