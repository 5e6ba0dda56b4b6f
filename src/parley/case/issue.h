#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "parley/case/quantity.h"

namespace parley {

/// A stretch of the agreement. Every issue is settled for one phase.
struct Phase {
  std::string id;
  std::string name;
  std::optional<Quantity> days;  ///< how long it lasts, in days
  int after = -1;                ///< index of the phase that must be carried out before it, -1 for none
  std::string entry;             ///< what must hold before it begins ("if")
  std::string exit;              ///< what ends it ("until")
  std::string fallback;          ///< what holds if it fails ("otherwise")
  Provenance from;
};

enum class IssueKind {
  choice,    ///< options without an order
  scale,     ///< options in an order, first to last
  count,     ///< whole numbers from a range, in steps, with a unit
  duration,  ///< whole numbers of a unit of time, in steps
  share,     ///< something divisible between two parties: level = percent that the first claimant gets
};

/// What is negotiated. Its possible values are its options; an option is named by its index, the level.
struct Issue {
  std::string id;
  std::string name;
  IssueKind kind = IssueKind::choice;
  int phase = 0;                     ///< index into Case::phases
  std::vector<std::string> options;  ///< a label for each level: "gradual", "700", "6"
  std::int64_t first = 0;            ///< count, duration, share: the number at level 0
  std::int64_t step = 1;             ///< count, duration, share: the distance between levels
  std::string unit;  ///< count: what is counted; duration: hours, days, weeks, months, years; share: "%"
  std::array<int, 2> claimants{-1, -1};  ///< share: indices of the two parties
  Provenance from;

  int levels() const { return static_cast<int>(options.size()); }
  bool numeric() const { return kind == IssueKind::count || kind == IssueKind::duration || kind == IssueKind::share; }
  /// Steps between neighbours mean something: a move from level 1 to level 4 is three steps, not one.
  bool ordered() const { return kind != IssueKind::choice; }
  std::int64_t number(int level) const { return first + step * level; }
};

/// An option for one issue, or several of them: "return is gradual or free", "prisoners >= 700".
struct Condition {
  int issue = -1;
  std::vector<bool> holds;  ///< for each level of the issue
  Place place;
};

/// What every package must obey.
struct Rule {
  enum class Kind {
    implies,  ///< if all of `when` hold, then all of `then` hold
    exclude,  ///< not all of `when` together
    ratio,    ///< least * number(of[1]) <= number(of[0]) <= most * number(of[1])
    total,    ///< least <= sum of number(of[i]) <= most
  };
  Kind kind = Kind::implies;
  std::string name;
  std::vector<Condition> when;
  std::vector<Condition> then;
  std::vector<int> of;  ///< count, duration or share issues
  std::optional<Decimal> least;
  std::optional<Decimal> most;
  Provenance from;
};

}  // namespace parley
