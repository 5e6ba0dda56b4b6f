#include "parley/solve/exchange/blocks.h"

#include <algorithm>

#include "parley/at.h"

namespace parley {
namespace {

int up(int number, int factor) { return (number + factor - 1) / factor; }

/// Makes the class with most states coarser until all fit; states_of(k, factor) is how many it has. Nothing when they
/// never do.
template <class StatesOf>
std::optional<std::vector<int>> fitting_factors(std::size_t classes, std::uint64_t most_states, int fewest,
                                                const StatesOf& states_of) {
  std::vector<int> factors(classes, 1);
  const auto fits = [&] {
    std::uint64_t states = 1;
    for (std::size_t k = 0; k < classes; ++k) {
      const auto size = static_cast<std::uint64_t>(states_of(k, factors[k]));
      if (states > most_states / size) return false;
      states *= size;
    }
    return true;
  };
  while (!fits()) {
    std::size_t longest = 0;
    for (std::size_t k = 1; k < classes; ++k)
      if (states_of(k, factors[k]) > states_of(longest, factors[longest])) longest = k;
    if (states_of(longest, factors[longest]) <= fewest) return std::nullopt;
    ++factors[longest];
  }
  return factors;
}

}  // namespace

std::optional<std::vector<int>> larger_blocks(const ExchangeTable& table, std::uint64_t most_states) {
  return fitting_factors(table.classes.size(), most_states, 2,
                         [&](std::size_t k, int factor) { return up(table.classes[k].blocks, factor) + 1; });
}

std::vector<int> looser_blocks(const ExchangeTable& table, std::uint64_t most_states) {
  const auto factors = fitting_factors(table.classes.size(), std::max<std::uint64_t>(1, most_states), 1,
                                       [&](std::size_t k, int factor) { return table.classes[k].blocks / factor + 1; });
  return factors.value_or(std::vector<int>());  // one state always fits
}

ExchangeTable in_larger_blocks(const ExchangeTable& table, const std::vector<int>& factors) {
  auto result = table;
  for (std::size_t k = 0; k < factors.size(); ++k) {
    auto& of_class = result.classes[k];
    of_class.blocks = up(of_class.blocks, factors[k]);
    for (std::size_t s = 0; s < of_class.balance.size(); ++s) {
      const auto& exact = table.classes[k].balance[s];
      of_class.balance[s].clear();
      for (int q = 0; q <= of_class.blocks; ++q)
        of_class.balance[s].push_back(exact[at(std::min(q * factors[k], table.classes[k].blocks))]);
    }
  }
  for (auto& rule : result.order) {
    const auto exact = rule.needed;
    const auto after = at(rule.after);
    rule.needed.clear();
    for (int q = 0; q <= result.classes[after].blocks; ++q)
      rule.needed.push_back(
          up(exact[at(std::min(q * factors[after], table.classes[after].blocks))], factors[at(rule.before)]));
  }
  return result;
}

std::vector<int> in_single_blocks(const ExchangeTable& table, const std::vector<int>& factors,
                                  const std::vector<int>& steps) {
  std::vector<int> result;
  std::vector<int> left;
  for (const auto& of_class : table.classes) left.push_back(of_class.blocks);
  for (const int k : steps) {
    const auto now = std::min(left[at(k)], factors[at(k)]);
    left[at(k)] -= now;
    result.insert(result.end(), at(now), k);
  }
  return result;
}

ExchangeTable in_looser_blocks(const ExchangeTable& table, const std::vector<int>& factors) {
  auto result = table;
  for (std::size_t k = 0; k < factors.size(); ++k) {
    auto& of_class = result.classes[k];
    of_class.blocks /= factors[k];
    for (std::size_t s = 0; s < of_class.balance.size(); ++s) {
      const auto& exact = table.classes[k].balance[s];
      of_class.balance[s].clear();
      for (int q = 0; q <= of_class.blocks; ++q) {
        const auto first = q * factors[k];
        const auto last = std::min(first + factors[k] - 1, table.classes[k].blocks);
        of_class.balance[s].push_back(*std::min_element(exact.begin() + first, exact.begin() + last + 1));
      }
    }
  }
  for (auto& rule : result.order) {
    const auto exact = rule.needed;
    rule.needed.clear();
    for (int q = 0; q <= result.classes[at(rule.after)].blocks; ++q)
      rule.needed.push_back(exact[at(q * factors[at(rule.after)])] / factors[at(rule.before)]);
  }
  return result;
}

}  // namespace parley
