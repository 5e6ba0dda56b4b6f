#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "parley/solve/bounds.h"

namespace parley {

/// Where a partial package came from: a partial package of the layer before and an arc.
struct Step {
  std::uint32_t previous = 0;
  std::uint32_t arc = 0;
};

/// The partial packages of a layer, node by node, best first: in descending order of the leading columns.
struct Labels {
  std::size_t width = 0;
  std::vector<Utility> values;
  std::vector<std::uint64_t> keys;
  std::vector<Step> steps;
  std::vector<std::uint32_t> first;  ///< for each node; one more entry at the end

  std::size_t size() const { return keys.size(); }
  const Utility* value(std::size_t i) const { return values.data() + i * width; }
};

/// The one label of a sweep that has not begun: nothing chosen.
Labels root_label(std::size_t width);

/// Partial packages that take the same arc into a node.
struct Stream {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t arc = 0;
  std::uint64_t key = 0;
  const Utility* gain = nullptr;
};

/// All ways into a node, and what is to become of them.
struct Arrivals {
  const Labels* from = nullptr;
  std::span<const Stream> streams;
  const Columns* columns = nullptr;
  const Utility* floor = nullptr;    ///< for each column: less than this cannot be completed
  const Utility* ceiling = nullptr;  ///< for each column: more than this makes no difference to a demand
  std::span<const Direction> directions;
  std::size_t node = 0;  ///< as numbered by node_offsets
  int threads = 1;       ///< at most so many
  std::stop_token stop;
};

/// Each of the three appends to `to` those arrivals that can be completed and that no other one makes needless, in the
/// order of Labels. They may leave out anything once a stop is requested.
void merge_pairs(const Arrivals& arrivals, Labels& to);    ///< two leading columns, no others, no directions
void merge_triples(const Arrivals& arrivals, Labels& to);  ///< three leading columns, no others, no directions
void filter_any(const Arrivals& arrivals, Labels& to);     ///< any columns

/// The tie key of a step.
inline std::uint64_t key_after(const Arrivals& arrivals, std::uint32_t previous, std::uint64_t arc_key) {
  return add_tie_keys(arrivals.from->keys[previous], arc_key);
}

}  // namespace parley
