#pragma once

#include <cstdint>
#include <string>

#include "parley/case/decimal.h"
#include "parley/case/problem.h"

namespace parley {

/// Where a statement comes from. A statement without a source, or from a source that is marked as the analyst's own
/// estimates, is an assumption and is shown as one wherever it counts (see is_assumption in case.h).
struct Provenance {
  int source = -1;   ///< index into Case::sources, -1 for none
  std::string note;  ///< the author's remark, if any
  Place place;
  std::int64_t entry = 0;  ///< number of the entry of the record that states it; 0: the case file does
};

/// A number as it is known: exact (low equals high) or somewhere in a range, ends included.
struct Quantity {
  Decimal low;
  Decimal high;
  Provenance from;

  bool exact() const { return low == high; }
};

}  // namespace parley
