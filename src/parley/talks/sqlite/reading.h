#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>

// Reading a record without writing anything: SQLite by itself would make a journal and a memory file beside it.

namespace parley::sqlite {

/// What tells a file from itself at another moment.
struct FileState {
  std::int64_t file = 0;  ///< which one, whatever its name; 0: there is none
  std::int64_t size = 0;
  std::int64_t changed = 0;  ///< nanoseconds since 1970
  friend bool operator==(const FileState&, const FileState&) = default;
};

/// How a file can be read without writing anything.
struct ReadingWay {
  enum class Kind {
    as_it_lies,    ///< there is no journal: the file alone, without locks; writers may come
    with_writers,  ///< there is a journal, and the memory file that writers share: read it as they do
    with_journal,  ///< there is a journal without writers: left by a kill, or copied
  };
  Kind kind = Kind::as_it_lies;
  FileState record;
  FileState journal;
};

/// As the files stand now.
ReadingWay way_to_read(const std::string& path);

/// Whether a connection that was opened one way is good for the files as they stand now.
bool still_good(const ReadingWay& opened, const ReadingWay& now);

/// Opens a record for reading. Throws StoreError or SQLite::Exception.
SQLite::Database open_to_read(const std::string& path, const ReadingWay& way);

}  // namespace parley::sqlite
