#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <pqxx/pqxx>
#include <random>
#include <thread>

#include "parley/talks/postgres/postgres_store.h"
#include "talks/postgres/cut.h"
#include "talks/postgres/only.h"
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

std::vector<Draft> batch(int number) { return std::vector<Draft>(3, statement(fmt::format("batch{}", number))); }

std::int64_t length_of(const std::string& url) { return open_postgres(url, OpenMode::read)->head().number; }

class PostgresCut : public testing::Test {
 protected:
  PostgresCut()
      : url_(fresh_record()),
        cut_(Server::get()->socket()),
        store_(open_postgres(cut_.url(database_of(url_)), OpenMode::write)) {
    store_->append(batch(0), noon());
  }

  std::string url_;
  Cut cut_;
  std::unique_ptr<Store> store_;
};

TEST_F(PostgresCut, FindsOutThatWhatItWroteIsKept) {
  cut_.at_next_commit(Cut::When::before_answer, false);
  const auto added = store_->append(batch(1), noon());
  EXPECT_TRUE(cut_.was_cut());
  EXPECT_EQ(entries_of(*store_, 4), added);
  EXPECT_EQ(length_of(url_), 6);
  EXPECT_THAT(breaks_of(*store_), IsEmpty());
}

TEST_F(PostgresCut, FindsOutThatWhatItWroteIsNotKept) {
  cut_.at_next_commit(Cut::When::before_commit, false);
  EXPECT_THAT(refusal([&] { store_->append(batch(1), noon()); }), HasSubstr("nothing was added; try again"));
  EXPECT_TRUE(cut_.was_cut());
  EXPECT_EQ(length_of(url_), 3);
  store_->append(batch(1), noon());
  EXPECT_EQ(length_of(url_), 6);
}

TEST_F(PostgresCut, SaysSoWhenItCannotFindOut) {
  cut_.at_next_commit(Cut::When::before_answer, true);
  EXPECT_THROW(store_->append(batch(1), noon()), Unanswered);
  EXPECT_EQ(length_of(url_), 6) << "it was kept";
}

TEST_F(PostgresCut, SaysSoInTheSameWordsWhenItWasNotKept) {
  cut_.at_next_commit(Cut::When::before_commit, true);
  EXPECT_THAT(refusal([&] { store_->append(batch(1), noon()); }), HasSubstr("open the record again"));
  EXPECT_EQ(length_of(url_), 3);
}

TEST_F(PostgresCut, RestoresInTheSameWay) {
  const std::string other = fresh_record();
  const auto source = open_postgres(other, OpenMode::write);
  source->append(batch(0), noon());
  source->append(batch(1), noon());
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
  store->append(batch(0), noon());
  Server::get()->kill();
  EXPECT_THAT(refusal([&] { store->append(batch(1), noon()); }), HasSubstr("there is no connection"));
  EXPECT_THAT(refusal([&] { store->head(); }), HasSubstr("there is no connection"));
  Server::get()->start();
  EXPECT_EQ(store->head().number, 3);
  store->append(batch(1), noon());
  EXPECT_EQ(length_of(url), 6);
}

bool has_batch(Store& store, int number) {
  return !store.list(only(&EntryFilter::words, fmt::format("batch{}", number)), 0, 1).entries.empty();
}

/// Adds batches, whatever happens to the connection, and tells the number of each in a pipe once it is acknowledged.
void write_batches(const std::string& url, int first, int end, int pipe) {
  std::unique_ptr<Store> store;
  for (int number = first; number < end; ++number) {
    for (bool unsure = false, done = false; !done;) {
      try {
        if (!store) store = open_postgres(url, OpenMode::write);
        done = unsure && has_batch(*store, number);
        unsure = false;
        if (!done) store->append(batch(number), noon());
        done = true;
      } catch (const Unanswered&) {
        unsure = true;
      } catch (const StoreError&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
      }
    }
    if (write(pipe, &number, sizeof(number)) != sizeof(number)) return;
  }
}

