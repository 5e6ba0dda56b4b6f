#pragma once

#include <compare>
#include <string>
#include <vector>

namespace parley {

/// A place in the text that a value was read from; line and column count from 1, and 0 means "no place".
struct Place {
  int line = 0;
  int column = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// Something that is wrong with a case, told so that its author can mend it.
struct Problem {
  Place place;
  std::string message;  ///< what is wrong and what was expected, one sentence without a full stop
  std::string mend;     ///< how to mend it, one sentence without a full stop; empty when the message says it all
};

using Problems = std::vector<Problem>;

}  // namespace parley
