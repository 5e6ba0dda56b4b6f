// How long the exact core takes on talks that nobody could enumerate: frontiers and viewpoints over 10^30 packages, the
// nearest accepted package among 10^40.
#include <benchmark/benchmark.h>

#include "parley/solve/frontier.h"
#include "parley/solve/nearest.h"
#include "parley/solve/viewpoint.h"
#include "talks.h"

namespace parley::bench {
namespace {

void build(benchmark::State& state) {
  const auto tables = invent_talks(2, 30, 10, Interests::independent, 1);
  for (auto _ : state) benchmark::DoNotOptimize(build_diagram(tables));
}
BENCHMARK(build)->Unit(benchmark::kMillisecond);

void frontier_of(benchmark::State& state, int parties, Interests interests) {
  const auto diagram =
      build_diagram(invent_talks(parties, 30, 10, interests, static_cast<std::uint64_t>(state.range(0))));
  std::size_t points = 0;
  for (auto _ : state) points = frontier(*diagram).points.size();
  state.counters["points"] = static_cast<double>(points);
}
BENCHMARK_CAPTURE(frontier_of, two_independent, 2, Interests::independent)
    ->DenseRange(1, 3)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(frontier_of, two_opposed, 2, Interests::opposed)->DenseRange(1, 3)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(frontier_of, three_independent, 3, Interests::independent)
    ->DenseRange(1, 3)
    ->Unit(benchmark::kMillisecond);

void viewpoint_of(benchmark::State& state, Viewpoint viewpoint, int parties, Interests interests) {
  const auto diagram =
      build_diagram(invent_talks(parties, 30, 10, interests, static_cast<std::uint64_t>(state.range(0))));
  ViewpointProblem problem;
  problem.viewpoint = viewpoint;
  problem.disagreement.assign(static_cast<std::size_t>(parties), unit * 15 / 100);
  problem.ideal = best_values(*diagram);
  for (auto _ : state) benchmark::DoNotOptimize(find_viewpoint(*diagram, problem));
}
BENCHMARK_CAPTURE(viewpoint_of, nash_two_independent, Viewpoint::nash, 2, Interests::independent)
    ->DenseRange(1, 2)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(viewpoint_of, nash_two_opposed, Viewpoint::nash, 2, Interests::opposed)
    ->DenseRange(1, 2)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(viewpoint_of, nash_three_independent, Viewpoint::nash, 3, Interests::independent)
    ->DenseRange(1, 2)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(viewpoint_of, nash_five_independent, Viewpoint::nash, 5, Interests::independent)
    ->DenseRange(1, 2)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(viewpoint_of, kalai_smorodinsky_two_opposed, Viewpoint::kalai_smorodinsky, 2, Interests::opposed)
    ->DenseRange(1, 2)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(viewpoint_of, egalitarian_three_independent, Viewpoint::egalitarian, 3, Interests::independent)
    ->DenseRange(1, 2)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(viewpoint_of, utilitarian_three_independent, Viewpoint::utilitarian, 3, Interests::independent)
    ->DenseRange(1, 2)
    ->Unit(benchmark::kMillisecond);

/// From a text drawn at random to where every party has 70 % of its best.
void nearest(benchmark::State& state, int parties, std::size_t wanted) {
  constexpr int issues = 40;
  const auto seed = static_cast<std::uint64_t>(state.range(0));
  const auto diagram = build_diagram(invent_talks(parties, issues, 10, Interests::independent, seed));
  Acceptance acceptance;
  for (int d = 0; d < parties; ++d) acceptance.demands.push_back({d, unit * 7 / 10});
  acceptance.enough = {(std::uint64_t{1} << parties) - 1};
  NearestOptions options;
  options.wanted = wanted;
  for (int i = 0; i < issues; ++i) {
    auto& movement = options.movement.emplace_back(10, 1);
    movement[(static_cast<std::size_t>(i) * 7 + seed) % 10] = 0;
  }
  Nearest found;
  for (auto _ : state) found = nearest_accepted(*diagram, acceptance, options);
  state.counters["changes"] = found.changes.empty() ? -1.0 : static_cast<double>(found.changes[0].changed.size());
}
BENCHMARK_CAPTURE(nearest, two_parties, 2, 1u)->DenseRange(1, 3)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(nearest, three_parties, 3, 1u)->DenseRange(1, 3)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(nearest, two_parties_five_ways, 2, 5u)->DenseRange(1, 3)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace parley::bench

BENCHMARK_MAIN();
