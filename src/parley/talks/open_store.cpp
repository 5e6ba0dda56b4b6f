#include <fmt/format.h>

#include <string_view>

#include "parley/talks/sqlite/sqlite_store.h"
#include "parley/talks/store.h"

namespace parley {

std::unique_ptr<Store> open_store(const std::string& where, OpenMode mode) {
  constexpr std::string_view sqlite = "sqlite:";
  if (where.starts_with("postgresql:") || where.starts_with("postgres:")) {
    throw StoreError("this Parley keeps records in files only; name a file such as talks.db");
  }
  if (where.starts_with(sqlite)) return open_sqlite(where.substr(sqlite.size()), mode);
  return open_sqlite(where, mode);
}

}  // namespace parley
