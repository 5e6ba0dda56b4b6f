#include <algorithm>
#include <cstdlib>
#include <limits>

#include "parley/ask/texts.h"
#include "parley/at.h"

namespace parley {
namespace {

int count_of(const Clause& clause) { return static_cast<int>(brackets_of(clause.words).open.size()); }

std::vector<int> sorted(std::vector<int> numbers) {
  std::ranges::sort(numbers);
  return numbers;
}

ClauseChange compared(const Clause& before, const Clause& after) {
  ClauseChange change;
  change.id = before.id;
  if (!same_words(before.words, after.words)) change.words = words_changed(before.words, after.words);
  change.heading = before.heading != after.heading;
  change.issues = sorted(before.issues) != sorted(after.issues);
  change.covers = before.covers != after.covers;
  change.provides = before.provides != after.provides;
  change.brackets_before = count_of(before);
  change.brackets_after = count_of(after);
  return change;
}

IssueChange::Kind kind_of_change(const std::vector<int>& before, const std::vector<int>& after) {
  using Kind = IssueChange::Kind;
  const bool was_open = before.size() > 1;
  const bool is_open = after.size() > 1;
  if (!was_open && !is_open) return Kind::moved;
  if (!was_open) return Kind::opened;
  if (!is_open) return Kind::closed;
  if (std::ranges::includes(before, after)) return Kind::narrowed;
  return std::ranges::includes(after, before) ? Kind::widened : Kind::shifted;
}

int steps_between(const Issue& issue, const std::vector<int>& before, const std::vector<int>& after) {
  int least = std::numeric_limits<int>::max();
  for (auto a = before.begin(), b = after.begin(); a != before.end() && b != after.end();) {
    least = std::min(least, std::abs(*a - *b));
    *a < *b ? ++a : ++b;
  }
  return issue.ordered() ? least : std::min(least, 1);
}

}  // namespace

bool same(const Clause& before, const Clause& after) {
  return before.heading == after.heading && before.covers == after.covers && before.provides == after.provides &&
         sorted(before.issues) == sorted(after.issues) && same_words(before.words, after.words);
}

std::vector<ClauseChange> clause_changes(const Proposal& before, const Proposal& after) {
  using Kind = ClauseChange::Kind;
  std::vector<ClauseChange> changes;
  for (int i = 0; i < std::ssize(before.clauses); ++i) {
    const Clause& clause = before.clauses[at(i)];
    const int other = find_clause(after.clauses, clause.id);
    if (other >= 0 && same(clause, after.clauses[at(other)])) continue;
    ClauseChange change;
    if (other < 0) {
      change.id = clause.id;
      change.kind = Kind::dropped;
      change.brackets_before = count_of(clause);
    } else {
      change = compared(clause, after.clauses[at(other)]);
    }
    change.before = i;
    change.after = other;
    changes.push_back(std::move(change));
  }
  for (int i = 0; i < std::ssize(after.clauses); ++i) {
    const Clause& clause = after.clauses[at(i)];
    if (find_clause(before.clauses, clause.id) >= 0) continue;
    ClauseChange change;
    change.kind = Kind::added;
    change.id = clause.id;
    change.after = i;
    change.brackets_after = count_of(clause);
    changes.push_back(std::move(change));
  }
  return changes;
}

std::vector<IssueChange> issue_changes(const Case& c, const Proposal& before, const Proposal& after) {
  std::vector<IssueChange> changes;
  for (std::size_t i = 0; i < c.issues.size(); ++i) {
    const std::vector<int>& was = before.alternatives[i];
    const std::vector<int>& is = after.alternatives[i];
    if (was == is) continue;
    changes.push_back({kind_of_change(was, is), static_cast<int>(i), was, is, steps_between(c.issues[i], was, is)});
  }
  return changes;
}

}  // namespace parley
