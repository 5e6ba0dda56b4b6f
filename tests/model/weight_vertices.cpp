#include "model/weight_vertices.h"

#include <algorithm>

namespace parley::test {
namespace {

constexpr std::int64_t hundred = 100'000'000 * parts_of_millionth;

struct Trial {
  std::vector<std::int64_t> low;
  std::vector<std::int64_t> high;
  const std::vector<int>& order;
  std::vector<std::int64_t> bounds;
  std::vector<std::vector<std::int64_t>> found{};

  bool feasible(const std::vector<std::int64_t>& weights) const {
    for (std::size_t i = 0; i < weights.size(); ++i)
      if (weights[i] < low[i] || weights[i] > high[i]) return false;
    for (std::size_t k = 1; k < order.size(); ++k)
      if (weights[static_cast<std::size_t>(order[k - 1])] < weights[static_cast<std::size_t>(order[k])]) return false;
    return true;
  }

  /// Gives every weight outside the block a bound, then the block what is left.
  void fill(const std::vector<int>& block, std::size_t next, std::int64_t left, std::vector<std::int64_t>& weights) {
    if (next == low.size()) {
      if (left < 0 || left % static_cast<std::int64_t>(block.size()) != 0) return;
      for (const int i : block) weights[static_cast<std::size_t>(i)] = left / static_cast<std::int64_t>(block.size());
      if (feasible(weights)) found.push_back(weights);
      return;
    }
    if (std::ranges::count(block, static_cast<int>(next)) > 0) return fill(block, next + 1, left, weights);
    for (const std::int64_t bound : bounds) {
      if (bound < low[next] || bound > high[next]) continue;
      weights[next] = bound;
      fill(block, next + 1, left - bound, weights);
    }
  }
};

}  // namespace

std::vector<std::vector<std::int64_t>> weight_vertices(const std::vector<std::int64_t>& low,
                                                       const std::vector<std::int64_t>& high,
                                                       const std::vector<int>& order) {
  Trial trial{low, high, order, {}};
  for (auto* ends : {&trial.low, &trial.high})
    for (std::int64_t& end : *ends) {
      end *= parts_of_millionth;
      trial.bounds.push_back(end);
    }
  std::ranges::sort(trial.bounds);
  trial.bounds.erase(std::ranges::unique(trial.bounds).begin(), trial.bounds.end());

  std::vector<std::int64_t> weights(low.size());
  for (int i = 0; i < static_cast<int>(low.size()); ++i) trial.fill({i}, 0, hundred, weights);
  for (std::size_t first = 0; first < order.size(); ++first)
    for (std::size_t end = first + 2; end <= order.size(); ++end)
      trial.fill({order.begin() + static_cast<std::ptrdiff_t>(first), order.begin() + static_cast<std::ptrdiff_t>(end)},
                 0, hundred, weights);
  std::ranges::sort(trial.found);
  trial.found.erase(std::ranges::unique(trial.found).begin(), trial.found.end());
  return std::move(trial.found);
}

}  // namespace parley::test
