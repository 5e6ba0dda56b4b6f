#pragma once

#include "parley/case/check.h"
#include "parley/case/feasible.h"

namespace parley {

// The parts of check(), one subject each. They append what they find.

/// Weights, points, values, credences, reservation values, delays and durations within their bounds.
void check_numbers(const Case& c, Problems& problems);
/// Weights and points that can add up to 100, in an order that they allow, with no issue forgotten.
void check_weights(const Case& c, Problems& problems);
/// Option values for every issue that may matter.
void check_values(const Case& c, Problems& problems);
/// Utilities that stand alone and whose sums can be computed.
void check_utilities(const Case& c, Problems& problems);
void check_phases(const Case& c, Problems& problems);
/// Credences that fall, or stay, from a phase to one that waits for it.
void check_beliefs(const Case& c, Problems& problems);
void check_consent(const Case& c, Problems& problems);
void check_red_lines(const Case& c, Problems& problems);
void check_dates(const Case& c, Problems& problems);
/// Returns the rules that packages can obey together: those that it makes sense to hold proposals against.
std::vector<int> check_rules(const Case& c, const RuleBook& book, Problems& problems);
/// Proposals that break a rule, whichever way their brackets are filled.
void check_proposals(const Case& c, const RuleBook& book, const std::vector<int>& rules, Problems& problems);

/// Clauses that stand twice in a text, whose brackets do not close, or that contradict the terms of their text.
void check_clauses(const Case& c, Problems& problems);

/// "the rule "name" (text)": a rule as problems call it.
std::string rule_title(const Case& c, int rule);

}  // namespace parley
