#pragma once

#include <stop_token>

#include "parley/ask/consent.h"

namespace parley {

/// How readings are drawn for a question about ratification.
struct ReturnsHow {
  std::size_t readings = 0;
  std::uint64_t seed = 1;
  std::stop_token stop;
};

/// In which share of the readings the trees of all parties approve of the package that is shown, and how likely
/// ratification then is by the days of the table: in each reading with those who approve in it, and the tree that holds
/// in it. In the other readings the text returns to the table. What was said to the text counts as said.
/// Nothing is filled in where some party's thresholds rest on nothing (see Grounds).
void add_readings(const Case& c, Date as_of, const ReturnsHow& how, Approvals& answer);

}  // namespace parley
