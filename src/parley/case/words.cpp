#include <fmt/format.h>

#include <algorithm>

#include "parley/case/case.h"
#include "parley/case/mapped.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

const Issue& issue_at(const Case& c, int issue) { return c.issues[static_cast<std::size_t>(issue)]; }
const Party& party_at(const Case& c, int party) { return c.parties[static_cast<std::size_t>(party)]; }

/// A number with what it counts; in a condition, a count's unit is left to the issue's name.
std::string number_text(const Case& c, const Issue& issue, int level) {
  const std::int64_t number = issue.number(level);
  if (issue.kind == IssueKind::share) return fmt::format("{} % to {}", number, party_at(c, issue.claimants[0]).name);
  if (issue.kind == IssueKind::duration) return counted(number, issue.unit);
  return fmt::format("{}", number);
}

/// "700", "700 to 900", "at least 700", "at most 5": neighbouring levels of a number.
std::string run_text(const Case& c, const Issue& issue, int first, int last) {
  if (first == last) return number_text(c, issue, first);
  if (last + 1 == issue.levels()) return "at least " + number_text(c, issue, first);
  if (first == 0) return "at most " + number_text(c, issue, last);
  return fmt::format("{} to {}", issue.number(first), number_text(c, issue, last));
}

std::vector<std::string> number_runs(const Case& c, const Issue& issue, const std::vector<bool>& holds) {
  std::vector<std::string> runs;
  for (auto at = std::ranges::find(holds, true); at != holds.end();) {
    const auto end = std::find(at, holds.end(), false);
    runs.push_back(run_text(c, issue, static_cast<int>(at - holds.begin()), static_cast<int>(end - holds.begin()) - 1));
    at = std::find(end, holds.end(), true);
  }
  return runs;
}

/// The options that are in the condition, or those that are not.
std::vector<std::string> options(const Case& c, const Issue& issue, const std::vector<bool>& holds, bool wanted) {
  std::vector<std::string> found;
  for (int level = 0; level < issue.levels(); ++level) {
    const auto at = static_cast<std::size_t>(level);
    if (holds[at] == wanted) found.push_back(issue.numeric() ? number_text(c, issue, level) : issue.options[at]);
  }
  return found;
}

/// Nobody reads a hundred alternatives.
std::vector<std::string> shortened(std::vector<std::string> items) {
  constexpr std::size_t most = 12;
  constexpr std::size_t shown = 10;
  if (items.size() <= most) return items;
  const std::string rest = fmt::format("{} others", items.size() - shown);
  items.resize(shown);
  items.push_back(rest);
  return items;
}

std::string all_of(const Case& c, const std::vector<Condition>& conditions) {
  return listed(mapped(conditions, [&](const Condition& condition) { return condition_text(c, condition); }));
}

std::string bounds_text(const Rule& rule) {
  if (rule.least && rule.most) return range_text(*rule.least, *rule.most);
  if (rule.least) return "at least " + to_text(*rule.least);
  if (rule.most) return "at most " + to_text(*rule.most);
  return "any number";
}

std::string gate_text(const Party& party, const Gate& gate, bool inside) {
  if (gate.kind == Gate::Kind::principal) {
    const Principal& principal = party.principals[static_cast<std::size_t>(gate.principal)];
    return principal.name.empty() ? principal.id : principal.name;
  }
  std::vector<std::string> children;
  for (const Gate& child : gate.children) children.push_back(gate_text(party, child, true));
  if (children.size() == 1 && gate.least <= 1) return children.front();
  const std::string words = gate.in_turn                   ? fmt::format("{}", fmt::join(children, ", then "))
                            : gate.kind == Gate::Kind::all ? listed(children)
                            : gate.kind == Gate::Kind::any
                                ? listed(children, "or")
                                : fmt::format("at least {} of {}", gate.least, listed(children));
  return inside ? "(" + words + ")" : words;
}

}  // namespace

std::string gate_text(const Party& party, const Gate& gate) { return gate_text(party, gate, false); }

bool is_assumption(const Case& c, const Provenance& from) {
  return from.source < 0 || c.sources[static_cast<std::size_t>(from.source)].assumptions;
}

std::string name_of(const Case& c, const Actor& actor) {
  if (actor.third_party >= 0) return c.third_parties[static_cast<std::size_t>(actor.third_party)].name;
  if (actor.party < 0) return "";
  const Party& party = party_at(c, actor.party);
  if (actor.principal < 0) return party.name;
  const Principal& principal = party.principals[static_cast<std::size_t>(actor.principal)];
  return principal.id.empty() ? party.name : party.name + ", " + principal.name;
}

std::string option_text(const Case& c, int issue, int level) {
  const Issue& what = issue_at(c, issue);
  if (!what.numeric()) return what.options[static_cast<std::size_t>(level)];
  if (what.kind == IssueKind::count && !what.unit.empty()) return counted(what.number(level), what.unit);
  return number_text(c, what, level);
}

std::string condition_text(const Case& c, const Condition& condition) {
  const Issue& issue = issue_at(c, condition.issue);
  const std::vector<bool>& holds = condition.holds;
  const auto held = std::ranges::count(holds, true);
  const auto excluded = std::ssize(holds) - held;
  if (held == 0) return issue.name + " is none of its options";
  if (excluded == 0) return issue.name + " is any of its options";
  const std::vector<std::string> runs = issue.numeric() ? number_runs(c, issue, holds) : options(c, issue, holds, true);
  if (excluded == 1 && runs.size() > 1) return issue.name + " is not " + options(c, issue, holds, false).front();
  return issue.name + " is " + listed(shortened(runs), "or");
}

std::string rule_text(const Case& c, const Rule& rule) {
  switch (rule.kind) {
    case Rule::Kind::implies:
      return fmt::format("if {} then {}", all_of(c, rule.when), all_of(c, rule.then));
    case Rule::Kind::exclude:
      if (rule.when.size() == 1) return "never " + all_of(c, rule.when);
      return fmt::format("never {} {}", all_of(c, rule.when), rule.when.size() == 2 ? "at once" : "all at once");
    case Rule::Kind::ratio:
      return fmt::format("{} {} times {}", issue_at(c, rule.of[0]).name, bounds_text(rule),
                         issue_at(c, rule.of[1]).name);
    case Rule::Kind::total:
      return fmt::format("{} add up to {}", listed(mapped(rule.of, [&](int issue) { return issue_at(c, issue).name; })),
                         bounds_text(rule));
  }
  return "";
}

}  // namespace parley
