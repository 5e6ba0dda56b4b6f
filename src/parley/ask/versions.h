#pragma once

#include <optional>
#include <vector>

#include "parley/case/case.h"

namespace parley {

/// Whether something counts on a date: what is not dated always does.
bool known_by(const std::optional<Date>& date, Date as_of);

/// The date that a version counts from: its own, else its parent's.
std::optional<Date> date_of(const Case& c, int proposal);

/// The same of every proposal of the case.
std::vector<std::optional<Date>> dates_of_proposals(const Case& c);

/// The proposals tabled up to a date, oldest first; a text never stands before the one that it changes, and those of
/// one date stand in the order of the case.
std::vector<int> versions_by(const Case& c, Date as_of);

}  // namespace parley
