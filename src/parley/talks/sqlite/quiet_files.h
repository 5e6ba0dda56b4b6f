#pragma once

namespace parley::sqlite {

/// The name of a file system for SQLite that only reads: it takes no locks, makes no files, and refuses to write. With
/// `PRAGMA locking_mode = EXCLUSIVE` SQLite so reads a record and the journal beside it, although it would otherwise
/// make a memory file for that. Whoever uses it has to see for himself that nobody wrote meanwhile.
///
/// SQLite's own "unix-none" is like it, but when it closes a file the operating system takes all locks on it from the
/// whole process, those of a writer in the same process too.
const char* quiet_files();

}  // namespace parley::sqlite
