#include <fmt/core.h>

#include <string_view>

#include "parley/talks/lines_store.h"
#include "parley/talks/postgres/postgres_store.h"
#include "parley/talks/sqlite/sqlite_store.h"
#include "parley/talks/store.h"

namespace parley {

namespace {

std::unique_ptr<Store> open_lines(const std::string& where, OpenMode mode) {
  if (mode != OpenMode::read)
    throw StoreError(
        fmt::format("{} is a record carried away as JSON Lines, which can only be read; "
                    "import it into a record to go on with it",
                    where));
  LinesOpened opened = open_json_lines(where);
  if (opened.problems.empty()) return std::move(opened.store);
  const Problem& first = opened.problems.front();
  throw StoreError(first.place == Place()
                       ? fmt::format("{}: {}", where, first.message)
                       : fmt::format("{}:{}:{}: {}", where, first.place.line, first.place.column, first.message));
}

}  // namespace

std::unique_ptr<Store> open_store(const std::string& where, OpenMode mode) {
  constexpr std::string_view sqlite = "sqlite:";
  if (where.starts_with("postgresql:") || where.starts_with("postgres:")) return open_postgres(where, mode);
  if (is_json_lines(where)) return open_lines(where, mode);
  if (where.starts_with(sqlite)) return open_sqlite(where.substr(sqlite.size()), mode);
  return open_sqlite(where, mode);
}

}  // namespace parley
