#pragma once

#include <map>
#include <vector>

#include "parley/ask/check.h"

namespace parley {

/// Everything that a case states, in the order of the file: each number (one by one where statements differ, and part
/// by part where it follows from a gamble), delay, order, shape, rule, red line, aspiration, stance, tabled text,
/// answer, approval, event, lever and part of the exchange with its source or as an assumption. Of consent, only what
/// statements differ on.
std::vector<Checked::Statement> statements_of(const Case& c);

/// How many of them rest on what, without their words, which are many where the talks are long.
struct StatementCount {
  std::map<int, int> by_source;  ///< index into Case::sources: statements that are no assumptions
  int assumed = 0;
};
StatementCount count_statements(const Case& c);

}  // namespace parley
