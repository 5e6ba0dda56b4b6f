#pragma once

#include <vector>

#include "parley/ask/check.h"

namespace parley {

/// Everything that a case states, in the order of the file: each number, order, shape, rule, red line, aspiration,
/// stance, tabled text, answer, approval and event with its source or as an assumption.
std::vector<Checked::Statement> statements_of(const Case& c);

}  // namespace parley
