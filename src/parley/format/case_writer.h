#pragma once

#include <string>
#include <vector>

#include "parley/case/case.h"
#include "parley/format/domain/domain.h"

namespace parley {

/// A case whose parties all have utilities, as a case file that reads back as the same case: the title, the parties
/// with their utilities, the issues and the sources. What else a case may hold is left out; flattened() of the model
/// names it.
Exported write_case(const Case& c);

}  // namespace parley
