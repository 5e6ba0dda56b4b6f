#include "parley/solve/priced.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parley {
namespace {

/// How far apart an issue's options are in what is demanded, in shares of what all issues are together.
std::vector<double> weights(const Diagram& diagram, const Acceptance& acceptance) {
  const auto dimensions = static_cast<std::size_t>(diagram.dimensions);
  std::vector<double> weight(diagram.layers.size(), 0);
  for (const auto& demand : acceptance.demands) {
    std::vector<double> spread;
    for (const auto& layer : diagram.layers) {
      Utility least = std::numeric_limits<Utility>::max();
      Utility most = std::numeric_limits<Utility>::min();
      for (std::size_t a = 0; a < layer.arcs.size(); ++a) {
        const auto gain = layer.gains[a * dimensions + static_cast<std::size_t>(demand.dimension)];
        least = std::min(least, gain);
        most = std::max(most, gain);
      }
      spread.push_back(layer.arcs.empty() ? 0 : static_cast<double>(most) - static_cast<double>(least));
    }
    const auto all = std::accumulate(spread.begin(), spread.end(), 1.0);
    for (std::size_t i = 0; i < weight.size(); ++i) weight[i] += spread[i] / all;
  }
  return weight;
}

void put_weighty_first(Diagram& diagram, const Acceptance& acceptance) {
  if (std::ranges::any_of(diagram.layers, [](const auto& layer) { return layer.nodes() != 1; })) return;
  const auto weight = weights(diagram, acceptance);
  std::vector<std::size_t> order(weight.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](auto i, auto j) { return weight[i] > weight[j]; });
  std::vector<Diagram::Layer> layers;
  for (const auto i : order) layers.push_back(std::move(diagram.layers[i]));
  diagram.layers = std::move(layers);
}

}  // namespace

Costs costs_of(const NearestOptions& options, std::size_t issue, std::size_t level) {
  const auto movement = options.movement[issue][level];
  const std::int64_t changes = movement > 0 ? 1 : 0;
  if (options.least == NearestOptions::Least::changes) return {changes, movement};
  return {movement, changes};
}

Diagram with_costs(const Diagram& diagram, const Acceptance& acceptance, const NearestOptions& options) {
  const auto dimensions = static_cast<std::size_t>(diagram.dimensions);
  Diagram result;
  result.dimensions = diagram.dimensions + 2;
  for (const auto& layer : diagram.layers) {
    const auto issue = static_cast<std::size_t>(layer.issue);
    const bool frozen = !options.frozen.empty() && options.frozen[issue];
    auto& to = result.layers.emplace_back();
    to.issue = layer.issue;
    for (std::size_t node = 0; node < layer.nodes(); ++node) {
      to.first.push_back(static_cast<std::uint32_t>(to.arcs.size()));
      for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a) {
        const auto costs = costs_of(options, issue, layer.arcs[a].level);
        if (frozen && costs.first > 0) continue;
        to.arcs.push_back(layer.arcs[a]);
        to.tie_keys.push_back(layer.tie_keys[a]);
        const auto* gain = layer.gains.data() + a * dimensions;
        to.gains.insert(to.gains.end(), gain, gain + dimensions);
        to.gains.insert(to.gains.end(), {-costs.first, -costs.second});
      }
    }
    to.first.push_back(static_cast<std::uint32_t>(to.arcs.size()));
  }
  put_weighty_first(result, acceptance);
  return result;
}

Priced priced(const Diagram& with_costs, const Acceptance& acceptance, std::uint64_t mask,
              const std::vector<Acceptance::Demand>& besides, int objectives) {
  Priced result;
  const auto first = with_costs.dimensions - 2;
  std::vector<int> summed(static_cast<std::size_t>(objectives));
  std::iota(summed.begin(), summed.end(), 0);
  result.columns.all = {{{first}, no_demand}, {{first + 1}, no_demand}, {std::move(summed), no_demand}};
  result.columns.leading = result.columns.size();
  result.columns.lexicographic = true;
  demand_all(result.columns, acceptance, mask);
  for (const auto& each : besides) demand(result.columns, each.dimension, each.least);
  result.projection = project(with_costs, result.columns);
  const auto& diagram = result.diagram();
  auto thresholds = thresholds_of(diagram, result.columns);
  result.offset = std::move(thresholds.offset);
  result.ceiling = std::move(thresholds.ceiling);

  const auto width = result.width();
  result.range.assign(width, 1);
  result.magnitude.assign(width, 1);
  for (std::size_t c = Priced::first_demand; c < width; ++c)
    result.magnitude[c] += std::abs(static_cast<double>(result.columns.all[c].least));
  result.arcs = {0};
  for (const auto& layer : diagram.layers) {
    result.arcs.push_back(result.arcs.back() + layer.arcs.size());
    std::int64_t dearest = 0;
    std::int64_t dearest_second = 0;
    for (std::size_t c = 0; c < width; ++c) {
      double most = -std::numeric_limits<double>::infinity();
      double least = -most;
      for (std::size_t a = 0; a < layer.arcs.size(); ++a) {
        const auto gain = layer.gains[a * width + c];
        most = std::max(most, static_cast<double>(gain));
        least = std::min(least, static_cast<double>(gain));
        if (c == Priced::price) dearest = std::max(dearest, -gain);
        if (c == Priced::second) dearest_second = std::max(dearest_second, -gain);
      }
      if (least > most) continue;
      result.range[c] += most - least;
      result.magnitude[c] += std::max(std::abs(most), std::abs(least));
    }
    result.dearest += dearest;
    result.dearest_second += dearest_second;
  }
  return result;
}

}  // namespace parley
