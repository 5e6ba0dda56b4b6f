#pragma once

#include "parley/case/case.h"
#include "parley/model/model.h"

namespace parley {

/// The least utility that a principal consents to on a date: its own reservation value on that date, else its party's,
/// else what no deal gives, that is the better of breakdown and the best exit that is there (an exit is a floor;
/// Binmore, Rubinstein and Wolinsky 1986, RAND Journal 17). The flow while talking and waiting for better terms do not
/// count here: the floor answers "this text or none" (see waiting_value.h for waiting).
/// A value that depends on a third party's stance holds, before one that does not, when the third party is known to
/// have taken it. When its stance is not known, the floor covers all the ways in which the unknown stances may stand,
/// each way taken for all values at once; when an exit is perhaps not there yet, or no more (opening.h), it covers
/// both. Where these differ its central value is the middle of all. A later value replaces an earlier one; values of
/// one date are covered as well.
Floor floor_of(const Case& c, const Party& party, const Principal& principal, Date as_of);

}  // namespace parley
