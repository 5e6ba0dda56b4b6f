#pragma once

#include <string>

namespace parley {

/// The JSON Schema (draft 7) of the case file, built from the same forms that the reader goes by: editors complete,
/// explain and check with it. What a schema cannot say (references, sums, rules) only the reader knows.
std::string case_schema();

}  // namespace parley
