#pragma once

#include "parley/case/case.h"
#include "support/random_tables.h"

namespace parley::test {

/// What a random case looks like.
struct CaseShape {
  int parties = 2;
  int issues = 4;
  int most_levels = 3;
  bool ranges = true;      ///< some numbers are ranges or orders
  bool principals = true;  ///< consent trees of up to three principals with views and red lines of their own
  bool rules = true;       ///< rules of every kind, and interactions
  // What is off unless a test asks for it; with all of it off, the same cases as without it.
  bool claims = false;    ///< statements that differ, on numbers of every kind
  bool gambles = false;   ///< exits that are gambles
  bool consents = false;  ///< principals asked in turn, statements that differ on consent trees
  bool stances = false;   ///< a third party with a stance that is known, likely or unknown, on which values depend
  bool delays = false;    ///< delays of approvals, in every form
  bool dated = false;     ///< reservation values and exits that change from days on
};

/// A small sound case (check finds nothing) of two phases, with one proposal that may have brackets. Round numbers make
/// ties common. Ids, names and option labels are all different from each other.
Case random_case(Random& random, const CaseShape& shape);

}  // namespace parley::test
