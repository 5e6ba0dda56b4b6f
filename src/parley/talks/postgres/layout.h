#pragma once

#include <pqxx/pqxx>
#include <span>

#include "parley/talks/postgres/session.h"

namespace parley::postgres {

/// A step from one layout of the tables to the next.
struct Migration {
  int to = 0;       ///< the layout that it makes; the first makes 1
  const char* sql;  ///< what it runs, in one transaction with the new version
};

/// All steps there are, first to last.
std::span<const Migration> migrations();

/// What was found where a record is looked for.
struct Found {
  bool schema = false;  ///< there is a schema `parley`
  int layout = 0;       ///< 0: it holds no record
};
Found look(pqxx::transaction_base& transaction);

/// Makes the schema and all tables, in one transaction. Throws StoreError when there is a schema `parley` already, or
/// the database is not encoded in UTF-8.
void create_layout(Session& session);

/// Takes an older layout to the newest, a transaction for each step, and leaves the newest alone. Throws StoreError
/// when there is no record, or one of a newer Parley.
void update_layout(Session& session, std::span<const Migration> all = migrations());

/// Throws StoreError unless there is a record of exactly the newest layout.
void need_newest_layout(Session& session);

}  // namespace parley::postgres
