#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "parley/case/utilities.h"

namespace parley {

/// Levels of an issue from first to last.
struct Range {
  int issue = 0;
  int first = 0;
  int last = 0;
};

struct Rectangle {
  std::vector<Range> ranges;
  std::int64_t adds = 0;
};

/// Utilities as a profile of Genius holds them: either gains of 0 and more for each issue and level, or rectangles.
struct Held {
  bool linear = true;
  std::vector<std::vector<std::int64_t>> gains;
  std::vector<Rectangle> rectangles;
  std::int64_t most = one_utility;  ///< what Genius is to divide rectangles by
  std::optional<std::int64_t> reservation;
  std::optional<std::int64_t> discount;
};

/// What Genius can hold of a party's utilities; what it cannot hold goes to `lost`. Rectangles are for domains of
/// integer issues only.
Held hold(const std::string& party, const Utilities& utilities, bool may_use_rectangles,
          std::vector<std::string>& lost);

/// An evaluation slope * steps + offset, cut to 0 to 1.
struct Line {
  double slope = 0;
  double offset = 0;
};

/// The line that, times the largest gain, gives the gains to 10^-9; nothing when they are on no such line.
std::optional<Line> line_through(const std::vector<std::int64_t>& gains);

}  // namespace parley
