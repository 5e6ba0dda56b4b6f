#include <string_view>

#include "parley/talks/postgres/postgres_store.h"
#include "parley/talks/sqlite/sqlite_store.h"
#include "parley/talks/store.h"

namespace parley {

std::unique_ptr<Store> open_store(const std::string& where, OpenMode mode) {
  constexpr std::string_view sqlite = "sqlite:";
  if (where.starts_with("postgresql:") || where.starts_with("postgres:")) return open_postgres(where, mode);
  if (where.starts_with(sqlite)) return open_sqlite(where.substr(sqlite.size()), mode);
  return open_sqlite(where, mode);
}

}  // namespace parley
