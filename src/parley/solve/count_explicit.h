#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "parley/solve/diagram.h"

namespace parley {

/// Packages in which every issue is a free choice: no rule forbids a combination and none counts for more than its
/// parts. The value of a package is the sum of its options' gains.
struct FreeChoices {
  int dimensions = 0;
  std::vector<std::vector<Utility>> gain;  ///< for each issue: dimensions entries for each option

  /// Nothing when the issues of the diagram hang together.
  static std::optional<FreeChoices> of(const Diagram& diagram);
};

/// The most demands that packages can be held against.
inline constexpr std::size_t most_explicit_demands = 6;

/// How many packages meet all demands, by looking at each: exact. No value is stored: the packages of the low issues
/// are a table of some thousand sums that stays next to the processor, one addition per block brings in the others, and
/// vector instructions compare and count (Highway). Blocks that meet or fail all demands as a whole are not looked
/// into. Sums are kept in 32 bits where they fit after division by their greatest common divisor, else in 64.
///
/// Nothing on a stop, for more than most_explicit_demands dimensions with demands, and for 2^63 packages and more.
/// `threads`: 0 means as many as there are cores; the answer does not depend on it.
std::optional<std::uint64_t> count_explicit(const FreeChoices& choices, const std::vector<Acceptance::Demand>& demands,
                                            int threads = 0, const std::stop_token& stop = {});

/// The largest value in one dimension among the packages that meet all demands, in the same way.
struct MostExplicit {
  bool stopped = false;         ///< or out of reach, as for count_explicit
  std::optional<Utility> most;  ///< nothing when no package meets the demands
};
MostExplicit most_explicit(const FreeChoices& choices, const std::vector<Acceptance::Demand>& demands, int dimension,
                           int threads = 0, const std::stop_token& stop = {});

}  // namespace parley
