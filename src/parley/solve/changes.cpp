#include "parley/solve/changes.h"

#include "parley/solve/bounds.h"

namespace parley {
namespace {

class Builder {
 public:
  Builder(const Diagram& diagram, const NearestOptions& options, const std::vector<Turn>& turns, std::size_t changes)
      : diagram_(diagram), options_(options), turns_(turns), counts_(changes + 1), offset_(node_offsets(diagram)) {}

  std::optional<Projection> build() {
    find_ways();
    if (!possible(0, 0, 0)) return std::nullopt;
    Projection result;
    result.diagram.dimensions = diagram_.dimensions + 1;
    for (std::size_t i = 0; i < diagram_.layers.size(); ++i) add_layer(i, result);
    return result;
  }

 private:
  /// Whether the node of a layer can be completed after so many changes.
  bool possible(std::size_t layer, std::size_t node, std::size_t changed) const {
    return changed < counts_ && possible_[(offset_[layer] + node) * counts_ + changed];
  }

  std::int64_t movement(const Diagram::Layer& layer, std::size_t arc) const {
    return options_.movement[static_cast<std::size_t>(layer.issue)][layer.arcs[arc].level];
  }

  /// How many changes there are after an arc, which the issue's turn allows; nothing when it does not.
  std::optional<std::size_t> changed_after(const Diagram::Layer& layer, std::size_t arc, std::size_t changed) const {
    const bool change = movement(layer, arc) > 0;
    const auto turn = turns_[static_cast<std::size_t>(layer.issue)];
    if (turn == (change ? Turn::must_stay : Turn::must_change)) return std::nullopt;
    return changed + (change ? 1 : 0);
  }

  void find_ways() {
    possible_.assign((offset_.back() + 1) * counts_, false);
    possible_.back() = true;
    for (auto i = diagram_.layers.size(); i-- > 0;) {
      const auto& layer = diagram_.layers[i];
      for (std::size_t node = 0; node < layer.nodes(); ++node)
        for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a)
          for (std::size_t k = 0; k < counts_; ++k) {
            const auto after = changed_after(layer, a, k);
            if (after && possible(i + 1, layer.arcs[a].to, *after)) possible_[(offset_[i] + node) * counts_ + k] = true;
          }
    }
  }

  void add_layer(std::size_t i, Projection& to) const {
    const auto& layer = diagram_.layers[i];
    const auto dimensions = static_cast<std::size_t>(diagram_.dimensions);
    const bool last = i + 1 == diagram_.layers.size();
    auto& result = to.diagram.layers.emplace_back();
    auto& origin = to.origin.emplace_back();
    result.issue = layer.issue;
    // The first layer has its root alone, the end is one node however many changes led there.
    for (std::size_t n = 0; n < (i == 0 ? 1 : layer.nodes() * counts_); ++n) {
      const auto node = n / counts_;
      result.first.push_back(static_cast<std::uint32_t>(result.arcs.size()));
      for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a) {
        const auto after = changed_after(layer, a, n % counts_);
        if (!after || !possible(i + 1, layer.arcs[a].to, *after)) continue;
        const auto there = last ? 0 : layer.arcs[a].to * counts_ + *after;
        result.arcs.push_back({static_cast<std::uint32_t>(there), layer.arcs[a].level});
        result.tie_keys.push_back(layer.tie_keys[a]);
        const auto* gain = layer.gains.data() + a * dimensions;
        result.gains.insert(result.gains.end(), gain, gain + dimensions);
        result.gains.push_back(-movement(layer, a));
        origin.push_back(a);
      }
    }
    result.first.push_back(static_cast<std::uint32_t>(result.arcs.size()));
  }

  const Diagram& diagram_;
  const NearestOptions& options_;
  const std::vector<Turn>& turns_;
  std::size_t counts_;
  std::vector<std::size_t> offset_;
  std::vector<bool> possible_;
};

}  // namespace

std::optional<Projection> with_changes(const Diagram& diagram, const NearestOptions& options,
                                       const std::vector<Turn>& turns, std::size_t changes) {
  return Builder(diagram, options, turns, changes).build();
}

}  // namespace parley
