#pragma once

#include <memory>
#include <string>

#include "parley/talks/store.h"

namespace parley {

/// A record in one SQLite file.
///
/// What is acknowledged has reached the disk: the journal (`PATH-wal`, gone once the last writer has closed) is flushed
/// at every append. Writers in several processes take turns and wait up to 20 seconds for theirs. The file itself
/// refuses that entries be changed or removed, whatever program asks.
///
/// OpenMode::create makes the record beside its place and puts it there when it is complete: a kill leaves either the
/// record or a file `PATH.new-...` that nobody needs. It refuses a place beside which the journal of another record was
/// left.
///
/// OpenMode::read touches nothing, so it also works on read-only disks and in folders that belong to somebody else.
/// While writers are at work it shares their memory file for reading. Without writers it reads the file as it lies and
/// looks afterwards whether anybody has begun to write; if so it reads again.
///
/// Files that are cut off, of another program, of a newer Parley, or arbitrary bytes are a StoreError. A file in which
/// bytes have been changed on the disk is a StoreError as soon as that is noticed; what is not noticed the chain tells
/// (chain.h).
std::unique_ptr<Store> open_sqlite(const std::string& path, OpenMode mode);

/// An empty record that is kept nowhere: it goes with the Store.
std::unique_ptr<Store> record_in_memory();

}  // namespace parley
