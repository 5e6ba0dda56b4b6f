#include "parley/talks/postgres/session.h"

#include <fmt/core.h>

#include <array>
#include <string_view>

#include "parley/talks/postgres/postgres_store.h"

namespace parley::postgres {
namespace {

/// The first line of what the server or libpq says, unless it repeats a password.
std::string said(const Doing& doing, const std::exception& error) {
  const std::string text = error.what();
  if (doing.address.told_in(text)) return "the server's words are left out, as they repeat the password";
  std::string line = text.substr(0, text.find_first_of("\r\n"));
  for (const std::string_view sign : {"ERROR:", "FATAL:", "PANIC:"})
    if (const auto at = line.find(sign); at == 0) line.erase(0, line.find_first_not_of(' ', sign.size()));
  return line;
}

struct Told {
  std::string_view state;  ///< SQLSTATE, or the class that it begins with
  std::string_view words;
};

constexpr std::array told_states{
    Told{"42501", "its owner has not given you the right to do that; ask for it (postgres_store.h has the commands)"},
    Told{"53100", "the server has no room left on its disk; make room there, then try again"},
    Told{"53", "the server is out of resources; try again later, or ask who looks after it"},
    Told{"55P03", "somebody else has been writing to it for half a minute; try again when they are done"},
    Told{"25006", "it takes no writes; name the server that does, not one that follows it"},
    Told{"57014", "the server's time for one command ran out, or somebody stopped it; try again"},
    Told{"57P", "the server ended the connection; see that it runs and try again"},
    Told{"23001", "what stands in it is not what Parley left there; verify the record, and ask who looks after it"},
    Told{"23505", "it goes on behind its own end: somebody else than Parley has added to it; verify the record"},
    Told{"22021", "a text in it is not UTF-8 or holds a NUL; mend the text and try again"},
};

/// libpqxx 6.4 leaves the state out of some of the errors that it has a type for.
std::string state_of(const pqxx::sql_error& error) {
  if (!error.sqlstate().empty()) return error.sqlstate();
  if (dynamic_cast<const pqxx::insufficient_privilege*>(&error) != nullptr) return "42501";
  if (dynamic_cast<const pqxx::disk_full*>(&error) != nullptr) return "53100";
  if (dynamic_cast<const pqxx::insufficient_resources*>(&error) != nullptr) return "53";
  return {};
}

std::string words_of(const Doing& doing, const pqxx::sql_error& error) {
  const std::string state = state_of(error);
  for (const Told& told : told_states)
    if (state.starts_with(told.state)) return std::string(told.words);
  return fmt::format("the server said \"{}\"; ask who looks after it", said(doing, error));
}

Unanswered unanswered(const Doing& doing) {
  return Unanswered(fmt::format(
      "the connection to {} was lost before it said whether the last entries are kept; open the record again: if it "
      "ends where it did before, they are not, and you can add them again",
      doing.address.name));
}

}  // namespace

void rethrow_told(const Doing& doing) {
  const auto cannot = [&](const std::string& words) {
    return StoreError(fmt::format("cannot {} {}: {}", doing.what, doing.address.name, words));
  };
  try {
    throw;
  } catch (const StoreError&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const pqxx::in_doubt_error&) {
    throw unanswered(doing);
  } catch (const pqxx::statement_completion_unknown&) {
    throw unanswered(doing);
  } catch (const pqxx::transaction_rollback&) {
    throw cannot("it clashed with what somebody else did at the same moment; try again");
  } catch (const pqxx::broken_connection& error) {
    throw cannot(fmt::format("there is no connection ({}); see that the server runs and the URL is right, try again",
                             said(doing, error)));
  } catch (const pqxx::sql_error& error) {
    throw cannot(words_of(doing, error));
  } catch (const std::exception& error) {
    throw cannot(fmt::format("\"{}\"; ask who looks after the server", said(doing, error)));
  }
}

pqxx::connection& Session::connection() {
  if (connection_ && !connection_->is_open()) drop();
  if (!connection_) {
    connection_ = std::make_unique<pqxx::connection>(address_.connect);
    // Notices are for people at a server's console; libpqxx would write them to standard error.
    connection_->set_verbosity(pqxx::connection_base::terse);
  }
  return *connection_;
}

void Session::commit(pqxx::work& transaction) {
  try {
    transaction.commit();
  } catch (const pqxx::broken_connection& error) {
    throw pqxx::in_doubt_error(error.what());
  } catch (const pqxx::sql_error& error) {
    // 57P: somebody ended the connection or the server; what is said last may have crossed with the commit.
    if (error.sqlstate().starts_with("57P")) throw pqxx::in_doubt_error(error.what());
    throw;
  }
}

void Session::settle(pqxx::transaction_base& transaction) {
  transaction.exec(
      "SET TRANSACTION ISOLATION LEVEL READ COMMITTED;"
      "SET LOCAL client_min_messages = error; SET LOCAL search_path = ''; SET LOCAL bytea_output = hex;"
      "SET LOCAL lock_timeout = '30s'; SET LOCAL idle_in_transaction_session_timeout = '60s';"
      "SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'");
}

}  // namespace parley::postgres
