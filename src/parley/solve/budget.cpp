#include "parley/solve/budget.h"

#include <algorithm>

namespace parley {
namespace {

constexpr double no_completion = -std::numeric_limits<double>::infinity();

std::size_t units(const Priced& priced, const Budget& budget, const Diagram::Layer& layer, std::size_t arc) {
  const auto price = -layer.gains[arc * priced.width() + Priced::price];
  return static_cast<std::size_t>(budget.unit == 1 ? price : price / budget.unit);
}

}  // namespace

Budget budget_of(std::int64_t most) { return {most, most / Budget::most_units + 1, false}; }

Budget exact_budget_of(std::int64_t most) {
  auto budget = budget_of(most);
  budget.exactly = budget.unit == 1;
  return budget;
}

void weigh_within(const Priced& priced, const Budget& budget, std::vector<double> weight, Weighing& result) {
  const auto& layers = priced.diagram().layers;
  const auto slots = budget.slots();
  const auto width = priced.width();
  result.weight = std::move(weight);
  result.room = 0;
  for (std::size_t c = 0; c < width; ++c) result.room += 1e-11 * result.weight[c] * priced.magnitude[c];
  result.step.resize(priced.arcs.back());
  result.rest.assign((priced.offset.back() + 1) * slots, no_completion);
  const auto end = result.rest.end() - static_cast<std::ptrdiff_t>(slots);
  std::fill(end, budget.exactly ? end + 1 : result.rest.end(), 0.0);
  for (auto i = layers.size(); i-- > 0;) {
    const auto& layer = layers[i];
    auto* step = result.step.data() + priced.arcs[i];
    for (std::size_t node = 0; node < layer.nodes(); ++node) {
      auto* here = result.rest.data() + (priced.offset[i] + node) * slots;
      for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a) {
        double sum = 0;
        for (std::size_t c = 0; c < width; ++c)
          sum += result.weight[c] * static_cast<double>(layer.gains[a * width + c]);
        step[a] = sum;
        const auto cost = units(priced, budget, layer, a);
        const auto* there = result.rest.data() + (priced.offset[i + 1] + layer.arcs[a].to) * slots;
        for (auto left = cost; left < slots; ++left) here[left] = std::max(here[left], there[left - cost] + sum);
      }
    }
  }
  result.most = result.rest[slots - 1];
}

Path best_within(const Priced& priced, const Budget& budget, const Weighing& weighing) {
  const auto& layers = priced.diagram().layers;
  const auto slots = budget.slots();
  Path path;
  std::size_t node = 0;
  auto left = slots - 1;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const auto& layer = layers[i];
    double most = no_completion;
    std::uint32_t best = 0;
    for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a) {
      const auto cost = units(priced, budget, layer, a);
      if (cost > left) continue;
      const auto there = priced.offset[i + 1] + layer.arcs[a].to;
      const auto sum = weighing.rest[there * slots + left - cost] + weighing.step[priced.arcs[i] + a];
      if (sum > most) {
        most = sum;
        best = a;
      }
    }
    path.push_back(best);
    left -= units(priced, budget, layer, best);
    node = layer.arcs[best].to;
  }
  return path;
}

}  // namespace parley
