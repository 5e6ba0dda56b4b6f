#include "parley/ask/texts.h"

#include <algorithm>

#include "parley/at.h"

namespace parley {
namespace {

std::vector<int> without_clause(const Case& c, const Proposal& text) {
  std::vector<bool> spoken(c.issues.size(), text.clauses.empty());
  for (const Clause& clause : text.clauses)
    for (const int issue : clause.issues) spoken[at(issue)] = true;
  std::vector<int> silent;
  for (std::size_t i = 0; i < spoken.size(); ++i)
    if (!spoken[i]) silent.push_back(static_cast<int>(i));
  return silent;
}

PrincipalChange compared(const PrincipalVerdict& before, const PrincipalVerdict& after) {
  return {before.who,
          before.advisory,
          before.verdict,
          after.verdict,
          before.utility,
          after.utility,
          {after.utility.low - before.utility.low, after.utility.high - before.utility.high}};
}

PartyChange compared(const PartyVerdict& before, const PartyVerdict& after) {
  PartyChange change{before.party, before.verdict, after.verdict, {}};
  for (std::size_t k = 0; k < before.principals.size(); ++k)
    change.principals.push_back(compared(before.principals[k], after.principals[k]));
  return change;
}

Explanation explained(const Case& c, const Model& model, int proposal, const std::vector<Explanation>& known) {
  const auto found = std::ranges::find(known, proposal, &Explanation::proposal);
  return found != known.end() ? *found : explain(c, model, proposal);
}

TextChange change_of(const Case& c, const Explanation& was, const Explanation& is) {
  const int against = was.proposal;
  const int proposal = is.proposal;
  const Proposal& before = c.proposals[at(against)];
  const Proposal& after = c.proposals[at(proposal)];
  TextChange change;
  change.against = against;
  change.clauses = clause_changes(before, after);
  change.issues = issue_changes(c, before, after);
  change.steps = steps_of(change.issues);
  change.everyone_before = was.everyone;
  change.everyone_after = is.everyone;
  for (std::size_t p = 0; p < c.parties.size(); ++p) change.parties.push_back(compared(was.parties[p], is.parties[p]));
  return change;
}

}  // namespace

Texts texts(const Case& c, const Model& model, int proposal, std::optional<int> against,
            const std::vector<Explanation>& known) {
  const Proposal& text = c.proposals[at(proposal)];
  if (!against && text.parent >= 0) against = text.parent;
  Texts answer;
  answer.heading = heading(c, "texts", model.as_of);
  answer.heading.guarantee.words = "Exact: read off the clauses and terms that the case records.";
  answer.proposal = proposal;
  for (const Clause& clause : text.clauses) answer.brackets.push_back(brackets_of(clause.words).open);
  answer.open_issues = open_issues(text);
  answer.without_clause = without_clause(c, text);
  answer.kind = kind_of(text);
  if (against) {
    const Explanation was = explained(c, model, *against, known);
    const Explanation is = explained(c, model, proposal, known);
    answer.change = change_of(c, was, is);
    // What holds of one text less surely holds less surely of the two.
    answer.heading.guarantee = was.completions_bounded ? was.heading.guarantee : is.heading.guarantee;
  }
  answer.growth = growth_of(c, proposal);
  return answer;
}

}  // namespace parley
