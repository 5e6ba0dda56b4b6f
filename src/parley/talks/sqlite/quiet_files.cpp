#include "parley/talks/sqlite/quiet_files.h"

#include <sqlite3.h>

#include <new>

// SQLite is in C: functions in tables, and memory that it lays out.

namespace parley::sqlite {
namespace {

constexpr const char* name = "parley-quiet";

sqlite3_vfs* ordinary() {
  static sqlite3_vfs* const found = sqlite3_vfs_find("unix");
  return found;
}

/// What SQLite holds for an open file; behind it lies the file as the ordinary file system knows it.
struct QuietFile {
  sqlite3_file base;
};

sqlite3_file* behind(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<QuietFile*>(file) + 1);
}

int close_file(sqlite3_file* file) { return behind(file)->pMethods->xClose(behind(file)); }
int read_file(sqlite3_file* file, void* to, int count, sqlite3_int64 from) {
  return behind(file)->pMethods->xRead(behind(file), to, count, from);
}
int write_nothing(sqlite3_file* /*file*/, const void* /*from*/, int /*count*/, sqlite3_int64 /*to*/) {
  return SQLITE_READONLY;
}
int truncate_nothing(sqlite3_file* /*file*/, sqlite3_int64 /*size*/) { return SQLITE_READONLY; }
int sync_nothing(sqlite3_file* /*file*/, int /*flags*/) { return SQLITE_OK; }
int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
  return behind(file)->pMethods->xFileSize(behind(file), size);
}
int take_no_lock(sqlite3_file* /*file*/, int /*lock*/) { return SQLITE_OK; }
int see_no_lock(sqlite3_file* /*file*/, int* is_locked) {
  *is_locked = 0;
  return SQLITE_OK;
}
int control_file(sqlite3_file* file, int what, void* argument) {
  return behind(file)->pMethods->xFileControl(behind(file), what, argument);
}
int sector_size(sqlite3_file* file) { return behind(file)->pMethods->xSectorSize(behind(file)); }
int characteristics(sqlite3_file* file) { return behind(file)->pMethods->xDeviceCharacteristics(behind(file)); }

/// Version 1: without shared memory.
const sqlite3_io_methods quiet_methods{.iVersion = 1,
                                       .xClose = close_file,
                                       .xRead = read_file,
                                       .xWrite = write_nothing,
                                       .xTruncate = truncate_nothing,
                                       .xSync = sync_nothing,
                                       .xFileSize = size_of_file,
                                       .xLock = take_no_lock,
                                       .xUnlock = take_no_lock,
                                       .xCheckReservedLock = see_no_lock,
                                       .xFileControl = control_file,
                                       .xSectorSize = sector_size,
                                       .xDeviceCharacteristics = characteristics,
                                       .xShmMap = nullptr,
                                       .xShmLock = nullptr,
                                       .xShmBarrier = nullptr,
                                       .xShmUnmap = nullptr,
                                       .xFetch = nullptr,
                                       .xUnfetch = nullptr};

int open_file(sqlite3_vfs* /*files*/, const char* path, sqlite3_file* file, int flags, int* flags_out) {
  auto* const quiet = new (file) QuietFile{};
  flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
  const int result = ordinary()->xOpen(ordinary(), path, behind(file), flags, flags_out);
  if (behind(file)->pMethods != nullptr) quiet->base.pMethods = &quiet_methods;
  return result;
}

int delete_nothing(sqlite3_vfs* /*files*/, const char* /*path*/, int /*sync*/) { return SQLITE_READONLY; }

sqlite3_vfs made_quiet() {
  sqlite3_vfs files = *ordinary();
  files.szOsFile += static_cast<int>(sizeof(QuietFile));
  files.pNext = nullptr;
  files.zName = name;
  files.xOpen = open_file;
  files.xDelete = delete_nothing;
  return files;
}

}  // namespace

const char* quiet_files() {
  static sqlite3_vfs files = made_quiet();
  static const bool known = sqlite3_vfs_register(&files, 0) == SQLITE_OK;
  return known ? name : "";
}

}  // namespace parley::sqlite
