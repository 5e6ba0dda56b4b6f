#include "parley/solve/dense/read_off.h"

#include <hwy/cache_control.h>

#include <algorithm>

namespace parley {
namespace {

/// The places of a grid that matter, numbered as they are met.
class Numbering {
 public:
  explicit Numbering(std::size_t places) : numbers_(places) {}

  std::uint32_t number(std::size_t at, const Peak& peak) {
    if (numbers_[at] == 0) {
      met.push_back(peak);
      seen_.push_back(at);
      numbers_[at] = static_cast<std::uint32_t>(met.size());
    }
    return numbers_[at] - 1;
  }

  void clear() {
    for (const auto at : seen_) numbers_[at] = 0;
    seen_.clear();
    met.clear();
  }

  std::vector<Peak> met;

 private:
  std::vector<std::uint32_t> numbers_;  ///< one more than the number; 0 when not met
  std::vector<std::size_t> seen_;
};

/// The ways into the places of one grid that reach their height.
struct WaysBack {
  std::vector<std::uint32_t> first;  ///< for each place; one more entry at the end
  std::vector<Step> steps;
};

/// The moves into a node as seen from the grid before: where a move comes from, counted from where it goes to.
struct Sources {
  std::span<const HeightMove> moves;
  std::vector<std::ptrdiff_t> from;
};

std::vector<Sources> sources_of(const Heights& heights, std::size_t grid) {
  const auto& before = heights.grids[grid];
  const auto& to = heights.to[grid];
  std::vector<Sources> result;
  for (std::size_t node = 0; node + 1 < to.size(); ++node) {
    auto& sources = result.emplace_back();
    sources.moves = std::span(heights.moves[grid]).subspan(to[node], to[node + 1] - to[node]);
    for (const auto& move : sources.moves)
      sources.from.push_back(static_cast<std::ptrdiff_t>(before.at(move.node, 0)) -
                             static_cast<std::ptrdiff_t>(move.rows * before.stride() + move.cells));
  }
  return result;
}

WaysBack ways_into(const Heights& heights, std::size_t grid, const std::vector<Peak>& after, Numbering& before) {
  constexpr std::size_t ahead = 8;  // so many places ahead their memory is asked for
  const auto& from = heights.grids[grid];
  const auto sources = sources_of(heights, grid);
  const auto* const table = heights.heights.get();
  const auto base = [&](const Spot& place) {
    return static_cast<std::ptrdiff_t>(place.row * from.stride() + place.cell);
  };
  WaysBack ways;
  ways.first.reserve(after.size() + 1);
  ways.steps.reserve(after.size());
  ways.first.push_back(0);
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (i + ahead < after.size()) {
      const auto& next = after[i + ahead].place;
      for (const auto offset : sources[next.node].from) hwy::Prefetch(table + base(next) + offset);
    }
    const auto& [place, height] = after[i];
    const auto& into = sources[place.node];
    for (std::size_t m = 0; m < into.moves.size(); ++m) {
      const auto& move = into.moves[m];
      const auto row = place.row - move.rows;  // wraps around below 0
      const auto cell = place.cell - move.cells;
      const auto rest = height - move.height;
      if (row >= from.rows || cell >= from.cells || rest < 0) continue;
      const auto at = static_cast<std::size_t>(base(place) + into.from[m]);
      if (table[at] != rest) continue;
      const Spot back{move.node, static_cast<std::uint16_t>(row), static_cast<std::uint16_t>(cell)};
      ways.steps.push_back({before.number(at - from.start, {back, static_cast<Height>(rest)}), move.arc});
    }
    ways.first.push_back(static_cast<std::uint32_t>(ways.steps.size()));
  }
  return ways;
}

/// Of the ways into each place the first with the smallest key; `keys` go from the places before to those after.
std::vector<Step> best_of(const WaysBack& ways, const std::vector<std::uint64_t>& arc_keys,
                          std::vector<std::uint64_t>& keys) {
  std::vector<Step> best(ways.first.size() - 1);
  std::vector<std::uint64_t> after(best.size());
  const auto key = [&](const Step& step) { return add_tie_keys(keys[step.previous], arc_keys[step.arc]); };
  for (std::size_t i = 0; i < best.size(); ++i) {
    best[i] = ways.steps[ways.first[i]];
    after[i] = key(best[i]);
    for (auto w = ways.first[i] + 1; w < ways.first[i + 1]; ++w) {
      const auto other = key(ways.steps[w]);
      if (other >= after[i]) continue;
      best[i] = ways.steps[w];
      after[i] = other;
    }
  }
  keys = std::move(after);
  return best;
}

/// The labels at some places of the first grid. No two stand at one place: one of them would beat the other.
std::vector<std::uint32_t> labels_at(const std::vector<Peak>& places, const Heights& heights, const Steps& steps,
                                     const Labels& labels) {
  const auto& grid = heights.grids[0];
  std::vector<std::uint32_t> label(grid.end() - grid.start);
  for (std::size_t node = 0; node + 1 < labels.first.size(); ++node)
    for (auto i = labels.first[node]; i < labels.first[node + 1]; ++i) {
      const auto place = spot_of(heights, steps, node, labels.value(i));
      label[grid.at(node, place.row) + place.cell - grid.start] = i;
    }
  std::vector<std::uint32_t> result;
  result.reserve(places.size());
  for (const auto& [place, height] : places)
    result.push_back(label[grid.at(place.node, place.row) + place.cell - grid.start]);
  return result;
}

/// Raises the bar at each cell to the highest of the peaks from there on.
void raise(std::vector<Height>& bar, std::span<const Peak> row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::size_t next = i + 1 < row.size() ? row[i + 1].place.cell + std::size_t{1} : 0;
    for (auto end = row[i].place.cell + std::size_t{1}; end > next && bar[end - 1] < row[i].height; --end)
      bar[end - 1] = row[i].height;
  }
}

}  // namespace

