#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/case/exchange.h"
#include "parley/case/issue.h"
#include "parley/case/lever.h"
#include "parley/case/party.h"
#include "parley/case/talks.h"

namespace parley {

/// Where statements come from, with its date and grade (the Admiralty code: reliability of the source A to F,
/// credibility of the content 1 to 6).
struct Source {
  std::string id;
  std::string title;
  std::optional<Date> date;
  std::string grade;         ///< "C3"; empty when not graded
  bool assumptions = false;  ///< the analyst's own estimates: everything from here is an assumption
  Place place;
};

/// Everything known about one set of talks. Plain data: indices refer to the vectors of this struct.
/// A Case that a reader returned is sound: every index is in range and every check of check.h passed.
struct Case {
  std::string title;
  std::optional<Date> as_of;
  int stalemate_days = 14;  ///< days without a move after which the talks count as standing still
  std::vector<Source> sources;
  std::vector<Phase> phases;  ///< never empty: a case that names none has one
  std::vector<Party> parties;
  std::vector<ThirdParty> third_parties;
  std::vector<Issue> issues;
  std::vector<Rule> rules;
  std::vector<Proposal> proposals;  ///< in the order of the file, parents before children
  std::vector<Response> responses;
  std::vector<Approval> approvals;
  std::vector<Event> events;
  std::vector<Lever> levers;
  std::optional<Exchange> exchange;
};

/// No source, or a source of the analyst's own estimates.
bool is_assumption(const Case& c, const Provenance& from);

/// The name to show for an actor: "Hamas", "Hamas, senior leadership", "Qatar".
std::string name_of(const Case& c, const Actor& actor);

/// Whose approval a gate asks for: "delegation and war cabinet", "any of a, b", "at least 2 of a, b and (c or d)",
/// "delegation, then war cabinet" where one is asked after the other.
std::string gate_text(const Party& party, const Gate& gate);

/// "700 prisoners released", "6 weeks", "30 % to Panama", "gradual": an option with its unit.
std::string option_text(const Case& c, int issue, int level);

/// "prisoners is 700 to 900", "return is gradual or free"; of more than twelve alternatives, the first ten and how many
/// others.
std::string condition_text(const Case& c, const Condition& condition);

/// "if return is free then withdrawal is not none", "prisoners at least 10 times hostages": a rule in words.
std::string rule_text(const Case& c, const Rule& rule);

/// "the stance of United States on the operation is conditional": what a change does, in words.
std::string change_text(const Case& c, const LeverChange& change);

/// Whether a package obeys one rule. The package has one valid level for every issue.
bool obeys(const Case& c, const Rule& rule, const Package& package);

}  // namespace parley
