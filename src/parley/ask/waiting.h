#pragma once

#include <vector>

#include "parley/ask/pending.h"
#include "parley/model/consent.h"

namespace parley {

/// Fills in when an approval is due and whether it is overdue on a date.
void read_due(const Case& c, const Approval& approval, Date as_of, Pending& pending);

/// The gates that a principal keeps open, from what all principals of its party have said; innermost first.
std::vector<BlockedGate> gates_kept_open(const Party& party, const std::vector<Ballot>& ballots, int principal);

}  // namespace parley
