#include "parley/case/feasible.h"

#include <algorithm>
#include <deque>

#include "parley/at.h"
#include "parley/case/mapped.h"

namespace parley {
namespace {

std::vector<RuleBook::Literal> literals(const std::vector<Condition>& conditions) {
  std::vector<RuleBook::Literal> made;
  for (const Condition& condition : conditions) {
    Levels holds(condition.holds.size());
    for (std::size_t level = 0; level < condition.holds.size(); ++level) holds[level] = condition.holds[level];
    made.push_back({condition.issue, std::move(holds)});
  }
  return made;
}

RuleBook::Entry entry(const Rule& rule) {
  RuleBook::Entry made{
      literals(rule.when), literals(rule.then), rule.kind == Rule::Kind::exclude, linear_parts(rule), rule.of, 0};
  for (const auto& literal : made.when) made.issues.push_back(literal.issue);
  for (const auto& literal : made.then) made.issues.push_back(literal.issue);
  std::ranges::sort(made.issues);
  const auto repeated = std::ranges::unique(made.issues);
  made.issues.erase(repeated.begin(), repeated.end());
  return made;
}

/// A look passes over whole words of levels, but for sums over one level after the other.
std::int64_t cost(const Case& c, const RuleBook::Entry& rule) {
  const int at_once = rule.sums.empty() ? 256 : 8;
  std::int64_t looks = 1 + std::ssize(rule.when) + std::ssize(rule.then);
  for (const int issue : rule.issues) looks += c.issues[at(issue)].levels() / at_once;
  return looks;
}

/// Splits kinds of levels by whether they are in `holds`.
void refine(std::vector<int>& kinds, const Levels& holds) {
  std::vector<int> renamed(2 * kinds.size(), -1);
  int next = 0;
  for (std::size_t level = 0; level < kinds.size(); ++level) {
    int& name = renamed[2 * at(kinds[level]) + (holds[level] ? 1 : 0)];
    if (name < 0) name = next++;
    kinds[level] = name;
  }
}

using Domains = std::vector<Levels>;

/// Takes levels away; false when none is left. An issue that lost some is noted.
bool keep(Domains& open, int issue, const Levels& wanted, std::vector<int>& narrowed) {
  Levels& domain = open[at(issue)];
  if (domain.is_subset_of(wanted)) return true;
  domain &= wanted;
  narrowed.push_back(issue);
  return domain.any();
}

bool apply_implication(const RuleBook::Entry& rule, Domains& open, std::vector<int>& narrowed) {
  const RuleBook::Literal* undecided = nullptr;
  for (const auto& literal : rule.when) {
    const Levels& domain = open[at(literal.issue)];
    if (!domain.intersects(literal.holds)) return true;
    if (domain.is_subset_of(literal.holds)) continue;
    if (undecided != nullptr) return true;
    undecided = &literal;
  }
  const bool can_follow = !rule.excludes && std::ranges::all_of(rule.then, [&](const auto& literal) {
    return open[at(literal.issue)].intersects(literal.holds);
  });
  if (undecided != nullptr) return can_follow || keep(open, undecided->issue, ~undecided->holds, narrowed);
  return can_follow && std::ranges::all_of(rule.then, [&](const auto& literal) {
           return keep(open, literal.issue, literal.holds, narrowed);
         });
}

std::size_t last_level(const Levels& levels) {
  std::size_t last = levels.size() - 1;
  while (!levels[last]) --last;
  return last;
}

/// Removes the levels that fall short of the bound even when all other terms are at their largest.
bool apply_sum(const RuleBook& book, const AtLeast& sum, Domains& open, std::vector<int>& narrowed) {
  const auto largest = [&](const AtLeast::Term& term) {
    const Levels& domain = open[at(term.issue)];
    const std::size_t level = term.coefficient > 0 ? last_level(domain) : domain.find_first();
    return term.coefficient * book.numbers[at(term.issue)][level];
  };
  Wide slack = -sum.bound;
  for (const auto& term : sum.terms) slack += largest(term);
  if (slack < 0) return false;
  for (const auto& term : sum.terms) {
    Levels& domain = open[at(term.issue)];
    const auto& numbers = book.numbers[at(term.issue)];
    const Wide least = largest(term) - slack;
    bool changed = false;
    while (true) {
      const std::size_t weakest = term.coefficient > 0 ? domain.find_first() : last_level(domain);
      if (term.coefficient * numbers[weakest] >= least) break;
      domain.reset(weakest);
      changed = true;
    }
    if (changed) narrowed.push_back(term.issue);
  }
  return true;
}

/// One group of rules that hang together by their issues.
struct Group {
  const RuleBook& book;
  std::vector<int> rules;
  std::vector<int> issues;
  const std::vector<std::vector<int>>& rules_of;  ///< for each issue of the case
  Effort& effort;

  Feasible solve(const Domains& open) const;

  /// Removes levels until no rule removes more; false when some issue has none left.
  bool propagate(Domains& open, const std::vector<int>& first) const {
    std::deque<int> waiting(first.begin(), first.end());
    std::vector<bool> queued(book.entries.size());
    for (const int rule : first) queued[at(rule)] = true;
    std::vector<int> narrowed;
    while (!waiting.empty() && !effort.spent()) {
      const int next = waiting.front();
      waiting.pop_front();
      queued[at(next)] = false;
      const RuleBook::Entry& rule = book.entries[at(next)];
      effort.looks -= rule.cost;
      narrowed.clear();
      if (!apply_implication(rule, open, narrowed)) return false;
      for (const AtLeast& sum : rule.sums) {
        if (!apply_sum(book, sum, open, narrowed)) return false;
      }
      for (const int issue : narrowed) {
        for (const int other : rules_of[at(issue)]) {
          if (queued[at(other)]) continue;
          queued[at(other)] = true;
          waiting.push_back(other);
        }
      }
    }
    return true;
  }

