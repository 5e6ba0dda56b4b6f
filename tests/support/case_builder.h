#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "parley/case/case.h"

/// Small cases for tests, made by hand. Issues come first, since preferences have an entry for each of them:
///
///     Case c = small_case();
///     c.parties[0].preference.weights[1] = range(20, 40);
///     c.rules.push_back(exclude({is(c, 0, {2}), is(c, 1, {0})}));
namespace parley::test {

inline Quantity range(Decimal low, Decimal high) { return {low, high, {}, {}}; }
inline Quantity range(int low, int high) { return range(Decimal::of(low), Decimal::of(high)); }
inline Quantity exactly(int number) { return range(number, number); }
inline Quantity millionths(std::int64_t low, std::int64_t high) { return range(Decimal{low}, Decimal{high}); }

inline Issue options_issue(IssueKind kind, std::string name, std::vector<std::string> options) {
  Issue issue;
  issue.id = name;
  issue.name = std::move(name);
  issue.kind = kind;
  issue.options = std::move(options);
  return issue;
}
inline Issue choice(std::string name, std::vector<std::string> options) {
  return options_issue(IssueKind::choice, std::move(name), std::move(options));
}
inline Issue scale(std::string name, std::vector<std::string> options) {
  return options_issue(IssueKind::scale, std::move(name), std::move(options));
}
inline Issue numbers(IssueKind kind, std::string name, int first, int last, int step, std::string unit) {
  std::vector<std::string> options;
  for (int number = first; number <= last; number += step) options.push_back(std::to_string(number));
  Issue issue = options_issue(kind, std::move(name), std::move(options));
  issue.first = first;
  issue.step = step;
  issue.unit = std::move(unit);
  return issue;
}
inline Issue count(std::string name, int first, int last, int step, std::string unit = "") {
  return numbers(IssueKind::count, std::move(name), first, last, step, std::move(unit));
}
inline Issue duration(std::string name, int first, int last, int step, std::string unit) {
  return numbers(IssueKind::duration, std::move(name), first, last, step, std::move(unit));
}
inline Issue share(std::string name, int first_claimant, int second_claimant, int step) {
  Issue issue = numbers(IssueKind::share, std::move(name), 0, 100, step, "%");
  issue.claimants = {first_claimant, second_claimant};
  return issue;
}

/// A condition that holds for these levels.
inline Condition is(const Case& c, int issue, std::initializer_list<int> levels) {
  const auto size = static_cast<std::size_t>(c.issues[static_cast<std::size_t>(issue)].levels());
  Condition condition{issue, std::vector<bool>(size), {}};
  for (const int level : levels) condition.holds[static_cast<std::size_t>(level)] = true;
  return condition;
}

inline Rule implies(std::vector<Condition> when, std::vector<Condition> then) {
  Rule rule;
  rule.when = std::move(when);
  rule.then = std::move(then);
  return rule;
}
inline Rule exclude(std::vector<Condition> when) {
  Rule rule;
  rule.kind = Rule::Kind::exclude;
  rule.when = std::move(when);
  return rule;
}
inline Rule ratio(int of, int to, std::optional<Decimal> least, std::optional<Decimal> most) {
  Rule rule;
  rule.kind = Rule::Kind::ratio;
  rule.of = {of, to};
  rule.least = least;
  rule.most = most;
  return rule;
}
inline Rule total(std::vector<int> of, std::optional<Decimal> least, std::optional<Decimal> most) {
  Rule rule;
  rule.kind = Rule::Kind::total;
  rule.of = std::move(of);
  rule.least = least;
  rule.most = most;
  return rule;
}

inline Valuation shape(parley::Shape::Kind kind, bool best_high) { return {parley::Shape{kind, best_high, 0}, {}}; }
inline Valuation linear(bool best_high) { return shape(parley::Shape::Kind::linear, best_high); }
inline Valuation values(std::vector<Quantity> by_level) { return {OptionValues{std::move(by_level)}, {}}; }
inline Valuation best_first(std::vector<int> levels) { return {OptionOrder{std::move(levels)}, {}}; }

/// A preference that states nothing yet.
inline Preference unstated(const Case& c) {
  Preference preference;
  preference.weights.resize(c.issues.size());
  preference.values.resize(c.issues.size());
  preference.credences.resize(c.phases.size());
  return preference;
}

inline Gate approval_of(int principal) {
  Gate gate;
  gate.kind = Gate::Kind::principal;
  gate.principal = principal;
  return gate;
}
inline Gate gate(Gate::Kind kind, std::vector<Gate> children, int least = 0) {
  return {kind, -1, least, std::move(children)};
}

inline Principal principal(const Case& c, std::string name) {
  Principal made;
  made.id = name;
  made.name = std::move(name);
  made.preference = unstated(c);
  return made;
}

/// A party that is its own only principal and states nothing yet.
inline Party party(const Case& c, std::string name) {
  Party made;
  made.id = name;
  made.name = std::move(name);
  made.preference = unstated(c);
  made.principals = {principal(c, "")};
  made.consent = approval_of(0);
  return made;
}

/// A proposal with a single option for every issue.
inline Proposal proposal(std::string name, const Package& package) {
  Proposal made;
  made.id = name;
  made.name = std::move(name);
  for (const int level : package) made.alternatives.push_back({level});
  return made;
}

inline Response response(int to, int by, Answer answer) {
  Response made;
  made.proposal = to;
  made.by.party = by;
  made.answer = answer;
  return made;
}

inline Date day(const std::string& text) { return parse_date(text).value(); }

/// Two parties with opposed interests in three issues and one proposal, without a fault:
/// aid (none, limited, full), prisoners (0 to 1000 in hundreds), route (coast, inland).
inline Case small_case() {
  Case c;
  c.title = "Small case";
  c.phases.push_back({});
  c.phases[0].id = c.phases[0].name = "agreement";
  c.issues = {scale("aid", {"none", "limited", "full"}), count("prisoners", 0, 1000, 100, "prisoners released"),
              choice("route", {"coast", "inland"})};
  for (const bool north : {true, false}) {
    Party made = party(c, north ? "North" : "South");
    made.preference.weights = {exactly(50), exactly(30), exactly(20)};
    made.preference.values = {best_first(north ? std::vector{2, 1, 0} : std::vector{0, 1, 2}), linear(north),
                              values({exactly(north ? 100 : 0), exactly(north ? 0 : 100)})};
    made.reservation = exactly(30);
    c.parties.push_back(std::move(made));
  }
  c.proposals = {proposal("plan", {1, 5, 0})};
  return c;
}

}  // namespace parley::test
