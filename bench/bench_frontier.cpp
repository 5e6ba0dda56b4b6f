// How long the exact core takes on talks that nobody could enumerate: frontiers and viewpoints over 10^30 packages, the
// nearest accepted package among 10^40.
#include <benchmark/benchmark.h>

#include "parley/solve/dense/read_off.h"
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

/// Talks whose utilities are multiples of unit / steps; 0: as they are.
Tables on_a_scale(Tables tables, Utility steps) {
  if (steps == 0) return tables;
  const auto step = unit / steps;
  for (auto& gains : tables.gain)
    for (auto& gain : gains) gain = (gain + step / 2) / step * step;
  return tables;
}

/// Adds, for each issue and the two after it, a feature over one option of each: three issues must be kept in mind.
Tables entangled(Tables tables) {
  const auto dimensions = static_cast<std::size_t>(tables.dimensions);
  const auto issues = tables.levels.size();
  for (std::size_t i = 0; i + 2 < issues; ++i) {
    Feature feature;
    for (std::size_t j = i; j < i + 3; ++j) {
      LevelSet set{static_cast<int>(j), std::vector<bool>(static_cast<std::size_t>(tables.levels[j]))};
      for (std::size_t l = 0; l < set.holds.size(); ++l) set.holds[l] = (l + i + j) % 2 == 0;
      feature.when.push_back(std::move(set));
    }
    for (std::size_t d = 0; d < dimensions; ++d)
      feature.gain.push_back(((i + d) % 2 == 0 ? 1 : -1) * unit / static_cast<Utility>(4 * issues + i + d));
    tables.features.push_back(std::move(feature));
  }
  return tables;
}

struct Talks {
  int parties = 2;
  Interests interests = Interests::independent;
  Utility steps = 0;
  int issues = 30;
  int options = 10;
};

Tables tables_of(const Talks& talks, benchmark::State& state) {
  const auto seed = static_cast<std::uint64_t>(state.range(0));
  return on_a_scale(invent_talks(talks.parties, talks.issues, talks.options, talks.interests, seed), talks.steps);
}

void measure_frontier(benchmark::State& state, const Tables& tables, const FrontierOptions& options = {}) {
  const auto diagram = build_diagram(tables);
  Frontier found;
  for (auto _ : state) found = frontier(*diagram, options);
  state.counters["points"] = static_cast<double>(found.points.size());
  if (found.within > 0) state.counters["within"] = static_cast<double>(found.within) / static_cast<double>(unit);
  if (found.narrow > 0) state.counters["narrow"] = static_cast<double>(found.narrow) / static_cast<double>(unit);
  if (found.stopped) state.SkipWithError("stopped");
}

void frontier_of(benchmark::State& state, const Talks& talks) { measure_frontier(state, tables_of(talks, state)); }
BENCHMARK_CAPTURE(frontier_of, two_independent, {})->DenseRange(1, 3)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(frontier_of, two_opposed, {2, Interests::opposed})->DenseRange(1, 3)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(frontier_of, two_independent_scale_1000, {2, Interests::independent, 1000})
    ->DenseRange(1, 3)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(frontier_of, two_opposed_scale_1000, {2, Interests::opposed, 1000})
    ->DenseRange(1, 3)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(frontier_of, three_independent, {3})->DenseRange(1, 3)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(frontier_of, three_independent_scale_1000, {3, Interests::independent, 1000})
    ->DenseRange(1, 3)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(frontier_of, four_independent_12_issues, {4, Interests::independent, 0, 12})
    ->DenseRange(1, 2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(frontier_of, six_independent_8_issues_of_6, {6, Interests::independent, 0, 8, 6})
    ->DenseRange(1, 2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void frontier_of_entangled(benchmark::State& state) {
  measure_frontier(state, entangled(tables_of({2, Interests::independent, 0, 30, 5}, state)));
}
BENCHMARK(frontier_of_entangled)->DenseRange(1, 3)->Unit(benchmark::kMillisecond);

/// Everyone demands `percent` of the best, and no layer holds more than ten thousand partial packages.
void frontier_under_a_cap(benchmark::State& state, int parties, int percent) {
  Acceptance acceptance;
  for (int d = 0; d < parties; ++d) acceptance.demands.push_back({d, unit * percent / 100});
  acceptance.enough = {(std::uint64_t{1} << parties) - 1};
  FrontierOptions options;
  options.acceptance = &acceptance;
  options.cap = 10'000;
  options.narrowly = true;
  measure_frontier(state, tables_of({parties}, state), options);
}
BENCHMARK_CAPTURE(frontier_under_a_cap, four_parties, 4, 30)
    ->DenseRange(1, 2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(frontier_under_a_cap, five_parties, 5, 30)
    ->DenseRange(1, 2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(frontier_under_a_cap, six_parties, 6, 30)
    ->DenseRange(1, 2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// The frontier's values alone, on a scale of 1000: no package is read off the tables.
void dense_values(benchmark::State& state, int parties) {
  const auto diagram = *build_diagram(tables_of({parties, Interests::independent, 1000}, state));
  Columns columns;
  for (int d = 0; d < parties; ++d) columns.all.push_back({{d}, no_demand});
  columns.leading = columns.size();
  const auto projected = project(diagram, columns).diagram;
  const auto steps = *steps_of(projected, Heights::most);
  const auto root = root_label(columns.size());
  std::size_t points = 0;
  for (auto _ : state) {
    auto heights = *lay_out(projected, steps, root, 0);
    fill(heights, projected, steps, root, 2, {});
    points = peaks(heights).size();
  }
  state.counters["points"] = static_cast<double>(points);
}
BENCHMARK_CAPTURE(dense_values, two_independent, 2)->DenseRange(1, 3)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(dense_values, three_independent, 3)->DenseRange(1, 3)->Unit(benchmark::kMillisecond)->UseRealTime();

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
