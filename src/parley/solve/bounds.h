#pragma once

#include <vector>

#include "parley/solve/columns.h"

namespace parley {

/// Numbers all nodes of a diagram: node n of layer i is offset[i] + n; the end is node 0 of the layer after the last.
std::vector<std::size_t> node_offsets(const Diagram& diagram);

/// For each node and column: the most and the least that the rest of the way can add.
struct Reach {
  std::vector<std::size_t> offset;
  std::vector<Utility> most, least;
};
Reach reach_of(const Diagram& diagram);

/// What a partial package must hold at each node so that its demands can still be met, and what makes them sure to be.
struct Thresholds {
  std::vector<std::size_t> offset;
  std::vector<Utility> floor;    ///< no_demand where nothing is demanded
  std::vector<Utility> ceiling;  ///< the largest number where nothing is demanded
};
Thresholds thresholds_of(const Diagram& projected, const Columns& columns);

/// A Lagrangian bound: whatever package is worth finding has at least `threshold` in the weighted sum of its columns.
/// In floating point; `threshold` has the room for rounding taken off.
struct Direction {
  std::vector<double> weight;  ///< for each column, none negative
  std::vector<double> rest;    ///< for each node: the most that the rest of the way adds to the weighted sum
  double required = 0;         ///< the part of the threshold that is there before anything has been found
  double room = 0;             ///< what rounding can amount to
  double threshold = 0;
};

/// The most that the rest of the way adds to a weighted sum of columns, for each node; `best` gets the arc to take.
void weigh(const Diagram& diagram, const std::vector<std::size_t>& offset, const std::vector<double>& weight,
           std::vector<double>& rest, std::vector<std::uint32_t>* best = nullptr);

}  // namespace parley
