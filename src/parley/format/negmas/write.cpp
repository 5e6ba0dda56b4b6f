#include <fmt/format.h>

#include "parley/format/domain/additive.h"
#include "parley/format/negmas/negmas.h"

namespace parley {
namespace {

/// A number as a number, anything else as a text.
std::string option_text(const Issue& issue, std::size_t level) {
  return issue.numeric() ? std::to_string(issue.number(static_cast<int>(level))) : json_text(issue.options[level]);
}

std::string issue_text(const Issue& issue) {
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

std::string function_text(const std::string& party, const std::vector<Issue>& issues, const Utilities& utilities,
                          const std::string& indent) {
  std::string text = fmt::format("{0}name: {1}\n{0}type: LinearAdditiveUtilityFunction\n{0}reserved_value: {2}\n",
                                 indent, json_text(party), reservation_text(utilities));
  if (utilities.base != 0) text += fmt::format("{}bias: {}\n", indent, billionths_text(utilities.base));
  text += indent + "weights: [";
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
  for (const Issue& issue : issues) domain += issue_text(issue);
  exported.files.push_back({stems.front() + ".yml", std::move(domain)});
  for (const Issue& issue : issues)
    if (!issue.unit.empty())
      exported.lost.push_back(
          fmt::format("the unit of '{}', {}, is left out, NegMAS has plain numbers", issue.name, issue.unit));
  for (std::size_t p = 0; p < profiles.size(); ++p) {
    const auto& [party, utilities] = profiles[p];
    if (!utilities.combinations.empty())
      exported.lost.push_back(
          fmt::format("{}: combinations of issues are left out ({}), NegMAS has none beside weights", party,
                      utilities.combinations.size()));
    exported.files.push_back({stems[p + 1] + ".yml", profile_text(party, issues, utilities)});
  }
  return exported;
}

}  // namespace parley
