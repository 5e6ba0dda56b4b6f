#pragma once

#include "parley/model/exchange_table.h"
#include "support/random_tables.h"

namespace parley::test {

struct ExchangeShape {
  int sides = 2;
  int most_classes = 4;
  int most_blocks = 3;
  bool ordered = true;  ///< with precedences now and then
};

/// A small exchange: what classes add falls for the giver and rises for the others; nobody is tempted at its end.
ExchangeTable random_exchange(Random& random, const ExchangeShape& shape);

}  // namespace parley::test
