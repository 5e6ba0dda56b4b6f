#include "parley/solve/columns.h"

#include <algorithm>

namespace parley {
namespace {

/// Whether arc a makes arc b needless: as good in every column and better in a leading one or first by its tie key.
bool beats(const Diagram::Layer& layer, std::size_t a, std::size_t b, const Columns& columns) {
  const auto width = columns.size();
  const auto* x = layer.gains.data() + a * width;
  const auto* y = layer.gains.data() + b * width;
  for (std::size_t c = 0; c < width; ++c)
    if (x[c] < y[c]) return false;
  if (!std::equal(x, x + columns.leading, y)) return true;
  if (layer.tie_keys[a] != layer.tie_keys[b]) return layer.tie_keys[a] < layer.tie_keys[b];
  return !std::equal(x, x + width, y) || a < b;
}

/// The gains of a layer's arcs in the columns.
Diagram::Layer with_columns(const Diagram::Layer& layer, std::size_t dimensions, const Columns& columns) {
  auto result = layer;
  result.gains.clear();
  result.gains.reserve(layer.arcs.size() * columns.size());
  for (std::size_t a = 0; a < layer.arcs.size(); ++a)
    for (const auto& column : columns.all) {
      Utility sum = 0;
      for (std::size_t j = 0; j < column.dimensions.size(); ++j) {
        const auto gain = layer.gains[a * dimensions + static_cast<std::size_t>(column.dimensions[j])];
        sum += column.weights.empty() ? gain : column.weights[j] * gain;
      }
      result.gains.push_back(sum);
    }
  return result;
}

}  // namespace

void demand(Columns& columns, int dimension, Utility least) {
  for (std::size_t c = 0; c < columns.size(); ++c) {
    // A leading column that only counts after another one says nothing about whether a demand is met.
    if (columns.lexicographic && c > 0 && c < columns.leading) continue;
    auto& column = columns.all[c];
    if (column.dimensions != std::vector{dimension}) continue;
    column.least = std::max(column.least, least);
    return;
  }
  columns.all.push_back({{dimension}, least});
}

void demand_all(Columns& columns, const Acceptance& acceptance, std::uint64_t mask) {
  for (std::size_t j = 0; j < acceptance.demands.size(); ++j)
    if ((mask >> j & 1) != 0) demand(columns, acceptance.demands[j].dimension, acceptance.demands[j].least);
}

std::vector<std::uint64_t> masks_of(const Acceptance* acceptance) {
  return acceptance != nullptr ? acceptance->enough : std::vector<std::uint64_t>{0};
}

Projection project(const Diagram& diagram, const Columns& columns) {
  Projection result;
  result.diagram.dimensions = static_cast<int>(columns.size());
  result.diagram.empty = diagram.empty;
  const auto width = columns.size();
  for (const auto& layer : diagram.layers) {
    const auto all = with_columns(layer, static_cast<std::size_t>(diagram.dimensions), columns);
    Diagram::Layer kept;
    kept.issue = layer.issue;
    auto& origin = result.origin.emplace_back();
    for (std::size_t node = 0; node < all.nodes(); ++node) {
      kept.first.push_back(static_cast<std::uint32_t>(kept.arcs.size()));
      for (auto b = all.first[node]; b < all.first[node + 1]; ++b) {
        bool beaten = false;
        for (auto a = all.first[node]; a < all.first[node + 1] && !beaten; ++a)
          beaten = a != b && all.arcs[a].to == all.arcs[b].to && beats(all, a, b, columns);
        if (beaten) continue;
        kept.arcs.push_back(all.arcs[b]);
        kept.tie_keys.push_back(columns.ties ? all.tie_keys[b] : 0);
        kept.gains.insert(kept.gains.end(), all.gains.data() + b * width, all.gains.data() + (b + 1) * width);
        origin.push_back(b);
      }
    }
    kept.first.push_back(static_cast<std::uint32_t>(kept.arcs.size()));
    result.diagram.layers.push_back(std::move(kept));
  }
  return result;
}

Point point_of(const Diagram& diagram, const Path& path) {
  const auto dimensions = static_cast<std::size_t>(diagram.dimensions);
  Point point{std::vector<Utility>(dimensions), std::vector<int>(path.size())};
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto& layer = diagram.layers[i];
    const auto* gain = layer.gains.data() + path[i] * dimensions;
    for (std::size_t d = 0; d < dimensions; ++d) point.value[d] += gain[d];
    point.package[static_cast<std::size_t>(layer.issue)] = static_cast<int>(layer.arcs[path[i]].level);
  }
  return point;
}

void lift(const Projection& projection, Path& path) {
  for (std::size_t i = 0; i < path.size(); ++i) path[i] = projection.origin[i][path[i]];
}

std::uint64_t tie_key_of(const Diagram& diagram, const Path& path) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < path.size(); ++i) key = add_tie_keys(key, diagram.layers[i].tie_keys[path[i]]);
  return key;
}

}  // namespace parley
