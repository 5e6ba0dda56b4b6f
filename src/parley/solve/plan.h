#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "parley/model/tables.h"

namespace parley {

/// How a package space is searched, and what that was decided by.
struct SearchPlan {
  enum class Route {
    issue_by_issue,   ///< nothing ties issues together: one node in each layer of the diagram
    elimination,      ///< a diagram whose nodes remember what later rules and features need
    branch_and_bound  ///< the diagram would outgrow its limits
  };
  Route route = Route::issue_by_issue;

  std::vector<int> order;                ///< the issues as the diagram takes them
  std::vector<std::vector<int>> groups;  ///< issues that features and rules tie together, each in order, largest first
  std::size_t ties = 0;                  ///< features and rules over two or more issues
  /// The most issues, over all layers, that are decided and still matter to a tie that is not settled. In the graph
  /// whose edges join issues of one tie, this bounds the pathwidth of `order`.
  int width = 0;
  /// At most so many nodes in the widest layer, from what ties can have to remember; 2^63 - 1 stands for more.
  std::int64_t states_at_most = 1;

  /// What the diagram came to; nothing when it outgrew its limits.
  struct Size {
    std::size_t widest = 0;  ///< nodes of its widest layer
    std::size_t arcs = 0;
  };
  std::optional<Size> diagram;

  /// The values of a dimension are multiples of `step` (an offset aside) and lie within `steps` of these. Coarse
  /// scales have dense tables as long as the steps; fine ones have lists.
  struct Scale {
    Utility step = 1;
    std::int64_t steps = 0;
  };
  std::vector<Scale> scales;  ///< for each dimension
};

/// Decides the route; builds the diagram to be sure of its size.
SearchPlan plan_search(const Tables& tables, const std::stop_token& stop = {});

}  // namespace parley
