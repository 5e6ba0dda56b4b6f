#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "parley/model/tables.h"

namespace parley {

/// The package space as a layered decision diagram: one layer for each issue (in an order of the diagram's choosing),
/// nodes within a layer for what later rules and features must remember of earlier choices, arcs for options. Each
/// path from the root to the end is exactly one package that obeys the rules, and the sum of the gains along it is its
/// value. Additive tables without rules have one node in each layer. (Decision diagrams for optimisation: Bergman,
/// Cire, van Hoeve, Hooker, 2016.)
struct Diagram {
  struct Arc {
    std::uint32_t to = 0;     ///< node in the next layer
    std::uint32_t level = 0;  ///< the option taken
  };
  struct Layer {
    int issue = 0;                     ///< the issue that is chosen here, as numbered in the tables
    std::vector<std::uint32_t> first;  ///< for each node: its first arc; one more entry at the end
    std::vector<Arc> arcs;
    std::vector<Utility> gains;           ///< for each arc: dimensions entries
    std::vector<std::uint64_t> tie_keys;  ///< for each arc

    std::size_t nodes() const { return first.size() - 1; }
  };
  int dimensions = 0;
  std::vector<Layer> layers;  ///< the last layer's arcs all lead to node 0, the end
  bool empty = false;         ///< no package obeys the rules

  int issues() const { return static_cast<int>(layers.size()); }
};

/// Limits on the size of a diagram.
struct DiagramLimits {
  std::size_t arcs = 20'000'000;
  std::size_t bytes = std::size_t{256} << 20;
};

/// Builds the diagram; nothing when rules and features entangle the issues beyond the limits, or on a stop. Nodes that
/// cannot be completed to a package are removed.
std::optional<Diagram> build_diagram(const Tables& tables, const DiagramLimits& limits = {},
                                     const std::stop_token& stop = {});

}  // namespace parley