std::vector<Peak> peaks(const Heights& heights) {
  const auto last = heights.grids.size() - 1;
  const auto& grid = heights.grids[last];
  std::vector<Peak> result;
  std::vector<Height> bar(grid.cells, Height{-1});  // how high later rows must be at each cell to stand out
  std::vector<std::uint32_t> cells(grid.cells);
  for (auto row = grid.rows; row-- > 0;) {
    const auto* height = heights.row(last, 0, row);
    const auto before = result.size();
    Height best = -1;
    for (const auto cell : std::span(cells).first(places_above(height, bar.data(), grid.cells, cells.data()))) {
      if (height[cell] <= best) continue;
      best = height[cell];
      result.push_back({{0, static_cast<std::uint16_t>(row), static_cast<std::uint16_t>(cell)}, best});
    }
    if (row > 0) raise(bar, std::span(result).subspan(before));
  }
  return result;
}

std::vector<std::vector<Step>> ways_to(const Heights& heights, const Diagram& diagram, const Steps& steps,
                                       const Labels& labels, const std::vector<Peak>& peaks,
                                       std::vector<std::uint64_t>& keys, const std::stop_token& stop) {
  const auto layers = heights.grids.size() - 1;
  std::size_t most = 0;
  for (std::size_t grid = 0; grid < layers; ++grid)
    most = std::max(most, heights.grids[grid].end() - heights.grids[grid].start);
  Numbering numbering(most);
  std::vector<WaysBack> ways(layers);
  auto after = peaks;
  for (auto grid = layers; grid-- > 0;) {
    if (stop.stop_requested()) return {};
    ways[grid] = ways_into(heights, grid, after, numbering);
    after = numbering.met;
    numbering.clear();
  }
  const auto start = labels_at(after, heights, steps, labels);
  keys.clear();
  for (const auto label : start) keys.push_back(labels.keys[label]);
  std::vector<std::vector<Step>> trail;
  for (std::size_t grid = 0; grid < layers; ++grid)
    trail.push_back(best_of(ways[grid], diagram.layers[heights.first + grid].tie_keys, keys));
  for (auto& step : trail.front()) step.previous = start[step.previous];
  return trail;
}

}  // namespace parley
