#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "parley/case/issue.h"
#include "parley/case/quantity.h"

namespace parley {

/// What packages are worth to a party as plain numbers on a scale of its own, as the files of negotiation tools state
/// them, in place of weights and option values:
///   u(x) = base + sum over issues i of options[i][x_i] + sum of `adds` over the combinations that hold in x.
/// All numbers are whole 10^-9, of either sign, and exact: there are no ranges. The common scale is 0 to 1, but nothing
/// asks for it.
struct Utilities {
  /// Counts when all of `when` hold; at least one condition, on distinct issues.
  struct Combination {
    std::string name;
    std::vector<Condition> when;
    std::int64_t adds = 0;
  };
  std::int64_t base = 0;
  std::vector<std::vector<std::int64_t>> options;  ///< for each issue and level
  std::vector<Combination> combinations;
  std::optional<std::int64_t> reservation;  ///< nothing: every package is better than no deal
  /// What is left of a utility that is reached when all time is used up (Genius: utility times discount^t, t from 0 to
  /// 1). Kept for other tools; no answer of Parley uses it.
  std::optional<std::int64_t> discount;
  Provenance from;
};

/// No number above may be larger than this in magnitude (a million in the party's unit), so that sums fit.
inline constexpr std::int64_t largest_utility = 1'000'000'000'000'000;
inline constexpr std::int64_t one_utility = 1'000'000'000;

/// The shortest decimal that reads back as the same number of 10^-9: "0.25".
std::string billionths_text(std::int64_t number);

}  // namespace parley
