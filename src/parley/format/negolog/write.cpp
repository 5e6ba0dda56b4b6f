#include <fmt/core.h>

#include "parley/format/domain/additive.h"
#include "parley/format/negolog/negolog.h"

namespace parley {
namespace {

std::string profile_text(const std::vector<Issue>& issues, const AdditiveForm& form) {
  std::string weights;
  std::string values;
  for (std::size_t i = 0; i < issues.size(); ++i) {
    const std::string issue = json_text(issues[i].name);
    weights += fmt::format("{}\n  {}: {}", i > 0 ? "," : "", issue, form.weights[i]);
    values += fmt::format("{}\n  {}: {{", i > 0 ? "," : "", issue);
    for (std::size_t level = 0; level < issues[i].options.size(); ++level)
      values += fmt::format("{}\n   {}: {}", level > 0 ? "," : "", json_text(issues[i].options[level]),
                            form.values[i][level]);
    values += "\n  }";
  }
  return fmt::format("{{\n \"reservationValue\": {},\n \"issueWeights\": {{{}\n }},\n \"issues\": {{{}\n }}\n}}\n",
                     billionths_text(form.reservation.value_or(0)), weights, values);
}

}  // namespace

Exported write_negolog(const std::string& name, const std::vector<Issue>& issues,
                       const std::vector<std::pair<std::string, Utilities>>& profiles) {
  Exported exported;
  exported.lost.push_back(fmt::format("the name '{}' is left out, NegoLog goes by the folder's", name));
  for (const Issue& issue : issues)
    if (issue.ordered())
      exported.lost.push_back(fmt::format("the issue '{}' is written as options without an order", issue.name));
  for (std::size_t p = 0; p < profiles.size(); ++p) {
    const auto& [party, utilities] = profiles[p];
    const std::string letter = p < 26 ? std::string(1, static_cast<char>('A' + p)) : std::to_string(p + 1);
    const std::string file = "profile" + letter + ".json";
    const AdditiveForm form = additive_form(utilities, party, "NegoLog", exported.lost);
    exported.lost.push_back(fmt::format("{}: the name is left out, the file is {}", party, file));
    if (!form.reservation)
      exported.lost.push_back(fmt::format("{}: no reservation is written as one of 0, NegoLog needs one", party));
    if (p >= 2) exported.lost.push_back(fmt::format("{}: NegoLog knows two parties and does not read {}", party, file));
    exported.files.push_back({file, profile_text(issues, form)});
  }
  return exported;
}

}  // namespace parley
