#include "talks/postgres/loss_rounds.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <map>
#include <pqxx/pqxx>
#include <random>
#include <thread>

#include "parley/talks/postgres/postgres_store.h"
#include "talks/postgres/only.h"
#include "talks/random_talks.h"
#include "talks/whole.h"

namespace parley {
namespace {

constexpr std::size_t batch_size = 3;

std::vector<Draft> batch(int number) { return {batch_size, statement(fmt::format("batch{}", number))}; }

std::string fresh_record(Server& server) {
  std::string url = server.fresh_database();
  open_postgres(url, OpenMode::create);
  return url;
}

/// What a writer says after each batch.
struct Word {
  int number = 0;  ///< of the batch that is acknowledged
  int unsure = 0;  ///< how often it was unknown meanwhile whether it is kept
};

volatile std::sig_atomic_t is_to_stop = 0;
void stop(int /*signal*/) { is_to_stop = 1; }

/// Appends a batch until it is acknowledged, whatever happens to the connection. How often that was unknown.
int append_surely(std::unique_ptr<Store>& store, const std::string& url, int number) {
  int unsure = 0;
  for (bool unknown = false;;) {
    try {
      if (!store) store = open_postgres(url, OpenMode::write);
      const auto words = only(&EntryFilter::words, fmt::format("batch{}", number));
      if (unknown && !store->list(words, 0, 1).entries.empty()) return unsure;
      unknown = false;
      store->append(batch(number), noon());
      return unsure;
    } catch (const Unanswered&) {
      unknown = true;
      ++unsure;
    } catch (const StoreError&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }
}

/// A process that appends batches with numbers from `first` on until it is told to stop.
class Writer {
 public:
  Writer(const std::string& url, int first) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    process_ = fork();
    if (process_ == 0) {
      std::signal(SIGTERM, stop);
      close(ends[0]);
      std::unique_ptr<Store> store;
      for (int number = first; is_to_stop == 0; ++number) {
        const Word word{number, append_surely(store, url, number)};
        if (write(ends[1], &word, sizeof(word)) != sizeof(word)) _exit(1);
      }
      _exit(0);
    }
    close(ends[1]);
    pipe_ = ends[0];
    // Room for all that it says, so that it never waits for us.
    fcntl(pipe_, F_SETPIPE_SZ, 1 << 20);
  }
  ~Writer() {
    if (process_ != 0) end(SIGKILL);
    close(pipe_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void wait_for_a_word() const {
    pollfd waiting{pipe_, POLLIN, 0};
    poll(&waiting, 1, -1);
  }
  /// Ends it with a signal; all that it has acknowledged.
  std::vector<Word> end(int signal) {
    ::kill(process_, signal);
    std::vector<Word> words;
    for (Word word; read(pipe_, &word, sizeof(word)) == sizeof(word);) words.push_back(word);
    waitpid(process_, nullptr, 0);
    process_ = 0;
    return words;
  }

 private:
  pid_t process_ = 0;
  int pipe_ = -1;
};

/// Judges the record that is left.
class Judgement {
 public:
  explicit Judgement(LossCounts& counts) : counts_(counts) {}

  void acknowledged(const std::vector<Word>& words) {
    for (const Word& word : words) {
      numbers_.push_back(word.number);
      counts_.unsure += word.unsure;
    }
    counts_.acknowledged += static_cast<std::int64_t>(words.size());
  }

  void judge(const std::string& url) {
    const auto store = open_postgres(url, OpenMode::read);
    for (const std::string& words : breaks_of(*store)) counts_.failures.push_back(words);
    const auto entries = entries_of(*store);
    counts_.entries = static_cast<std::int64_t>(entries.size());
    if (entries.size() % batch_size != 0) counts_.failures.emplace_back("a batch is there in part");
    std::map<std::string, int> found;
    for (std::size_t i = 0; i + batch_size <= entries.size(); i += batch_size) {
      const bool whole = entries[i].event == entries[i + 1].event && entries[i].event == entries[i + 2].event;
      if (!whole) counts_.failures.push_back(fmt::format("the batch of entry {} is torn", entries[i].number));
      if (++found[entries[i].event] == 2)
        counts_.failures.push_back(fmt::format("the batch of entry {} is there twice", entries[i].number));
    }
    for (const int number : numbers_)
      if (!found.contains(batch(number)[0].event))
        counts_.failures.push_back(fmt::format("the acknowledged batch {} is lost", number));
  }

 private:
  LossCounts& counts_;
  std::vector<int> numbers_;
};

/// Ends the connections to a database; how many, and how many of them had a transaction open.
std::pair<std::int64_t, std::int64_t> end_connections(pqxx::connection& connection, const std::string& database) {
  pqxx::nontransaction transaction(connection);
  const auto row = transaction.exec1(
      "SELECT count(pg_terminate_backend(pid)), count(*) FILTER (WHERE state <> 'idle') FROM pg_stat_activity "
      "WHERE datname = '" +
      database + "'");
  return {row[0].as<std::int64_t>(), row[1].as<std::int64_t>()};
}

}  // namespace

LossCounts cut_connections(Server& server, std::int64_t cuts, std::uint64_t seed) {
  const std::string url = fresh_record(server);
  std::mt19937_64 random(seed);
  LossCounts counts;
  Judgement judgement(counts);
  Writer one(url, 0);
  Writer two(url, 1'000'000);
  pqxx::connection connection(server.by_socket("postgres"));
  while (counts.disturbed < cuts) {
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 25'000));
    const auto [ended, within] = end_connections(connection, database_of(url));
    counts.disturbed += ended;
    counts.within_write += within;
  }
  judgement.acknowledged(one.end(SIGTERM));
  judgement.acknowledged(two.end(SIGTERM));
  judgement.judge(url);
  if (counts.entries != static_cast<std::int64_t>(batch_size) * counts.acknowledged)
    counts.failures.emplace_back("there is more or less than what was acknowledged");
  return counts;
}

LossCounts kill_servers(Server& server, std::int64_t kills, std::uint64_t seed) {
  const std::string url = fresh_record(server);
  std::mt19937_64 random(seed);
  LossCounts counts;
  Judgement judgement(counts);
  Writer one(url, 0);
  Writer two(url, 1'000'000);
  one.wait_for_a_word();
  for (; counts.disturbed < kills; ++counts.disturbed) {
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 50));
    server.kill();
    server.start();
  }
  judgement.acknowledged(one.end(SIGTERM));
  judgement.acknowledged(two.end(SIGTERM));
  judgement.judge(url);
  return counts;
}

LossCounts kill_team(Server& server, std::int64_t kills, std::uint64_t seed) {
  const std::string url = fresh_record(server);
  std::mt19937_64 random(seed);
  LossCounts counts;
  Judgement judgement(counts);
  for (; counts.disturbed < kills; ++counts.disturbed) {
    Writer writer(url, 1000 * static_cast<int>(counts.disturbed));
    writer.wait_for_a_word();
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
    judgement.acknowledged(writer.end(SIGKILL));
  }
  judgement.judge(url);
  return counts;
}

}  // namespace parley
