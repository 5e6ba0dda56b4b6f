#include "parley/solve/exchange/safest.h"

#include <algorithm>
#include <utility>

#include "parley/at.h"
#include "parley/solve/exchange/blocks.h"
#include "parley/solve/exchange/narrow.h"
#include "parley/solve/exchange/weigh_run.h"

namespace parley {
namespace {

constexpr auto from_the_start = std::numeric_limits<Utility>::min();

/// What no schedule gets around: its first and last states, and one next to each.
Utility least_at_the_ends(const ExchangeTable& table, const std::vector<Utility>& guarantees) {
  const Delivered start(table.classes.size());
  Delivered end;
  for (const auto& of_class : table.classes) end.push_back(of_class.blocks);
  auto least = std::max(excess_at(table, guarantees, start), excess_at(table, guarantees, end));
  for (const auto* from : {&start, &std::as_const(end)}) {
    auto next_to = no_way;
    for (std::size_t k = 0; k < end.size(); ++k) {
      if (end[k] == 0) continue;
      auto neighbour = *from;
      neighbour[k] += from == &start ? 1 : -1;
      if (in_order(table, neighbour)) next_to = std::min(next_to, excess_at(table, guarantees, neighbour));
    }
    if (start != end) least = std::max(least, next_to);
  }
  return least;
}

/// The worst state of a schedule.
Utility excess_of(const ExchangeTable& table, const std::vector<Utility>& guarantees, const std::vector<int>& steps) {
  Delivered delivered(table.classes.size());
  auto most = excess_at(table, guarantees, delivered);
  for (const int k : steps) {
    ++delivered[at(k)];
    most = std::max(most, excess_at(table, guarantees, delivered));
  }
  return most;
}

Utility last_of(const Lattice& lattice, const StateValues& worst) { return worst[lattice.states() - 1]; }

}  // namespace

StateValues least_worst(const ExchangeTable& table, const Lattice& lattice, const StateDemand& demand) {
  const auto inner = lattice.inner();
  const auto& balance = table.classes[inner].balance;
  const auto length = at(table.classes[inner].blocks) + 1;
  StateValues worst(lattice.states(), boost::container::default_init);
  std::vector<RunSide> sides(balance.size());
  std::vector<const Utility*> from;
  lattice.each_run([&](const Lattice::Run& run) {
    const auto low = at(run.low);
    std::fill_n(worst.data() + run.first, low, no_way);
    std::fill_n(worst.data() + run.first + at(run.high), length - at(run.high), no_way);
    if (run.low == run.high) return;
    auto* const here = worst.data() + run.first + low;
    for (std::size_t s = 0; s < sides.size(); ++s)
      sides[s] = {balance[s].data() + low, run.base[s], demand.guarantees[s], demand.limits[s]};
    from.clear();
    for (std::size_t k = 0; k < run.delivered.size(); ++k)
      if (k != inner && run.delivered[k] > 0) from.push_back(here - lattice.step(k));
    weigh_run(sides, from, run.first == 0 && low == 0 ? from_the_start : no_way, at(run.high - run.low), here);
  });
  return worst;
}

std::optional<std::vector<int>> way_through(const ExchangeTable& table, const Lattice& lattice,
                                            const StateValues& worst) {
  if (last_of(lattice, worst) == no_way) return std::nullopt;
  std::vector<int> steps;
  auto place = lattice.states() - 1;
  auto left = lattice.delivered_at(place);
  while (place > 0) {
    auto chosen = left.size();
    const auto better = [&](std::size_t k) {
      if (chosen == left.size()) return true;
      const auto mine = std::max(worst[place - lattice.step(k)], last_of(lattice, worst));
      const auto best = std::max(worst[place - lattice.step(chosen)], last_of(lattice, worst));
      if (mine != best) return mine < best;
      const auto goes_on = [&](std::size_t c) {
        return !steps.empty() && table.classes[c].giver == table.classes[at(steps.back())].giver;
      };
      return goes_on(k) && !goes_on(chosen);
    };
    for (std::size_t k = 0; k < left.size(); ++k)
      if (left[k] > 0 && better(k)) chosen = k;
    steps.push_back(static_cast<int>(chosen));
    place -= lattice.step(chosen);
    --left[chosen];
  }
  std::ranges::reverse(steps);
  return steps;
}

Safest safest_schedule(const ExchangeTable& table, const std::vector<Utility>& guarantees,
                       const SafestOptions& options) {
  Safest result;
  if (table.classes.empty()) {
    result.steps.emplace();
    result.excess = result.bound = excess_at(table, guarantees, {});
    result.proven = true;
    return result;
  }
  const StateDemand demand{guarantees, std::vector<Utility>(guarantees.size(), no_way)};
  const auto search = [&](const ExchangeTable& with) {
    const auto lattice = Lattice::of(with, options.most_states);
    result.states += lattice->states();
    const auto worst = least_worst(with, *lattice, demand);
    result.bound = last_of(*lattice, worst);
    return way_through(with, *lattice, worst);
  };
  const auto factors = larger_blocks(table, options.most_states);
  const bool whole = factors && std::ranges::all_of(*factors, [](int factor) { return factor == 1; });
  if (whole) {
    result.steps = search(table);
  } else {
    if (factors) {
      if (const auto steps = search(in_larger_blocks(table, *factors)))
        result.steps = in_single_blocks(table, *factors, *steps);
    }
    if (!result.steps) result.steps = narrow_way(table, guarantees, options.width);
    search(in_looser_blocks(table, looser_blocks(table, options.most_states)));
    if (result.bound != no_way) result.bound = std::max(result.bound, least_at_the_ends(table, guarantees));
  }
  if (result.steps) result.excess = excess_of(table, guarantees, *result.steps);
  result.none = result.bound == no_way;
  result.proven = result.steps && result.bound == result.excess;
  return result;
}

}  // namespace parley
