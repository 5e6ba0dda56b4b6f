#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "parley/model/exchange_table.h"

namespace parley {

struct GuaranteePairsOptions {
  std::uint64_t most_states = 40'000'000;
  std::size_t most_pairs = 10'000;
};

/// What two sides would have to be held by so that an exchange carries itself.
struct GuaranteePairs {
  /// The least guarantees: with such a pair, or more, some schedule leaves nobody tempted beyond it; with less of one
  /// and no more of the other none does. The first side's guarantee rises, the second's falls. Negative: that side
  /// loses by stopping at every state on the way.
  std::vector<std::array<Utility, 2>> pairs;
  bool complete = false;  ///< false: there are more than `most_pairs`, with a larger guarantee of the first side
};

/// The least guarantees of two sides, over all schedules. From one to the next: the least of the second side for the
/// first side's guarantee, then the least of the first side with less than that of the second; each one pass over the
/// lattice. Nothing when there are not two sides, or more states than `most_states`; no pairs when the precedences
/// leave no schedule.
std::optional<GuaranteePairs> guarantee_pairs(const ExchangeTable& table, const GuaranteePairsOptions& options = {});

}  // namespace parley
