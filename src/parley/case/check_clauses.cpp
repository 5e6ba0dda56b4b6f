#include <fmt/core.h>

#include <algorithm>

#include "parley/case/checks.h"
#include "parley/case/mapped.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

/// A clause whose brackets say something else than the terms do.
struct Contradiction {
  std::string clause;
  int open_issue = -1;  ///< open in the terms, and the clause has no brackets; -1: the other way round
  friend bool operator==(const Contradiction&, const Contradiction&) = default;
};

std::vector<Contradiction> contradictions(const Case& c, const Proposal& proposal) {
  std::vector<Contradiction> found;
  // Several clauses may be about one issue; one of them carries its brackets.
  std::vector<const Clause*> first(c.issues.size());
  std::vector<bool> carried(c.issues.size());
  for (const Clause& clause : proposal.clauses) {
    const bool bracketed = clause.bracketed();
    if (bracketed && !clause.issues.empty() &&
        std::ranges::none_of(clause.issues, [&](int issue) { return proposal.bracketed(issue); }))
      found.push_back({clause.id, -1});
    for (const int issue : clause.issues) {
      const auto i = static_cast<std::size_t>(issue);
      if (first[i] == nullptr) first[i] = &clause;
      carried[i] = carried[i] || bracketed;
    }
  }
  for (std::size_t i = 0; i < first.size(); ++i)
    if (first[i] != nullptr && !carried[i] && proposal.bracketed(static_cast<int>(i)))
      found.push_back({first[i]->id, static_cast<int>(i)});
  return found;
}

const Clause* clause_of(const Proposal* proposal, const std::string& id) {
  const int index = proposal != nullptr ? find_clause(proposal->clauses, id) : -1;
  return index < 0 ? nullptr : &proposal->clauses[static_cast<std::size_t>(index)];
}

/// Whether a version only keeps what stands in its parent.
bool kept(const Proposal* parent, const Clause& clause) {
  const Clause* before = clause_of(parent, clause.id);
  return before != nullptr && before->words == clause.words && before->issues == clause.issues;
}

std::string title(const Proposal& proposal, const std::string& clause) {
  return fmt::format("clause {} of proposal {}", clause, proposal.name);
}

void report(const Case& c, const Proposal& proposal, const Proposal* parent, const Contradiction& contradiction,
            Problems& problems) {
  const Clause& clause = *clause_of(&proposal, contradiction.clause);
  const Place place = kept(parent, clause) ? proposal.from.place : clause.from.place;
  const auto name = [&](int issue) { return c.issues[static_cast<std::size_t>(issue)].name; };
  if (contradiction.open_issue < 0)
    problems.push_back({place,
                        fmt::format("{} stands in brackets, and the terms settle {}", title(proposal, clause.id),
                                    listed(mapped(clause.issues, name))),
                        "write its words without brackets, or put an issue that it is about under 'open'"});
  else
    problems.push_back({place,
                        fmt::format("{} has no brackets, and the terms leave {} open", title(proposal, clause.id),
                                    name(contradiction.open_issue)),
                        "put what is not agreed in brackets, [one | other], or settle the issue under 'terms'"});
}

void check_words(const Proposal& proposal, const Proposal* parent, Problems& problems) {
  for (std::size_t i = 0; i < proposal.clauses.size(); ++i) {
    const Clause& clause = proposal.clauses[i];
    if (find_clause(proposal.clauses, clause.id) != static_cast<int>(i))
      problems.push_back({clause.from.place, fmt::format("{} stands twice", title(proposal, clause.id)),
                          "keep one of the two, or give one another id"});
    const Brackets brackets = brackets_of(clause.words);
    if (!brackets.fault.empty() && !kept(parent, clause))
      problems.push_back(
          {clause.from.place, fmt::format("{} {}", title(proposal, clause.id), brackets.fault), brackets.mend});
  }
}

}  // namespace

void check_clauses(const Case& c, Problems& problems) {
  for (const Proposal& proposal : c.proposals) {
    const Proposal* parent = proposal.parent < 0 ? nullptr : &c.proposals[static_cast<std::size_t>(proposal.parent)];
    check_words(proposal, parent, problems);
    const auto known = parent != nullptr ? contradictions(c, *parent) : std::vector<Contradiction>();
    for (const Contradiction& found : contradictions(c, proposal))
      if (std::ranges::find(known, found) == known.end()) report(c, proposal, parent, found, problems);
  }
}

}  // namespace parley
