#pragma once

#include <string>
#include <vector>

namespace parley::postgres {

/// Where a record is kept on a PostgreSQL server.
struct Address {
  std::string connect;               ///< what libpq connects by; holds the password if the URL did: never to be shown
  std::string name;                  ///< for messages: "the database 'talks' on 'db.example.org'"
  std::vector<std::string> secrets;  ///< what no message may repeat

  /// Whether a text repeats one of the secrets.
  bool told_in(const std::string& text) const;
};

/// Takes `postgresql://user@host/database?...` apart, as libpq does. A connection is given up after ten seconds without
/// an answer, and as lost after thirty, unless the URL or libpq's environment says otherwise. Throws StoreError on what
/// is no such URL; as parts of it may be parts of a password, the message quotes nothing.
Address address_of(const std::string& url);

}  // namespace parley::postgres
