#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/model/exchange_table.h"

namespace parley {

/// By how many blocks at a time each class is to be handed over so that the lattice has at most `most_states`: all 1
/// when it has not more than that anyway. Classes with many blocks are made coarser first. Nothing when that is too
/// much even with every class in one piece.
std::optional<std::vector<int>> larger_blocks(const ExchangeTable& table, std::uint64_t most_states);

/// The same for states that stand for several: a class may be left out of sight altogether.
std::vector<int> looser_blocks(const ExchangeTable& table, std::uint64_t most_states);

/// The exchange where each class is handed over so many blocks at a time (the last time what is left). Each of its
/// schedules is one of the exchange, and as safe: while one side hands over, its own temptation only falls and the
/// others' only rise, so that the worst is at the ends.
ExchangeTable in_larger_blocks(const ExchangeTable& table, const std::vector<int>& factors);

/// Its steps as those of the exchange.
std::vector<int> in_single_blocks(const ExchangeTable& table, const std::vector<int>& factors,
                                  const std::vector<int>& steps);

/// An exchange whose states each stand for so many of the given one, with the least temptations and the loosest
/// precedences among them: its safest schedule is a bound for the given one.
ExchangeTable in_looser_blocks(const ExchangeTable& table, const std::vector<int>& factors);

}  // namespace parley
