#include <algorithm>

#include "parley/ask/texts.h"
#include "parley/at.h"

namespace parley {
namespace {

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

void note_brackets(int before, int after, const std::string& clause, Growth& growth) {
  if (after > before) growth.clauses_opened.push_back(clause);
  if (after < before) growth.clauses_closed.push_back(clause);
}

int brackets_in(const Clause& clause) { return static_cast<int>(brackets_of(clause.words).open.size()); }

/// The parent's clauses in their order, then those that are new.
void compare_brackets(const Proposal& before, const Proposal& after, Growth& growth) {
  for (const Clause& clause : before.clauses) {
    const int other = find_clause(after.clauses, clause.id);
    note_brackets(brackets_in(clause), other < 0 ? 0 : brackets_in(after.clauses[at(other)]), clause.id, growth);
  }
  for (const Clause& clause : after.clauses)
    if (find_clause(before.clauses, clause.id) < 0) note_brackets(0, brackets_in(clause), clause.id, growth);
}

Growth grown(const Case& c, int proposal) {
  const Proposal& text = c.proposals[at(proposal)];
  Growth growth;
  growth.proposal = proposal;
  growth.clauses = static_cast<int>(text.clauses.size());
  for (const Clause& clause : text.clauses) growth.brackets += brackets_in(clause);
  growth.open_issues = static_cast<int>(open_issues(text).size());
  const TextKind kind = kind_of(text);
  growth.least = kind.least;
  growth.most = kind.most;
  if (text.parent < 0) return growth;
  const Proposal& parent = c.proposals[at(text.parent)];
  count_clauses(parent, text, growth);
  compare_brackets(parent, text, growth);
  const auto issues = issue_changes(c, parent, text);
  growth.issues = static_cast<int>(issues.size());
  growth.opened = issues_that(IssueChange::Kind::opened, issues);
  growth.closed = issues_that(IssueChange::Kind::closed, issues);
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

std::vector<int> issues_that(IssueChange::Kind kind, const std::vector<IssueChange>& changes) {
  std::vector<int> issues;
  for (const IssueChange& change : changes)
    if (change.kind == kind) issues.push_back(change.issue);
  return issues;
}

int steps_of(const std::vector<IssueChange>& changes) {
  int steps = 0;
  for (const IssueChange& change : changes) steps += change.steps;
  return steps;
}

}  // namespace parley
