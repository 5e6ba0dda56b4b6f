#include "parley/solve/exchange/payment.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <ranges>

#include "parley/at.h"

namespace parley {

Utility guarantee_for(const std::vector<Good>& goods, const std::vector<int>& order) {
  auto most = goods.empty() ? Utility{0} : std::numeric_limits<Utility>::min();
  Utility later = 0;
  for (const int i : std::views::reverse(order)) {
    const auto& good = goods[at(i)];
    most = std::max(most, good.cost - later);
    later += good.worth - good.cost;
  }
  return most;
}

PaidOrder safest_order(const std::vector<Good>& goods) {
  PaidOrder result;
  result.order.resize(goods.size());
  std::iota(result.order.begin(), result.order.end(), 0);
  std::ranges::sort(result.order, [&](int a, int b) {
    const auto& x = goods[at(a)];
    const auto& y = goods[at(b)];
    const bool gains = x.worth >= x.cost;
    if (gains != (y.worth >= y.cost)) return gains;
    if (gains && x.cost != y.cost) return x.cost < y.cost;
    if (!gains && x.worth != y.worth) return x.worth > y.worth;
    return a < b;
  });
  std::ranges::reverse(result.order);
  result.guarantee = guarantee_for(goods, result.order);
  return result;
}

}  // namespace parley
