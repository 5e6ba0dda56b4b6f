#pragma once

#include <functional>
#include <string>

#include "parley/case/case.h"
#include "support/random_tables.h"

namespace parley::test {

/// The same case with its parties, principals, issues and the options of its choices listed in another order.
Case reordered(const Case& c, Random& random);

/// The same case with two of its parties listed in each other's place.
Case swapped(const Case& c, int first, int second);

/// The same case with every id, name and option label put through `rename`.
Case renamed(Case c, const std::function<std::string(const std::string&)>& rename);

}  // namespace parley::test
