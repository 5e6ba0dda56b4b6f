#include "parley/solve/diagram.h"

#include <algorithm>

#include "parley/solve/automata.h"
#include "parley/solve/issue_order.h"
#include "parley/solve/row_index.h"
#include "parley/solve/tie_keys.h"

namespace parley {
namespace {

/// One automaton's part in a layer: where its state stands before and after (-1: it starts or ends here), and which of
/// its own layers this is (-1: none of them, the state is carried over).
struct Part {
  const Automaton* automaton = nullptr;
  int before = -1;
  int after = -1;
  int place = -1;
};

/// The automata that are at work in a layer, and how many states are remembered after it.
struct Plan {
  std::vector<Part> parts;
  std::size_t after = 0;
};

std::vector<Plan> plan_layers(const Automata& automata, int layers) {
  std::vector<Plan> plans(static_cast<std::size_t>(layers));
  for (int i = 0; i < layers; ++i) {
    auto& plan = plans[static_cast<std::size_t>(i)];
    int before = 0;
    int after = 0;
    for (const auto& automaton : automata.all) {
      if (automaton.first() > i || automaton.last() < i) continue;
      Part part{&automaton};
      if (automaton.first() < i) part.before = before++;
      if (automaton.last() > i) part.after = after++;
      const auto place = std::ranges::lower_bound(automaton.layers, i);
      if (*place == i) part.place = static_cast<int>(place - automaton.layers.begin());
      plan.parts.push_back(part);
    }
    plan.after = static_cast<std::size_t>(after);
  }
  return plans;
}

/// Takes one level in one layer: fills the states after it and adds the gains of features that hold; false when a rule
/// is broken.
bool take(const Plan& plan, std::size_t level, std::span<const std::int64_t> before, std::vector<std::int64_t>& after,
          std::span<Utility> gain) {
  after.resize(plan.after);
  for (const auto& part : plan.parts) {
    auto state = part.before >= 0 ? before[static_cast<std::size_t>(part.before)] : start_state(*part.automaton);
    if (part.place >= 0) {
      const auto next = advance(*part.automaton, static_cast<std::size_t>(part.place), level, state);
      if (!next) return false;
      state = *next;
    }
    if (part.after >= 0) {
      after[static_cast<std::size_t>(part.after)] = state;
    } else if (const auto* feature = std::get_if<FeatureReader>(&part.automaton->reader); feature && state == 0) {
      std::ranges::transform(gain, feature->gain, gain.begin(), std::plus{});
    }
  }
  return true;
}

/// Removes arcs into nodes that are marked dead, and the nodes themselves.
void remove_dead(Diagram::Layer& layer, std::size_t dimensions, const std::vector<bool>& alive_after,
                 std::vector<bool>& alive) {
  std::vector<std::uint32_t> renumbered(alive_after.size());
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < alive_after.size(); ++i) {
    renumbered[i] = count;
    if (alive_after[i]) ++count;
  }
  alive.assign(layer.nodes(), false);
  std::vector<std::uint32_t> first{0};
  std::uint32_t kept = 0;
  for (std::size_t node = 0; node < layer.nodes(); ++node) {
    for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a) {
      if (!alive_after[layer.arcs[a].to]) continue;
      layer.arcs[kept] = {renumbered[layer.arcs[a].to], layer.arcs[a].level};
      layer.tie_keys[kept] = layer.tie_keys[a];
      std::copy_n(layer.gains.begin() + static_cast<std::ptrdiff_t>(a * dimensions), dimensions,
                  layer.gains.begin() + static_cast<std::ptrdiff_t>(kept * dimensions));
      ++kept;
    }
    if (kept == first.back()) continue;
    alive[node] = true;
    first.push_back(kept);
  }
  layer.first = std::move(first);
  layer.arcs.resize(kept);
  layer.tie_keys.resize(kept);
  layer.gains.resize(kept * dimensions);
}

void remove_dead_ends(Diagram& diagram) {
  std::vector<bool> alive_after{true};
  std::vector<bool> alive;
  for (auto i = diagram.layers.size(); i-- > 0;) {
    remove_dead(diagram.layers[i], static_cast<std::size_t>(diagram.dimensions), alive_after, alive);
    std::swap(alive, alive_after);
  }
  if (!alive_after.front()) {
    diagram.empty = true;
    diagram.layers.clear();
  }
}

}  // namespace

std::optional<Diagram> build_diagram(const Tables& tables, const DiagramLimits& limits, const std::stop_token& stop) {
  const auto order = order_issues(tables);
  std::vector<int> layer_of(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) layer_of[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
  const auto automata = compile_automata(tables, layer_of);

  Diagram diagram;
  diagram.dimensions = tables.dimensions;
  if (automata.contradictory) {
    diagram.empty = true;
    return diagram;
  }
  const auto dimensions = static_cast<std::size_t>(tables.dimensions);
  const auto plans = plan_layers(automata, tables.issues());
  const auto tie_keys = fitting_tie_keys(tables);
  RowIndex nodes(0);
  nodes.number({});
  std::size_t arcs = 0;
  const std::size_t bytes_of_arc = sizeof(Diagram::Arc) + sizeof(std::uint64_t) + dimensions * sizeof(Utility);
  std::vector<std::int64_t> after;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto issue = static_cast<std::size_t>(order[i]);
    const auto levels = static_cast<std::size_t>(tables.levels[issue]);
    Diagram::Layer layer;
    layer.issue = order[i];
    RowIndex next(plans[i].after);
    for (std::size_t node = 0; node < nodes.size(); ++node) {
      layer.first.push_back(static_cast<std::uint32_t>(layer.arcs.size()));
      for (std::size_t level = 0; level < levels; ++level) {
        const auto* gain = tables.gain[issue].data() + level * dimensions;
        const auto at = layer.gains.size();
        layer.gains.insert(layer.gains.end(), gain, gain + dimensions);
        const std::span added(layer.gains.data() + at, dimensions);
        if (i == 0) std::ranges::transform(added, automata.constant, added.begin(), std::plus{});
        if (!take(plans[i], level, nodes.row(node), after, added)) {
          layer.gains.resize(at);
          continue;
        }
        layer.arcs.push_back({next.number(after), static_cast<std::uint32_t>(level)});
        layer.tie_keys.push_back(tie_keys.empty() ? 0 : tie_keys[issue][level]);
      }
      const std::size_t bytes = (arcs + layer.arcs.size()) * bytes_of_arc +
                                (nodes.size() + next.size()) * (plans[i].after + 2) * sizeof(std::int64_t);
      if (arcs + layer.arcs.size() > limits.arcs || bytes > limits.bytes || stop.stop_requested()) return std::nullopt;
    }
    layer.first.push_back(static_cast<std::uint32_t>(layer.arcs.size()));
    arcs += layer.arcs.size();
    diagram.layers.push_back(std::move(layer));
    nodes = std::move(next);
    if (nodes.size() == 0) break;
  }
  if (nodes.size() == 0) {
    diagram.empty = true;
    diagram.layers.clear();
  } else {
    remove_dead_ends(diagram);
  }
  return diagram;
}

}  // namespace parley
