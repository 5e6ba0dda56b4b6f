#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "parley/model/tables.h"

namespace parley {

/// Features and rules as automata that read a package layer by layer. Each remembers one number, as little as the
/// layers to come need: states from which all goes on alike are one state.

/// A feature still holds (0) or has failed (1).
struct FeatureReader {
  std::vector<std::vector<bool>> holds;  ///< for each of its layers and each level
  std::vector<Utility> gain;
};

/// An implication is open (0), has failed in a consequence (1) or is sure to hold (2).
struct ImplicationReader {
  struct Place {
    std::vector<bool> when, then;  ///< for each level; all true where the layer is not part of that side
    bool when_ends = false;        ///< no condition after this layer
    bool then_ends = false;        ///< no consequence after this layer
  };
  std::vector<Place> places;
  bool forbids = false;  ///< there are no consequences
};

/// A linear rule remembers its sum so far, or that it is sure to hold.
struct LinearReader {
  std::vector<std::vector<std::int64_t>> amounts;  ///< for each of its layers and each level
  std::vector<std::int64_t> lowest, highest;       ///< what the layers after this one can add
  std::int64_t least = 0;
  std::int64_t most = 0;
};

struct Automaton {
  std::vector<int> layers;  ///< ascending, at least one
  std::variant<FeatureReader, ImplicationReader, LinearReader> reader;

  int first() const { return layers.front(); }
  int last() const { return layers.back(); }
};

/// Everything that has to be remembered, for issues in the given order (layer of each issue).
struct Automata {
  std::vector<Automaton> all;
  std::vector<Utility> constant;  ///< what features without conditions add to every package
  bool contradictory = false;     ///< a rule without issues that fails
};
Automata compile_automata(const Tables& tables, const std::vector<int>& layer_of);

/// The state before the first layer.
std::int64_t start_state(const Automaton& automaton);

/// The state after the automaton's layer number `place` takes `level`; nothing when the rule is broken then.
std::optional<std::int64_t> advance(const Automaton& automaton, std::size_t place, std::size_t level,
                                    std::int64_t state);

}  // namespace parley
