#include <fmt/core.h>
#include <gmock/gmock.h>

#include "parley/talks/postgres/postgres_store.h"
#include "talks/postgres/cut.h"
#include "talks/postgres/loss_rounds.h"
#include "talks/postgres/refusal.h"
#include "talks/postgres/server.h"
#include "talks/random_talks.h"
#include "talks/store_suite.h"

namespace parley {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::string fresh_record() {
  std::string url = Server::get()->fresh_database();
  open_postgres(url, OpenMode::create);
  return url;
}

std::vector<Draft> batch_of_three(int number) {
  return std::vector<Draft>(3, statement(fmt::format("batch{}", number)));
}

std::int64_t length_of(const std::string& url) { return open_postgres(url, OpenMode::read)->head().number; }

class PostgresCut : public testing::Test {
 protected:
  PostgresCut()
      : url_(fresh_record()),
        cut_(Server::get()->socket()),
        store_(open_postgres(cut_.url(database_of(url_)), OpenMode::write)) {
    store_->append(batch_of_three(0), noon());
  }

  std::string url_;
  Cut cut_;
  std::unique_ptr<Store> store_;
};

TEST_F(PostgresCut, FindsOutThatWhatItWroteIsKept) {
  cut_.at_next_commit(Cut::When::before_answer, false);
  const auto added = store_->append(batch_of_three(1), noon());
  EXPECT_TRUE(cut_.was_cut());
  EXPECT_EQ(entries_of(*store_, 4), added);
  EXPECT_EQ(length_of(url_), 6);
  EXPECT_THAT(breaks_of(*store_), IsEmpty());
}

TEST_F(PostgresCut, FindsOutThatWhatItWroteIsNotKept) {
  cut_.at_next_commit(Cut::When::before_commit, false);
  EXPECT_THAT(refusal([&] { store_->append(batch_of_three(1), noon()); }), HasSubstr("nothing was added; try again"));
  EXPECT_TRUE(cut_.was_cut());
  EXPECT_EQ(length_of(url_), 3);
  store_->append(batch_of_three(1), noon());
  EXPECT_EQ(length_of(url_), 6);
}

TEST_F(PostgresCut, SaysSoWhenItCannotFindOut) {
  cut_.at_next_commit(Cut::When::before_answer, true);
  EXPECT_THROW(store_->append(batch_of_three(1), noon()), Unanswered);
  EXPECT_EQ(length_of(url_), 6) << "it was kept";
}

TEST_F(PostgresCut, SaysSoInTheSameWordsWhenItWasNotKept) {
  cut_.at_next_commit(Cut::When::before_commit, true);
  EXPECT_THAT(refusal([&] { store_->append(batch_of_three(1), noon()); }), HasSubstr("open the record again"));
  EXPECT_EQ(length_of(url_), 3);
}

TEST_F(PostgresCut, RestoresInTheSameWay) {
  const std::string other = fresh_record();
  const auto source = open_postgres(other, OpenMode::write);
  source->append(batch_of_three(0), noon());
  source->append(batch_of_three(1), noon());
  auto entries = entries_of(*source);
  ASSERT_EQ(entries_of(*store_), std::vector(entries.begin(), entries.begin() + 3));
  entries.erase(entries.begin(), entries.begin() + 3);
  cut_.at_next_commit(Cut::When::before_answer, false);
  store_->restore(entries, std::vector<EntryKeys>(3));
  EXPECT_EQ(entries_of(*store_), entries_of(*source));
}

TEST(PostgresLost, GoesOnAfterTheServerWasKilledAndStartedAgain) {
  const std::string url = fresh_record();
  const auto store = open_postgres(url, OpenMode::write);
  store->append(batch_of_three(0), noon());
  Server::get()->kill();
  EXPECT_THAT(refusal([&] { store->append(batch_of_three(1), noon()); }), HasSubstr("there is no connection"));
  EXPECT_THAT(refusal([&] { store->head(); }), HasSubstr("there is no connection"));
  Server::get()->start();
  EXPECT_EQ(store->head().number, 3);
  store->append(batch_of_three(1), noon());
  EXPECT_EQ(length_of(url), 6);
}

/// bench/kill-record does the same some thousand times.
class PostgresDisturbed : public testing::Test {
 protected:
  static void expect_nothing_lost(const LossCounts& counts, std::int64_t times) {
    EXPECT_THAT(counts.failures, IsEmpty());
    EXPECT_GE(counts.disturbed, times);
    EXPECT_GT(counts.acknowledged, 0);
  }
};

TEST_F(PostgresDisturbed, LosesNothingThatItAcknowledgedBeforeItWasKilled) {
  expect_nothing_lost(kill_team(*Server::get(), 20, 1), 20);
}

TEST_F(PostgresDisturbed, LosesAndDoublesNothingWhileItsConnectionsAreCut) {
  expect_nothing_lost(cut_connections(*Server::get(), 100, 2), 100);
}

TEST_F(PostgresDisturbed, LosesAndDoublesNothingWhileTheServerIsKilled) {
  expect_nothing_lost(kill_servers(*Server::get(), 5, 3), 5);
}

}  // namespace
}  // namespace parley
