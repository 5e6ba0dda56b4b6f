#include "parley/case/check.h"

#include <algorithm>
#include <tuple>

#include "parley/case/checks.h"

namespace parley {

Problems check(const Case& c) {
  Problems problems;
  check_numbers(c, problems);
  check_weights(c, problems);
  check_values(c, problems);
  check_utilities(c, problems);
  check_phases(c, problems);
  check_beliefs(c, problems);
  check_consent(c, problems);
  check_delays(c, problems);
  check_chances(c, problems);
  check_dated(c, problems);
  check_exits(c, problems);
  check_gambles(c, problems);
  check_red_lines(c, problems);
  check_dates(c, problems);
  check_clauses(c, problems);
  const RuleBook book = rule_book(c);
  const std::vector<int> rules = check_rules(c, book, problems);
  check_proposals(c, book, rules, problems);
  check_levers(c, book, rules, problems);
  check_exchange(c, problems);
  std::ranges::sort(problems, {}, [](const Problem& problem) { return std::tie(problem.place, problem.message); });
  return problems;
}

}  // namespace parley
