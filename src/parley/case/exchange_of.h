#pragma once

#include "parley/case/case.h"

namespace parley {

/// The exchange of a case; where it has none, one in which nothing is exchanged.
const Exchange& exchange_of(const Case& c);

}  // namespace parley
