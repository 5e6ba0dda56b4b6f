// The record of the talks in one file: adding to it, a page of a filtered list, checking the chain, from a thousand
// entries to a million.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sodium.h>

#include <filesystem>
#include <map>
#include <memory>
#include <random>

#include "parley/talks/chain.h"
#include "parley/talks/store.h"

namespace parley::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t batch_size = 1000;  // in which the records are made

std::chrono::sys_days first_day() { return std::chrono::year(2022) / 1 / 1; }

/// Talks of three years with 40 who take part, of whom some are in most events and some in hardly any; texts, sources
/// and words likewise; one event in ten in confidence. Events are entered up to two months after they happened.
class Talks {
 public:
  explicit Talks(std::size_t expected) : expected_(static_cast<double>(expected)) {}

  std::vector<Draft> batch(std::size_t size) {
    std::vector<Draft> drafts(size);
    for (Draft& d : drafts) d = draft();
    return drafts;
  }

 private:
  /// Few of the numbers come often.
  std::size_t rare(std::size_t most) {
    const double x = std::uniform_real_distribution<double>(0, 1)(random_);
    return static_cast<std::size_t>(x * x * x * static_cast<double>(most));
  }

  Draft draft() {
    constexpr std::array kinds{"statement", "meeting", "response", "demand", "proposal",
                               "incident",  "warning", "approval", "threat", "correction"};
    Draft draft;
    EntryKeys& keys = draft.keys;
    keys.kind = kinds[rare(kinds.size())];
    const double passed = std::min(1.0, static_cast<double>(++made_) / expected_) * 1095;
    const auto day = first_day() + std::chrono::days(static_cast<int>(passed) - static_cast<int>(rare(60)));
    keys.date = Date{.day = day};
    for (std::size_t i = 1 + rare(4); i > 0; --i) keys.actors.push_back(fmt::format("party-{}", rare(40)));
    keys.actors.push_back(fmt::format("party-{0}/principal-{1}", rare(40), rare(3)));
    if (rare(2) == 0) keys.texts.push_back(fmt::format("text-{}", rare(300)));
    keys.source = fmt::format("source-{}", rare(50));
    for (std::size_t i = 0; i < 12; ++i) keys.words += fmt::format("word{} ", rare(5000));
    if (random_() % 10 == 0) draft.audience = {"mediators", fmt::format("party-{}", rare(40))};
    draft.by = "team";
    draft.event = fmt::format(
        R"({{"kind":"{}","date":"{}","who":["{}"],"through":["qatar"],"what":"{}","from":"{}","grade":"C3"}})",
        keys.kind, to_text(*keys.date), fmt::join(keys.actors, "\",\""), keys.words, keys.source);
    return draft;
  }

  std::mt19937_64 random_{1};
  double expected_;
  std::size_t made_ = 0;
};

/// The records, each made when it is first asked for, gone when the program ends.
class Records {
 public:
  ~Records() { fs::remove_all(folder_); }

  const std::string& of(std::size_t entries) {
    std::string& path = paths_[entries];
    if (path.empty()) {
      fs::create_directories(folder_);
      path = (folder_ / fmt::format("{}.db", entries)).string();
      const auto store = open_store(path, OpenMode::create);
      Talks talks(entries);
      for (std::size_t done = 0; done < entries; done += batch_size) add(*store, talks.batch(batch_size));
    }
    return path;
  }

  static void add(Store& store, std::span<const Draft> drafts) {
    benchmark::DoNotOptimize(store.append(drafts, first_day() + std::chrono::days(1200)));
  }

 private:
  fs::path folder_ = fs::temp_directory_path() / fmt::format("parley-bench-{}", std::random_device()());
  std::map<std::size_t, std::string> paths_;
};

Records& records() {
  static Records all;
  return all;
}

std::size_t entries_of(const benchmark::State& state) { return static_cast<std::size_t>(state.range(0)); }

void all_sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->RangeMultiplier(10)->Range(1'000, 1'000'000)->UseRealTime();
}

