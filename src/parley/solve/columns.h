#pragma once

#include <limits>
#include <vector>

#include "parley/solve/diagram.h"
#include "parley/solve/point.h"

namespace parley {

/// Nothing is demanded of a column.
inline constexpr Utility no_demand = std::numeric_limits<Utility>::min();

/// What partial packages are compared by. Columns that lead are what is looked for; the others only serve demands, and
/// what they hold beyond their demand counts for nothing.
struct Columns {
  struct Column {
    std::vector<int> dimensions;  ///< the column is their sum
    Utility least = no_demand;
    /// What each is taken times in the sum; nothing: once. The initializer lets columns without weights leave them
    /// out: GCC warns of it otherwise.
    std::vector<std::int64_t> weights = {};  // NOLINT(readability-redundant-member-init)
  };
  std::vector<Column> all;
  std::size_t leading = 0;
  bool lexicographic = false;  ///< the first leading column counts before the second, and so on
  bool ties = true;            ///< whether it matters which of two packages of equal value is found

  std::size_t size() const { return all.size(); }
};

/// Asks for `least` in one dimension: of the leading column that is this dimension alone, else in a column of its own.
void demand(Columns& columns, int dimension, Utility least);

/// Asks for all demands of one of the `enough` masks.
void demand_all(Columns& columns, const Acceptance& acceptance, std::uint64_t mask);

/// The masks of an acceptance; one empty mask when there is none.
std::vector<std::uint64_t> masks_of(const Acceptance* acceptance);

/// A diagram in which the columns take the place of the dimensions. Arcs that are beaten by another arc between the
/// same nodes are gone.
struct Projection {
  Diagram diagram;
  std::vector<std::vector<std::uint32_t>> origin;  ///< for each layer and arc: the arc it stems from
};
Projection project(const Diagram& diagram, const Columns& columns);

/// A path through a diagram: its arc in each layer.
using Path = std::vector<std::uint32_t>;

/// The package of a path, with its value in all dimensions.
Point point_of(const Diagram& diagram, const Path& path);

/// Turns a path of a projection into the path that it stems from.
void lift(const Projection& projection, Path& path);

std::uint64_t tie_key_of(const Diagram& diagram, const Path& path);

}  // namespace parley
