#pragma once

#include <string>
#include <vector>

#include "parley/talks/store.h"

namespace parley {

/// All entries from `first` on.
std::vector<Entry> entries_of(Store& store, std::int64_t first = 1);

/// All that verify() finds in it, a sentence each.
std::vector<std::string> breaks_of(Store& store);

}  // namespace parley
