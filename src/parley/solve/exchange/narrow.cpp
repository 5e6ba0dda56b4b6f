#include "parley/solve/exchange/narrow.h"

#include <algorithm>
#include <limits>

namespace parley {
namespace {

/// A state, how it was reached, and how good the way there and the state are.
struct Reached {
  Utility worst = 0;
  Utility here = 0;
  Delivered delivered;
  std::size_t from = 0;  ///< in the layer before
  int step = 0;
};

bool better(const Reached& a, const Reached& b) {
  if (a.worst != b.worst) return a.worst < b.worst;
  if (a.here != b.here) return a.here < b.here;
  return a.delivered < b.delivered;
}

/// One of each state, the best `width` of them.
void keep_best(std::vector<Reached>& layer, std::size_t width) {
  std::ranges::sort(layer, [](const Reached& a, const Reached& b) {
    return a.delivered != b.delivered ? a.delivered < b.delivered : better(a, b);
  });
  const auto twice = std::ranges::unique(layer, {}, &Reached::delivered);
  layer.erase(twice.begin(), twice.end());
  std::ranges::sort(layer, better);
  if (layer.size() > width) layer.resize(width);
}

}  // namespace

Utility excess_at(const ExchangeTable& table, const std::vector<Utility>& guarantees, const Delivered& delivered) {
  auto most = std::numeric_limits<Utility>::min();
  for (std::size_t s = 0; s < guarantees.size(); ++s)
    most = std::max(most, temptation_of(table, static_cast<int>(s), delivered) - guarantees[s]);
  return most;
}

std::optional<std::vector<int>> narrow_way(const ExchangeTable& table, const std::vector<Utility>& guarantees,
                                           std::size_t width) {
  int blocks = 0;
  for (const auto& of_class : table.classes) blocks += of_class.blocks;
  Delivered start(table.classes.size());
  const auto at_start = excess_at(table, guarantees, start);
  std::vector<std::vector<Reached>> layers{{{at_start, at_start, start, 0, 0}}};
  for (int done = 0; done < blocks; ++done) {
    std::vector<Reached> next;
    for (std::size_t r = 0; r < layers.back().size(); ++r) {
      const auto& reached = layers.back()[r];
      for (std::size_t k = 0; k < table.classes.size(); ++k) {
        if (reached.delivered[k] == table.classes[k].blocks) continue;
        auto delivered = reached.delivered;
        ++delivered[k];
        if (!in_order(table, delivered)) continue;
        const auto here = excess_at(table, guarantees, delivered);
        next.push_back({std::max(reached.worst, here), here, std::move(delivered), r, static_cast<int>(k)});
      }
    }
    if (next.empty()) return std::nullopt;
    keep_best(next, std::max<std::size_t>(1, width));
    layers.push_back(std::move(next));
  }
  std::vector<int> steps;
  std::size_t place = 0;
  for (auto layer = layers.size() - 1; layer > 0; --layer) {
    steps.push_back(layers[layer][place].step);
    place = layers[layer][place].from;
  }
  std::ranges::reverse(steps);
  return steps;
}

}  // namespace parley
