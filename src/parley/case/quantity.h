#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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

/// One of several things that are said of one number, of which one is true.
struct Claim {
  Decimal low;
  Decimal high;
  Decimal weight = Decimal::of(1);  ///< how much it counts beside the others; above 0
  Provenance from;
};

/// A number as it is known: exact (low equals high) or somewhere in a range, ends included.
struct Quantity {
  Decimal low;
  Decimal high;
  Provenance from;
  std::vector<Claim> claims;  ///< where statements differ, two or more: low and high are their hull; else empty

  bool exact() const { return low == high; }
};

/// How long something takes, in days.
struct Delay {
  Quantity days;                   ///< from the least to the most
  std::optional<Decimal> typical;  ///< the likeliest, between these; nothing: all are as likely
  std::vector<Decimal> seen;  ///< how long it took before: each as likely as the others; then low and high are its ends
};

}  // namespace parley
