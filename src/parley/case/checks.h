#pragma once

#include "parley/case/check.h"
#include "parley/case/feasible.h"

namespace parley {

// The parts of check(), one subject each. They append what they find.

/// Weights, points, values, credences, chances, reservation values and durations within their bounds.
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
/// Statements that differ: two or more, each with a weight above 0. `what` names what they are of. Of numbers, part of
/// check_numbers and check_delays; of consent trees, of check_consent.
void check_claims(const Quantity& number, const std::string& what, Problems& problems);
void check_claims(const Party& party, Problems& problems);
/// Delays of approvals and preparations of exits that end, the least before the typical before the most.
void check_delays(const Case& c, Problems& problems);
/// Chances of a stance's positions that can add up to 1.
void check_chances(const Case& c, Problems& problems);
/// Values of one thing that hold at the same time.
void check_dated(const Case& c, Problems& problems);
/// Exits that wait for themselves or close before they open.
void check_exits(const Case& c, Problems& problems);
/// Gambles that may be worth less than 0 or more than 100.
void check_gambles(const Case& c, Problems& problems);
void check_red_lines(const Case& c, Problems& problems);
void check_dates(const Case& c, Problems& problems);
/// Returns the rules that packages can obey together: those that it makes sense to hold proposals against.
std::vector<int> check_rules(const Case& c, const RuleBook& book, Problems& problems);
/// Proposals that break a rule, whichever way their brackets are filled.
void check_proposals(const Case& c, const RuleBook& book, const std::vector<int>& rules, Problems& problems);

/// Levers that change nothing, one thing twice, or hold packages to terms that no package can have.
void check_levers(const Case& c, const RuleBook& book, const std::vector<int>& rules, Problems& problems);

/// Numbers of an exchange that cannot be together: counts, priorities, ratios, and an order that goes in a circle.
void check_exchange(const Case& c, Problems& problems);
/// What cannot be finished in time or never ends, and a schedule on the table that is none. Part of check_exchange.
void check_exchange_time(const Case& c, Problems& problems);

/// Clauses that stand twice in a text, whose brackets do not close, or that contradict the terms of their text.
void check_clauses(const Case& c, Problems& problems);

/// "the rule "name" (text)": a rule as problems call it.
std::string rule_title(const Case& c, int rule);

}  // namespace parley
