#pragma once

#include <functional>
#include <vector>

#include "parley/model/exchange_table.h"

namespace parley::test {

/// Calls visit(steps) for every order of single blocks that breaks no precedence.
void every_order(const ExchangeTable& table, const std::function<void(const std::vector<int>&)>& visit);

/// The states on the way, both ends included.
std::vector<Delivered> states_of(const ExchangeTable& table, const std::vector<int>& steps);

/// The most that the temptation of a side is on the way.
Utility most_tempted(const ExchangeTable& table, int side, const std::vector<int>& steps);

/// The same exchange with the two sides in each other's places.
ExchangeTable with_sides_swapped(const ExchangeTable& table);

}  // namespace parley::test
