#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parley/ask/texts.h"

namespace parley {

// What every page about a text says in the same words.

/// Its heading, or its id where it has none.
std::string clause_name(const Clause& clause);
/// The same for the ids of clauses of one of two texts, that of the later one where both have it.
std::vector<std::string> clause_names(const Proposal& before, const Proposal& after,
                                      const std::vector<std::string>& ids);

/// "4 clauses, 1 bracket", "3 clauses that are known"; empty when none is.
std::string extent_words(const Case& c, const Texts& answer);
std::string issue_names(const Case& c, const std::vector<int>& issues);  ///< "dams and ferries"

std::string_view element_words(Element element);         ///< "formal written agreement"
std::string_view presence_words(Presence::State state);  ///< "yes", "in brackets", "missing", "not known"
/// "1 of the 6 elements of a ceasefire text, 2 not known".
std::string elements_words(const TextKind& kind);

std::string_view label_words(Label label);  ///< "cessation of hostilities"
/// The label, or between which labels it may be.
std::string label_range(Label least, Label most);
/// What the labels mean, in one sentence.
std::string_view label_meaning();

std::string_view change_words(IssueChange::Kind kind);  ///< "put in brackets", "settled"
/// "its heading and what it provides": what differs in a clause beside its words; empty when nothing does.
std::string changed_beside(const ClauseChange& change);
/// "700 prisoners", "gradual or free", "any of its options", "5 of its 41 options". The unit of a number is told once,
/// where it stands now.
std::string alternatives_words(const Case& c, int issue, const std::vector<int>& levels, bool now);
/// "In the central reading everyone could consent to some completions of the other text, and to none of this one.";
/// `reading` names the central reading.
std::string everyone_words(const TextChange& change, std::string_view reading);

/// "1 clause new, 2 changed; terms of 2 issues, 3 steps"; "nothing".
std::string growth_words(const Growth& growth);
/// What one version did to the brackets and the label of its parent, a sentence each: "Settled: tolls and ferries.",
/// "Label: from none to cessation of hostilities.".
std::vector<std::string> bracket_sentences(const Case& c, const Growth& before, const Growth& growth);

}  // namespace parley
