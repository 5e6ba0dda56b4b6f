#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "parley/format/genius/boxes.h"
#include "parley/format/genius/profile.h"

namespace parley {

/// Where the rules of a constraint profile make something 0.
struct Rules {
  std::vector<Box> for_outcome;               ///< the whole utility
  std::map<int, std::vector<Box>> for_issue;  ///< what one issue adds
  std::size_t steps = 0;                      ///< spent on sums, of some 10^7
};

/// Reads a <constraint>, of the types that Genius 9 knows:
///   inclusiveZeroOutcomeConstraint: 0 when all conditions hold ("numeric=positive" holds from 0 up, "numeric=negative"
///     from 0 down, any other text where the value contains it)
///   conditionalZeroOutcomeConstraint: two conditions; 0 when the first, numeric=positive (above 0) or negative
///   (below),
///     holds and the value of the second does not contain its text. First is what Java's HashMap lists first.
///   zeroConstraint: the issue adds 0 when all values are as assigned
///   conditionalZeroConstraint: as before, and the value of the issue does not contain its text
///   sumZeroConstraint, sumZeroConstraintList: the issue adds 0 when the sum of other issues lies between min and max
///     and its value contains the text, or one of several
///   sumZeroNotConstraint: the same, when it does not contain the text
/// Other types are left out with a note: Genius passes over them.
void read_rule(Profile& profile, pugi::xml_node node, Rules& rules);

}  // namespace parley
