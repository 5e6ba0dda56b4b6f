#pragma once

#include <map>
#include <optional>
#include <vector>

#include "parley/case/case.h"
#include "parley/model/model.h"

namespace parley {

/// What a text says about one issue: the levels that it allows, ascending.
using Position = std::vector<int>;

/// What the options of one issue are worth on some scale.
struct Worth {
  std::vector<Spread> levels;
  std::vector<int> best_first;  ///< when only the order is known: `levels` has the ends, this keeps them in order
};

/// A party's own value of an issue's options: 0 (worst) to 100 (best) points, in millionths, as the party itself states
/// it; what principals state apart from it is not looked at. From utilities that are stated as numbers, their range
/// within the issue is stretched to 0 to 100. Nothing where the party states no values and does not share the issue.
std::optional<Worth> worth_to(const Case& c, int party, int issue);

/// Steps as a worth, for an issue whose options have an order: each option is worth one more than the one before.
Worth worth_in_steps(const Issue& issue);

/// The sum of factor x worth over positions. Each position is settled as one of its levels, anywhere the text leaves it
/// open, and the same position always in the same way; the central figure takes the mean of its levels. The range is
/// exact for one position less another, and for positions of one level each; where more positions come together and
/// some are brackets that share levels, it is an outer bound.
Spread combined(const Worth& worth, const std::map<Position, int>& factors);

}  // namespace parley
