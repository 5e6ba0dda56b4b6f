#include "parley/talks/sqlite/errors.h"

#include <fmt/core.h>
#include <sqlite3.h>

namespace parley::sqlite {
namespace {

constexpr const char* how_to_recover =
    "restore it from an export or a backup, or read what is left of it with `parley record verify`";

}  // namespace

StoreError in_words(const SQLite::Exception& error, const std::string& path) {
  switch (error.getErrorCode()) {
    case SQLITE_FULL:
      return StoreError(fmt::format("there is no room left for {}; make room on its disk and try again", path));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return StoreError(fmt::format(
          "somebody else has been writing to {} all the time; wait until they are done and try again", path));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return StoreError(fmt::format("{} or its folder is not yours to write to; ask its owner for leave", path));
    case SQLITE_CANTOPEN:
      return StoreError(
          fmt::format("{} cannot be opened; see that it and its folder are there and yours to read and write", path));
    case SQLITE_NOTADB:
      return StoreError(fmt::format("{} is not a record of talks", path));
    case SQLITE_CORRUPT:
      return StoreError(fmt::format("{} is damaged; {}", path, how_to_recover));
    case SQLITE_IOERR:
      return StoreError(
          fmt::format("{} cannot be read or written: its disk refuses (is it full, a limit reached, or the "
                      "disk gone?); mend that and try again",
                      path));
    case SQLITE_NOMEM:
      return StoreError(fmt::format("there is not enough memory to work on {}", path));
    default:
      return StoreError(fmt::format("{} cannot be used: {}", path, error.what()));
  }
}

StoreError in_words(const Damaged& error, const std::string& path) {
  return StoreError(fmt::format("{} is damaged: {}; {}", path, error.what(), how_to_recover));
}

}  // namespace parley::sqlite
