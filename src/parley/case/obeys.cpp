#include <algorithm>

#include "parley/case/case.h"
#include "parley/case/linear.h"
#include "parley/case/mapped.h"

namespace parley {
namespace {

bool all_hold(const std::vector<Condition>& conditions, const Package& package) {
  return std::ranges::all_of(conditions, [&](const Condition& condition) {
    return condition.holds[static_cast<std::size_t>(package[static_cast<std::size_t>(condition.issue)])];
  });
}

bool reaches(const Case& c, const AtLeast& part, const Package& package) {
  Wide sum = 0;
  for (const AtLeast::Term& term : part.terms) {
    const auto issue = static_cast<std::size_t>(term.issue);
    sum += term.coefficient * c.issues[issue].number(package[issue]);
  }
  return sum >= part.bound;
}

}  // namespace

std::vector<AtLeast> linear_parts(const Rule& rule) {
  const Wide one = Decimal::of(1).millionths;
  std::vector<AtLeast> parts;
  if (rule.kind == Rule::Kind::ratio) {
    if (rule.least) parts.push_back({{{rule.of[0], one}, {rule.of[1], -rule.least->millionths}}, 0});
    if (rule.most) parts.push_back({{{rule.of[0], -one}, {rule.of[1], rule.most->millionths}}, 0});
  }
  if (rule.kind == Rule::Kind::total) {
    const auto sum = [&](Wide coefficient) {
      return mapped(rule.of, [&](int issue) { return AtLeast::Term{issue, coefficient}; });
    };
    if (rule.least) parts.push_back({sum(one), rule.least->millionths});
    if (rule.most) parts.push_back({sum(-one), -rule.most->millionths});
  }
  return parts;
}

bool obeys(const Case& c, const Rule& rule, const Package& package) {
  switch (rule.kind) {
    case Rule::Kind::implies:
      return !all_hold(rule.when, package) || all_hold(rule.then, package);
    case Rule::Kind::exclude:
      return !all_hold(rule.when, package);
    case Rule::Kind::ratio:
    case Rule::Kind::total:
      break;
  }
  return std::ranges::all_of(linear_parts(rule), [&](const AtLeast& part) { return reaches(c, part, package); });
}

}  // namespace parley
