#include <algorithm>

#include "parley/ask/texts.h"

namespace parley {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Counts what clause_changes would list: a long line of long texts is soon told.
void count_clauses(const Proposal& before, const Proposal& after, Growth& growth) {
  int shared = 0;
  for (const Clause& clause : before.clauses) {
    const int other = find_clause(after.clauses, clause.id);
    if (other < 0) continue;
    ++shared;
    if (!same(clause, after.clauses[at(other)])) ++growth.changed;
  }
  growth.dropped = static_cast<int>(before.clauses.size()) - shared;
  growth.added = static_cast<int>(after.clauses.size()) - shared;
}

Growth grown(const Case& c, int proposal) {
  const Proposal& text = c.proposals[at(proposal)];
  Growth growth;
  growth.proposal = proposal;
  growth.clauses = static_cast<int>(text.clauses.size());
  for (const Clause& clause : text.clauses) growth.brackets += static_cast<int>(brackets_of(clause.words).open.size());
  growth.open_issues = static_cast<int>(open_issues(text).size());
  if (text.parent < 0) return growth;
  const Proposal& parent = c.proposals[at(text.parent)];
  count_clauses(parent, text, growth);
  const auto issues = issue_changes(c, parent, text);
  growth.issues = static_cast<int>(issues.size());
  growth.opened = static_cast<int>(std::ranges::count(issues, IssueChange::Kind::opened, &IssueChange::kind));
  growth.closed = static_cast<int>(std::ranges::count(issues, IssueChange::Kind::closed, &IssueChange::kind));
  growth.steps = steps_of(issues);
  return growth;
}

}  // namespace

std::vector<Growth> growth_of(const Case& c, int proposal) {
  std::vector<Growth> line;
  for (int p = proposal; p >= 0; p = c.proposals[at(p)].parent) line.push_back(grown(c, p));
  std::ranges::reverse(line);
  return line;
}

std::vector<int> open_issues(const Proposal& text) {
  std::vector<int> open;
  for (int i = 0; i < std::ssize(text.alternatives); ++i)
    if (text.bracketed(i)) open.push_back(i);
  return open;
}

int steps_of(const std::vector<IssueChange>& changes) {
  int steps = 0;
  for (const IssueChange& change : changes) steps += change.steps;
  return steps;
}

}  // namespace parley
