#pragma once

#include "parley/case/utilities.h"

namespace parley {

/// Turns u(x) into min(1, u(x)), exactly, by a combination for each kind of package above 1 that takes the excess away
/// (a kind: packages whose options in every issue are worth the same). Sums that exceed 1 by no more than 10^-9 for
/// each issue are rounding and left alone. False, and no change, when there are more than 1000 kinds or it takes too
/// long to find out: depth-first search with bounds, at most some 10^8 steps.
bool cut_at_one(Utilities& utilities);

}  // namespace parley
