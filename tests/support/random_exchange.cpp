#include "support/random_exchange.h"

#include <algorithm>

namespace parley::test {

ExchangeTable random_exchange(Random& random, const ExchangeShape& shape) {
  ExchangeTable table;
  table.sides = shape.sides;
  table.base.assign(static_cast<std::size_t>(shape.sides), 0);
  const auto classes = draw(random, 1, shape.most_classes);
  for (int k = 0; k < classes; ++k) {
    auto& of_class = table.classes.emplace_back();
    of_class.giver = static_cast<int>(draw(random, 0, shape.sides - 1));
    of_class.blocks = static_cast<int>(draw(random, 0, shape.most_blocks));
    for (int s = 0; s < shape.sides; ++s) {
      auto& balance = of_class.balance.emplace_back(static_cast<std::size_t>(of_class.blocks) + 1);
      for (auto b = balance.rbegin() + 1; b < balance.rend(); ++b)
        *b = *(b - 1) + (s == of_class.giver ? draw(random, 0, 20) : -draw(random, 0, 24));
    }
  }
  for (int r = 0; shape.ordered && r < 2 && classes > 1; ++r) {
    if (draw(random, 0, 1) == 0) continue;
    // From an earlier class to a later one: no circles.
    const auto before = static_cast<int>(draw(random, 0, classes - 2));
    const auto after = static_cast<int>(draw(random, before + 1, classes - 1));
    ExchangeTable::Precedence rule{before, after, {0}};
    for (int y = 0; y < table.classes[static_cast<std::size_t>(after)].blocks; ++y)
      rule.needed.push_back(
          std::max(rule.needed.back(),
                   static_cast<int>(draw(random, 0, table.classes[static_cast<std::size_t>(before)].blocks))));
    table.order.push_back(std::move(rule));
  }
  return table;
}

}  // namespace parley::test
