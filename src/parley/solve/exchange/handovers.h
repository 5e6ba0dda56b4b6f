#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/model/exchange_table.h"

namespace parley {

/// What one side hands over before another one does.
struct Handover {
  int giver = 0;
  std::vector<int> blocks;  ///< of each class
  friend bool operator==(const Handover&, const Handover&) = default;
};

/// Steps of single blocks as handovers.
std::vector<Handover> handovers_of(const ExchangeTable& table, const std::vector<int>& steps);

struct FewestHandovers {
  std::optional<std::vector<Handover>> handovers;  ///< nothing: no schedule is safe for these guarantees
  bool too_large = false;                          ///< there are more states than `most_states`; nothing is known then
};

/// The fewest handovers by one side at a time, as large as one likes, in which nobody is ever tempted beyond its
/// guarantee: its temptation is looked at before and after each handover (during it the giver's only falls and the
/// others' only rise). Exact; one pass over the lattice with the last giver. For one class a side, equal blocks and
/// equal guarantees P the number is near ln(1 + N (s - 1) / P) / ln s + 1, where s is worth to the receiver over cost
/// to the giver (algorithms.md 7).
FewestHandovers fewest_handovers(const ExchangeTable& table, const std::vector<Utility>& guarantees,
                                 std::uint64_t most_states = 40'000'000);

}  // namespace parley
