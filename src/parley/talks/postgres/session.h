#pragma once

#include <memory>
#include <pqxx/pqxx>
#include <string>

#include "parley/talks/postgres/address.h"

namespace parley::postgres {

/// What messages name: the record, and what was being done with it: "add to", "read".
struct Doing {
  const Address& address;
  const char* what;
};

/// Throws what is being handled as a StoreError in plain words, whatever libpqxx made of it; a StoreError and a lack of
/// memory pass as they are. To be called in a handler only.
[[noreturn]] void rethrow_told(const Doing& doing);

/// A connection that is made when it is needed, and made anew when it was lost.
class Session {
 public:
  explicit Session(Address address) : address_(std::move(address)) {}

  /// Runs `work` on a transaction that cannot write.
  template <class Work>
  auto read(Work work) {
    return told("read", [&] {
      pqxx::read_transaction transaction(connection());
      settle(transaction);
      return work(transaction);
    });
  }

  /// Runs `work` on a transaction and commits it: all or nothing. Throws Unanswered when the answer to the commit is
  /// lost.
  template <class Work>
  auto write(const char* what, Work work) {
    return told(what, [&] {
      pqxx::work transaction(connection());
      settle(transaction);
      auto result = work(transaction);
      commit(transaction);
      return result;
    });
  }

  const Address& address() const { return address_; }

 private:
  pqxx::connection& connection();
  /// What our transactions rest on, whatever the server, its database or the role are set to.
  static void settle(pqxx::transaction_base& transaction);
  static void commit(pqxx::work& transaction);
  void drop() { connection_.reset(); }

  template <class Act>
  auto told(const char* what, Act act) {
    try {
      return act();
    } catch (...) {
      if (connection_ && !connection_->is_open()) drop();
      rethrow_told({address_, what});
    }
  }

  Address address_;
  std::unique_ptr<pqxx::connection> connection_;
};

}  // namespace parley::postgres
