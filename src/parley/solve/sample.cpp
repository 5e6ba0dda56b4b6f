#include "parley/solve/sample.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "parley/solve/bounds.h"
#include "parley/solve/mix.h"

namespace parley {
namespace {

/// For each layer and arc: the draws below this take it or an arc of the same node before it, out of 2^64; the last arc
/// of a node takes all that are left.
std::vector<std::vector<std::uint64_t>> draws_below(const Diagram& diagram, const std::vector<Count>& completions) {
  const auto offset = node_offsets(diagram);
  std::vector<std::vector<std::uint64_t>> draws;
  for (std::size_t i = 0; i < diagram.layers.size(); ++i) {
    const auto& layer = diagram.layers[i];
    auto& here = draws.emplace_back();
    for (std::size_t node = 0; node < layer.nodes(); ++node) {
      Count before = 0;
      for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a) {
        before += completions[offset[i + 1] + layer.arcs[a].to];
        const bool last = a + 1 == layer.first[node + 1];
        const Count below = last ? Count(0) : (before << 64) / completions[offset[i] + node];
        here.push_back(below.convert_to<std::uint64_t>());
      }
    }
  }
  return draws;
}

bool accepts(const Acceptance& acceptance, const std::vector<Utility>& value) {
  std::uint64_t met = 0;
  for (std::size_t j = 0; j < acceptance.demands.size(); ++j)
    if (value[static_cast<std::size_t>(acceptance.demands[j].dimension)] >= acceptance.demands[j].least)
      met |= std::uint64_t{1} << j;
  return std::ranges::any_of(acceptance.enough, [&](auto mask) { return (mask & ~met) == 0; });
}

/// The ends of Wilson's 95 % interval for `hits` of `draws`.
std::pair<double, double> wilson(double hits, double draws) {
  constexpr double z = 1.959963984540054;
  const auto share = hits / draws;
  const auto middle = share + z * z / (2 * draws);
  const auto reach = z * std::sqrt(share * (1 - share) / draws + z * z / (4 * draws * draws));
  const auto whole = 1 + z * z / draws;
  return {std::max(0.0, (middle - reach) / whole), std::min(1.0, (middle + reach) / whole)};
}

}  // namespace

void sample_accepted(const Diagram& diagram, const Acceptance& acceptance, const std::vector<Count>& completions,
                     const CountOptions& options, const std::stop_token& stop, AcceptedCount& result) {
  const auto draws = draws_below(diagram, completions);
  const auto width = static_cast<std::size_t>(diagram.dimensions);
  constexpr std::size_t between_polls = 1024;
  const auto wanted = std::max<std::size_t>(1, options.samples);
  std::size_t samples = 0;
  std::size_t hits = 0;
  std::vector<Utility> value(width);
  for (std::size_t j = 0; j < wanted; ++j, ++samples) {
    if (j > 0 && j % between_polls == 0 && stop.stop_requested()) break;
    std::ranges::fill(value, 0);
    auto random = mix(options.seed ^ mix(j));
    std::size_t node = 0;
    for (std::size_t i = 0; i < diagram.layers.size(); ++i) {
      const auto& layer = diagram.layers[i];
      random = mix(random);
      auto a = layer.first[node];
      while (a + 1 < layer.first[node + 1] && random >= draws[i][a]) ++a;
      for (std::size_t d = 0; d < width; ++d) value[d] += layer.gains[a * width + d];
      node = layer.arcs[a].to;
    }
    hits += accepts(acceptance, value);
  }
  const auto n = static_cast<double>(samples);
  result.samples = samples;
  result.share = static_cast<double>(hits) / n;
  std::tie(result.low, result.high) = wilson(static_cast<double>(hits), n);
}

}  // namespace parley
