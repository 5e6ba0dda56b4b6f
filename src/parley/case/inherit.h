#pragma once

#include "parley/case/party.h"

namespace parley {

/// How a principal values packages: what it states itself, and for the rest what its party states. A stated weight,
/// valuation or credence replaces the party's; an order replaces the order, interactions replace the interactions.
Preference preference_of(const Party& party, const Principal& principal);

/// Everything that a principal excludes: its party's red lines, then its own.
std::vector<RedLine> red_lines_of(const Party& party, const Principal& principal);

}  // namespace parley
