#pragma once

#include <optional>
#include <vector>

#include "parley/case/case.h"
#include "parley/case/problem.h"

namespace parley {

/// The case as it would be with a lever pulled: a copy with the lever's changes made. Indices stay what they are.
/// - A stance that is taken is known from then on; its chances go.
/// - A credence, reservation value or delay replaces what its principal or party states, dates and stances included;
///   of a party it reaches the principals that state none of their own.
/// - An exit that changes has this one value, on every date unless the value has one, whatever stance others take. One
///   that is closed has none, nor have those that wait for it: nobody can choose them. Closing goes before changing.
/// - Breakdown has one value, or one chance, on every date.
/// - Terms that are held become rules, named after the lever. A text that says otherwise is read with these terms in
///   place of its own, and without clauses; what was said to it is left out, since it was said to another text.
/// - A red line that is lifted no longer excludes the options named; what else it excludes stays excluded.
/// The levers themselves are left out: what they speak of may be gone.
/// Expects a sound case, and a lever whose indices are in range.
Case pull_lever(const Case& c, const Lever& lever);

/// The same with several levers of the case at once (indices into Case::levers), whatever their order.
Case pull_levers(const Case& c, const std::vector<int>& levers);

/// What keeps levers from being pulled, alone or together: that two changes set one thing in two ways, or that the
/// changed case would contradict itself, for instance because terms and rules leave no package. Nothing if they can be.
std::optional<Problem> hindrance(const Case& c, const std::vector<int>& levers);

/// The issues on which a text is read with terms that levers hold in place of its own, ascending.
std::vector<int> terms_replaced(const Case& c, const std::vector<int>& levers, const Proposal& text);

}  // namespace parley
