#pragma once

#include "parley/format/reader/fields.h"

namespace parley {

/// The clauses of a proposal whose parent, if any, has been read: those that it keeps from its parent, changed as it
/// says, without those that it drops, and its own behind them; and whether there are others that are not known.
void read_clauses(Reading& r, const Fields& proposal, Proposal& into);

}  // namespace parley
