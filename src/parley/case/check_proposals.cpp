#include <fmt/core.h>

#include <algorithm>

#include "parley/case/checks.h"
#include "parley/case/mapped.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

std::vector<Levels> terms(const Case& c, const Proposal& proposal) {
  std::vector<Levels> open;
  for (std::size_t issue = 0; issue < c.issues.size(); ++issue) {
    Levels levels(static_cast<std::size_t>(c.issues[issue].levels()));
    for (const int level : proposal.alternatives[issue]) levels.set(static_cast<std::size_t>(level));
    open.push_back(std::move(levels));
  }
  return open;
}

void report(const Case& c, const RuleBook& book, const Proposal& proposal, const std::vector<int>& broken,
            Problems& problems) {
  const auto titles = mapped(broken, [&](int rule) { return rule_title(c, rule); });
  const bool brackets = std::ranges::any_of(broken, [&](int rule) {
    const std::vector<int>& issues = book.entries[static_cast<std::size_t>(rule)].issues;
    return std::ranges::any_of(issues, [&](int issue) { return proposal.bracketed(issue); });
  });
  problems.push_back({proposal.from.place,
                      fmt::format("proposal {} breaks {}{}", proposal.name, listed(titles, "or"),
                                  brackets ? ", however its open issues are settled" : ""),
                      "correct the terms, or the rule if it does not bind"});
}

void report_entangled(const Proposal& proposal, Problems& problems) {
  problems.push_back(
      {proposal.from.place,
       fmt::format("proposal {} is too entangled with the rules to find out whether it can obey them all",
                   proposal.name),
       "use fewer rules that share issues, or leave fewer issues open"});
}

}  // namespace

void check_proposals(const Case& c, const RuleBook& book, const std::vector<int>& rules, Problems& problems) {
  Effort effort;
  for (const Proposal& proposal : c.proposals) {
    const std::vector<Levels> open = terms(c, proposal);
    std::vector<std::vector<int>> broken;
    if (feasible(book, rules, open, effort) == Feasible::no) {
      for (const int rule : rules) {
        if (feasible(book, {rule}, open, effort) == Feasible::no) broken.push_back({rule});
      }
      if (broken.empty()) broken.push_back(conflict(book, rules, open, effort));
    }
    if (effort.spent()) return report_entangled(proposal, problems);
    for (const std::vector<int>& together : broken) report(c, book, proposal, together, problems);
  }
}

}  // namespace parley
