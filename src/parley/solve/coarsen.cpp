#include "parley/solve/row_index.h"
#include "parley/solve/sweep.h"

namespace parley {
namespace {

/// What the demands can still make of a label: its columns, cut off where a demand is sure to be met.
std::vector<Utility> demand_part(const Sweep& problem, const Labels& labels, std::size_t layer) {
  std::vector<Utility> part(labels.values.size());
  for (std::size_t node = 0; node + 1 < labels.first.size(); ++node) {
    const auto* ceiling =
        problem.thresholds->ceiling.data() + (problem.thresholds->offset[layer] + node) * labels.width;
    for (auto i = labels.first[node] * labels.width; i < labels.first[node + 1] * labels.width; ++i) {
      const auto c = i % labels.width;
      part[i] = problem.columns->all[c].least == no_demand ? 0 : std::min(labels.values[i], ceiling[c]);
    }
  }
  return part;
}

/// Which labels stay when the cells of the grid have sides of 2^exponent.
std::vector<bool> merge_cells(const Labels& labels, const std::vector<Utility>& demands, std::size_t leading,
                              int exponent) {
  constexpr std::size_t compared = 8;  // in each cell; more would make crowded cells slow
  RowIndex cells(leading + 1);
  std::vector<std::vector<std::uint32_t>> kept;
  std::vector<bool> marked(labels.size());
  std::vector<std::int64_t> cell(leading + 1);
  for (std::size_t node = 0; node + 1 < labels.first.size(); ++node) {
    cell[leading] = static_cast<std::int64_t>(node);
    for (auto i = labels.first[node]; i < labels.first[node + 1]; ++i) {
      for (std::size_t c = 0; c < leading; ++c) cell[c] = labels.value(i)[c] >> exponent;
      const auto number = cells.number(cell);
      if (number == kept.size()) kept.emplace_back();
      const auto* mine = demands.data() + i * labels.width;
      auto& others = kept[number];
      const auto stands_for = [&](std::uint32_t other) {
        return std::equal(mine, mine + labels.width, demands.data() + other * labels.width, std::less_equal{});
      };
      const auto last = others.size() > compared ? others.end() - compared : others.begin();
      if (std::any_of(last, others.end(), stands_for)) continue;
      others.push_back(i);
      marked[i] = true;
    }
  }
  return marked;
}

}  // namespace

std::optional<Utility> coarsen(Labels& labels, std::size_t layer, const Sweep& problem) {
  const auto demands = demand_part(problem, labels, layer);
  const auto leading = problem.columns->leading;
  const auto fits = [&](const std::vector<bool>& marked) {
    return static_cast<std::size_t>(std::ranges::count(marked, true)) <= problem.cap;
  };
  int coarse = 62;
  auto best = merge_cells(labels, demands, leading, coarse);
  if (!fits(best)) return std::nullopt;
  for (int fine = 0; fine + 1 < coarse;) {
    const auto middle = (fine + coarse) / 2;
    auto marked = merge_cells(labels, demands, leading, middle);
    if (fits(marked)) {
      best = std::move(marked);
      coarse = middle;
    } else {
      fine = middle;
    }
  }
  keep_marked(labels, best);
  return (Utility{1} << coarse) - 1;
}

}  // namespace parley
