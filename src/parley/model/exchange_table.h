#pragma once

#include <vector>

#include "parley/model/utility.h"

namespace parley {

/// An exchange in numbers: sides hand over classes of things (people of one category, trucks, places) in blocks. The
/// temptation of a side is what it would gain by stopping now instead of completing: what it would keep, less what it
/// would go without. It is the side's `base` plus what each class adds:
///
///     T_s(x) = base[s] + sum_k classes[k].balance[s][x_k]          x_k: blocks of class k handed over so far
///
/// What a class adds never rises for its giver as more is handed over, and never falls for any other side. Later
/// phases, deposits and the delay until a breach is seen are in these numbers already. (practice.md 4.2)
struct ExchangeTable {
  struct Class {
    int giver = 0;
    int blocks = 0;                             ///< to be handed over
    std::vector<std::vector<Utility>> balance;  ///< for each side, for 0 to `blocks` blocks handed over
  };
  /// While y blocks of `after` are handed over, at least needed[y] of `before` must be. Never falls; needed[0] is 0.
  struct Precedence {
    int before = 0;
    int after = 0;
    std::vector<int> needed;  ///< for 0 to `blocks` blocks of `after`
  };
  int sides = 2;
  std::vector<Class> classes;
  std::vector<Precedence> order;
  std::vector<Utility> base;  ///< for each side
};

/// How far an exchange has come: blocks handed over, for each class.
using Delivered = std::vector<int>;

/// What a side gains by stopping at this state.
Utility temptation_of(const ExchangeTable& table, int side, const Delivered& delivered);

/// Whether no precedence is broken.
bool in_order(const ExchangeTable& table, const Delivered& delivered);

}  // namespace parley
