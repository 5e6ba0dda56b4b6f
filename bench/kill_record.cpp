// Kills writers of a record, cuts their connections and kills their server, again and again, and prints what came of
// it: parley_kill_record [ROUNDS [SEED]]. Fails when a promise was not kept.
#include <fmt/core.h>

#include <cstdlib>
#include <filesystem>

#include "talks/postgres/loss_rounds.h"
#include "talks/sqlite/kill_once.h"
#include "talks/sqlite/kill_rounds.h"
#include "talks/temporary_folder.h"

namespace parley {
namespace {

std::size_t failures = 0;

void print(const char* what, std::int64_t count) { fmt::print("  {:<60}{:>9}\n", what, count); }

void print_end(const std::vector<std::string>& found) {
  print("promises not kept", static_cast<std::int64_t>(found.size()));
  for (const std::string& one : found) fmt::print("    {}\n", one);
  failures += found.size();
  std::fflush(stdout);
}

void appending(std::int64_t rounds, std::uint64_t seed) {
  const TemporaryFolder folder;
  const KillCounts counts = kill_writers(folder.path(""), rounds, seed);
  fmt::print("SQLite, killed while appending\n");
  print("writers killed", counts.rounds);
  print("of them before they had acknowledged anything", counts.while_opening);
  print("of them leaving a journal to be taken up", counts.journals_left);
  print("batches acknowledged", counts.acknowledged);
  print("entries in them", counts.entries);
  print("batches kept whole, but killed before they were acknowledged", counts.unacknowledged);
  print_end(counts.failures);
}

using KillOnce = KillOnceCounts (*)(const std::string& folder, std::int64_t rounds, std::uint64_t seed);

void once(const char* what, KillOnce kill, std::int64_t rounds, std::uint64_t seed) {
  const TemporaryFolder folder;
  const KillOnceCounts counts = kill(folder.path(""), rounds, seed);
  fmt::print("SQLite, killed while {}\n", what);
  print("rounds", counts.rounds);
  print("killed midway", counts.midway);
  print("of them with nothing done", counts.nothing_done);
  print("of them with a sound part done", counts.midway - counts.nothing_done - counts.all_done);
  print("of them with all done", counts.all_done);
  print_end(counts.failures);
}

using Disturb = LossCounts (*)(Server& server, std::int64_t times, std::uint64_t seed);

void on_server(const char* what, Disturb disturb, std::int64_t times, std::uint64_t seed) {
  const LossCounts counts = disturb(*Server::get(), times, seed);
  fmt::print("PostgreSQL, {}\n", what);
  print("times", counts.disturbed);
  if (counts.within_write > 0) print("of them with a transaction open", counts.within_write);
  print("batches acknowledged", counts.acknowledged);
  print("entries in the end", counts.entries);
  print("times that a writer was told that it is unknown", counts.unsure);
  print_end(counts.failures);
}

}  // namespace
}  // namespace parley

int main(int argc, char** argv) {
  using namespace parley;
  const auto number = [&](int at, std::uint64_t otherwise) {
    return argc > at ? std::strtoull(argv[at], nullptr, 10) : otherwise;
  };
  const auto rounds = static_cast<std::int64_t>(number(1, 3000));
  const std::uint64_t seed = number(2, 1);
  appending(rounds, seed);
  once("creating a record", kill_creators, rounds / 3, seed);
  once("bringing one up to date", kill_updaters, rounds / 10, seed);
  once("importing", kill_importers, rounds / 20, seed);
  if (Server::get() == nullptr) {
    fmt::print("{}\n", Server::missing);
  } else {
    on_server("connections cut", cut_connections, rounds / 2, seed);
    on_server("servers killed", kill_servers, rounds / 50, seed);
    on_server("writers killed", kill_team, rounds / 3, seed);
  }
  return failures == 0 ? 0 : 1;
}
