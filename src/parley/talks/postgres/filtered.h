#pragma once

#include <string>
#include <vector>

#include "parley/talks/store.h"

namespace parley::postgres {

/// What follows WHERE, and the parameters $1, $2, ... in it.
struct Condition {
  std::string sql;
  std::vector<std::string> parameters;
};

/// Entries behind `after` that meet the filter.
Condition condition_of(const EntryFilter& filter, std::int64_t after);

}  // namespace parley::postgres
