// Talks of a record come back from it: from a thousand entries to a million.
#include <benchmark/benchmark.h>

#include "parley/ask/standing.h"
#include "parley/case/check.h"
#include "parley/talks/replay.h"
#include "record_of_talks.h"

namespace parley::bench {
namespace {

std::size_t entries_of(const benchmark::State& state) { return static_cast<std::size_t>(state.range(0)); }

void all_sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->RangeMultiplier(10)->Range(1'000, 1'000'000)->UseRealTime()->Unit(benchmark::kMillisecond);
}

/// All that entries cost before they are understood.
void read_entries(benchmark::State& state) {
  const std::string& path = record_of(entries_of(state));
  for (auto _ : state) benchmark::DoNotOptimize(read_record(path));
}
BENCHMARK(read_entries)->Apply(all_sizes);

void replay_to(benchmark::State& state, const Moment& moment) {
  const Case base = case_of_talks();
  const std::vector<Entry> entries = read_record(record_of(entries_of(state)));
  for (auto _ : state) {
    const Replayed told = replay(base, entries, moment);
    if (!told.wrong.empty()) state.SkipWithError("the record is wrong");
    state.counters["told"] = static_cast<double>(told.told);
  }
}

void replay_all(benchmark::State& state) { replay_to(state, {}); }
BENCHMARK(replay_all)->Apply(all_sizes);

void replay_known_half_way(benchmark::State& state) { replay_to(state, {half_way(), {}}); }
BENCHMARK(replay_known_half_way)->Apply(all_sizes);

/// From the file to the case, as each command does.
void open_and_replay(benchmark::State& state) {
  const std::string& path = record_of(entries_of(state));
  for (auto _ : state) benchmark::DoNotOptimize(replay(case_of_talks(), read_record(path)));
}
BENCHMARK(open_and_replay)->Apply(all_sizes);

/// What a question does before it begins.
void check_case(benchmark::State& state) {
  const Case c = replay(case_of_talks(), read_record(record_of(entries_of(state)))).value;
  for (auto _ : state)
    if (!check(c).empty()) state.SkipWithError("the case is wrong");
}
BENCHMARK(check_case)->Apply(all_sizes);

void standing_of(benchmark::State& state) {
  const Case c = replay(case_of_talks(), read_record(record_of(entries_of(state)))).value;
  for (auto _ : state) benchmark::DoNotOptimize(standing(c, *parse_date("2024-12-31")));
}
BENCHMARK(standing_of)->Apply(all_sizes);

}  // namespace
}  // namespace parley::bench

BENCHMARK_MAIN();
