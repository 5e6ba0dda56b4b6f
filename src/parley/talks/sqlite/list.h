#pragma once

#include <SQLiteCpp/Database.h>

#include "parley/talks/store.h"

namespace parley::sqlite {

/// Store::list(). To be called within a transaction. Throws Damaged when index and entries do not agree.
EntryPage list_entries(SQLite::Database& database, const EntryFilter& filter, std::int64_t after, std::size_t most);

}  // namespace parley::sqlite
