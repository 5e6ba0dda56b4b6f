#pragma once

#include <boost/dynamic_bitset.hpp>
#include <cstdint>
#include <vector>

#include "parley/case/case.h"
#include "parley/case/linear.h"

namespace parley {

/// Levels of one issue.
using Levels = boost::dynamic_bitset<>;

/// Rules made ready for a search: one entry for each rule of the case.
struct RuleBook {
  struct Literal {
    int issue = 0;
    Levels holds;
  };
  struct Entry {
    std::vector<Literal> when;
    std::vector<Literal> then;
    bool excludes = false;  ///< `when` must not hold as a whole; `then` is empty
    std::vector<AtLeast> sums;
    std::vector<int> issues;  ///< all that it speaks of, ascending
    std::int64_t cost = 0;    ///< in looks, of applying it once
  };
  std::vector<Entry> entries;
  std::vector<std::vector<std::int64_t>> numbers;  ///< for each issue: its number at each level
  std::vector<std::vector<int>> kinds;  ///< for each issue and level: levels of one kind look alike to every rule
};

RuleBook rule_book(const Case& c);

/// What searches may still spend, in looks at single conditions; it bounds the time of all searches that share it (to
/// a second or two).
struct Effort {
  std::int64_t looks = 50'000'000;
  bool spent() const { return looks <= 0; }
};

enum class Feasible { yes, no, unknown };

/// Whether some package within `open` (the levels left for each issue) obeys all of these rules (indices). Exact, by
/// backtracking with propagation, apart for groups of rules that share no issue; unknown when the effort is spent
/// first.
Feasible feasible(const RuleBook& book, const std::vector<int>& rules, const std::vector<Levels>& open, Effort& effort);

/// Of rules that no package within `open` obeys: some that already suffice for that. Every one of them is needed, as
/// long as the effort lasts.
std::vector<int> conflict(const RuleBook& book, const std::vector<int>& rules, const std::vector<Levels>& open,
                          Effort& effort);

/// Every level of every issue.
std::vector<Levels> all_levels(const Case& c);

}  // namespace parley
