#pragma once

#include "parley/format/reader/fields.h"

namespace parley {

/// A block of preferences; no node is a preference that states nothing, sized to the issues and phases of the case.
Preference read_preference(Reading& r, const Node* node);

/// A claimant of a share whose valuation of it is not stated wants as much of it as it can get, every percent alike.
void value_own_shares(const Case& c, int party, Preference& preference);

}  // namespace parley
