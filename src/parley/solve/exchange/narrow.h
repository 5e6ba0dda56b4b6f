#pragma once

#include <optional>
#include <vector>

#include "parley/model/exchange_table.h"

namespace parley {

/// The most that a side's temptation is above its guarantee at a state.
Utility excess_at(const ExchangeTable& table, const std::vector<Utility>& guarantees, const Delivered& delivered);

/// A good schedule of an exchange of any size: block by block, the `width` states that were reached best are kept (beam
/// search). With a width of 1 this is the greedy rule: next what leaves the least temptation. Says nothing about what
/// else there is. Nothing when it found no way that obeys the precedences.
std::optional<std::vector<int>> narrow_way(const ExchangeTable& table, const std::vector<Utility>& guarantees,
                                           std::size_t width);

}  // namespace parley