/// A process that writes batches.
class Writer {
 public:
  Writer(const std::string& url, int first, int end) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    process_ = fork();
    if (process_ == 0) {
      close(ends[0]);
      write_batches(url, first, end, ends[1]);
      _exit(0);
    }
    close(ends[1]);
    pipe_ = ends[0];
  }
  ~Writer() {
    finish();
    close(pipe_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void kill() const { ::kill(process_, SIGKILL); }
  bool running() { return process_ != 0 && waitpid(process_, nullptr, WNOHANG) == 0; }
  void finish() {
    if (process_ != 0) waitpid(process_, nullptr, 0);
    process_ = 0;
  }
  /// Waits for the next acknowledgement; false at the end.
  bool next(int& number) const { return read(pipe_, &number, sizeof(number)) == sizeof(number); }

 private:
  pid_t process_ = 0;
  int pipe_ = -1;
};

/// How often each batch stands in the record, whole and in one piece; a torn one counts as a hundred.
std::map<std::string, int> batches_of(Store& store) {
  std::map<std::string, int> found;
  const auto entries = entries_of(store);
  EXPECT_EQ(entries.size() % 3, 0U);
  for (std::size_t i = 0; i + 2 < entries.size(); i += 3)
    found[entries[i].event] +=
        entries[i].event == entries[i + 1].event && entries[i].event == entries[i + 2].event ? 1 : 100;
  return found;
}

void expect_all_once(const std::string& url, const std::vector<int>& acknowledged) {
  const auto store = open_postgres(url, OpenMode::read);
  EXPECT_THAT(breaks_of(*store), IsEmpty());
  const auto found = batches_of(*store);
  for (const auto& [event, times] : found) EXPECT_EQ(times, 1) << event;
  for (const int number : acknowledged) EXPECT_TRUE(found.contains(batch(number)[0].event)) << number;
}

TEST(PostgresLost, LosesNothingThatItAcknowledgedBeforeItWasKilled) {
  const std::string url = fresh_record();
  std::mt19937 random(1);
  std::vector<int> acknowledged;
  constexpr int rounds = 100;
  for (int round = 0; round < rounds; ++round) {
    Writer writer(url, 1000 * round, 1000 * round + 1000);
    int number = 0;
    if (!writer.next(number)) continue;
    acknowledged.push_back(number);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 20000));
    writer.kill();
    writer.finish();
    while (writer.next(number)) acknowledged.push_back(number);
  }
  EXPECT_GE(acknowledged.size(), std::size_t{rounds});
  expect_all_once(url, acknowledged);
}

TEST(PostgresLost, LosesAndDoublesNothingWhileItsConnectionsAreCut) {
  const std::string url = fresh_record();
  constexpr int batches = 150;
  Writer one(url, 0, batches);
  Writer two(url, 1000, 1000 + batches);
  std::mt19937 random(2);
  int cuts = 0;
  {
    pqxx::connection connection(Server::get()->by_socket("postgres"));
    while (one.running() || two.running()) {
      pqxx::nontransaction transaction(connection);
      cuts += transaction
                  .exec1("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '" +
                         database_of(url) + "'")[0]
                  .as<int>();
      std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 40));
    }
  }
  EXPECT_GE(cuts, 1);
  std::vector<int> all;
  for (int number = 0; number < batches; ++number) {
    all.push_back(number);
    all.push_back(1000 + number);
  }
  expect_all_once(url, all);
  EXPECT_EQ(length_of(url), 2 * 3 * batches);
}

TEST(PostgresLost, LosesAndDoublesNothingWhileTheServerIsKilled) {
  const std::string url = fresh_record();
  constexpr int batches = 1000;
  Writer writer(url, 0, batches);
  std::mt19937 random(3);
  std::vector<int> acknowledged;
  int number = 0;
  for (int kills = 0; kills < 5 && writer.next(number); ++kills) {
    acknowledged.push_back(number);
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 50));
    Server::get()->kill();
    Server::get()->start();
  }
  while (writer.next(number)) acknowledged.push_back(number);
  EXPECT_EQ(acknowledged.size(), std::size_t{batches});
  expect_all_once(url, acknowledged);
  EXPECT_EQ(length_of(url), 3 * batches);
}

}  // namespace
}  // namespace parley
