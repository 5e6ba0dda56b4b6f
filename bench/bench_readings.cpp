// Search and counting over readings: approvals in bulk, ranks, Nash points resampled, and the package that is approved
// jointly in most readings.
#include <benchmark/benchmark.h>

#include "parley/solve/joint/approvals.h"
#include "parley/solve/joint/most_accepted.h"
#include "parley/solve/joint/nash_resampled.h"
#include "parley/solve/joint/ranks.h"
#include "reading_instance.h"

namespace parley::bench {
namespace {

/// 10,000 packages, 8 issues, 5,000 readings, 2 views. Arguments: options of each issue, threads.
void approvals_in_bulk(benchmark::State& state) {
  const auto table = invent_readings({.levels = static_cast<int>(state.range(0))}, 1);
  const auto packages = invent_packages(table, 10'000, 2);
  for (auto _ : state) benchmark::DoNotOptimize(joint_approvals(table, packages, static_cast<int>(state.range(1))));
  state.SetItemsProcessed(state.iterations() * 10'000 * 5'000 * 2);
}
BENCHMARK(approvals_in_bulk)
    ->ArgsProduct({{5, 10}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// Argument: alternatives. Items are readings.
void ranks_of(benchmark::State& state) {
  const auto values = invent_values(static_cast<std::size_t>(state.range(0)), 100'000, 1);
  for (auto _ : state) benchmark::DoNotOptimize(rank_counts(values));
  state.SetItemsProcessed(state.iterations() * 100'000);
}
BENCHMARK(ranks_of)->Arg(10)->Arg(30)->Arg(64)->Unit(benchmark::kMillisecond);

/// 30 issues of 10 options, one thread. Argument: opposed interests. Items are readings.
void nash_in_each(benchmark::State& state) {
  const auto table =
      invent_readings({.issues = 30, .levels = 10, .readings = 2000, .floor = 0.3, .opposed = state.range(0) == 1}, 1);
  std::size_t proven = 0;
  for (auto _ : state) {
    proven = 0;
    if (const auto answer = nash_in_readings(table, 1)) {
      for (const auto& reading : *answer) proven += reading.proven ? 1u : 0u;
    }
  }
  state.counters["proven"] = static_cast<double>(proven);
  state.SetItemsProcessed(state.iterations() * 2000);
}
BENCHMARK(nash_in_each)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

/// 30 issues of 10 options, 1,000 readings. Arguments: opposed interests, floor in hundredths.
void most_accepted_of_all(benchmark::State& state) {
  const auto table = invent_readings({.issues = 30,
                                      .levels = 10,
                                      .readings = 1000,
                                      .floor = static_cast<double>(state.range(1)) / 100,
                                      .opposed = state.range(0) == 1},
                                     1);
  MostAccepted answer;
  for (auto _ : state) answer = most_accepted(table);
  state.counters["readings"] = answer.readings;
  state.counters["bound"] = answer.bound;
}
BENCHMARK(most_accepted_of_all)
    ->ArgsProduct({{0}, {70, 80}})
    ->ArgsProduct({{1}, {35, 45, 55, 70}})
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace parley::bench

BENCHMARK_MAIN();