/// Batches of a second size, each flushed to the disk, behind so many entries. Works on a copy.
void append(benchmark::State& state) {
  const std::string path = records().of(entries_of(state)) + ".copy";
  fs::copy_file(records().of(entries_of(state)), path, fs::copy_options::overwrite_existing);
  {
    const auto store = open_store(path, OpenMode::write);
    const auto batch = Talks(entries_of(state)).batch(static_cast<std::size_t>(state.range(1)));
    for (auto _ : state) Records::add(*store, batch);
  }
  fs::remove(path);
  state.SetItemsProcessed(state.iterations() * state.range(1));
}
BENCHMARK(append)
    ->ArgsProduct({{1'000, 10'000, 100'000, 1'000'000}, {1, 100, 1'000, 10'000}})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

/// A page of 50, opened anew for each, as a command does.
void page(benchmark::State& state, const EntryFilter& filter, bool from_the_middle) {
  const std::string& path = records().of(entries_of(state));
  const std::int64_t after = from_the_middle ? state.range(0) / 2 : 0;
  std::size_t found = 0;
  for (auto _ : state) found = open_store(path, OpenMode::read)->list(filter, after, 50).entries.size();
  state.counters["found"] = static_cast<double>(found);
}

template <typename... Change>
EntryFilter filter_with(const Change&... change) {
  EntryFilter filter;
  (change(filter), ...);
  return filter;
}

constexpr auto of_kind = [](const char* kind) { return [kind](EntryFilter& f) { f.kinds = {kind}; }; };
constexpr auto by_actors = [](const std::vector<std::string>& ids) {
  return [ids](EntryFilter& f) { f.actors = ids; };
};
constexpr auto about = [](const char* text) { return [text](EntryFilter& f) { f.text = text; }; };
constexpr auto with_words = [](const char* words) { return [words](EntryFilter& f) { f.words = words; }; };
constexpr auto seen_by = [](const char* viewer) { return [viewer](EntryFilter& f) { f.viewer = {{viewer}}; }; };
constexpr auto between = [](const char* since, const char* until) {
  return [since, until](EntryFilter& f) {
    f.since = parse_date(since);
    f.until = parse_date(until);
  };
};

const bool pages_are_registered = [] {
  const auto add = [](const char* name, const EntryFilter& filter, bool from_the_middle = false) {
    const auto run = [filter, from_the_middle](benchmark::State& state) { page(state, filter, from_the_middle); };
    benchmark::RegisterBenchmark((std::string("page/") + name).c_str(), run)
        ->Apply(all_sizes)
        ->Unit(benchmark::kMillisecond);
  };
  add("all", {}, true);
  add("kind_and_actor", filter_with(of_kind("response"), by_actors({"party-0"})), true);
  add("text", filter_with(about("text-7")), true);
  add("text_and_rare_actor", filter_with(about("text-250"), by_actors({"party-39"})));
  add("three_actors", filter_with(by_actors({"party-20", "party-21", "party-22"})));
  add("a_late_week", filter_with(between("2024-10-07", "2024-10-13")));
  add("a_week_of_nobody", filter_with(between("2030-01", "2030-02")));
  add("common_word", filter_with(with_words("word0")), true);
  add("rare_words", filter_with(with_words("word4321 word3210")));
  add("common_words_rare_actor", filter_with(with_words("word0 word1"), by_actors({"party-39/principal-2"})));
  add("viewer", filter_with(seen_by("party-3"), of_kind("threat")), true);
  add("all_parts", filter_with(of_kind("demand"), by_actors({"party-5"}), about("text-3"), with_words("word9"),
                               between("2023-02", "2023-11"), seen_by("party-5")));
  return true;
}();

/// Reads all entries and checks the chain.
void check_chain(benchmark::State& state) {
  const std::string& path = records().of(entries_of(state));
  std::size_t breaks = 0;
  for (auto _ : state) {
    const auto store = open_store(path, OpenMode::read);
    ChainCheck check;
    store->each(1, [&](const Entry& entry) {
      breaks += check.next(entry).size();
      return true;
    });
    breaks += check.end(store->head()).size();
  }
  if (breaks > 0) state.SkipWithError("the chain is broken");
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(check_chain)->Apply(all_sizes)->Unit(benchmark::kMillisecond);

/// The least that any check has to do: hash the same bytes, entry by entry, from memory.
void hash_the_same_bytes(benchmark::State& state) {
  std::string bytes;
  std::vector<std::size_t> sizes;
  open_store(records().of(entries_of(state)), OpenMode::read)->each(1, [&](const Entry& entry) {
    std::size_t size = 3 * sizeof(std::int64_t) + 2 * sizeof(std::int64_t) + sizeof(Hash);
    size += entry.event.size() + entry.by.size();
    for (const std::string& name : entry.audience) size += sizeof(std::int64_t) + name.size();
    bytes += entry.event;
    bytes.resize(bytes.size() + size - entry.event.size());
    sizes.push_back(size);
    return true;
  });
  for (auto _ : state) {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    for (const std::size_t size : sizes) {
      Hash hash;
      crypto_generichash(hash.data(), hash.size(), at, size, nullptr, 0);
      benchmark::DoNotOptimize(hash);
      at += size;
    }
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}
BENCHMARK(hash_the_same_bytes)->Apply(all_sizes)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace parley::bench

BENCHMARK_MAIN();
