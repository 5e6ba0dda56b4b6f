#include <fmt/core.h>

#include "parley/case/checks.h"
#include "parley/case/mapped.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

Place place_of(const Case& c, int rule) { return c.rules[static_cast<std::size_t>(rule)].from.place; }

/// An issue that stands twice among them, or -1.
int repeated(std::vector<int> issues) {
  std::ranges::sort(issues);
  const auto found = std::ranges::adjacent_find(issues);
  return found == issues.end() ? -1 : *found;
}

std::vector<int> issues_of(const std::vector<Condition>& conditions) {
  return mapped(conditions, [](const Condition& condition) { return condition.issue; });
}

void check_repeats(const Case& c, int rule, Problems& problems) {
  const Rule& r = c.rules[static_cast<std::size_t>(rule)];
  for (const std::vector<int>& side : {issues_of(r.when), issues_of(r.then), r.of}) {
    const int issue = repeated(side);
    if (issue < 0) continue;
    problems.push_back(
        {place_of(c, rule),
         fmt::format("{} names {} twice", rule_title(c, rule), c.issues[static_cast<std::size_t>(issue)].name),
         "name each issue once; several options of one issue can stand together in a list"});
  }
}

void report_entangled(const Case& c, int rule, Problems& problems) {
  problems.push_back({place_of(c, rule), "the rules are too entangled to find out whether any package obeys them all",
                      "use fewer rules that share issues, or fewer options in the issues that they share"});
}

/// Rules that exclude everything only together, one problem for each such set; returns the others.
std::vector<int> check_together(const Case& c, const RuleBook& book, std::vector<int> rules, Problems& problems) {
  const std::vector<Levels> open = all_levels(c);
  Effort effort;
  while (true) {
    const Feasible found = feasible(book, rules, open, effort);
    if (found == Feasible::yes) return rules;
    if (found == Feasible::unknown) {
      report_entangled(c, rules.front(), problems);
      return {};
    }
    const std::vector<int> clash = conflict(book, rules, open, effort);
    const auto titles = mapped(clash, [&](int rule) { return rule_title(c, rule); });
    problems.push_back({place_of(c, clash.back()),
                        fmt::format("no package obeys all of these rules at once: {}", listed(titles)),
                        "change or leave out one of them"});
    std::erase_if(rules, [&](int rule) { return std::ranges::count(clash, rule) > 0; });
  }
}

}  // namespace

std::string rule_title(const Case& c, int rule) {
  const Rule& r = c.rules[static_cast<std::size_t>(rule)];
  const std::string text = rule_text(c, r);
  return r.name.empty() ? fmt::format("the rule \"{}\"", text) : fmt::format("the rule \"{}\" ({})", r.name, text);
}

std::vector<int> check_rules(const Case& c, const RuleBook& book, Problems& problems) {
  const std::vector<Levels> open = all_levels(c);
  std::vector<int> possible;
  Effort effort;
  for (int rule = 0; rule < static_cast<int>(c.rules.size()); ++rule) {
    check_repeats(c, rule, problems);
    const Feasible found = feasible(book, {rule}, open, effort);
    if (found == Feasible::unknown) {
      report_entangled(c, rule, problems);
      return {};
    }
    if (found == Feasible::yes) {
      possible.push_back(rule);
      continue;
    }
    problems.push_back({place_of(c, rule), fmt::format("no package obeys {}", rule_title(c, rule)),
                        "loosen it, or give the issues that it names options that obey it"});
  }
  return check_together(c, book, std::move(possible), problems);
}

}  // namespace parley
