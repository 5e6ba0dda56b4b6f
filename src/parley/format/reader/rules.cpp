#include "parley/format/reader/rules.h"

#include <fmt/core.h>

#include "parley/format/reader/conditions.h"
#include "parley/format/reader/fields.h"
#include "parley/format/reader/scalars.h"

namespace parley {
namespace {

constexpr NumberKind multiple_kind{"a multiple", Decimal::of(0), Decimal::of(1'000'000)};
constexpr NumberKind sum_kind{"a sum", Decimal::of(-999'999'999'999), Decimal::of(999'999'999'999)};

int read_numeric_issue(Reading& r, const Node& node) {
  const int index = read_word(r, node, "an issue", r.issues);
  if (index < 0) return -1;
  const Issue& issue = r.value.issues[static_cast<std::size_t>(index)];
  if (issue.numeric()) return index;
  if (!issue.options.empty())
    r.report(node.place,
             fmt::format("{} has options in words, and a count, duration or share is needed here", issue.id),
             "name an issue of numbers");
  return -1;
}

void read_bounds(Reading& r, const Fields& fields, const NumberKind& kind, Rule& rule) {
  if (const Node* least = fields.find("at-least")) rule.least = read_number(r, *least, kind);
  if (const Node* most = fields.find("at-most")) rule.most = read_number(r, *most, kind);
  if (!fields.has("at-least") && !fields.has("at-most"))
    r.report(fields.place(), "there is no bound here", "add at-least, at-most or both");
  if (rule.least && rule.most && *rule.least > *rule.most)
    r.report(fields.place(),
             fmt::format("at-least {} lies above at-most {}", to_text(*rule.least), to_text(*rule.most)), "swap them");
}

void read_ratio(Reading& r, const Node& node, Rule& rule) {
  const Fields fields(r, node, "ratio");
  rule.kind = Rule::Kind::ratio;
  for (const char* key : {"of", "to"})
    if (const Node* issue = fields.find(key)) rule.of.push_back(read_numeric_issue(r, *issue));
  if (rule.of.size() == 2 && rule.of[0] == rule.of[1] && rule.of[0] >= 0)
    r.report(fields.place(), "a ratio is between two issues", "name another one");
  read_bounds(r, fields, multiple_kind, rule);
}

void read_total(Reading& r, const Node& node, Rule& rule) {
  const Fields fields(r, node, "total");
  rule.kind = Rule::Kind::total;
  const Node* of = fields.find("of");
  for (const Node& item : read_items(r, of, "the issues of a total")) rule.of.push_back(read_numeric_issue(r, item));
  if (of != nullptr && rule.of.empty()) r.report(of->place, "there is no issue here", "name the issues to add up");
  read_bounds(r, fields, sum_kind, rule);
}

void read_exclusion(Reading& r, const Node& node, Rule& rule) {
  rule.kind = Rule::Kind::exclude;
  std::size_t named = 0;
  for (const Node& item : read_items(r, &node, "conditions")) {
    named += item.entries.size();
    for (Condition& condition : read_conditions(r, item)) rule.when.push_back(std::move(condition));
  }
  if (named < 2 && node.kind == Node::Kind::sequence)
    r.report(node.place, "not-both needs two conditions or more", "write [{aid: none}, {return: free}]");
}

Rule read_rule(Reading& r, const Node& item) {
  const Fields fields(r, item, "rule");
  Rule rule;
  rule.name = fields.line(r, "name");
  rule.from = fields.from(r);
  if (!fields.is_block()) return rule;
  const bool implies = fields.has("if") || fields.has("then");
  const int kinds = implies + fields.has("not-both") + fields.has("ratio") + fields.has("total");
  if (kinds != 1 || fields.has("if") != fields.has("then")) {
    r.report(fields.place(), "a rule says one thing: 'if' with 'then', 'not-both', 'ratio' or 'total'",
             "write for instance {if: {return: free}, then: {withdrawal: complete}}");
    return rule;
  }
  if (implies) {
    rule.when = read_conditions(r, *fields.find("if"));
    rule.then = read_conditions(r, *fields.find("then"));
  } else if (const Node* exclusion = fields.find("not-both")) {
    read_exclusion(r, *exclusion, rule);
  } else if (const Node* ratio = fields.find("ratio")) {
    read_ratio(r, *ratio, rule);
  } else {
    read_total(r, *fields.find("total"), rule);
  }
  return rule;
}

}  // namespace

void read_rules(Reading& r, const Node* node) {
  for (const Node& item : read_items(r, node, "rules")) r.value.rules.push_back(read_rule(r, item));
}

}  // namespace parley
