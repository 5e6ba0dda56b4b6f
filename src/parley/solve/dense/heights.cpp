#include "parley/solve/dense/heights.h"

#include <algorithm>

#include "parley/solve/side_by_side.h"

namespace parley {
namespace {

struct Extent {
  std::vector<Utility> low, high;
};

Extent extent_of(const Labels& labels) {
  const auto* value = labels.value(0);
  Extent extent{{value, value + labels.width}, {value, value + labels.width}};
  for (std::size_t i = 1; i < labels.size(); ++i)
    for (std::size_t c = 0; c < labels.width; ++c) {
      extent.low[c] = std::min(extent.low[c], labels.value(i)[c]);
      extent.high[c] = std::max(extent.high[c], labels.value(i)[c]);
    }
  return extent;
}

/// The arcs of a layer in steps, by the nodes that they lead to.
void add_moves(Heights& heights, const Diagram::Layer& layer, const Steps& steps, std::size_t number,
               std::size_t nodes_after) {
  auto& to = heights.to.emplace_back(nodes_after + 1);
  for (const auto& arc : layer.arcs) ++to[arc.to + 1];
  for (std::size_t node = 0; node < nodes_after; ++node) to[node + 1] += to[node];
  auto& moves = heights.moves.emplace_back(layer.arcs.size());
  auto next = to;
  const auto last = steps.width - 1;
  for (std::uint32_t node = 0; node < layer.nodes(); ++node)
    for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a) {
      const auto* gain = layer.gains.data() + a * steps.width;
      const auto in = [&](std::size_t c) { return static_cast<std::uint32_t>(steps.steps(number, c, gain[c])); };
      moves[next[layer.arcs[a].to]++] = {node, a, last == 2 ? in(0) : 0, in(last - 1), static_cast<Height>(in(last))};
    }
}

/// The rows from `begin` to `end` of a node's table.
void fill_rows(Heights& heights, std::size_t grid, std::size_t node, std::size_t begin, std::size_t end) {
  const auto& before = heights.grids[grid];
  const auto& after = heights.grids[grid + 1];
  const std::span moves(heights.moves[grid].data() + heights.to[grid][node],
                        heights.moves[grid].data() + heights.to[grid][node + 1]);
  std::vector<Raised> rows;
  for (auto row = begin; row < end; ++row) {
    rows.clear();
    for (const auto& move : moves)
      if (row >= move.rows && row - move.rows < before.rows)
        rows.push_back({heights.row(grid, move.node, row - move.rows) - move.cells, move.height});
    auto* to = heights.heights.get() + after.at(node, row);
    if (rows.empty())
      std::fill_n(to, after.cells, Heights::none);
    else
      highest(rows, to, after.cells);
    std::fill_n(to + after.cells, after.margin, Heights::none);
  }
}

void fill_grid(Heights& heights, std::size_t grid, int threads) {
  // Below so many sums a second thread costs more than it saves.
  constexpr std::size_t worth_sharing = 1 << 21;
  const auto& after = heights.grids[grid + 1];
  std::fill_n(heights.heights.get() + after.start, after.margin, Heights::none);
  const auto sums = after.rows * after.cells * heights.moves[grid].size();
  const std::size_t parts = threads > 1 && sums >= worth_sharing ? 2 : 1;
  side_by_side(parts, [&](std::size_t part) {
    for (std::size_t node = 0; node < after.nodes; ++node)
      fill_rows(heights, grid, node, after.rows * part / parts, after.rows * (part + 1) / parts);
  });
}

void fill_first(Heights& heights, const Steps& steps, const Labels& labels) {
  const auto& grid = heights.grids[0];
  std::fill(heights.heights.get() + grid.start, heights.heights.get() + grid.end(), Heights::none);
  const auto last = labels.width - 1;
  for (std::size_t node = 0; node + 1 < labels.first.size(); ++node)
    for (auto i = labels.first[node]; i < labels.first[node + 1]; ++i) {
      const auto place = spot_of(heights, steps, node, labels.value(i));
      auto& height = heights.heights[grid.at(node, place.row) + place.cell];
      height = std::max(height, static_cast<Height>((labels.value(i)[last] - heights.origin[last]) / steps.size[last]));
    }
}

}  // namespace

std::optional<Heights> lay_out(const Diagram& diagram, const Steps& steps, const Labels& labels, std::size_t layer) {
  Heights result;
  result.first = layer;
  const auto width = steps.width;
  const auto extent = extent_of(labels);
  auto origin = extent.low;
  std::vector<Utility> reach(width);
  for (std::size_t c = 0; c < width; ++c) reach[c] = (extent.high[c] - extent.low[c]) / steps.size[c];
  std::size_t places = 0;
  for (auto i = layer; i <= diagram.layers.size(); ++i) {
    const bool end = i == diagram.layers.size();
    const auto* span = steps.span.data() + i * width;
    Grid grid;
    grid.start = places;
    grid.nodes = end ? 1 : diagram.layers[i].nodes();
    if (width == 3) grid.rows = static_cast<std::size_t>(reach[0]) + 1;
    grid.cells = static_cast<std::size_t>(reach[width - 2]) + 1;
    if (!end) grid.margin = static_cast<std::size_t>(span[width - 2]);
    if (std::ranges::any_of(reach, [](Utility steps_up) { return steps_up > Heights::most; })) return std::nullopt;
    places = grid.end();
    if (places > Heights::most_places) return std::nullopt;
    result.grids.push_back(grid);
    result.origin.insert(result.origin.end(), origin.begin(), origin.end());
    if (end) break;
    for (std::size_t c = 0; c < width; ++c) {
      origin[c] += steps.least[i * width + c];
      reach[c] += span[c];
    }
  }
  return result;
}

bool fill(Heights& heights, const Diagram& diagram, const Steps& steps, const Labels& labels, int threads,
          const std::stop_token& stop) {
  for (auto i = heights.first; i < diagram.layers.size(); ++i)
    add_moves(heights, diagram.layers[i], steps, i, heights.grids[i - heights.first + 1].nodes);
  heights.heights = std::make_unique_for_overwrite<Height[]>(heights.grids.back().end());
  fill_first(heights, steps, labels);
  for (std::size_t grid = 0; grid + 1 < heights.grids.size() && !stop.stop_requested(); ++grid)
    fill_grid(heights, grid, threads);
  return !stop.stop_requested();
}

Spot spot_of(const Heights& heights, const Steps& steps, std::size_t node, const Utility* value) {
  const auto in = [&](std::size_t c) {
    return static_cast<std::uint16_t>((value[c] - heights.origin[c]) / steps.size[c]);
  };
  const auto row = steps.width == 3 ? in(0) : std::uint16_t{0};
  return {static_cast<std::uint32_t>(node), row, in(steps.width - 2)};
}

}  // namespace parley
