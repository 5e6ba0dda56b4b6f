#pragma once

#include <optional>
#include <vector>

#include "parley/case/case.h"
#include "parley/model/dated.h"

namespace parley {

/// The days on which what no deal gives may change: from which dated values hold, on which exits may open or surely
/// have, and the first on which they may have closed or surely have. Ascending, each once.
std::vector<Date> changes_of(const NoDeal& no_deal);

/// What a party could count on from a date on if it waited for no better than it has: it takes the best exit that is
/// there, or talks on for a period and then has the same choice again. With patience d and breakdown chance h,
///   r(t) = max(exit(t), (1 - d) flow(t) + d ((1 - h(t)) r(t + period) + h(t) breakdown(t))),
/// solved backwards from the date after which nothing changes, where r is the same ever after. The flow counts (1 - d)
/// a period, so that a flow that never ends is worth what is stated of it and all stays on the scale of utilities. A
/// patience that is not stated is 1, a breakdown chance 0, a value of which nothing holds yet 0.
/// An exit is a floor, breakdown the disagreement point: Binmore, Rubinstein and Wolinsky 1986, RAND Journal 17.
/// `span` bounds r over all ranges and unknown stances. Chances and patience may be anywhere in their ranges in every
/// period anew, so that it may be wider than what one chance throughout gives. `central` takes the middle of each
/// range, and of what unknown stances make of it; rounded to 10^-9 in each period.
/// Beyond 20,000 periods anything from 0 to 100 is taken to follow.
/// Nothing where the case states too little: no flow, neither patience nor breakdown chance, or a breakdown chance
/// without what breakdown is worth; nor when unknown stances may stand in more than 64 ways.
std::optional<Appraisal> waiting_value(const Case& c, const NoDeal& no_deal, Date date);

}  // namespace parley
