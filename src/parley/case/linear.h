#pragma once

#include <vector>

#include "parley/case/issue.h"

namespace parley {

/// Wide enough for a bound in millionths (below 10^18) times any number of an issue.
__extension__ using Wide = __int128;

/// sum of coefficient * number(issue) >= bound: what a ratio or a total asks for, once for each of its bounds.
struct AtLeast {
  struct Term {
    int issue = 0;
    Wide coefficient = 0;
  };
  std::vector<Term> terms;
  Wide bound = 0;
};

/// Empty for rules that are neither ratio nor total.
std::vector<AtLeast> linear_parts(const Rule& rule);

}  // namespace parley
