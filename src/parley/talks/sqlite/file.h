#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

// The file of a record, before and around SQLite.

namespace parley::sqlite {

/// Looks at the first bytes of a file, without SQLite, which would mend what another program has left half done. Throws
/// StoreError when it is not there, not a plain file, or not a record.
void check_is_record(const std::string& path);

/// Opens a record for writing; brings it to the newest layout. Throws StoreError or SQLite::Exception.
SQLite::Database open_to_write(const std::string& path);

/// Makes a record: complete, or not at all. Throws StoreError or SQLite::Exception.
void create(const std::string& path);

}  // namespace parley::sqlite
