#pragma once

#include <memory>
#include <string>

#include "parley/talks/store.h"

namespace parley {

/// The connection was lost after the entries had been sent and before the server said that they are kept. Whether they
/// are is unknown: open the record again and compare its head with the one that append() or restore() started from. Or
/// add them again with that head as `expected`: HeadMoved then says that there is more now, most likely they.
class Unanswered : public StoreError {
 public:
  using StoreError::StoreError;
};

/// Opens the record in a PostgreSQL database (12 or later, encoded in UTF-8) for a team:
/// `postgresql://user@host/talks`. The record lives in a schema of its own, `parley`; there is one in a database.
///
/// - Several may write at once: each waits for its turn, half a minute at most, and sees what was added before it.
/// - The database itself refuses to change or remove an entry.
/// - A lost connection is made anew at the next call. When the answer to the last write is lost, the store asks for it
///   over a new connection; only if there is none, append() and restore() throw Unanswered.
/// - Search takes in the first 200 000 characters of what an entry is to be found by. What counts as a letter, and
/// which
///   are the same but for their case, is as the database's locale has it.
/// - Texts have no NUL and are UTF-8, else StoreError.
///
/// Passwords are best left to libpq's own means (the file that PGPASSFILE names, the environment); no message repeats
/// one that stands in the URL. To create a record one needs CREATE on the database; to let others take part:
///   GRANT USAGE ON SCHEMA parley TO who; GRANT SELECT ON ALL TABLES IN SCHEMA parley TO who;
///   and for those who write GRANT INSERT ON parley.entry, UPDATE ON parley.head.
std::unique_ptr<Store> open_postgres(const std::string& url, OpenMode mode);

}  // namespace parley
