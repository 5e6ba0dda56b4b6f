#include "kill_rounds.h"

#include <fmt/core.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <filesystem>
#include <optional>
#include <random>
#include <thread>

#include "parley/talks/chain.h"
#include "parley/talks/sqlite/sqlite_store.h"

namespace parley {
namespace {

constexpr std::int64_t rounds_of_a_record = 40;

std::chrono::sys_seconds some_time() { return std::chrono::sys_days(std::chrono::year(2024) / 3 / 24); }

/// Entries that say which of how many in their batch they are.
std::vector<Draft> batch(std::mt19937_64& random) {
  const std::size_t size = std::uniform_int_distribution<std::size_t>(1, random() % 8 == 0 ? 400 : 20)(random);
  std::vector<Draft> drafts(size);
  for (std::size_t i = 0; i < size; ++i) {
    drafts[i].event = fmt::format(R"({{"of":{},"at":{},"what":"{:x} {:x}"}})", size, i, random(), random());
    drafts[i].by = "writer";
    drafts[i].keys.kind = "statement";
    drafts[i].keys.actors = {fmt::format("party-{}", random() % 50), "mediator"};
    drafts[i].keys.words = fmt::format("batch word{}", random() % 100);
  }
  return drafts;
}

/// In the child: until it is killed.
[[noreturn]] void append_for_ever(const std::string& path, int pipe, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  try {
    while (true) {
      const auto store = open_sqlite(path, OpenMode::write);
      for (auto batches = random() % 12; batches > 0; --batches) {
        const auto added = store->append(batch(random), some_time());
        const Head head{added.back().number, added.back().hash};
        if (write(pipe, &head, sizeof head) != sizeof head) _exit(2);
      }
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    _exit(1);
  }
}

std::optional<Head> read_head(int pipe) {
  Head head;
  auto* to = reinterpret_cast<char*>(&head);
  for (std::size_t got = 0; got < sizeof head;) {
    const ssize_t part = read(pipe, to + got, sizeof head - got);
    if (part <= 0) return std::nullopt;
    got += static_cast<std::size_t>(part);
  }
  return head;
}

/// Starts a writer, kills it, and gives what it had acknowledged.
std::vector<Head> kill_one(const std::string& path, std::mt19937_64& random, KillCounts& counts) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
  const std::uint64_t seed = random();
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    append_for_ever(path, ends[1], seed);
  }
  close(ends[1]);
  std::vector<Head> acknowledged;
  for (auto wait_for = random() % 7; wait_for > 0; --wait_for) {
    const auto head = read_head(ends[0]);
    if (!head) break;
    acknowledged.push_back(*head);
  }
  std::this_thread::sleep_for(std::chrono::microseconds(random() % 6'000));
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFSIGNALED(status)) counts.failures.push_back(fmt::format("round {}: the writer gave up", counts.rounds));
  while (const auto head = read_head(ends[0])) acknowledged.push_back(*head);
  close(ends[0]);
  return acknowledged;
}

/// The numbers in an event that batch() made: how many, and which.
std::pair<std::size_t, std::size_t> place_in_batch(const std::string& event) {
  const auto number_after = [&](const char* key) {
    const auto at = event.find(key);
    return at == std::string::npos ? 0 : std::stoul(event.substr(at + 5));
  };
  return {number_after("\"of\":"), number_after("\"at\":")};
}

void remove_record(const std::string& path) {
  if (path.empty()) return;
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path + end);
}

/// All that a record has to be after a kill.
class Inspection {
 public:
  Inspection(KillCounts& counts, const std::vector<Head>& acknowledged)
      : counts_(counts), acknowledged_(acknowledged) {}

  void inspect(Store& store) {
    const Head head = store.head();
    ChainCheck check;
    std::vector<Entry> last_entries;
    store.each(1, [&](const Entry& entry) {
      for (const Break& b : check.next(entry)) fail(b.words);
      take(entry);
      if (entry.number > head.number - 20) last_entries.push_back(entry);
      return true;
    });
    for (const Break& b : check.end(head)) fail(b.words);
    if (at_ != of_) fail("the last batch is there in part");
    if (found_ != acknowledged_.size()) fail("an acknowledged entry is not there");
    EntryFilter filter;
    filter.kinds = {"statement"};
    filter.actors = {"mediator"};
    filter.words = "batch";
    if (store.list(filter, std::max<std::int64_t>(0, head.number - 20), 100).entries != last_entries) {
      fail("the index does not know the last entries");
    }
  }

 private:
  void take(const Entry& entry) {
    const auto [of, at] = place_in_batch(entry.event);
    if (at != (at_ == of_ ? 0 : at_) || (at_ != of_ && of != of_)) fail("a batch is there in part");
    of_ = of;
    at_ = at + 1;
    if (found_ < acknowledged_.size() && acknowledged_[found_] == Head{entry.number, entry.hash}) {
      ++found_;
    } else if (at_ == of_ && !acknowledged_.empty() && entry.number > acknowledged_.back().number) {
      ++counts_.unacknowledged;
    }
  }

  void fail(const std::string& words) {
    counts_.failures.push_back(fmt::format("round {}: {}", counts_.rounds, words));
  }

  KillCounts& counts_;
  const std::vector<Head>& acknowledged_;
  std::size_t found_ = 0;
  std::size_t of_ = 0;
  std::size_t at_ = 0;
};

}  // namespace

KillCounts kill_writers(const std::string& folder, std::int64_t rounds, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  KillCounts counts;
  std::string path;
  std::vector<Head> acknowledged;
  for (; counts.rounds < rounds; ++counts.rounds) {
    if (counts.rounds % rounds_of_a_record == 0) {
      remove_record(path);
      path = fmt::format("{}/killed-{}.db", folder, counts.rounds);
      open_sqlite(path, OpenMode::create);
      acknowledged.clear();
    }
    const std::int64_t before = acknowledged.empty() ? 0 : acknowledged.back().number;
    const auto added = kill_one(path, random, counts);
    acknowledged.insert(acknowledged.end(), added.begin(), added.end());
    counts.acknowledged += static_cast<std::int64_t>(added.size());
    if (added.empty()) ++counts.while_opening;
    if (!added.empty()) counts.entries += added.back().number - before;
    if (std::filesystem::exists(path + "-wal")) ++counts.journals_left;
    try {
      const bool reading = random() % 2 == 0;
      const auto store = open_sqlite(path, reading ? OpenMode::read : OpenMode::write);
      Inspection(counts, acknowledged).inspect(*store);
      if (store->head() != Head{} && (acknowledged.empty() || acknowledged.back() != store->head())) {
        acknowledged.push_back(store->head());
      }
    } catch (const StoreError& error) {
      counts.failures.push_back(fmt::format("round {}: {}", counts.rounds, error.what()));
    }
  }
  remove_record(path);
  return counts;
}

}  // namespace parley
