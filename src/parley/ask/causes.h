#pragma once

#include <vector>

#include "parley/ask/explain.h"

namespace parley {

/// What keeps a package below 1 for a valuer, largest central loss first (see Cause): what each issue falls short of
/// its best option, each combination that does not come out well, and the doubt that later phases will be reached.
std::vector<Cause> causes_of(const Case& c, const Valuer& valuer, const Package& package);

}  // namespace parley
