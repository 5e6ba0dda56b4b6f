#pragma once

#include <pqxx/pqxx>
#include <string>
#include <vector>

#include "parley/talks/entry.h"

namespace parley::postgres {

/// An array of texts as PostgreSQL writes it: {"hamas","qatar"}.
std::string array_text(const std::vector<std::string>& items);

/// The ids, and for each with a '/' in it ("hamas/senior-leadership") what stands before (its party); sorted, each
/// once.
std::vector<std::string> with_parties(const std::vector<std::string>& actors);

/// Adds entries to parley.entry, in one stream.
class Rows {
 public:
  explicit Rows(pqxx::transaction_base& transaction);
  void add(const Entry& entry, const EntryKeys& keys);
  /// Waits until the server has taken all.
  void finish();

 private:
  pqxx::stream_to stream_;
};

/// The columns that entry_of() reads, in its order.
inline constexpr const char* entry_columns = "number, entered, event, audience, by, previous, hash";

/// Reads a row of these columns. Throws StoreError on hashes that are none, which only a foreign hand can have put
/// there.
Entry entry_of(const pqxx::row& row);

/// What PostgreSQL writes for 32 bytes, and back.
std::string hash_text(const Hash& hash);
Hash hash_of_text(const std::string& text);

}  // namespace parley::postgres
