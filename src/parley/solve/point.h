#pragma once

#include <vector>

#include "parley/model/utility.h"

namespace parley {

/// A package with its value in every dimension of the tables it was found in.
struct Point {
  std::vector<Utility> value;
  std::vector<int> package;  ///< a level for each issue, as numbered in the tables
  friend bool operator==(const Point&, const Point&) = default;
};

}  // namespace parley
