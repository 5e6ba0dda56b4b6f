#include "parley/solve/dense/steps.h"

#include <algorithm>
#include <numeric>

namespace parley {
namespace {

/// Fills in the least gains and, not yet divided, the spans.
void measure(const Diagram& diagram, Steps& steps) {
  for (const auto& layer : diagram.layers) {
    std::vector<Utility> least(layer.gains.begin(), layer.gains.begin() + static_cast<std::ptrdiff_t>(steps.width));
    auto most = least;
    for (std::size_t i = 0; i < layer.gains.size(); i += steps.width)
      for (std::size_t c = 0; c < steps.width; ++c) {
        least[c] = std::min(least[c], layer.gains[i + c]);
        most[c] = std::max(most[c], layer.gains[i + c]);
      }
    for (std::size_t c = 0; c < steps.width; ++c) {
      steps.least.push_back(least[c]);
      steps.span.push_back(most[c] - least[c]);
    }
  }
}

/// The largest number that divides all gains of a column, counted from the least; 0 when none is left above it, and any
/// number below `enough` as soon as there can be no larger one.
Utility common_step(const Diagram& diagram, const Steps& steps, std::size_t column, Utility enough) {
  Utility step = 0;
  for (std::size_t i = 0; i < diagram.layers.size(); ++i) {
    const auto least = steps.least[i * steps.width + column];
    const auto& gains = diagram.layers[i].gains;
    for (auto at = column; at < gains.size(); at += steps.width) {
      const auto gain = gains[at] - least;
      if (step != 0 && gain % step == 0) continue;
      step = std::gcd(step, gain);
      if (step != 0 && step < enough) return step;
    }
  }
  return step;
}

}  // namespace

std::optional<Steps> steps_of(const Diagram& diagram, Utility most) {
  Steps steps;
  steps.width = static_cast<std::size_t>(diagram.dimensions);
  measure(diagram, steps);
  for (std::size_t c = 0; c < steps.width; ++c) {
    Utility whole = 0;
    for (auto at = c; at < steps.span.size(); at += steps.width) whole += steps.span[at];
    const auto step = std::max<Utility>(1, common_step(diagram, steps, c, (whole + most - 1) / most));
    if (whole / step > most) return std::nullopt;
    steps.size.push_back(step);
    for (auto at = c; at < steps.span.size(); at += steps.width) steps.span[at] /= step;
  }
  return steps;
}

}  // namespace parley
