#include "kill_once.h"

#include <fmt/core.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <thread>

#include "../random_talks.h"
#include "../whole.h"
#include "older.h"
#include "parley/talks/json_lines.h"
#include "parley/talks/keys.h"
#include "parley/talks/sqlite/layout.h"
#include "parley/talks/sqlite/sqlite_store.h"
#include "raw.h"

namespace parley {
namespace {

namespace fs = std::filesystem;
using std::chrono::microseconds;
using std::chrono::steady_clock;

/// Starts a process that does some work.
pid_t start(const std::function<void()>& work) {
  const pid_t child = fork();
  if (child != 0) return child;
  try {
    work();
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
  }
  _exit(0);
}

/// Whether a process was killed, not done.
bool was_killed(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

/// One kind of work, and what has to be true before and after it.
struct Work {
  std::function<void()> prepare;
  std::function<void()> work;
  /// Whether it was not done, done in part, or done; throws what is wrong. Leaves it done.
  enum class Found { nothing, part, all };
  std::function<Found()> inspect;
};

void require(bool kept, const char* promise) {
  if (!kept) throw std::runtime_error(promise);
}

KillOnceCounts kill_again_and_again(const Work& work, std::int64_t rounds, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  work.prepare();
  const auto began = steady_clock::now();
  was_killed(start(work.work));
  const auto takes = std::chrono::duration_cast<microseconds>(steady_clock::now() - began);
  KillOnceCounts counts;
  for (; counts.rounds < rounds; ++counts.rounds) {
    work.prepare();
    const auto after = std::uniform_int_distribution<std::int64_t>(0, takes.count())(random);
    const pid_t child = start(work.work);
    std::this_thread::sleep_for(microseconds(after));
    kill(child, SIGKILL);
    const bool midway = was_killed(child);
    try {
      const auto found = work.inspect();
      if (midway) ++counts.midway;
      if (midway && found == Work::Found::nothing) ++counts.nothing_done;
      if (midway && found == Work::Found::all) ++counts.all_done;
      require(midway || found == Work::Found::all, "what was done is not there");
    } catch (const std::exception& error) {
      counts.failures.push_back(fmt::format("round {}: {}", counts.rounds, error.what()));
    }
  }
  return counts;
}

void remove_all_beginning_with(const std::string& path) {
  const fs::path whole(path);
  for (const auto& file : fs::directory_iterator(whole.parent_path()))
    if (file.path().filename().string().starts_with(whole.filename().string())) fs::remove(file);
}

void make_record(const std::string& path, std::size_t batches) {
  RandomTalks talks(1);
  const auto store = open_sqlite(path, OpenMode::create);
  for (std::size_t i = 0; i < batches; ++i) {
    std::vector<Draft> drafts(500);
    for (Draft& draft : drafts) {
      draft = talks.draft();
      draft.event = fmt::format(R"({{"kind":"statement","date":"2024-03","who":["a"],"what":"{} words"}})", i);
    }
    store->append(drafts, noon());
  }
}

std::string exported(const std::string& path) {
  std::ostringstream out;
  export_json_lines(*open_sqlite(path, OpenMode::read), out);
  return out.str();
}

}  // namespace

KillOnceCounts kill_creators(const std::string& folder, std::int64_t rounds, std::uint64_t seed) {
  const std::string path = folder + "/created.db";
  const auto create = [&] { open_sqlite(path, OpenMode::create); };
  const auto inspect = [&] {
    const bool there = fs::exists(path);
    if (!there) create();
    const auto store = open_sqlite(path, OpenMode::write);
    require(store->head() == Head{} && breaks_of(*store).empty(), "a new record is not empty");
    store->append(std::vector{statement("first")}, noon());
    return there ? Work::Found::all : Work::Found::nothing;
  };
  return kill_again_and_again({[&] { remove_all_beginning_with(path); }, create, inspect}, rounds, seed);
}

KillOnceCounts kill_updaters(const std::string& folder, std::int64_t rounds, std::uint64_t seed) {
  const std::string path = folder + "/updated.db";
  make_record(folder + "/newest.db", 6);
  make_older(folder + "/oldest.db", 1, folder + "/newest.db");
  const std::string entries = exported(folder + "/newest.db");
  const auto index = [](const std::string& file) {
    return raw_rows(file, "SELECT numbers FROM marks ORDER BY field, value, block");
  };
  const auto expected = index(folder + "/newest.db");
  const auto prepare = [&] {
    remove_all_beginning_with(path);
    fs::copy_file(folder + "/oldest.db", path);
  };
  const auto update = [&] { open_sqlite(path, OpenMode::write); };
  const auto inspect = [&] {
    const auto layout = raw_rows(path, "PRAGMA user_version").front();
    const bool updated = layout == std::to_string(sqlite::newest_layout);
    require(updated || layout == "1", "the layout is neither the old one nor the new one");
    update();
    require(exported(path) == entries, "an entry is not there or not as it was");
    require(index(path) == expected, "the index is not that of a new record");
    return updated ? Work::Found::all : Work::Found::nothing;
  };
  return kill_again_and_again({prepare, update, inspect}, rounds, seed);
}

KillOnceCounts kill_importers(const std::string& folder, std::int64_t rounds, std::uint64_t seed) {
  const std::string path = folder + "/imported.db";
  make_record(folder + "/source.db", 10);
  const std::string lines = exported(folder + "/source.db");
  std::ofstream(folder + "/source.jsonl", std::ios::binary) << lines;
  const auto prepare = [&] {
    remove_all_beginning_with(path);
    open_sqlite(path, OpenMode::create);
  };
  const auto import = [&] {
    std::ifstream in(folder + "/source.jsonl", std::ios::binary);
    const auto store = open_sqlite(path, OpenMode::write);
    import_json_lines(in, *store, [](const std::string& event, Problems&) { return keys_of(event); });
  };
  const auto inspect = [&] {
    {
      const auto store = open_sqlite(path, OpenMode::read);
      require(breaks_of(*store).empty(), "the chain is broken");
    }
    const std::string found = exported(path);
    require(lines.starts_with(found), "what is there is not the beginning of the file");
    import();
    require(exported(path) == lines, "the same import done again does not bring the rest");
    if (found.empty()) return Work::Found::nothing;
    return found.size() == lines.size() ? Work::Found::all : Work::Found::part;
  };
  return kill_again_and_again({prepare, import, inspect}, rounds, seed);
}

}  // namespace parley
