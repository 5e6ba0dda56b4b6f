#pragma once

#include "parley/solve/priced.h"

namespace parley {

/// A change with what decides between changes of equal first cost.
struct Way {
  Change change;
  Costs costs;
  Utility sum = 0;  ///< of the objectives' values
  std::uint64_t key = 0;
};

/// Whether a way comes first: less second cost, then the larger sum, the smaller tie key, the earlier issues.
bool comes_first(const Way& a, const Way& b);

/// The best ways met so far: those of the least first cost, one for each set of issues, in order.
class Ways {
 public:
  Ways(const Diagram& with_costs, const NearestOptions& options, int objectives)
      : diagram_(with_costs), options_(options), objectives_(objectives) {}

  void add(const Path& path);  ///< a path of the diagram with costs
  const std::vector<Way>& all() const { return all_; }
  std::int64_t first_cost() const;  ///< of all; the largest number where none has been met

 private:
  Way way_of(const Path& path) const;

  const Diagram& diagram_;
  const NearestOptions& options_;
  int objectives_;
  std::vector<Way> all_;
};

}  // namespace parley
