#include "parley/solve/issue_order.h"

#include <algorithm>
#include <tuple>

namespace parley {
namespace {

/// Issues that a feature or a rule ties together, and what it costs to remember a part of it.
struct WeighedTie {
  std::vector<int> issues;
  int cost = 1;
  std::size_t taken = 0;
};

std::vector<WeighedTie> ties_of(const Tables& tables) {
  // A partial sum has many more states than the yes or no of a condition.
  constexpr int sum_cost = 4;
  std::vector<WeighedTie> ties;
  const auto add = [&](std::vector<int> issues, int cost) {
    std::ranges::sort(issues);
    const auto repeated = std::ranges::unique(issues);
    issues.erase(repeated.begin(), repeated.end());
    if (issues.size() > 1) ties.push_back({std::move(issues), cost});
  };
  for (const auto& feature : tables.features) {
    std::vector<int> issues;
    for (const auto& set : feature.when) issues.push_back(set.issue);
    add(std::move(issues), 1);
  }
  for (const auto& rule : tables.implications) {
    std::vector<int> issues;
    for (const auto& set : rule.when) issues.push_back(set.issue);
    for (const auto& set : rule.then) issues.push_back(set.issue);
    add(std::move(issues), 1);
  }
  for (const auto& rule : tables.linear_rules) add(rule.issues, sum_cost);
  return ties;
}

/// How far the choice of one issue can move values, all dimensions together.
Utility spread(const Tables& tables, int issue) {
  const auto& gain = tables.gain[static_cast<std::size_t>(issue)];
  const auto dimensions = static_cast<std::size_t>(tables.dimensions);
  Utility sum = 0;
  for (std::size_t d = 0; d < dimensions; ++d) {
    auto low = gain[d];
    auto high = gain[d];
    for (auto i = d; i < gain.size(); i += dimensions) {
      low = std::min(low, gain[i]);
      high = std::max(high, gain[i]);
    }
    sum += (high >> 8) - (low >> 8);  // far from overflow for any number of dimensions
  }
  return sum;
}

}  // namespace

std::vector<int> order_issues(const Tables& tables) {
  const auto issues = static_cast<std::size_t>(tables.issues());
  auto ties = ties_of(tables);
  std::vector<std::vector<std::size_t>> ties_at(issues);
  for (std::size_t t = 0; t < ties.size(); ++t)
    for (const auto issue : ties[t].issues) ties_at[static_cast<std::size_t>(issue)].push_back(t);

  std::vector<int> left;
  std::vector<Utility> spreads;
  for (std::size_t i = 0; i < issues; ++i) {
    left.push_back(static_cast<int>(i));
    spreads.push_back(spread(tables, static_cast<int>(i)));
  }
  // How many more things there are to remember after the issue: what it opens less what it closes.
  const auto burden = [&](int issue) {
    int sum = 0;
    for (const auto t : ties_at[static_cast<std::size_t>(issue)]) {
      if (ties[t].taken == 0) sum += ties[t].cost;
      if (ties[t].taken + 1 == ties[t].issues.size()) sum -= ties[t].cost;
    }
    return sum;
  };
  std::vector<int> order;
  while (!left.empty()) {
    const auto next = std::ranges::min_element(left, {}, [&](int issue) {
      return std::tuple{burden(issue), -spreads[static_cast<std::size_t>(issue)], issue};
    });
    for (const auto t : ties_at[static_cast<std::size_t>(*next)]) ++ties[t].taken;
    order.push_back(*next);
    left.erase(next);
  }
  return order;
}

}  // namespace parley
