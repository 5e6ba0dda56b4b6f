#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>

#include "parley/solve/joint/reading_table.h"

namespace parley {

struct MostAcceptedOptions {
  /// After so many additions of one number in one reading the search ends with what it has: the same on every machine.
  /// The default takes a second or two.
  std::uint64_t work = 4'000'000'000;
  std::stop_token stop;
};

/// A package that is approved jointly in as many readings as the search could find.
struct MostAccepted {
  std::optional<Package> package;  ///< nothing when no package was found that obeys the rules
  std::uint32_t readings = 0;      ///< in which it is approved jointly
  std::uint32_t bound = 0;         ///< no package that obeys the rules is approved jointly in more readings
  bool proven = false;             ///< it is the best, and among the best the one with the smallest sum of tie keys
  bool none = false;               ///< proven that no package obeys the rules
  std::uint64_t nodes = 0;         ///< partial packages that were looked into
};

/// Searches all packages that obey the rules. Branch and bound, the most promising partial package first: its bound is
/// the number of readings in which enough views could still reach their floors with the issues that are open, each
/// reading for itself, and in which no positive mix of two views' margins shows that they cannot do so together.
/// Starts from packages that climb, one and two issues at a time. Does not depend on the order of views, nor on that of
/// issues and levels where the tie keys tell packages apart and it is proven.
MostAccepted most_accepted(const ReadingTable& table, const MostAcceptedOptions& options = {});

}  // namespace parley
