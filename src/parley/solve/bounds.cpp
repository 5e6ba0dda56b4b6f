#include "parley/solve/bounds.h"

#include <algorithm>

namespace parley {

std::vector<std::size_t> node_offsets(const Diagram& diagram) {
  std::vector<std::size_t> offset{0};
  for (const auto& layer : diagram.layers) offset.push_back(offset.back() + layer.nodes());
  return offset;
}

Reach reach_of(const Diagram& diagram) {
  const auto width = static_cast<std::size_t>(diagram.dimensions);
  Reach reach;
  reach.offset = node_offsets(diagram);
  reach.most.resize((reach.offset.back() + 1) * width);
  reach.least.resize(reach.most.size());
  for (auto i = diagram.layers.size(); i-- > 0;) {
    const auto& layer = diagram.layers[i];
    for (std::size_t node = 0; node < layer.nodes(); ++node) {
      const auto here = (reach.offset[i] + node) * width;
      for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a) {
        const auto there = (reach.offset[i + 1] + layer.arcs[a].to) * width;
        for (std::size_t c = 0; c < width; ++c) {
          const auto gain = layer.gains[a * width + c];
          const auto most = gain + reach.most[there + c];
          const auto least = gain + reach.least[there + c];
          const bool only = a == layer.first[node];
          reach.most[here + c] = only ? most : std::max(reach.most[here + c], most);
          reach.least[here + c] = only ? least : std::min(reach.least[here + c], least);
        }
      }
    }
  }
  return reach;
}

Thresholds thresholds_of(const Diagram& projected, const Columns& columns) {
  auto reach = reach_of(projected);
  const auto width = columns.size();
  for (std::size_t i = 0; i < reach.most.size(); ++i) {
    const auto least = columns.all[i % width].least;
    reach.most[i] = least == no_demand ? no_demand : least - reach.most[i];
    reach.least[i] = least == no_demand ? std::numeric_limits<Utility>::max() : least - reach.least[i];
  }
  return {std::move(reach.offset), std::move(reach.most), std::move(reach.least)};
}

void weigh(const Diagram& diagram, const std::vector<std::size_t>& offset, const std::vector<double>& weight,
           std::vector<double>& rest, std::vector<std::uint32_t>* best) {
  const auto width = weight.size();
  rest.assign(offset.back() + 1, 0);
  if (best != nullptr) best->assign(offset.back() + 1, 0);
  for (auto i = diagram.layers.size(); i-- > 0;) {
    const auto& layer = diagram.layers[i];
    for (std::size_t node = 0; node < layer.nodes(); ++node) {
      auto most = -std::numeric_limits<double>::infinity();
      for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a) {
        auto sum = rest[offset[i + 1] + layer.arcs[a].to];
        for (std::size_t c = 0; c < width; ++c) sum += weight[c] * static_cast<double>(layer.gains[a * width + c]);
        if (!(sum > most)) continue;
        most = sum;
        if (best != nullptr) (*best)[offset[i] + node] = a;
      }
      rest[offset[i] + node] = most;
    }
  }
}

}  // namespace parley
