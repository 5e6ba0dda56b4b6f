#pragma once

#include <optional>
#include <vector>

#include "parley/solve/diagram.h"

namespace parley {

/// Gains counted in steps of a coarse scale. In each layer and column the least gain counts as none.
struct Steps {
  std::size_t width = 0;
  std::vector<Utility> size;   ///< for each column: what one step is worth
  std::vector<Utility> least;  ///< for each layer and column: the least gain
  std::vector<Utility> span;   ///< for each layer and column: the steps from the least gain to the largest

  Utility steps(std::size_t layer, std::size_t column, Utility gain) const {
    return (gain - least[layer * width + column]) / size[column];
  }
};

/// The coarsest scale that all gains fit exactly; nothing when some column needs more than `most` steps from its least
/// sum to its largest.
std::optional<Steps> steps_of(const Diagram& diagram, Utility most);

}  // namespace parley
