// The record of the talks in one file, and in PostgreSQL up to 100,000 entries: adding to it, a page of a filtered
// list, checking the chain, from a thousand entries to a million.
#include <benchmark/benchmark.h>
#include <fmt/core.h>
#include <sodium.h>

#include <filesystem>
#include <map>
#include <memory>
#include <random>

#include "parley/talks/chain.h"
#include "parley/talks/store.h"
#include "parley/talks/verify.h"
#include "record_talks.h"
#include "talks/postgres/server.h"

namespace parley::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t batch_size = 1000;  // in which the records are made

void add(Store& store, std::span<const Draft> drafts) { benchmark::DoNotOptimize(store.append(drafts, entered())); }

/// Where records of one kind are kept, each made when it is first asked for, gone when the program ends.
class Records {
 public:
  virtual ~Records() = default;
  virtual std::string fresh_place() = 0;
  /// A copy of a record that nobody has open.
  virtual std::string copy_of(const std::string& place) = 0;
  virtual void remove(const std::string& place) = 0;

  const std::string& of(std::size_t entries) {
    std::string& place = places_[entries];
    if (place.empty()) {
      place = fresh_place();
      const auto store = open_store(place, OpenMode::create);
      RecordTalks talks(entries);
      for (std::size_t done = 0; done < entries; done += batch_size) add(*store, talks.batch(batch_size));
    }
    return place;
  }

 private:
  std::map<std::size_t, std::string> places_;
};

class Files : public Records {
 public:
  Files() { fs::create_directories(folder_); }
  ~Files() override { fs::remove_all(folder_); }
  std::string fresh_place() override { return (folder_ / fmt::format("{}.db", ++made_)).string(); }
  std::string copy_of(const std::string& place) override {
    std::string copy = fresh_place();
    fs::copy_file(place, copy);
    return copy;
  }
  void remove(const std::string& place) override { fs::remove(place); }

 private:
  fs::path folder_ = fs::temp_directory_path() / fmt::format("parley-bench-{}", std::random_device()());
  int made_ = 0;
};

class Databases : public Records {
 public:
  std::string fresh_place() override { return Server::get()->fresh_database(); }
  std::string copy_of(const std::string& place) override {
    return Server::get()->fresh_database("TEMPLATE " + database_of(place));
  }
  void remove(const std::string& place) override {
    run_sql(Server::get()->by_socket("postgres"), "DROP DATABASE " + database_of(place));
  }
};

Records& files() {
  static Files all;
  return all;
}

Records& databases() {
  static Databases all;
  return all;
}

std::size_t entries_of(const benchmark::State& state) { return static_cast<std::size_t>(state.range(0)); }

/// Batches of a second size, each flushed to the disk, behind so many entries. Works on a copy.
void append(benchmark::State& state, Records& records) {
  const std::string place = records.copy_of(records.of(entries_of(state)));
  {
    const auto store = open_store(place, OpenMode::write);
    const auto batch = RecordTalks(entries_of(state)).batch(static_cast<std::size_t>(state.range(1)));
    for (auto _ : state) add(*store, batch);
  }
  records.remove(place);
  state.SetItemsProcessed(state.iterations() * state.range(1));
}

