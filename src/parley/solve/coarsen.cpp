#include <algorithm>
#include <cmath>
#include <numeric>

#include "parley/solve/row_index.h"
#include "parley/solve/sweep.h"

namespace parley {
namespace {

/// The sides that cells can have: some four to each doubling.
Utility side_of(int size) { return static_cast<Utility>(std::llround(std::exp2(static_cast<double>(size) / 4))); }
constexpr int largest_size = 4 * 61;

class Merging {
 public:
  Merging(const Labels& labels, std::size_t layer, const Sweep& problem) : labels_(labels), demands_(labels.values) {
    const auto& columns = *problem.columns;
    leading_ = columns.leading;
    for (std::size_t node = 0; node + 1 < labels.first.size(); ++node) {
      const auto* ceiling =
          problem.thresholds->ceiling.data() + (problem.thresholds->offset[layer] + node) * labels.width;
      for (auto i = labels.first[node] * labels.width; i < labels.first[node + 1] * labels.width; ++i) {
        const auto c = i % labels.width;
        demands_[i] = columns.all[c].least == no_demand ? 0 : std::min(demands_[i], ceiling[c]);
      }
    }
  }

  struct Merged {
    std::vector<bool> marked;  ///< the labels that stay
    std::size_t kept = 0;
    Utility error = 0;  ///< the most by which a label exceeds the one that stands for it
  };

  /// Merges in a grid whose cells have a side of this size: in each cell those labels stay that stand for all the
  /// others, or narrowly, when cells divide what counts for demands as well, one.
  Merged merge(int size, bool narrowly) const {
    constexpr std::size_t compared = 8;  // in each cell; more would make crowded cells slow
    const auto side = side_of(size);
    const auto divided = narrowly ? labels_.width : leading_;
    RowIndex cells(divided + 1);
    std::vector<std::int64_t> cell(divided + 1);
    std::vector<std::uint32_t> cell_of(labels_.size());
    std::vector<Utility> height(labels_.size());
    for (std::size_t node = 0; node + 1 < labels_.first.size(); ++node) {
      cell[divided] = static_cast<std::int64_t>(node);
      for (auto i = labels_.first[node]; i < labels_.first[node + 1]; ++i) {
        height[i] = side;
        for (std::size_t c = 0; c < divided; ++c) {
          cell[c] = floor_of(coordinate(i, c), side);
          height[i] = std::min(height[i], coordinate(i, c) - cell[c] * side);
        }
        cell_of[i] = cells.number(cell);
      }
    }
    // From the middle of a cell, little is lost in any direction.
    std::vector<std::uint32_t> order(labels_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, [&](auto a, auto b) { return height[a] > height[b]; });
    std::vector<std::vector<std::uint32_t>> kept(cells.size());
    Merged result;
    result.marked.resize(labels_.size());
    for (const auto i : order) {
      auto& others = kept[cell_of[i]];
      const auto few = std::span(others).first(std::min(compared, others.size()));
      const auto other = std::ranges::find_if(few, [&](auto o) { return narrowly || stands_for(o, i); });
      if (other != few.end()) {
        for (std::size_t c = 0; c < divided; ++c)
          result.error = std::max(result.error, coordinate(i, c) - coordinate(*other, c));
        continue;
      }
      others.push_back(i);
      result.marked[i] = true;
      ++result.kept;
    }
    return result;
  }

 private:
  static Utility floor_of(Utility value, Utility side) {
    const auto whole = value / side;
    return whole * side > value ? whole - 1 : whole;
  }

  /// What a cell divides: leading columns, and after them what counts for demands.
  Utility coordinate(std::uint32_t i, std::size_t c) const {
    return c < leading_ ? labels_.value(i)[c] : demands_[i * labels_.width + c];
  }

  /// Whether a label meets every demand at least as surely as another.
  bool stands_for(std::uint32_t a, std::uint32_t b) const {
    const auto* x = demands_.data() + a * labels_.width;
    const auto* y = demands_.data() + b * labels_.width;
    return std::equal(x, x + labels_.width, y, std::greater_equal{});
  }

  const Labels& labels_;
  std::size_t leading_ = 0;
  std::vector<Utility> demands_;  ///< what demands can still make of the labels: cut off where one is sure to be met
};

/// The smallest cells that leave no more than `most` labels.
std::optional<Coarsened> smallest(Labels& labels, const Merging& merging, bool narrowly, std::size_t most) {
  int coarse = largest_size;
  auto best = merging.merge(coarse, narrowly);
  if (best.kept > most) return std::nullopt;
  for (int fine = 0; fine + 1 < coarse;) {
    const auto middle = (fine + coarse) / 2;
    auto merged = merging.merge(middle, narrowly);
    if (merged.kept <= most) {
      best = std::move(merged);
      coarse = middle;
    } else {
      fine = middle;
    }
  }
  keep_marked(labels, best.marked);
  return Coarsened{best.error, narrowly ? best.error : 0};
}

}  // namespace

std::optional<Coarsened> coarsen(Labels& labels, std::size_t layer, const Sweep& problem) {
  const Merging merging(labels, layer, problem);
  // Errors add up over the layers: with room to spare, the next layers need not be made coarse at once.
  const std::size_t roomy = std::max<std::size_t>(1, problem.cap / 8);
  for (const bool narrowly : {false, true})
    for (const auto most : {roomy, problem.cap})
      if (!narrowly || problem.narrowly)
        if (const auto done = smallest(labels, merging, narrowly, most)) return done;
  return std::nullopt;
}

}  // namespace parley
