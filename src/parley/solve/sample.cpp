#include "parley/solve/sample.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "parley/solve/accepts.h"
#include "parley/solve/bounds.h"
#include "parley/solve/completions.h"
#include "parley/solve/mix.h"

namespace parley {
namespace {

/// For each layer and arc: the draws below this take it or an arc of the same node before it, out of 2^64; the last arc
/// of a node takes all that are left.
std::vector<std::vector<std::uint64_t>> draws_below(const Diagram& diagram, const std::vector<Whole>& completions) {
  const auto offset = node_offsets(diagram);
  std::vector<std::vector<std::uint64_t>> draws;
  for (std::size_t i = 0; i < diagram.layers.size(); ++i) {
    const auto& layer = diagram.layers[i];
    auto& here = draws.emplace_back();
    for (std::size_t node = 0; node < layer.nodes(); ++node) {
      Whole before = 0;
      for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a) {
        before += completions[offset[i + 1] + layer.arcs[a].to];
        const bool last = a + 1 == layer.first[node + 1];
        const Whole below = last ? Whole(0) : (before << 64) / completions[offset[i] + node];
        here.push_back(below.convert_to<std::uint64_t>());
      }
    }
  }
  return draws;
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

/// Draws packages and counts those that are accepted. `value_of` fills in the value of a path: its arc in each layer.
template <class ValueOf>
void sample(const Diagram& diagram, const Acceptance& acceptance, const std::vector<Whole>& completions,
            const CountOptions& options, const std::stop_token& stop, std::size_t width, const ValueOf& value_of,
            AcceptedCount& result) {
  const auto draws = draws_below(diagram, completions);
  constexpr std::size_t between_polls = 1024;
  const auto wanted = std::max<std::size_t>(1, options.samples);
  std::size_t samples = 0;
  std::size_t hits = 0;
  std::vector<Utility> value(width);
  Path path(diagram.layers.size());
  for (std::size_t j = 0; j < wanted; ++j, ++samples) {
    if (j > 0 && j % between_polls == 0 && stop.stop_requested()) break;
    auto random = mix(options.seed ^ mix(j));
    std::size_t node = 0;
    for (std::size_t i = 0; i < diagram.layers.size(); ++i) {
      const auto& layer = diagram.layers[i];
      random = mix(random);
      auto a = layer.first[node];
      while (a + 1 < layer.first[node + 1] && random >= draws[i][a]) ++a;
      path[i] = a;
      node = layer.arcs[a].to;
    }
    std::ranges::fill(value, 0);
    value_of(path, value);
    hits += accepts(acceptance, value);
  }
  const auto n = static_cast<double>(samples);
  result.samples = samples;
  result.share = static_cast<double>(hits) / n;
  std::tie(result.low, result.high) = wilson(static_cast<double>(hits), n);
}

}  // namespace

void sample_accepted(const Diagram& diagram, const Acceptance& acceptance, const std::vector<Whole>& completions,
                     const CountOptions& options, const std::stop_token& stop, AcceptedCount& result) {
  const auto width = static_cast<std::size_t>(diagram.dimensions);
  const auto value_of = [&](const Path& path, std::vector<Utility>& value) {
    for (std::size_t i = 0; i < path.size(); ++i) {
      const auto* gain = diagram.layers[i].gains.data() + path[i] * width;
      for (std::size_t d = 0; d < width; ++d) value[d] += gain[d];
    }
  };
  sample(diagram, acceptance, completions, options, stop, width, value_of, result);
}

AcceptedCount sample_by_rules(const Diagram& rules, const Tables& tables, const Acceptance& acceptance,
                              const CountOptions& options, const std::stop_token& stop) {
  AcceptedCount result;
  if (rules.empty) {
    result.exact = Count{};
    return result;
  }
  const auto width = static_cast<std::size_t>(tables.dimensions);
  std::vector<std::size_t> level(rules.layers.size());
  const auto holds = [&](const LevelSet& set) { return set.holds[level[static_cast<std::size_t>(set.issue)]]; };
  const auto value_of = [&](const Path& path, std::vector<Utility>& value) {
    for (std::size_t i = 0; i < path.size(); ++i) {
      const auto issue = static_cast<std::size_t>(rules.layers[i].issue);
      level[issue] = rules.layers[i].arcs[path[i]].level;
      for (std::size_t d = 0; d < width; ++d) value[d] += tables.gain[issue][level[issue] * width + d];
    }
    for (const auto& feature : tables.features)
      if (std::ranges::all_of(feature.when, holds))
        for (std::size_t d = 0; d < width; ++d) value[d] += feature.gain[d];
  };
  sample(rules, acceptance, completions_of(rules), options, stop, width, value_of, result);
  return result;
}

}  // namespace parley
