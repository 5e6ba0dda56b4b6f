#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "parley/model/model.h"
#include "parley/solve/point.h"
#include "parley/solve/viewpoint.h"

namespace parley {

/// What a viewpoint picks from the zone, with one gate or without it.
struct HandsView {
  Viewpoint viewpoint = Viewpoint::nash;
  std::optional<std::vector<Utility>> value;  ///< to each party in its central view; nothing: no package, or not proven
};

/// The viewpoints if one principal's approval were not needed.
struct HandsWithout {
  Actor who;
  std::vector<Utility> floors;  ///< the disagreement point without it
  std::vector<HandsView> views;
};

/// Tied hands, both ways: the viewpoints on the zone with every gate as it is, and with each principal's gate left out
/// by itself. Whoever must ask at home may be offered more, and may find that nothing is left that all could accept;
/// which of the two, the figures tell. (Schelling 1960, The Strategy of Conflict; Putnam 1988)
/// The disagreement point is each party's floor, which follows from its tree, and so from the gate that is left out.
struct TiedHands {
  bool computed = false;
  std::vector<Utility> floors;
  std::vector<HandsView> views;       ///< Nash and Kalai-Smorodinsky
  std::vector<HandsWithout> without;  ///< by ids; at most eight
  std::vector<Actor> left_out;        ///< beyond these eight
};

/// Principals that are their party's only one are not among them: without them there is no consent to speak of.
TiedHands tied_hands(const Case& c, const Model& model, const std::stop_token& stop = {});

}  // namespace parley
