#pragma once

#include "parley/solve/priced.h"

namespace parley {

/// What the first cost of a package may be. It is counted in units, each step's rounded down: what that lets through
/// too many makes bounds looser, never wrong.
struct Budget {
  static constexpr std::int64_t most_units = 255;

  std::int64_t most = 0;
  std::int64_t unit = 1;
  bool exactly = false;  ///< only packages that cost all of it; in units of 1 alone

  std::size_t slots() const { return static_cast<std::size_t>(most / unit) + 1; }
  /// How many units are left after so much has been spent, which is within the budget.
  std::size_t left(std::int64_t spent) const { return static_cast<std::size_t>((most - spent) / unit); }
};
Budget budget_of(std::int64_t most);
/// Only what costs exactly so much, where units allow it.
Budget exact_budget_of(std::int64_t most);

/// A weighted sum of columns, and the most that the rest of the way adds to it within each budget: a Lagrangian bound.
struct Weighing {
  std::vector<double> weight;  ///< for each column, none negative
  std::vector<double> step;    ///< for each arc, layer by layer: what it adds
  std::vector<double> rest;    ///< for each node and number of units left; minus infinity: no way
  double most = 0;             ///< over all packages within the budget
  double room = 0;             ///< what rounding can amount to
};
void weigh_within(const Priced& priced, const Budget& budget, std::vector<double> weight, Weighing& result);

/// A package within the budget that has the most in a weighted sum; there must be one.
Path best_within(const Priced& priced, const Budget& budget, const Weighing& weighing);

}  // namespace parley
