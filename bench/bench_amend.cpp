// How long the smallest change takes to find and to prove on 40 issues of 10 options each: that is among 10^40
// packages. amend/PARTIES/INTERESTS/FLOOR/WAYS/SEED: from a text drawn at random to where every party has FLOOR
// hundredths of its best; INTERESTS 0 are independent, 1 opposed. `changes` is -1 where no change is enough, which is
// proven too.
#include <benchmark/benchmark.h>

#include "amend_talks.h"
#include "parley/solve/nearest.h"

namespace parley::bench {
namespace {

void answer(benchmark::State& state, NearestOptions::Least least) {
  auto talks = invent_amendment(static_cast<int>(state.range(0)), static_cast<Interests>(state.range(1)),
                                static_cast<int>(state.range(2)), static_cast<std::uint64_t>(state.range(4)));
  const auto diagram = build_diagram(talks.tables);
  talks.options.least = least;
  talks.options.wanted = static_cast<std::size_t>(state.range(3));
  Nearest found;
  for (auto _ : state) found = nearest_accepted(*diagram, talks.acceptance, talks.options);
  state.counters["changes"] = found.changes.empty() ? -1.0 : static_cast<double>(found.changes[0].changed.size());
  state.counters["movement"] = found.changes.empty() ? -1.0 : static_cast<double>(found.changes[0].movement);
  state.counters["proven"] = found.stopped ? 0 : 1;
}

void instances(benchmark::internal::Benchmark* b, std::int64_t ways) {
  b->Unit(benchmark::kMillisecond);
  for (std::int64_t parties = 2; parties <= 4; ++parties) {
    for (const std::int64_t floor : {60, 70, 80})
      for (std::int64_t seed = 1; seed <= 3; ++seed) b->Args({parties, 0, floor, ways, seed});
    const std::int64_t shared = parties == 2 ? 56 : 50;
    for (const std::int64_t floor : {shared, shared + 5, shared + 10})
      for (std::int64_t seed = 1; seed <= 3; ++seed) b->Args({parties, 1, floor, ways, seed});
  }
}

BENCHMARK_CAPTURE(answer, fewest_changes, NearestOptions::Least::changes)->Apply([](auto* b) { instances(b, 1); });
BENCHMARK_CAPTURE(answer, fewest_changes_five_ways, NearestOptions::Least::changes)->Apply([](auto* b) {
  instances(b, 5);
});
BENCHMARK_CAPTURE(answer, least_movement, NearestOptions::Least::movement)->Apply([](auto* b) { instances(b, 1); });

}  // namespace
}  // namespace parley::bench

BENCHMARK_MAIN();
