#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "parley/model/utility.h"

namespace parley {

/// A set of levels of one issue: what a condition is about, in numbers.
struct LevelSet {
  int issue = 0;
  std::vector<bool> holds;  ///< for each level of the issue
  friend bool operator==(const LevelSet&, const LevelSet&) = default;
};

/// Adds `gain` (one entry for each dimension, of either sign) to every package for which all of `when` hold.
struct Feature {
  std::vector<LevelSet> when;  ///< distinct issues
  std::vector<Utility> gain;
  friend bool operator==(const Feature&, const Feature&) = default;
};

/// If all of `when` hold then all of `then` must hold. An empty `then` forbids the combination.
struct Implication {
  std::vector<LevelSet> when;  ///< distinct issues
  std::vector<LevelSet> then;  ///< distinct issues; may share issues with `when`
  friend bool operator==(const Implication&, const Implication&) = default;
};

/// least <= sum over `issues` of amount[j][level of issues[j]] <= most.
struct LinearRule {
  std::vector<int> issues;                         ///< distinct
  std::vector<std::vector<std::int64_t>> amounts;  ///< parallel to issues, one entry for each level; |amount| < 2^53
  std::int64_t least = std::numeric_limits<std::int64_t>::min();
  std::int64_t most = std::numeric_limits<std::int64_t>::max();
  friend bool operator==(const LinearRule&, const LinearRule&) = default;
};

/// A package space with its values as dense integer tables. All that solve/ knows of a case.
/// The value of package x in dimension d is  sum_i gain[i][x_i * dimensions + d]  plus the features that hold.
/// Entries and whole sums stay below 2^62 in magnitude.
struct Tables {
  int dimensions = 0;
  std::vector<int> levels;                 ///< for each issue: how many options it has, at least 1
  std::vector<std::vector<Utility>> gain;  ///< for each issue: levels[i] * dimensions entries
  std::vector<Feature> features;
  std::vector<Implication> implications;
  std::vector<LinearRule> linear_rules;
  /// For each issue and level a key that ties between packages of equal value are broken by: the smaller sum wins.
  /// Keys that hang on content and ids, not on positions, make answers independent of the order in which a case lists
  /// things. Two 32-bit lanes that are added apart (see add_tie_keys). Empty: ties go to the first package found.
  std::vector<std::vector<std::uint64_t>> tie_keys;

  int issues() const { return static_cast<int>(levels.size()); }
  friend bool operator==(const Tables&, const Tables&) = default;
};

/// Adds two tie keys lane by lane: the high 32 bits (content) never receive a carry from the low ones (ids).
constexpr std::uint64_t add_tie_keys(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t low = 0xffff'ffffu;
  return ((((a >> 32) + (b >> 32)) & low) << 32) | ((a + b) & low);
}

/// Who must reach what for a package to count as accepted, in numbers. A demand is met when the package's value in
/// `dimension` is at least `least`; a package is accepted when for one of the `enough` masks all demands in it are met
/// (bit j stands for demands[j]). No demands and one empty mask: everything is accepted. No masks: nothing is.
struct Acceptance {
  struct Demand {
    int dimension = 0;
    Utility least = 0;
  };
  std::vector<Demand> demands;        ///< at most 64
  std::vector<std::uint64_t> enough;  ///< minimal: no mask contains another
};

}  // namespace parley
