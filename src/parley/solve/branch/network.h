#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "parley/model/tables.h"
#include "parley/solve/columns.h"

namespace parley::branch {

/// The levels of an issue that are still possible, or that satisfy a condition, as bits in one or more words.
using Word = std::uint64_t;

/// A package space as branch and bound sees it: tables in which columns take the place of dimensions, in flat arrays.
/// Linear rules are columns of their own, with a demand. What adds nothing to any column is gone.
struct Network {
  struct Issue {
    std::uint32_t slot = 0;  ///< of its first level: arrays with an entry for each level of each issue count so
    std::uint32_t levels = 0;
    std::uint32_t word = 0;  ///< its first word in a row of domains
    std::uint32_t words = 0;
  };
  /// One condition of a feature or one side of an implication.
  struct Condition {
    std::uint32_t issue = 0;
    std::uint32_t word = 0;  ///< its first word in `holds`
  };
  struct Range {
    std::uint32_t first = 0, last = 0;  ///< conditions, the last one excluded
  };
  struct Rule {
    Range when, then;
    bool forbids = false;  ///< there is no `then`: the combination is forbidden
  };
  /// What an issue's levels differ in beside their gains: a condition of a feature, or of a rule (feature -1).
  struct Aspect {
    std::int32_t feature = -1;
    std::uint32_t condition = 0;
    bool rule_when = false, rule_then = false;
  };

  Columns columns;
  std::vector<Issue> issues;
  std::size_t slots = 0;
  std::size_t words = 0;
  std::vector<Utility> gain;        ///< for each slot and column
  std::vector<std::uint64_t> keys;  ///< for each slot, fitted (see fitting_tie_keys); empty: there are none
  std::vector<Utility> constant;    ///< for each column: what every package has
  std::vector<Condition> conditions;
  std::vector<Word> holds;
  std::vector<Range> features;
  std::vector<Utility> feature_gain;  ///< for each feature and column
  std::vector<bool> raises, lowers;   ///< for each feature: whether it adds to, or takes from, some column
  std::vector<Rule> rules;
  std::vector<std::vector<Aspect>> aspects;  ///< for each issue

  std::size_t width() const { return columns.size(); }
  std::span<const Word> levels_of(const Condition& c) const { return {&holds[c.word], issues[c.issue].words}; }
  std::span<const Condition> conditions_of(Range r) const {
    return std::span(conditions).subspan(r.first, r.last - r.first);
  }
};

/// columns.ties says whether it matters which of two packages of equal value is found.
Network network_of(const Tables& tables, Columns columns);

/// What a package (a level for each issue) has in each column.
std::vector<Utility> columns_of(const Network& network, const std::vector<int>& package);
std::uint64_t key_of(const Network& network, const std::vector<int>& package);

/// Whether a package breaks no implication and meets every column's demand.
bool obeys(const Network& network, const std::vector<int>& package);
bool meets(const Network& network, const std::vector<Utility>& values);

inline bool has(const Word* words, std::size_t level) { return (words[level / 64] >> (level % 64) & 1) != 0; }

/// Calls `look(level)` for every level in the words.
template <class Look>
void for_levels(std::span<const Word> words, const Look& look) {
  for (std::size_t w = 0; w < words.size(); ++w)
    for (Word rest = words[w]; rest != 0; rest &= rest - 1)
      look(w * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
}

}  // namespace parley::branch