  Feasible search(Domains open, const std::vector<int>& changed_rules) const {
    if (!propagate(open, changed_rules)) return Feasible::no;
    effort.looks -= std::ssize(issues);
    if (effort.spent()) return Feasible::unknown;
    int branch = -1;
    std::size_t fewest = 0;
    for (const int issue : issues) {
      const std::size_t count = open[at(issue)].count();
      if (count > 1 && (branch < 0 || count < fewest)) {
        branch = issue;
        fewest = count;
      }
    }
    if (branch < 0) return Feasible::yes;
    const Levels choices = open[at(branch)];
    for (std::size_t level = choices.find_first(); level != Levels::npos; level = choices.find_next(level)) {
      open[at(branch)].reset().set(level);
      const Feasible found = search(open, rules_of[at(branch)]);
      if (found != Feasible::no) return found;
    }
    return Feasible::no;
  }
};

/// One level of each kind is enough for a search.
Levels one_of_each_kind(const Levels& open, const std::vector<int>& kinds) {
  Levels kept(open.size());
  std::vector<bool> seen(kinds.size());
  for (std::size_t level = open.find_first(); level != Levels::npos; level = open.find_next(level)) {
    if (seen[at(kinds[level])]) continue;
    seen[at(kinds[level])] = true;
    kept.set(level);
  }
  return kept;
}

Feasible Group::solve(const Domains& open) const {
  Domains own(open.size());
  for (const int issue : issues) {
    own[at(issue)] = one_of_each_kind(open[at(issue)], book.kinds[at(issue)]);
    if (own[at(issue)].none()) return Feasible::no;
  }
  return search(std::move(own), rules);
}

std::vector<std::vector<int>> by_issue(const RuleBook& book, const std::vector<int>& rules) {
  std::vector<std::vector<int>> rules_of(book.kinds.size());
  for (const int rule : rules) {
    for (const int issue : book.entries[at(rule)].issues) rules_of[at(issue)].push_back(rule);
  }
  return rules_of;
}

/// Splits rules into groups that share no issue.
std::vector<Group> groups(const RuleBook& book, const std::vector<int>& rules,
                          const std::vector<std::vector<int>>& rules_of, Effort& effort) {
  std::vector<Group> made;
  std::vector<bool> rule_taken(book.entries.size());
  std::vector<bool> issue_taken(book.kinds.size());
  for (const int start : rules) {
    if (rule_taken[at(start)]) continue;
    rule_taken[at(start)] = true;
    Group group{book, {start}, {}, rules_of, effort};
    for (std::size_t i = 0; i < group.rules.size(); ++i) {
      for (const int issue : book.entries[at(group.rules[i])].issues) {
        if (issue_taken[at(issue)]) continue;
        issue_taken[at(issue)] = true;
        group.issues.push_back(issue);
        for (const int rule : rules_of[at(issue)]) {
          if (!rule_taken[at(rule)]) group.rules.push_back(rule);
          rule_taken[at(rule)] = true;
        }
      }
    }
    made.push_back(std::move(group));
  }
  return made;
}

}  // namespace

RuleBook rule_book(const Case& c) {
  RuleBook book;
  for (const Rule& rule : c.rules) {
    book.entries.push_back(entry(rule));
    book.entries.back().cost = cost(c, book.entries.back());
  }
  for (const Issue& issue : c.issues) {
    book.numbers.emplace_back(at(issue.levels()));
    for (int level = 0; level < issue.levels(); ++level) book.numbers.back()[at(level)] = issue.number(level);
    book.kinds.emplace_back(at(issue.levels()), 0);
  }
  for (const RuleBook::Entry& rule : book.entries) {
    for (const auto& literal : rule.when) refine(book.kinds[at(literal.issue)], literal.holds);
    for (const auto& literal : rule.then) refine(book.kinds[at(literal.issue)], literal.holds);
  }
  for (const Rule& rule : c.rules) {
    for (const int issue : rule.of) {
      auto& kinds = book.kinds[at(issue)];
      for (std::size_t level = 0; level < kinds.size(); ++level) kinds[level] = static_cast<int>(level);
    }
  }
  return book;
}

Feasible feasible(const RuleBook& book, const std::vector<int>& rules, const std::vector<Levels>& open,
                  Effort& effort) {
  effort.looks -= std::ssize(book.kinds);
  const auto rules_of = by_issue(book, rules);
  Feasible all = Feasible::yes;
  for (const Group& group : groups(book, rules, rules_of, effort)) {
    const Feasible found = group.solve(open);
    if (found == Feasible::no) return Feasible::no;
    if (found == Feasible::unknown) all = Feasible::unknown;
  }
  return all;
}

std::vector<int> conflict(const RuleBook& book, const std::vector<int>& rules, const std::vector<Levels>& open,
                          Effort& effort) {
  const auto rules_of = by_issue(book, rules);
  const std::vector<Group> all = groups(book, rules, rules_of, effort);
  const auto found = std::ranges::find(all, Feasible::no, [&](const Group& group) { return group.solve(open); });
  if (found == all.end()) return rules;
  std::vector<int> needed = found->rules;
  std::ranges::sort(needed);
  for (std::size_t i = needed.size(); i-- > 0;) {
    std::vector<int> others = needed;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    if (feasible(book, others, open, effort) == Feasible::no) needed = std::move(others);
  }
  return needed;
}

std::vector<Levels> all_levels(const Case& c) {
  return mapped(c.issues, [](const Issue& issue) { return ~Levels(at(issue.levels())); });
}

}  // namespace parley
