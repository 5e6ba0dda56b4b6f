#include "parley/talks/postgres/layout.h"

#include <fmt/core.h>
#include <gmock/gmock.h>

#include "parley/talks/chain.h"
#include "parley/talks/postgres/filtered.h"
#include "parley/talks/postgres/postgres_store.h"
#include "parley/talks/postgres/rows.h"
#include "talks/naive_store.h"
#include "talks/postgres/only.h"
#include "talks/postgres/refusal.h"
#include "talks/postgres/server.h"
#include "talks/random_talks.h"
#include "talks/store_suite.h"

namespace parley {
namespace {

using postgres::Migration;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string record_of(const std::vector<std::string>& words) {
  std::string url = Server::get()->fresh_database();
  const auto store = open_postgres(url, OpenMode::create);
  for (const std::string& one : words) {
    const Draft draft = statement(one);
    store->append(std::span(&draft, 1), noon());
  }
  return url;
}

TEST(PostgresLayout, RefusesToChangeWhatStands) {
  const std::string url = record_of({"one", "two"});
  for (const char* change :
       {"UPDATE parley.entry SET by = 'x'", "DELETE FROM parley.entry WHERE number = 2", "TRUNCATE parley.entry",
        "DELETE FROM parley.entry WHERE false", "DELETE FROM parley.head", "TRUNCATE parley.head",
        "INSERT INTO parley.head VALUES (false, 0, 0, '')", "UPDATE parley.head SET number = 1",
        "UPDATE parley.head SET number = 3", "UPDATE parley.head SET hash = decode(repeat('00', 32), 'hex')"})
    EXPECT_THROW(run_sql(url, change), pqxx::sql_error) << change;
  EXPECT_THAT(breaks_of(*open_postgres(url, OpenMode::read)), IsEmpty());
}

TEST(PostgresLayout, NoticesWhatTheDatabasesOwnerForces) {
  const std::string url = record_of({"one", "two", "three"});
  run_sql(url, "ALTER TABLE parley.entry DISABLE TRIGGER USER");
  run_sql(url, "UPDATE parley.entry SET by = 'x' WHERE number = 2");
  EXPECT_THAT(breaks_of(*open_postgres(url, OpenMode::read)), ElementsAre(HasSubstr("Entry 2 was changed")));
  run_sql(url, "DELETE FROM parley.entry WHERE number > 1");
  EXPECT_THAT(breaks_of(*open_postgres(url, OpenMode::read)), ElementsAre(HasSubstr("the end was cut off")));
}

TEST(PostgresLayout, NeedsUtf8) {
  const std::string url =
      Server::get()->fresh_database("ENCODING 'SQL_ASCII' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'");
  EXPECT_THAT(refusal([&] { open_postgres(url, OpenMode::create); }), HasSubstr("ENCODING 'UTF8'"));
  EXPECT_EQ(run_sql(url, "SELECT to_regnamespace('parley')"), "");
}

TEST(PostgresLayout, LeavesASchemaOfOthersAlone) {
  const std::string url = Server::get()->fresh_database();
  run_sql(url, "CREATE SCHEMA parley");
  EXPECT_THAT(refusal([&] { open_postgres(url, OpenMode::create); }), HasSubstr("not ours"));
  EXPECT_THAT(refusal([&] { open_postgres(url, OpenMode::write); }), HasSubstr("holds no record"));
  EXPECT_THAT(refusal([&] { open_postgres(url, OpenMode::read); }), HasSubstr("holds no record"));
}

TEST(PostgresLayout, RefusesTheRecordOfANewerParley) {
  const std::string url = record_of({"one"});
  const auto opened_before = open_postgres(url, OpenMode::write);
  run_sql(url, "UPDATE parley.layout SET version = 99");
  EXPECT_THAT(refusal([&] { open_postgres(url, OpenMode::read); }), HasSubstr("update Parley"));
  EXPECT_THAT(refusal([&] { open_postgres(url, OpenMode::write); }), HasSubstr("update Parley"));
  const Draft draft = statement("two");
  EXPECT_THAT(refusal([&] { opened_before->append(std::span(&draft, 1), noon()); }), HasSubstr("update Parley"));
  EXPECT_EQ(run_sql(url, "SELECT count(*) FROM parley.entry"), "1");
}

TEST(PostgresLayout, TakesEachStepAsAWholeOrNotAtAll) {
  const std::string url = record_of({"one"});
  postgres::Session session(postgres::address_of(url));
  const auto known = postgres::migrations();
  const int newest = known.back().to;
  std::vector<Migration> steps(known.begin(), known.end());
  steps.push_back({newest + 1, "ALTER TABLE parley.about ADD COLUMN second int"});
  steps.push_back({newest + 2, "ALTER TABLE parley.about ADD COLUMN third int; SELECT 1 / 0"});
  EXPECT_THAT(refusal([&] { update_layout(session, steps); }), HasSubstr("bring up to date"));
  EXPECT_EQ(run_sql(url, "SELECT version FROM parley.layout"), std::to_string(newest + 1));
  const auto has = [&](const std::string& column) {
    return run_sql(url, "SELECT count(*) FROM information_schema.columns WHERE column_name = '" + column + "'") == "1";
  };
  EXPECT_TRUE(has("second"));
  EXPECT_FALSE(has("third"));
  steps.back().sql = "ALTER TABLE parley.about ADD COLUMN third int";
  update_layout(session, steps);
  update_layout(session, steps);
  EXPECT_TRUE(has("third"));
  EXPECT_EQ(run_sql(url, "SELECT version FROM parley.layout"), std::to_string(newest + 2));
  EXPECT_EQ(run_sql(url, "SELECT count(*) FROM parley.entry"), "1");
}

TEST(PostgresLayout, AddsNothingWhereAHandHasAddedBehindTheEnd) {
  const Draft draft = statement("three");
  for (const char* number : {"3", "7"}) {
    const std::string url = record_of({"one", "two"});
    const auto store = open_postgres(url, OpenMode::write);
    run_sql(url, fmt::format("INSERT INTO parley.entry SELECT {}, entered, event, audience, by, previous, hash, kind, "
                             "first_day, last_day, actors, texts, source, words FROM parley.entry WHERE number = 2",
                             number));
    EXPECT_THAT(breaks_of(*store), testing::Contains(HasSubstr("behind its back")));
    EXPECT_THAT(refusal([&] { store->append(std::span(&draft, 1), noon()); }), HasSubstr("verify the record"));
    EXPECT_EQ(store->head().number, 2);
  }
}

TEST(PostgresLayout, IsServedWhateverTheDatabaseIsSetTo) {
  const std::string url = record_of({"one"});
  for (const char* setting : {"default_transaction_isolation = 'serializable'", "search_path = 'nowhere'",
                              "synchronous_commit = off", "bytea_output = 'escape'", "datestyle = 'German'",
                              "standard_conforming_strings = off", "client_encoding = 'LATIN1'"})
    run_sql(url, fmt::format("ALTER DATABASE {} SET {}", database_of(url), setting));
  const auto one = open_postgres(url, OpenMode::write);
  const auto two = open_postgres(url, OpenMode::write);
  RandomTalks talks(3);
  for (int i = 0; i < 10; ++i) (i % 2 == 0 ? one : two)->append(talks.drafts(5), noon());
  EXPECT_THAT(breaks_of(*one), IsEmpty());
  EXPECT_EQ(run_sql(url, "SHOW transaction_isolation"), "serializable");
}

/// Records of each layout there has been, as the Parley of its time would have written them.
class PostgresOlder : public testing::TestWithParam<int> {
 protected:
  PostgresOlder() : url_(Server::get()->fresh_database()) {
    RandomTalks talks(1);
    for (int i = 0; i < 20; ++i) naive_.append(talks.drafts(20), noon());
    run_sql(url_, "CREATE SCHEMA parley");
    for (const Migration& step : postgres::migrations().first(static_cast<std::size_t>(GetParam())))
      run_sql(url_, step.sql);
    run_sql(url_, fmt::format("UPDATE parley.layout SET version = {}", GetParam()));
    pqxx::connection connection(url_);
    pqxx::work transaction(connection);
    postgres::Rows rows(transaction);
    for (std::size_t i = 0; i < naive_.entries().size(); ++i) rows.add(naive_.entries()[i], naive_.keys()[i]);
    rows.finish();
    const Entry& last = naive_.entries().back();
    transaction.exec_params0("UPDATE parley.head SET number = $1, entered = $2, hash = $3::bytea", last.number,
                             static_cast<std::int64_t>(last.entered.time_since_epoch().count()),
                             postgres::hash_text(last.hash));
    transaction.commit();
  }

