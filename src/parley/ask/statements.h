#pragma once

#include <map>
#include <vector>

#include "parley/ask/check.h"

namespace parley {

/// Everything that a case states, in the order of the file: each number, order, shape, rule, red line, aspiration,
/// stance, tabled text, answer, approval and event with its source or as an assumption.
std::vector<Checked::Statement> statements_of(const Case& c);

/// How many of them rest on what, without their words, which are many where the talks are long.
struct StatementCount {
  std::map<int, int> by_source;  ///< index into Case::sources: statements that are no assumptions
  int assumed = 0;
};
StatementCount count_statements(const Case& c);

}  // namespace parley
