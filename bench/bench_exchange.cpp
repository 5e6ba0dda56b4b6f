// Exchanges: all least guarantees, the safest schedule of large lattices, the fewest handovers and meetings.
#include <benchmark/benchmark.h>

#include "parley/solve/exchange/guarantee_pairs.h"
#include "parley/solve/exchange/handovers.h"
#include "parley/solve/exchange/meetings.h"
#include "parley/solve/exchange/safest.h"

namespace parley::bench {
namespace {

struct Kind {
  int giver = 0;
  int blocks = 0;
  Utility cost = 0;   ///< of a block to the giver
  Utility worth = 0;  ///< of a block to the other side
};

ExchangeTable exchange_of(const std::vector<Kind>& kinds) {
  ExchangeTable table{.sides = 2, .classes = {}, .order = {}, .base = {0, 0}};
  for (const Kind& kind : kinds) {
    auto& of_class = table.classes.emplace_back();
    of_class.giver = kind.giver;
    of_class.blocks = kind.blocks;
    of_class.balance.resize(2);
    for (int x = 0; x <= kind.blocks; ++x) {
      of_class.balance[static_cast<std::size_t>(kind.giver)].push_back(kind.cost * (kind.blocks - x));
      of_class.balance[static_cast<std::size_t>(1 - kind.giver)].push_back(-kind.worth * (kind.blocks - x));
    }
  }
  return table;
}

/// 28,741 states.
ExchangeTable seven_hundred_against_forty() { return exchange_of({{0, 700, 1000, 1500}, {1, 40, 20000, 26000}}); }

/// The instance of ../shared/prototypes/exchange_lattice.cpp, `times` as large in each class: 25.3 million states at 1.
ExchangeTable three_against_three(int times) {
  return exchange_of({{0, 10 * times, 12000 / times, 20000 / times},
                      {0, 25 * times, 10000 / times, 14000 / times},
                      {0, 35 * times, 9000 / times, 11000 / times},
                      {1, 8 * times, 18000 / times, 30000 / times},
                      {1, 12 * times, 20000 / times, 26000 / times},
                      {1, 20 * times, 22000 / times, 24000 / times}});
}

void all_least_guarantees(benchmark::State& state) {
  const auto table = seven_hundred_against_forty();
  std::size_t pairs = 0;
  for (auto _ : state) pairs = guarantee_pairs(table)->pairs.size();
  state.counters["pairs"] = static_cast<double>(pairs);
}
BENCHMARK(all_least_guarantees)->Unit(benchmark::kMillisecond);

/// Argument: how many times as large in each class. 2: 10^9 states, in larger blocks and with a bound.
void safest_of_three_against_three(benchmark::State& state) {
  const auto table = three_against_three(static_cast<int>(state.range(0)));
  Safest answer;
  for (auto _ : state) answer = safest_schedule(table, {0, 0});
  state.counters["excess"] = static_cast<double>(answer.excess);
  state.counters["bound"] = static_cast<double>(answer.bound);
}
BENCHMARK(safest_of_three_against_three)->Arg(1)->Arg(2)->Iterations(1)->Unit(benchmark::kMillisecond);

void fewest_handovers_of(benchmark::State& state) {
  const auto table = seven_hundred_against_forty();
  std::size_t handovers = 0;
  for (auto _ : state) handovers = fewest_handovers(table, {60'000, 60'000}).handovers->size();
  state.counters["handovers"] = static_cast<double>(handovers);
}
BENCHMARK(fewest_handovers_of)->Unit(benchmark::kMillisecond);

/// Six weeks, by a capacity of 20 and 2 a day.
void safest_meetings_of(benchmark::State& state) {
  const auto table = seven_hundred_against_forty();
  const MeetingRule rule{{0, 1}, {20, 2}, state.range(0) == 1};
  Utility excess = 0;
  for (auto _ : state) excess = safest_meetings(table, {0, 0}, rule, state.range(0) == 1 ? 42 : 84).plan->excess;
  state.counters["excess"] = static_cast<double>(excess);
}
BENCHMARK(safest_meetings_of)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace parley::bench

BENCHMARK_MAIN();
