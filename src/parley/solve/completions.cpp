#include "parley/solve/completions.h"

#include "parley/solve/bounds.h"

namespace parley {

std::vector<Whole> completions_of(const Diagram& diagram) {
  const auto offset = node_offsets(diagram);
  std::vector<Whole> completions(offset.back() + 1);
  completions.back() = 1;
  for (auto i = diagram.layers.size(); i-- > 0;) {
    const auto& layer = diagram.layers[i];
    for (std::size_t node = 0; node < layer.nodes(); ++node)
      for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a)
        completions[offset[i] + node] += completions[offset[i + 1] + layer.arcs[a].to];
  }
  return completions;
}

}  // namespace parley
