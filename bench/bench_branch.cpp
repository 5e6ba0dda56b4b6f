// How far branch and bound gets where no diagram fits: parties who value nothing but boxes over random issues.
// Counters: proven (1) or not (0); within, in points, is the bound that was reached instead; packages of the frontier.
#include <benchmark/benchmark.h>

#include <utility>

#include "boxes.h"
#include "parley/solve/branch/best.h"
#include "parley/solve/branch/pairs.h"

namespace parley::bench {
namespace {

constexpr BranchLimits limits{1'000'000'000};

void count(benchmark::State& state, bool proven, const std::optional<Utility>& within) {
  state.counters["proven"] = proven ? 1 : 0;
  if (!proven) state.counters["within"] = within ? static_cast<double>(*within) / unit * 100 : -1;
}

Tables tables_of(const benchmark::State& state) {
  return invent_boxes(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)),
                      static_cast<std::uint64_t>(state.range(2)));
}

void viewpoint(benchmark::State& state, Viewpoint viewpoint) {
  const auto tables = tables_of(state);
  ViewpointProblem problem;
  problem.viewpoint = viewpoint;
  problem.disagreement = {0, 0};
  problem.ideal = branch_ideal(tables, nullptr, 2, limits).value;
  BranchAnswer found;
  for (auto _ : state) found = branch_viewpoint(tables, problem, limits);
  count(state, found.proven, found.within);
}

void whole_frontier(benchmark::State& state) {
  const auto tables = tables_of(state);
  BranchFrontier found;
  for (auto _ : state) found = branch_frontier(tables, nullptr, limits);
  count(state, found.proven, found.within);
  state.counters["points"] = static_cast<double>(found.points.size());
}

void sizes(benchmark::internal::Benchmark* bench) {
  for (const auto& [issues, boxes] : {std::pair{10, 40}, {30, 30}, {30, 60}, {30, 100}, {30, 150}, {30, 200}})
    for (const int seed : {1, 2, 3}) bench->Args({issues, boxes, seed});
  bench->ArgNames({"issues", "boxes", "seed"})->Unit(benchmark::kMillisecond)->Iterations(1);
}
BENCHMARK_CAPTURE(viewpoint, nash, Viewpoint::nash)->Apply(sizes);
BENCHMARK_CAPTURE(viewpoint, kalai_smorodinsky, Viewpoint::kalai_smorodinsky)->Apply(sizes);
BENCHMARK_CAPTURE(viewpoint, egalitarian, Viewpoint::egalitarian)->Apply(sizes);
BENCHMARK_CAPTURE(viewpoint, utilitarian, Viewpoint::utilitarian)->Apply(sizes);
BENCHMARK(whole_frontier)->Apply(sizes);

}  // namespace
}  // namespace parley::bench

BENCHMARK_MAIN();
