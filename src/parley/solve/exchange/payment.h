#pragma once

#include <vector>

#include "parley/model/utility.h"

namespace parley {

/// A thing that one side delivers against divisible payment by the other.
struct Good {
  Utility cost = 0;   ///< to the side that delivers it
  Utility worth = 0;  ///< to the side that pays
};

/// An order of goods and what it takes.
struct PaidOrder {
  std::vector<int> order;  ///< indices into the goods
  Utility guarantee = 0;   ///< the least sum of both sides' guarantees with which it is safe; may be negative
};

/// The guarantee that an order needs, of both sides together. Before each delivery enough must be unpaid that the
/// deliverer goes on, and after it no more than the payer still goes on for; payments between them can see to both when
/// the guarantees add up to the largest of  cost_i - sum over later j of (worth_j - cost_j).  (practice.md 4.3)
Utility guarantee_for(const std::vector<Good>& goods, const std::vector<int>& order);

/// The order that needs least. Reversed in time: first what is worth its cost, by increasing cost, then the rest by
/// decreasing worth (Johnson's rule; Sandholm and Lesser 1995 pose the question). O(n log n). Ties by index.
PaidOrder safest_order(const std::vector<Good>& goods);

}  // namespace parley
