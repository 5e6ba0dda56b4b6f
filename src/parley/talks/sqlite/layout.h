#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

namespace parley::sqlite {

/// What stands in the header of every file that is a record: "Prly".
constexpr int application_id = 0x50726c79;

/// The layouts there have been, each made from the one before it by one step:
///   1  entries with their keys, the head, what is said about the record
///   2  an index of the keys, in blocks (index.h)
///   3  full-text search
constexpr int newest_layout = 3;

/// The layout of a file; 0 of one without tables.
int layout_of(SQLite::Database& database);

/// Takes all steps up to a layout. To be called within a transaction.
void bring_to(SQLite::Database& database, int layout);

/// Whether the tables, indexes and triggers are those of the newest layout and nothing else: a file may claim to be a
/// record and come with triggers of its own.
bool has_newest_layout(SQLite::Database& database);

}  // namespace parley::sqlite