  std::string url_;
  NaiveStore naive_;
};

TEST_P(PostgresOlder, IsBroughtUpToDateWhenOpenedForWriting) {
  open_postgres(url_, OpenMode::write);
  const auto store = open_postgres(url_, OpenMode::read);
  EXPECT_EQ(entries_of(*store), naive_.entries());
  EXPECT_THAT(breaks_of(*store), IsEmpty());
  RandomTalks talks(2);
  for (int i = 0; i < 40; ++i) {
    const EntryFilter filter = talks.filter();
    ASSERT_EQ(store->list(filter, 0, 20).entries, naive_.list(filter, 0, 20).entries) << i;
  }
  const auto drafts = talks.drafts(5);
  EXPECT_EQ(open_postgres(url_, OpenMode::write)->append(drafts, noon()), naive_.append(drafts, noon()));
}

TEST_P(PostgresOlder, IsLeftAsItIsWhenOpenedForReading) {
  const bool newest = GetParam() == postgres::migrations().back().to;
  const std::string said = refusal([&] { open_postgres(url_, OpenMode::read); });
  EXPECT_EQ(said.empty(), newest);
  EXPECT_EQ(said.find("older Parley") == std::string::npos, newest);
  EXPECT_EQ(run_sql(url_, "SELECT version FROM parley.layout"), std::to_string(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(From, PostgresOlder, testing::Range(1, postgres::migrations().back().to + 1));

/// A step that has been taken somewhere can only be followed by another one.
TEST(PostgresLayout, KeepsTheStepsThatWereTaken) {
  std::vector<std::string> prints;
  for (const Migration& step : postgres::migrations()) {
    Entry print;
    print.event = step.sql;
    prints.push_back(to_hex(hash_of(print)).substr(0, 16));
  }
  EXPECT_THAT(prints, ElementsAre("13003fde0c08238f", "0dacf69e33f2a780"));
}

TEST(PostgresLayout, FindsWordsOfAnyLanguageWhateverTheirCase) {
  const std::string url =
      record_of({"هدنة في غزة", "הפסקת אש", "L'ÉTÉ à Genève", "Переговоры", "cease-fire, 6.5 weeks a@b.ps"});
  const auto store = open_postgres(url, OpenMode::read);
  const auto found = [&](const std::string& words) {
    const auto page = store->list(only(&EntryFilter::words, words), 0, 10);
    return page.entries.empty() ? 0 : page.entries.front().number;
  };
  EXPECT_EQ(found("غزة"), 1);
  EXPECT_EQ(found("אש"), 2);
  EXPECT_EQ(found("genève été"), 3);
  EXPECT_EQ(found("ПЕРЕГОВОРЫ"), 4);
  EXPECT_EQ(found("fire"), 5);
  EXPECT_EQ(found("ps 5"), 5);
  EXPECT_EQ(found("ceasefire"), 0);
}

TEST(PostgresLayout, TakesANulInAFilterForWhatItIs) {
  const std::string url = Server::get()->fresh_database();
  const auto store = open_postgres(url, OpenMode::create);
  Draft draft = statement("one two");
  draft.keys.source = "report";
  draft.keys.texts = {"doha"};
  draft.keys.actors = {"qatar"};
  draft.audience = {"team"};
  store->append(std::span(&draft, 1), noon());
  const auto found = [&](const EntryFilter& filter) { return store->list(filter, 0, 10).entries.size(); };
  const std::string end("\0x", 2);
  EXPECT_EQ(found(only(&EntryFilter::source, "report" + end)), 0U);
  EXPECT_EQ(found(only(&EntryFilter::text, "doha" + end)), 0U);
  EXPECT_EQ(found(only(&EntryFilter::actors, {"qatar" + end})), 0U);
  EXPECT_EQ(found(only(&EntryFilter::viewer, std::vector{"team" + end})), 0U);
  EXPECT_EQ(found(only(&EntryFilter::words, "two" + end.substr(0, 1) + "one")), 1U);
  EXPECT_THAT(refusal([&] { found(only(&EntryFilter::words, "\xff")); }), HasSubstr("not UTF-8"));
}

TEST(PostgresLayout, KeepsWordsThatAreHardToIndex) {
  const auto store = open_postgres(Server::get()->fresh_database(), OpenMode::create);
  std::string many;
  for (int i = 0; many.size() < 1'000'000; ++i) many += fmt::format("{:x} ", i);
  std::string letters;
  for (unsigned i = 0; letters.size() < 1'000'000; ++i) {
    const unsigned code = 0x20000 + i % 40000;
    for (const unsigned byte : {0xF0U | code >> 18U, 0x80U | (code >> 12U & 0x3FU), 0x80U | (code >> 6U & 0x3FU),
                                0x80U | (code & 0x3FU), 0x20U})
      letters += static_cast<char>(byte);
  }
  std::string urls;
  for (int i = 0; urls.size() < 1'000'000; ++i) urls += fmt::format("http://a{}.b.org/c/d{}.html?e-{} ", i, i, i);
  std::vector<Draft> drafts(4, statement("x"));
  drafts[0].keys.words = many;
  drafts[1].keys.words = letters;
  drafts[2].keys.words = urls;
  drafts[3].keys.words = std::string(1'000'000, 'w');
  store->append(drafts, noon());
  EXPECT_EQ(store->list(only(&EntryFilter::words, "ff 100"), 0, 10).entries.size(), 1U);
  EXPECT_EQ(store->list(only(&EntryFilter::words, "org d700"), 0, 10).entries.size(), 1U);
}

TEST(PostgresLayout, LooksEntriesUpInIndexes) {
  const std::string url = record_of({"one"});
  RandomTalks talks(9);
  std::vector<Draft> drafts(8000);
  for (Draft& draft : drafts) draft = talks.draft();
  drafts[4000].keys = {.kind = "correction",
                       .date = parse_date("1999-01-01"),
                       .actors = {"norway/envoy"},
                       .texts = {"oslo"},
                       .source = "diary",
                       .words = "unheard"};
  open_postgres(url, OpenMode::write)->append(drafts, noon());
  run_sql(url, "VACUUM ANALYZE parley.entry");
  pqxx::connection connection(url);
  pqxx::read_transaction transaction(connection);
  for (const EntryFilter& filter :
       {only(&EntryFilter::kinds, {"correction"}), only(&EntryFilter::actors, {"norway"}),
        only(&EntryFilter::text, "oslo"), only(&EntryFilter::source, "diary"),
        only(&EntryFilter::until, parse_date("2000-01-01")), only(&EntryFilter::words, "unheard")}) {
    const auto condition = postgres::condition_of(filter, 0);
    std::string plan;
    for (const auto& row : transaction.exec_params(
             "EXPLAIN SELECT * FROM parley.entry WHERE " + condition.sql + " ORDER BY number LIMIT 51",
             pqxx::prepare::make_dynamic_params(condition.parameters)))
      plan += std::string(row[0].c_str()) + "\n";
    EXPECT_THAT(plan, AllOf(HasSubstr(" entry_"), Not(HasSubstr("entry_pkey")), Not(HasSubstr("Seq Scan"))));
  }
}

}  // namespace
}  // namespace parley
