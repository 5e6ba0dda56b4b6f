#include <fmt/core.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <pqxx/pqxx>

#include "parley/talks/postgres/postgres_store.h"
#include "talks/postgres/refusal.h"
#include "talks/postgres/server.h"
#include "talks/random_talks.h"
#include "talks/store_suite.h"

namespace parley {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A record in a database that 'ada' may read and 'ben' may add to; both need their password on the port.
class PostgresAccess : public testing::Test {
 protected:
  PostgresAccess() : url_(Server::get()->fresh_database()), database_(database_of(url_)) {
    open_postgres(url_, OpenMode::create);
    for (const char* who : {"ada", "ben"}) {
      run_sql(url_, fmt::format("DROP ROLE IF EXISTS {}", who));
      run_sql(url_, fmt::format("CREATE ROLE {} LOGIN PASSWORD 'open-sesame'", who));
      run_sql(url_, fmt::format("GRANT USAGE ON SCHEMA parley TO {}", who));
      run_sql(url_, fmt::format("GRANT SELECT ON ALL TABLES IN SCHEMA parley TO {}", who));
    }
    run_sql(url_, "GRANT INSERT ON parley.entry TO ben");
    run_sql(url_, "GRANT UPDATE ON parley.head TO ben");
  }
  ~PostgresAccess() override {
    for (const char* who : {"ada", "ben"}) run_sql(url_, fmt::format("DROP OWNED BY {}; DROP ROLE {}", who, who));
  }

  std::string as(const std::string& who) const { return Server::get()->by_port(database_, who); }

  std::string url_;
  std::string database_;
};

TEST_F(PostgresAccess, NeedsNoMoreRightsThanTheManualSays) {
  const Draft draft = statement("one");
  const auto ben = open_postgres(as("ben:open-sesame"), OpenMode::write);
  ben->append(std::span(&draft, 1), noon());
  EXPECT_EQ(ben->head().number, 1);
  const auto ada = open_postgres(as("ada:open-sesame"), OpenMode::read);
  EXPECT_EQ(entries_of(*ada), entries_of(*ben));
  const auto too_bold = open_postgres(as("ada:open-sesame"), OpenMode::write);
  EXPECT_THAT(refusal([&] { too_bold->append(std::span(&draft, 1), noon()); }),
              AllOf(HasSubstr("cannot add to"), HasSubstr("has not given you the right")));
  EXPECT_EQ(ada->head().number, 1);
}

TEST_F(PostgresAccess, TakesThePasswordFromTheFileThatLibpqReads) {
  EXPECT_THAT(refusal([&] { open_postgres(as("ada"), OpenMode::read); }), HasSubstr("no password supplied"));
  const auto file = std::filesystem::temp_directory_path() / fmt::format("parley-pgpass-{}", getpid());
  std::ofstream(file) << "127.0.0.1:*:*:ada:open-sesame\n";
  std::filesystem::permissions(file, std::filesystem::perms::owner_read);
  setenv("PGPASSFILE", file.c_str(), 1);
  EXPECT_EQ(refusal([&] { open_postgres(as("ada"), OpenMode::read); }), "");
  unsetenv("PGPASSFILE");
  std::filesystem::remove(file);
}

TEST_F(PostgresAccess, NeverRepeatsAPassword) {
  for (const std::string& url : {as("ada:my-secret"),
                                 as("ada:my%2Dsecret"),
                                 as("ada:my:secret"),
                                 as("ada:my@secret"),
                                 as("ada:my/secret"),
                                 as("ada:my?secret"),
                                 as("ada:my#secret"),
                                 as("ada:my%zzsecret"),
                                 as("ada:my secret"),
                                 as("ada:my\nsecret"),
                                 as("ada:secret@127.0.0.1/x?host=:secret@"),
                                 as("ada") + "?password=secret",
                                 as("ada") + "?password=secret&secret=1",
                                 as("ada") + "?password=%secret",
                                 as("ada") + "?sslmode=require&sslpassword=secret&password=secret",
                                 std::string("postgresql://ada:secret@[::1/x"),
                                 std::string("postgresql://ada:secret@127.0.0.1:port/x"),
                                 std::string("postgresql://ada:secret@127.0.0.1:1,127.0.0.1:2/x"),
                                 std::string("postgresql:ada:secret"),
                                 std::string("postgres://:secret@/x?host=127.0.0.1")}) {
    const std::string words = refusal([&] { open_postgres(url, OpenMode::read); });
    EXPECT_THAT(words, AllOf(Not(IsEmpty()), Not(HasSubstr("secret")))) << url;
  }
}

TEST_F(PostgresAccess, SaysWhereNobodyAnswers) {
  EXPECT_THAT(refusal([] { open_postgres("postgresql://ada@127.0.0.1:1/talks", OpenMode::read); }),
              AllOf(HasSubstr("the database 'talks' on '127.0.0.1'"), HasSubstr("there is no connection"),
                    HasSubstr("refused")));
  EXPECT_THAT(refusal([&] { open_postgres(Server::get()->by_socket("nowhere"), OpenMode::read); }),
              HasSubstr("\"nowhere\" does not exist"));
}

}  // namespace
}  // namespace parley
