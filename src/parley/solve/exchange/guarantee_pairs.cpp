#include "parley/solve/exchange/guarantee_pairs.h"

#include "parley/solve/exchange/safest.h"

namespace parley {
namespace {

/// What counts for nothing: no temptation is above it by more than any number that counts.
constexpr Utility never_counts = std::numeric_limits<Utility>::max() / 2;

/// The least guarantee of one side while the other's temptation stays within `limit`.
Utility least_guarantee(const ExchangeTable& table, const Lattice& lattice, std::size_t side, Utility limit) {
  StateDemand demand{{0, 0}, {no_way, no_way}};
  demand.guarantees[1 - side] = never_counts;
  demand.limits[1 - side] = limit;
  return least_worst(table, lattice, demand).back();
}

}  // namespace

std::optional<GuaranteePairs> guarantee_pairs(const ExchangeTable& table, const GuaranteePairsOptions& options) {
  if (table.sides != 2) return std::nullopt;
  GuaranteePairs result;
  result.complete = true;
  if (table.classes.empty()) {
    result.pairs.push_back({table.base[0], table.base[1]});
    return result;
  }
  const auto lattice = Lattice::of(table, options.most_states);
  if (!lattice) return std::nullopt;
  auto first = least_guarantee(table, *lattice, 0, no_way);
  while (first != no_way) {
    if (result.pairs.size() == options.most_pairs) {
      result.complete = false;
      break;
    }
    const auto second = least_guarantee(table, *lattice, 1, first);
    result.pairs.push_back({first, second});
    first = least_guarantee(table, *lattice, 0, second - 1);
  }
  return result;
}

}  // namespace parley
