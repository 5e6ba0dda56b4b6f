#include "parley/model/exchange_table.h"

#include <algorithm>

#include "parley/at.h"

namespace parley {

Utility temptation_of(const ExchangeTable& table, int side, const Delivered& delivered) {
  auto sum = table.base[at(side)];
  for (std::size_t k = 0; k < delivered.size(); ++k) sum += table.classes[k].balance[at(side)][at(delivered[k])];
  return sum;
}

bool in_order(const ExchangeTable& table, const Delivered& delivered) {
  return std::ranges::all_of(table.order, [&](const ExchangeTable::Precedence& rule) {
    return delivered[at(rule.before)] >= rule.needed[at(delivered[at(rule.after)])];
  });
}

}  // namespace parley
