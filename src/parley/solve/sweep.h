#pragma once

#include <limits>
#include <optional>
#include <span>
#include <stop_token>

#include "parley/solve/frontier.h"
#include "parley/solve/labels.h"

namespace parley {

/// A pass over the layers of a projected diagram that keeps, at each node, the partial packages that may still matter.
/// Every search of solve/ is one of these.
struct Sweep {
  static constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();

  const Diagram* diagram = nullptr;
  const Columns* columns = nullptr;
  const Thresholds* thresholds = nullptr;
  std::span<const Direction> directions;
  std::size_t beam = unlimited;  ///< keep only so many a layer, the most promising in the given directions
  std::size_t cap = unlimited;   ///< merge near neighbours above so many a layer, see coarsen()
  bool narrowly = false;         ///< rather than stop at the cap, lose what meets a demand only narrowly
  Dense dense = Dense::when_cheaper;
  int threads = 1;  ///< at most so many on big layers, 2 being the most that are used
  std::stop_token stop;
};

struct Swept {
  Labels end;                            ///< complete packages
  std::vector<std::vector<Step>> trail;  ///< the steps of each layer
  Utility within = 0;                    ///< what merging neighbours may have cost in each leading column
  Utility narrow = 0;                    ///< and by how much a package that was lost may have met its demands
  bool cut = false;                      ///< the beam left something out
  bool stopped = false;                  ///< by the token, or because the cap could not be kept
};
Swept sweep(const Sweep& problem);

/// The path to a complete package.
void trace(const Swept& swept, std::size_t label, Path& path);

/// Keeps the most promising labels only: those whose tightest bound is farthest above what is required.
void keep_promising(Labels& labels, std::size_t layer, const Sweep& problem);

/// What coarsening may cost at most: in each leading column, and in what counts for demands.
struct Coarsened {
  Utility error = 0;
  Utility narrow = 0;
};

/// Merges labels of a node that lie within a grid cell of each other in the leading columns, with the smallest cells
/// that bring the layer well under the cap. A label only gives way to one that meets every demand at least as surely;
/// where that leaves too many and the problem allows it narrowly, to one that falls short by less than a cell. Nothing
/// when no grid is coarse enough.
std::optional<Coarsened> coarsen(Labels& labels, std::size_t layer, const Sweep& problem);

/// Keeps the labels that are marked.
void keep_marked(Labels& labels, const std::vector<bool>& marked);

}  // namespace parley
