#include "parley/case/gamble.h"

#include <algorithm>

namespace parley {
namespace {

/// In millionths of millionths. Rises with win and loss, and falls with the cost; in the chance it is a straight line.
std::int64_t worth(Decimal chance, Decimal win, Decimal loss, Decimal cost) {
  return chance.millionths * win.millionths + (Decimal::whole - chance.millionths) * loss.millionths -
         cost.millionths * Decimal::whole;
}

std::int64_t rounded_down(std::int64_t number) {
  return number / Decimal::whole - static_cast<std::int64_t>(number % Decimal::whole < 0);
}

}  // namespace

GambleWorth gamble_worth(const Gamble& gamble) {
  const auto& [chance, win, loss, cost] = gamble;
  const std::int64_t low =
      std::min(worth(chance.low, win.low, loss.low, cost.high), worth(chance.high, win.low, loss.low, cost.high));
  const std::int64_t high =
      std::max(worth(chance.low, win.high, loss.high, cost.low), worth(chance.high, win.high, loss.high, cost.low));
  return {{rounded_down(low)}, {-rounded_down(-high)}};
}

}  // namespace parley
