#pragma once

#include "parley/solve/bounds.h"
#include "parley/solve/nearest.h"

namespace parley {

/// What changes cost: the first cost is to be as small as possible, the second decides between equal first costs.
struct Costs {
  std::int64_t first = 0;
  std::int64_t second = 0;
};
Costs costs_of(const NearestOptions& options, std::size_t issue, std::size_t level);

/// The packages that leave frozen issues as they are, with two dimensions added: first and second cost, negative. Where
/// nothing is remembered between layers, the issues that matter most to the demands come first: bounds on the rest are
/// tight then.
Diagram with_costs(const Diagram& diagram, const Acceptance& acceptance, const NearestOptions& options);

/// A diagram with costs in the columns that a search for the cheapest package needs: first and second cost (negative),
/// the sum of the objectives' values, and what is demanded.
struct Priced {
  static constexpr std::size_t price = 0;
  static constexpr std::size_t second = 1;
  static constexpr std::size_t sum = 2;
  static constexpr std::size_t first_demand = 3;

  Columns columns;
  Projection projection;
  std::vector<std::size_t> offset;  ///< see node_offsets
  std::vector<std::size_t> arcs;    ///< for each layer: how many arcs there are before it; one more entry at the end
  std::vector<Utility> ceiling;     ///< for each node and column, see Thresholds
  std::vector<double> range;        ///< for each column: the most less the least, at least 1
  std::vector<double> magnitude;    ///< for each column: what its sums stay below
  std::int64_t dearest = 0;         ///< no package has a first cost above this
  std::int64_t dearest_second = 0;

  std::size_t width() const { return columns.size(); }
  const Diagram& diagram() const { return projection.diagram; }
};
Priced priced(const Diagram& with_costs, const Acceptance& acceptance, std::uint64_t mask,
              const std::vector<Acceptance::Demand>& besides, int objectives);

}  // namespace parley
