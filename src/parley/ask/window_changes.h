#pragma once

#include <vector>

#include "parley/ask/window.h"

namespace parley {

/// Everything that a case says will be otherwise from a day on, by date; of one date in the order of the case.
std::vector<Windows::Change> window_changes(const Case& c);

/// A third party's position on a matter.
struct NamedStance {
  int third_party = -1;
  int stance = -1;
};

/// The stances that reservation values and what no deal gives hang on, in the order of the case.
std::vector<NamedStance> stances_named(const Case& c);

}  // namespace parley
