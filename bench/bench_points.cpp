// Explicit sets: filtering points that are given, and counting the zone of packages that could all be listed, beside
// reading from memory what such a list would hold.
#include <benchmark/benchmark.h>

#include <cmath>
#include <limits>
#include <random>

#include "parley/solve/count_explicit.h"
#include "parley/solve/filter_points.h"
#include "talks.h"

namespace parley::bench {
namespace {

enum class Cloud { cube, sphere };

std::vector<double> cloud(Cloud kind, std::size_t points, int dimensions) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> even(0, 1);
  std::normal_distribution<double> normal;
  std::vector<double> numbers;
  std::vector<double> point(static_cast<std::size_t>(dimensions));
  for (std::size_t i = 0; i < points; ++i) {
    double squares = 0;
    for (auto& number : point) {
      number = kind == Cloud::cube ? even(random) : std::abs(normal(random));
      squares += number * number;
    }
    for (const auto number : point) numbers.push_back(kind == Cloud::cube ? number : number / std::sqrt(squares));
  }
  return numbers;
}

/// Arguments: points, dimensions, threads.
void filter_of(benchmark::State& state, Cloud kind) {
  const auto dimensions = static_cast<int>(state.range(1));
  const auto numbers = cloud(kind, static_cast<std::size_t>(state.range(0)), dimensions);
  const auto table = PointTable<double>::rows(numbers, dimensions);
  std::size_t kept = 0;
  for (auto _ : state) kept = filter_points(table, {.threads = static_cast<int>(state.range(2))}).kept.size();
  state.counters["stay"] = static_cast<double>(kept);
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK_CAPTURE(filter_of, cube, Cloud::cube)
    ->ArgsProduct({{1'000'000, 10'000'000}, {2, 3, 4}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(filter_of, sphere, Cloud::sphere)
    ->ArgsProduct({{100'000}, {2, 3, 4}, {1}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();

/// 7 issues of 10 options, independent interests.
FreeChoices ten_million_packages(int parties) {
  return FreeChoices::of(*build_diagram(invent_talks(parties, 7, 10, Interests::independent, 1))).value();
}

std::vector<Acceptance::Demand> demands_of(int parties) {
  std::vector<Acceptance::Demand> demands;
  for (int p = 0; p < parties; ++p) demands.push_back({p, unit * 55 / 100});
  return demands;
}

void count_in_registers(benchmark::State& state) {
  const auto parties = static_cast<int>(state.range(0));
  const auto choices = ten_million_packages(parties);
  const auto demands = demands_of(parties);
  std::uint64_t zone = 0;
  for (auto _ : state) zone = count_explicit(choices, demands, static_cast<int>(state.range(1))).value();
  state.counters["zone"] = static_cast<double>(zone);
  state.SetItemsProcessed(state.iterations() * 10'000'000);
}
BENCHMARK(count_in_registers)->ArgsProduct({{2, 3, 4, 6}, {1, 2}})->Unit(benchmark::kMicrosecond)->UseRealTime();

/// The utilities of all packages as 32-bit numbers, one array for each party.
std::vector<std::vector<std::int32_t>> listed(const FreeChoices& choices) {
  std::vector<std::vector<std::int32_t>> arrays;
  for (std::size_t p = 0; p < static_cast<std::size_t>(choices.dimensions); ++p) {
    std::vector<std::int32_t> sums{0};
    for (const auto& gain : choices.gain) {
      std::vector<std::int32_t> longer;
      for (auto g = p; g < gain.size(); g += static_cast<std::size_t>(choices.dimensions))
        for (const auto sum : sums) longer.push_back(sum + static_cast<std::int32_t>(gain[g]));
      sums = std::move(longer);
    }
    arrays.push_back(std::move(sums));
  }
  return arrays;
}

/// The least that any count over the list has to do: bring it in. Their sum is the least that a compiler cannot leave
/// out.
void read_the_list(benchmark::State& state) {
  const auto parties = static_cast<int>(state.range(0));
  const auto arrays = listed(ten_million_packages(parties));
  for (auto _ : state) {
    std::uint32_t sum = 0;
    for (const auto& array : arrays) {
      for (const auto utility : array) sum += static_cast<std::uint32_t>(utility);
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * 10'000'000);
}
BENCHMARK(read_the_list)->Arg(2)->Arg(3)->Arg(4)->Arg(6)->Unit(benchmark::kMicrosecond)->UseRealTime();

/// The same with a comparison of each number.
void count_from_the_list(benchmark::State& state) {
  const auto arrays = listed(ten_million_packages(2));
  std::size_t zone = 0;
  for (auto _ : state) {
    zone = 0;
    for (std::size_t i = 0; i < arrays[0].size(); ++i)
      zone += std::size_t{arrays[0][i] >= unit * 55 / 100} & std::size_t{arrays[1][i] >= unit * 55 / 100};
    benchmark::DoNotOptimize(zone);
  }
  state.counters["zone"] = static_cast<double>(zone);
  state.SetItemsProcessed(state.iterations() * 10'000'000);
}
BENCHMARK(count_from_the_list)->Unit(benchmark::kMicrosecond)->UseRealTime();

}  // namespace
}  // namespace parley::bench

BENCHMARK_MAIN();
