#pragma once

#include <vector>

#include "parley/case/case.h"
#include "parley/model/utility.h"

namespace parley {

/// How one stance of a third party stands.
struct Standpoint {
  int third_party = -1;
  int stance = -1;
  int position = -1;  ///< -1: some position that no dated value speaks of
};

/// One way in which the stances that nobody knows may stand.
using World = std::vector<Standpoint>;

/// The ways in which the unknown stances that these lists speak of may stand: each of the positions that they name, and
/// one for all others. One empty world where nothing is unknown; none when there are too many to go through (4096).
std::vector<World> worlds_of(const Case& c, const std::vector<const std::vector<DatedValue>*>& lists);

/// What a dated list says on a date, stances that are not known being as in the world; nothing when it says nothing
/// yet. A value that depends on a stance goes before one that does not; among these a later value replaces earlier
/// ones. Several when they stand beside each other: each of them may hold.
std::vector<const DatedValue*> values_on(const Case& c, const World& world, const std::vector<DatedValue>& values,
                                         Date as_of);

/// What something may be worth, and its value in the central reading.
struct Appraisal {
  Span span;
  Utility central = 0;
  friend bool operator==(const Appraisal&, const Appraisal&) = default;
};

/// A number from 0 to 100 as utilities: its ends and its middle.
Appraisal appraisal_of(const Quantity& q);

/// The same for what values_on found; not empty. Covers all of several, and takes the middle of that.
Appraisal appraisal_of(const std::vector<const DatedValue*>& stated);

}  // namespace parley
