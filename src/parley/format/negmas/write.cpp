#include <fmt/format.h>

#include "parley/format/domain/additive.h"
#include "parley/format/negmas/negmas.h"

namespace parley {
namespace {

/// A number as a number, anything else as a text.
std::string option_text(const Issue& issue, std::size_t level) {
  return issue.numeric() ? std::to_string(issue.number(static_cast<int>(level))) : json_text(issue.options[level]);
}

std::string issue_json(const Issue& issue) {
  std::string values;
  // Only newer versions know the step of a range.
  const bool is_range = issue.numeric() && issue.step == 1;
  for (std::size_t level = 0; level < issue.options.size(); ++level)
    if (!is_range || level == 0 || level + 1 == issue.options.size())
      values += (values.empty() ? "" : ", ") + option_text(issue, level);
  if (is_range && issue.options.size() == 1) values += ", " + values;
  const char* type = is_range          ? "ContiguousIssue"
                     : issue.numeric() ? "DiscreteCardinalIssue"
                     : issue.ordered() ? "DiscreteOrdinalIssue"
                                       : "CategoricalIssue";
  return fmt::format("- name: {}\n  type: {}\n  values: [{}]\n", json_text(issue.name), type, values);
}

std::string reservation_text(const Utilities& utilities) {
  return utilities.reservation ? billionths_text(*utilities.reservation) : "-.inf";
}

/// The levels as a list that NegMAS takes for the values in it: one of just two would mean what lies between them.
std::string levels_text(const Issue& issue, const std::vector<bool>& holds) {
  std::vector<std::string> options;
  for (std::size_t level = 0; level < holds.size(); ++level)
    if (holds[level]) options.push_back(option_text(issue, level));
  while (!options.empty() && options.size() < 3) options.push_back(options.back());
  return fmt::format("[{}]", fmt::join(options, ", "));
}

/// Regions for the options of each issue and for the combinations.
std::string regions_text(const std::vector<Issue>& issues, const Utilities& utilities, const std::string& indent) {
  std::string ranges;
  std::string worths;
  const auto add = [&](const std::string& range, std::int64_t worth) {
    ranges += fmt::format("{}- {{{}}}\n", indent, range);
    worths += (worths.empty() ? "" : ", ") + billionths_text(worth);
  };
  for (std::size_t i = 0; i < issues.size(); ++i)
    for (std::size_t level = 0; level < issues[i].options.size(); ++level)
      if (utilities.options[i][level] != 0)
        add(fmt::format("{}: {}", i, option_text(issues[i], level)), utilities.options[i][level]);
  for (const auto& combination : utilities.combinations) {
    std::string range;
    for (const Condition& condition : combination.when)
      range += fmt::format("{}{}: {}", range.empty() ? "" : ", ", condition.issue,
                           levels_text(issues[static_cast<std::size_t>(condition.issue)], condition.holds));
    add(range, combination.adds);
  }
  return fmt::format("{0}outcome_ranges:\n{1}{0}utilities: [{2}]\n", indent, ranges, worths);
}

/// A weight of 1 for each issue and a table of what its options are worth.
std::string tables_text(const std::vector<Issue>& issues, const Utilities& utilities, const std::string& indent) {
  std::string text = indent + "weights: [";
  for (std::size_t i = 0; i < issues.size(); ++i) text += i > 0 ? ", 1" : "1";
  text += "]\n" + indent + "values:\n";
  for (std::size_t i = 0; i < issues.size(); ++i) {
    text += fmt::format("{0}- type: TableFun\n{0}  mapping:\n", indent);
    for (std::size_t level = 0; level < issues[i].options.size(); ++level)
      text += fmt::format("{}    {}: {}\n", indent, option_text(issues[i], level),
                          billionths_text(utilities.options[i][level]));
  }
  return text;
}

std::string function_text(const std::string& party, const std::vector<Issue>& issues, const Utilities& utilities,
                          const std::string& indent) {
  const bool additive = utilities.combinations.empty();
  std::string text = fmt::format("{0}name: {1}\n{0}type: {2}\n{0}reserved_value: {3}\n", indent, json_text(party),
                                 additive ? "LinearAdditiveUtilityFunction" : "HyperRectangleUtilityFunction",
                                 reservation_text(utilities));
  if (utilities.base != 0) text += fmt::format("{}bias: {}\n", indent, billionths_text(utilities.base));
  return text + (additive ? tables_text(issues, utilities, indent) : regions_text(issues, utilities, indent));
}

std::string profile_text(const std::string& party, const std::vector<Issue>& issues, const Utilities& utilities) {
  if (!utilities.discount) return function_text(party, issues, utilities, "");
  return fmt::format(
      "name: {}\ntype: ExpDiscountedUFun\ndiscount: {}\nfactor: relative_time\nreserved_value: {}\nufun:\n{}",
      json_text(party), billionths_text(*utilities.discount), reservation_text(utilities),
      function_text(party, issues, utilities, "  "));
}

}  // namespace

Exported write_negmas(const std::string& name, const std::vector<Issue>& issues,
                      const std::vector<std::pair<std::string, Utilities>>& profiles) {
  Exported exported;
  const auto stems = file_stems(name, profiles);
  std::string domain = fmt::format("name: {}\ntype: DiscreteCartesianOutcomeSpace\nissues:\n", json_text(name));
  for (const Issue& issue : issues) domain += issue_json(issue);
  exported.files.push_back({stems.front() + ".yml", std::move(domain)});
  for (const Issue& issue : issues)
    if (!issue.unit.empty())
      exported.lost.push_back(
          fmt::format("the unit of '{}', {}, is left out, NegMAS has plain numbers", issue.name, issue.unit));
  for (std::size_t p = 0; p < profiles.size(); ++p) {
    const auto& [party, utilities] = profiles[p];
    if (!utilities.combinations.empty())
      exported.lost.push_back(
          fmt::format("{}: what packages are worth is written as regions, since combinations of issues "
                      "count, so NegMAS does not know it for additive",
                      party));
    exported.files.push_back({stems[p + 1] + ".yml", profile_text(party, issues, utilities)});
  }
  return exported;
}

}  // namespace parley
