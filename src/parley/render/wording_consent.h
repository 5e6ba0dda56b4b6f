#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/ask/consent.h"

namespace parley {

// What every page about consent says in the same words. Names from the case are as they stand there.

/// "all of 3, in turn", "any of 2", "2 of 3"; of a principal its name, "assembly (heard, not counted)".
std::string node_words(const Case& c, int party, const ConsentNode& node);
/// "above by 0.05", "short by 0.11", "a red line decides".
std::string node_margin_words(const ConsentNode& node);
/// "approved", "refused"; empty while nothing was said.
std::string_view ballot_words(Ballot said);

/// "council and court".
std::string principals_words(const Case& c, int party, const std::vector<int>& principals);
/// Who binds and who would have to move, in the central reading; one sentence each.
std::vector<std::string> binding_sentences(const Case& c, int party, const ConsentTree& tree);
/// What is said of whose approval it takes, with its weight and source; of trees that stand beside others.
std::string claim_words(const Case& c, int party, const ConsentTree& tree);

/// "1,234 (25 %)", "about 25 % (20 to 30 %)"; "not counted".
std::string set_words(const std::optional<SetSize>& set);
/// "25 %", "about 25 % (20 to 30 %)"; "-" where it cannot be told.
std::string share_words(const std::optional<PackageShare>& share);
/// The weight of a veto; "none: absorbed".
std::string veto_words(const PrincipalSets& self);
/// How much of the zone is cleared already, and by whom, as sentences.
std::vector<std::string> cleared_sentences(const Case& c, const Cleared& cleared);

/// Where an approval stands: "approved", "asked on 3 March 2024", "not asked yet".
std::string step_words(const ApprovalStep& step);
/// How long it still takes: "no more", "half by 6 days, nine in ten by 9", "no delay is told: counted as none".
std::string step_days_words(const ApprovalStep& step);
/// "Hamas: the exit "holding out" opens".
std::string change_words(const Case& c, const OutsideChange& change);
/// What a row of the table of days is: "28 days", "before 15 April 2024", "median".
std::string row_words(const RatifiedBy& row);
/// What the days rest on and what rules ratification out, as sentences.
std::vector<std::string> ratification_sentences(const Case& c, const Ratification& answer);

/// "0.52 (-0.03)": what a viewpoint gives a party without a gate, and the difference; "-" where there is no package.
std::string hands_words(const std::vector<HandsView>& now, const HandsView& without, int party);

}  // namespace parley
