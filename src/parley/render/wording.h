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
std::string_view event_words(Event::Kind kind);

}  // namespace parley
