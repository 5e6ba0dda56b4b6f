#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>

#include "parley/solve/joint/reading_table.h"

namespace parley {

struct MostAcceptedOptions {
  /// After about so many additions of one number in one reading the search ends with what it has: the same on every
  /// machine. The default takes a second or two.
  std::uint64_t work = 1'000'000'000;
  std::stop_token stop;
};

/// A package that is approved jointly in as many readings as the search could find.
struct MostAccepted {
  std::optional<Package> package;  ///< nothing when no package was found that obeys the rules
  std::uint32_t readings = 0;      ///< in which it is approved jointly
  std::uint32_t bound = 0;         ///< no package that obeys the rules is approved jointly in more readings
  bool proven = false;             ///< the two are the same
  bool none = false;               ///< proven that no package obeys the rules
  std::uint64_t nodes = 0;         ///< partial packages that were looked into
};

/// Searches all packages that obey the rules. Depth first, the most promising option first. A partial package is left
/// when it cannot become better than the best one known: its bound is the number of readings in which enough views
/// could still reach their floors with the issues that are open, each reading for itself, and in which no mix of two
/// views' margins (in the proportion that is hardest to reach in that reading) shows that they cannot do so together.
/// Begins with packages that climb, exchanging one issue and then two at a time, from those that are best on average.
/// Ties go to the smaller sum of tie keys. Does not depend on the order of views, issues and levels, as long as tie
/// keys tell packages apart; among several packages that are approved in as many readings it is the first one found.
MostAccepted most_accepted(const ReadingTable& table, const MostAcceptedOptions& options = {});

}  // namespace parley
