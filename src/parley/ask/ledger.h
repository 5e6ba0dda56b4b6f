#pragma once

#include <optional>
#include <vector>

#include "parley/case/case.h"
#include "parley/model/model.h"

namespace parley {

/// One issue that a text changes, compared with an earlier text.
struct Shift {
  int proposal = -1;
  int against = -1;  ///< the earlier text
  /// What the earlier text is to this one: its parent, the text that the same side tabled before it, or both.
  bool from_parent = false;
  bool from_own = false;
  int issue = -1;
  /// Towards the last option of an issue with an order, negative towards the first. Of a choice, whose options have no
  /// order: 1, and 0 to 1 while brackets leave open whether anything changes.
  Spread steps;
  /// For each party: how far the issue moved towards it (negative: away from it) in its own value, in
  /// millionths of a point out of 100 within the issue. Nothing where the party states no values for the issue.
  std::vector<std::optional<Spread>> points;
};

/// Shifts of one issue added up. A range keeps to what all of them can come to together, so that what one text gave and
/// the next took back is nothing, whatever it is worth.
struct ShiftSum {
  int shifts = 0;
  Spread steps;
  std::optional<Spread> points;
};

/// What the texts have given and taken, issue by issue, in each side's own value.
/// A side's concessions are what its own texts gave away compared with its previous own text: a concession is a change
/// of offer towards the other side that leaves oneself with less (Pruitt 1981, Negotiation Behavior). Texts that carry
/// no side's name are nobody's concessions.
struct Ledger {
  std::vector<Shift> shifts;  ///< oldest text first; within a text the parent's before the same side's, by issue
  struct SideSum {
    int party = -1;
    int issue = -1;
    ShiftSum texts;   ///< all texts against their parents: where the talks have taken the issue
    ShiftSum own;     ///< the party's own texts against its own: what it conceded (negative) or took back
    ShiftSum others;  ///< the other sides' own texts against theirs: what they conceded to it (positive) or took back
  };
  std::vector<SideSum> sums;  ///< for each party and each issue that some text changes, in the order of the case
};

/// The ledger of the versions that are known, oldest first (versions_by).
Ledger ledger_of(const Case& c, const std::vector<int>& versions);

/// The party in whose name a text was tabled, -1 for none: its author, or whom the author belongs to.
int side_of(const Proposal& proposal);

}  // namespace parley
