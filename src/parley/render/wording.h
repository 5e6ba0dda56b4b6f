#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parley/ask/answer.h"
#include "parley/ask/explain.h"
#include "parley/ask/standing.h"
#include "parley/ask/zone.h"
#include "parley/case/phrases.h"

namespace parley {

/// v[i] for the int indices that cases and answers use.
template <class Vector>
decltype(auto) at(const Vector& v, int i) {
  return v[static_cast<std::size_t>(i)];
}

// Figures in prose.

/// A utility with two digits after the point, and with more when it would read as nothing though it is not: "0.72",
/// "-0.08", "0.0004".
std::string figure(Utility u);
std::string signed_figure(Utility u);   ///< "+0.05", "-0.08", "0.00"
std::string figures(const Span& span);  ///< "0.05 to 0.21", "0.05"

/// A bound, rounded up to four digits: "0.1342".
std::string bound_figure(Utility u);

/// "above by 0.05 to 0.21", "short by 0.11 to 0.32", "from 0.08 below to 0.04 above": a utility less its floor.
std::string margin_words(const Span& margin);

/// "41 %", "7.5 %", "0.03 %". 100 % and 0 % mean all and nothing: what is nearly so says "over" or "under".
std::string percent(double share);

/// "41,472"; from 10^10 on "6.2 x 10^12". Takes a decimal number as it stands in the answers.
std::string count_words(const std::string& number);

/// "1 report", "3 reports", "1 party", "2 parties".
std::string number_of(std::size_t n, std::string_view thing);

// Names from the case.

std::string party_name(const Case& c, int party);
std::string principal_name(const Case& c, int party, int principal);  ///< within its party: "war cabinet"
std::string issue_name(const Case& c, int issue);
std::string proposal_name(const Case& c, int proposal);        ///< the name in quotes
std::string dated_proposal(const Case& c, int proposal);       ///< the name in quotes, "of 24 March 2024"
std::string source_words(const Case& c, const Provenance& p);  ///< "News report, C3", "an assumption"

/// "return: gradual": what a package says about an issue.
std::string term_words(const Case& c, const Package& package, int issue);
/// The terms on some issues, or all, divided by semicolons.
std::string terms_words(const Case& c, const Package& package, const std::vector<int>& issues);
std::vector<int> all_issues(const Case& c);
/// The issues on which the packages are all the same, and the others.
std::vector<int> same_issues(const Case& c, const std::vector<const Package*>& packages);
std::vector<int> differing_issues(const Case& c, const std::vector<const Package*>& packages);

/// "delegation and war cabinet", "any of a, b", "at least 2 of a, b and (c or d)".
std::string consent_words(const Party& party);

/// "the floor of Hamas, senior leadership"; "the red line of Israel: withdrawal is complete".
std::string obstacle_words(const Case& c, const Obstacle& obstacle);

/// Where a floor comes from: "as stated", "from its exit option "holding out"", and which third party's stance and date
/// that hangs on.
std::string floor_source(const Case& c, int party, const Floor& floor);

/// "as of 24 March 2024", "undated".
std::string as_of_words(Date date);

// The answers' own words.

std::string_view verdict_words(Verdict verdict);              ///< "certainly can", "possibly", "cannot"
std::string_view completions_words(Completions completions);  ///< "every completion", "some completions", ...
std::string_view viewpoint_name(Viewpoint viewpoint);
std::string_view viewpoint_idea(Viewpoint viewpoint);  ///< "the largest product of gains"
std::string_view answer_words(Answer answer);          ///< "accepted"
std::string said_words(const Response& response);      ///< the same, and until when a silence lasts
std::string_view event_words(Event::Kind kind);
std::string event_outcome(const Event& event);  ///< "followed in part", "result: none"; empty when nothing is stated
std::string_view trend_words(Positions::Trend trend);  ///< "closer", "farther apart", "as far apart"
/// What reports contradict each other about, with the names as they are to be shown: "Lowland to "delta text"", "When
/// Lowland answered to "delta text"", "How the talks go".
std::string conflict_subject(Conflict::Kind kind, std::string_view who, std::string_view proposal);
/// What one report of a conflict says: "accepted", "refused approval", "asked", "stuck".
std::string_view report_words(const Case& c, const Conflict& conflict, int report);
/// Where that report comes from, and its date.
const Provenance& report_source(const Case& c, const Conflict& conflict, int report);
std::optional<Date> report_date(const Case& c, const Conflict& conflict, int report);

// Movement.

/// "-20", "+12.5", "0", "-60 (-80 to -40)": points out of 100 within an issue, in millionths, rounded to a tenth.
std::string points_words(const Spread& points);
/// "3 steps towards full", "0 to 2 steps towards none", "from 1 step towards none to 2 towards full", "no step"; of a
/// choice, "changed", "changed 2 times", "perhaps changed".
std::string steps_words(const Case& c, int issue, const Spread& steps);
/// What a text says about an issue: "gradual", "[gradual | free]", "[open]".
std::string position_words(const Case& c, int issue, const std::vector<int>& levels);
/// The three ways in which a ledger is added up, with their words.
struct SumKind {
  ShiftSum Ledger::SideSum::* sum;
  std::string_view title;    ///< "Each side's own texts"
  std::string_view meaning;  ///< against what they are set, and what a minus is
  bool common = false;       ///< the same texts for every side, so that the steps are the same too
};
const std::vector<SumKind>& sum_kinds();
/// The issues that a ledger has shifts of one kind in, and a party's sum on one of them; null where nothing moved.
std::vector<int> issues_of(const Ledger& ledger, const SumKind& kind);
const ShiftSum* sum_of(const Ledger& ledger, const SumKind& kind, int party, int issue);
/// The same in words: points where the party states values, otherwise steps, unless these are the same for all.
std::string sum_words(const Case& c, const Ledger& ledger, const SumKind& kind, int party, int issue);
/// "2 issues, 9 steps", "nothing".
std::string gap_words(const Positions::Point& point);
/// "3", "0 to 2": turns of the others.
std::string turns_words(const SideMoves& side);

// Waiting.

/// "due on 5 April 2024", "overdue since 5 April 2024, when its longest stated delay was over", "overdue, says its
/// source"; empty when nothing says when it is due.
std::string due_words(const Pending& pending);
/// "Hamas cannot consent without it", "(a or b) cannot be met without it"; one sentence for each gate.
std::vector<std::string> gate_words(const Case& c, const Pending& pending);

}  // namespace parley
