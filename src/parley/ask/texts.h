#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/ask/explain.h"
#include "parley/ask/words_changed.h"

namespace parley {

/// Whether a text has something: an element of a ceasefire text, or a provision that its label hangs on.
struct Presence {
  enum class State {
    there,        ///< in a clause that stands, whatever becomes of brackets within it
    in_brackets,  ///< only in clauses that stand in one bracket as a whole
    missing,      ///< in no clause of a text whose clauses are all known
    unknown,      ///< in no clause that is known
  };
  State state = State::unknown;
  std::vector<int> clauses;  ///< indices into Proposal::clauses
};

/// The classes of ceasefire texts, each more than the one before: a cessation stops the fighting; a preliminary
/// ceasefire has mechanisms of compliance as well; a definitive one has demobilisation and provisions on the issue in
/// dispute (Clayton and Sticher 2021, The Logic of Ceasefires in Civil War).
enum class Label { none, cessation, preliminary, definitive };

/// What a text is: never stated by anybody, always derived from what its clauses set up.
struct TextKind {
  std::vector<Presence> elements;    ///< for each of the six of clause.h (UN Guidance on Mediation of Ceasefires, 2022)
  std::vector<Presence> provisions;  ///< for each of clause.h
  Label least = Label::none;         ///< if everything that is in brackets or unknown were not to be there
  Label most = Label::definitive;    ///< if all of it were
  std::vector<std::string> reasons;

  /// Nothing when too little is known, or agreed, for one label.
  std::optional<Label> label() const { return least == most ? std::optional(least) : std::nullopt; }
};

/// A clause that two texts do not share, or that they word or use differently.
struct ClauseChange {
  enum class Kind { added, dropped, changed };
  Kind kind = Kind::changed;
  std::string id;
  int before = -1;             ///< index into the earlier text's clauses
  int after = -1;              ///< index into the later text's clauses
  std::vector<WordRun> words;  ///< empty when the words are the same, white space aside
  bool heading = false, issues = false, covers = false, provides = false;  ///< what else differs
  int brackets_before = 0;
  int brackets_after = 0;
};

/// An issue on which the terms of two texts differ.
struct IssueChange {
  enum class Kind {
    moved,     ///< from one option to another
    opened,    ///< was settled, is in brackets
    closed,    ///< was in brackets, is settled
    narrowed,  ///< in brackets with fewer of the alternatives
    widened,   ///< in brackets with more alternatives beside those
    shifted,   ///< in brackets with others
  };
  Kind kind = Kind::moved;
  int issue = -1;
  std::vector<int> before, after;  ///< levels, ascending
  int steps = 0;  ///< from the alternative of the one to that of the other that are nearest; 1 on an unordered issue
};

struct PrincipalChange {
  Actor who;
  bool advisory = false;
  Verdict before = Verdict::possibly;
  Verdict after = Verdict::possibly;
  Span value_before;  ///< what the text is worth to it, over all readings and completions
  Span value_after;
  Span shift;  ///< how far the two ends of that range moved
};

struct PartyChange {
  int party = -1;
  Verdict before = Verdict::possibly;
  Verdict after = Verdict::possibly;
  std::vector<PrincipalChange> principals;
};

/// What differs from another text to this one.
struct TextChange {
  int against = -1;
  std::vector<ClauseChange> clauses;  ///< dropped and changed ones in the order of the other text, then those added
  std::vector<IssueChange> issues;
  int steps = 0;  ///< over all issues
  Completions everyone_before = Completions::none;
  Completions everyone_after = Completions::none;
  std::vector<PartyChange> parties;
};

/// One version in the line from the first text to this one, and what it changed in its parent.
struct Growth {
  int proposal = -1;
  int clauses = 0;
  int brackets = 0;                         ///< in the words of its clauses
  int open_issues = 0;                      ///< that the terms leave open
  int added = 0, dropped = 0, changed = 0;  ///< clauses; nothing in the first version
  int issues = 0;                           ///< whose terms changed
  int steps = 0;
  std::vector<int> opened, closed;  ///< issues of these: put in brackets, settled
  /// Clauses, by id, with more and with fewer brackets in their words than in the parent, where a clause that is not
  /// there has none. Nothing in the first version.
  std::vector<std::string> clauses_opened, clauses_closed;
  Label least = Label::none, most = Label::definitive;  ///< as in TextKind
};

/// What does a text say, is it complete, what kind of text is it, and how does it differ from another?
struct Texts {
  Heading heading;
  int proposal = -1;
  std::vector<std::vector<std::vector<std::string>>> brackets;  ///< for each clause, each bracket: its alternatives
  std::vector<int> open_issues;                                 ///< that the terms leave open
  std::vector<int> without_clause;  ///< issues that no clause is about; empty when no clause is known
  TextKind kind;
  std::optional<TextChange> change;
  std::vector<Growth> growth;  ///< oldest first, this text last
};

/// Against another text, or against its parent; a first version without another is told alone. What `known` explains
/// already, on the date of the model, is not worked out again.
Texts texts(const Case& c, const Model& model, int proposal, std::optional<int> against = {},
            const std::vector<Explanation>& known = {});

/// The parts of the answer that need no model.
TextKind kind_of(const Proposal& text);
bool same(const Clause& before, const Clause& after);  ///< in all that a ClauseChange tells
std::vector<ClauseChange> clause_changes(const Proposal& before, const Proposal& after);
std::vector<IssueChange> issue_changes(const Case& c, const Proposal& before, const Proposal& after);
std::vector<Growth> growth_of(const Case& c, int proposal);
std::vector<int> open_issues(const Proposal& text);
int steps_of(const std::vector<IssueChange>& changes);
/// The issues on which the terms changed in one way.
std::vector<int> issues_that(IssueChange::Kind kind, const std::vector<IssueChange>& changes);

}  // namespace parley
