#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

// The file of a record, before and around SQLite.

namespace parley::sqlite {

/// The whole path of a file, links followed, as SQLite takes it to name the journal; as it was when it is not there. A
/// name such as ":memory:", which means something else to SQLite, so means a file.
std::string resolved(const std::string& path);

/// Looks at the header of a file in a way in which SQLite mends nothing that another program has left half done. (Not
/// by opening it: a file that a process closes loses all its locks, those of a writer in the same process too.) Throws
/// StoreError or SQLite::Exception when it is not there, not a plain file, or not a record.
void check_is_record(const std::string& path);

/// Opens a record for writing; brings it to the newest layout. Throws StoreError or SQLite::Exception.
SQLite::Database open_to_write(const std::string& path);

/// Makes a record: complete, or not at all. Throws StoreError or SQLite::Exception.
void create(const std::string& path);

}  // namespace parley::sqlite