/// A page of 50, opened anew for each, as a command does.
void page(benchmark::State& state, Records& records, const EntryFilter& filter, bool from_the_middle) {
  const std::string& place = records.of(entries_of(state));
  const std::int64_t after = from_the_middle ? state.range(0) / 2 : 0;
  std::size_t found = 0;
  for (auto _ : state) found = open_store(place, OpenMode::read)->list(filter, after, 50).entries.size();
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
constexpr auto from_source = [](const char* source) { return [source](EntryFilter& f) { f.source = source; }; };
constexpr auto known_by_then = [](EntryFilter& f) { f.known_by = entered(); };
constexpr auto with_words = [](const char* words) { return [words](EntryFilter& f) { f.words = words; }; };
constexpr auto seen_by = [](const char* viewer) { return [viewer](EntryFilter& f) { f.viewer = {{viewer}}; }; };
constexpr auto between = [](const char* since, const char* until) {
  return [since, until](EntryFilter& f) {
    f.since = parse_date(since);
    f.until = parse_date(until);
  };
};

struct NamedFilter {
  const char* name;
  EntryFilter filter;
};

std::vector<NamedFilter> filters() {
  return {
      {"all", {}},
      {"kind", filter_with(of_kind("threat"))},
      {"kind_and_actor", filter_with(of_kind("response"), by_actors({"party-0"}))},
      {"rare_actor", filter_with(by_actors({"party-39/principal-2"}))},
      {"three_actors", filter_with(by_actors({"party-20", "party-21", "party-22"}))},
      {"text", filter_with(about("text-7"))},
      {"text_and_rare_actor", filter_with(about("text-250"), by_actors({"party-39"}))},
      {"source", filter_with(from_source("source-49"))},
      {"a_late_week", filter_with(between("2024-10-07", "2024-10-13"))},
      {"a_week_of_nobody", filter_with(between("2030-01", "2030-02"))},
      {"known_by", filter_with(known_by_then, of_kind("threat"))},
      {"common_word", filter_with(with_words("word0"))},
      {"rare_words", filter_with(with_words("word4321 word3210"))},
      {"no_such_word", filter_with(with_words("unheard"))},
      {"common_words_rare_actor", filter_with(with_words("word0 word1"), by_actors({"party-39/principal-2"}))},
      {"common_words_late_week", filter_with(with_words("word0 word1"), between("2024-10-07", "2024-10-13"))},
      {"viewer", filter_with(seen_by("party-3"), of_kind("threat"))},
      {"all_parts", filter_with(of_kind("demand"), by_actors({"party-5"}), about("text-3"), from_source("source-1"),
                                with_words("word9"), between("2023-02", "2023-11"), seen_by("party-5"))},
  };
}

/// Reads all entries and checks the chain.
void check_chain(benchmark::State& state, Records& records) {
  const std::string& place = records.of(entries_of(state));
  std::size_t breaks = 0;
  for (auto _ : state) verify(*open_store(place, OpenMode::read), [&](const Break&) { ++breaks; });
  if (breaks > 0) state.SkipWithError("the chain is broken");
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

/// The least that any check has to do: hash the same bytes, entry by entry, from memory.
void hash_the_same_bytes(benchmark::State& state) {
  std::string bytes;
  std::vector<std::size_t> sizes;
  open_store(files().of(entries_of(state)), OpenMode::read)->each(1, [&](const Entry& entry) {
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

void register_all(const std::string& kind, Records& (*records)(), std::int64_t most) {
  const auto add = [&](const std::string& name, const auto& run) {
    return benchmark::RegisterBenchmark((kind + "/" + name).c_str(), run)->UseRealTime()->Unit(benchmark::kMillisecond);
  };
  auto* const appends = add("append", [=](benchmark::State& state) { append(state, records()); });
  for (std::int64_t entries = 1'000; entries <= most; entries *= 10)
    for (const std::int64_t batch : {1, 100, 1'000, 10'000}) appends->Args({entries, batch});
  for (const NamedFilter& named : filters())
    for (const bool deep : {false, true})
      add(std::string("page/") + named.name + (deep ? "/behind_half" : ""),
          [=](benchmark::State& state) { page(state, records(), named.filter, deep); })
          ->RangeMultiplier(10)
          ->Range(1'000, most);
  add("check_chain", [=](benchmark::State& state) { check_chain(state, records()); })
      ->RangeMultiplier(10)
      ->Range(1'000, most);
}

}  // namespace
}  // namespace parley::bench

int main(int argc, char** argv) {
  using namespace parley;
  bench::register_all("sqlite", bench::files, 1'000'000);
  benchmark::RegisterBenchmark("hash_the_same_bytes", bench::hash_the_same_bytes)
      ->RangeMultiplier(10)
      ->Range(1'000, 1'000'000)
      ->UseRealTime()
      ->Unit(benchmark::kMillisecond);
  if (Server::get(Server::Disk::flushed) != nullptr) bench::register_all("postgres", bench::databases, 100'000);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
