#include "support/every_order.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace parley::test {
namespace {

void go_on(const ExchangeTable& table, Delivered& delivered, std::vector<int>& steps,
           const std::function<void(const std::vector<int>&)>& visit) {
  if (!in_order(table, delivered)) return;
  bool complete = true;
  for (std::size_t k = 0; k < delivered.size(); ++k) {
    if (delivered[k] == table.classes[k].blocks) continue;
    complete = false;
    ++delivered[k];
    steps.push_back(static_cast<int>(k));
    go_on(table, delivered, steps, visit);
    steps.pop_back();
    --delivered[k];
  }
  if (complete) visit(steps);
}

}  // namespace

void every_order(const ExchangeTable& table, const std::function<void(const std::vector<int>&)>& visit) {
  Delivered delivered(table.classes.size());
  std::vector<int> steps;
  go_on(table, delivered, steps, visit);
}

std::vector<Delivered> states_of(const ExchangeTable& table, const std::vector<int>& steps) {
  std::vector<Delivered> states(1, Delivered(table.classes.size()));
  for (const int k : steps) {
    states.push_back(states.back());
    ++states.back()[static_cast<std::size_t>(k)];
  }
  return states;
}

Utility most_tempted(const ExchangeTable& table, int side, const std::vector<int>& steps) {
  auto most = std::numeric_limits<Utility>::min();
  for (const auto& state : states_of(table, steps)) most = std::max(most, temptation_of(table, side, state));
  return most;
}

ExchangeTable with_sides_swapped(const ExchangeTable& table) {
  auto result = table;
  std::swap(result.base[0], result.base[1]);
  for (auto& of_class : result.classes) {
    of_class.giver = 1 - of_class.giver;
    std::swap(of_class.balance[0], of_class.balance[1]);
  }
  return result;
}

}  // namespace parley::test
