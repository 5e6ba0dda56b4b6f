#include <fmt/core.h>

#include <algorithm>
#include <cctype>

#include "parley/format/domain/additive.h"
#include "parley/format/geniusweb/geniusweb.h"
#include "parley/format/geniusweb/least_package.h"

namespace parley {
namespace {

constexpr std::string_view format = "GeniusWeb";

/// GeniusWeb's names of domains and profiles have only letters and digits.
std::string plain_name(std::string name) {
  std::erase_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; });
  return name;
}

std::string domain_text(const std::string& name, const std::vector<Issue>& issues, const std::string& indent) {
  std::string text = fmt::format("{{\n{0}  \"name\": {1},\n{0}  \"issuesValues\": {{", indent, json_text(name));
  for (std::size_t i = 0; i < issues.size(); ++i) {
    text += fmt::format("{}\n{}    {}: {{\"values\": [", i > 0 ? "," : "", indent, json_text(issues[i].name));
    for (std::size_t level = 0; level < issues[i].options.size(); ++level)
      text += (level > 0 ? ", " : "") + json_text(issues[i].options[level]);
    text += "]}";
  }
  return text + fmt::format("\n{0}  }}\n{0}}}", indent);
}

/// The package that stands for the reservation, or null.
std::string reservation_text(const std::vector<Issue>& issues, const AdditiveForm& form, const std::string& party,
                             std::vector<std::string>& lost) {
  if (!form.reservation) return "null";
  const std::string wanted = billionths_text(*form.reservation);
  auto package = least_package(form.options, *form.reservation);
  if (!package) {
    package = WorthyPackage();
    for (const auto& options : form.options) {
      const auto best = std::ranges::max_element(options);
      package->levels.push_back(static_cast<int>(best - options.begin()));
      package->worth += *best;
    }
    lost.push_back(fmt::format("{}: no package is worth the reservation of {}, the best, worth {}, stands for it",
                               party, wanted, billionths_text(package->worth)));
  } else if (package->worth != *form.reservation) {
    lost.push_back(
        fmt::format("{}: a package stands for the reservation of {}, one worth {}, {}", party, wanted,
                    billionths_text(package->worth),
                    package->least ? "the least that is no worse" : "the least that was found to be no worse"));
  }
  std::string text = "{\"issuevalues\": {";
  for (std::size_t i = 0; i < issues.size(); ++i) {
    const std::string& option = issues[i].options[static_cast<std::size_t>(package->levels[i])];
    text += fmt::format("{}{}: {}", i > 0 ? ", " : "", json_text(issues[i].name), json_text(option));
  }
  return text + "}}";
}

std::string profile_text(const std::string& name, const std::string& domain, const std::vector<Issue>& issues,
                         const AdditiveForm& form, const std::string& reservation) {
  std::string weights;
  std::string utilities;
  for (std::size_t i = 0; i < issues.size(); ++i) {
    const std::string issue = json_text(issues[i].name);
    const char* comma = i > 0 ? "," : "";
    weights += fmt::format("{}\n      {}: {}", comma, issue, form.weights[i]);
    utilities += fmt::format("{}\n      {}: {{\"DiscreteValueSetUtilities\": {{\"valueUtilities\": {{", comma, issue);
    for (std::size_t level = 0; level < issues[i].options.size(); ++level)
      utilities +=
          fmt::format("{}{}: {}", level > 0 ? ", " : "", json_text(issues[i].options[level]), form.values[i][level]);
    utilities += "}}}";
  }
  return fmt::format(
      "{{\n  \"LinearAdditiveUtilitySpace\": {{\n    \"name\": {},\n    \"domain\": {},\n    \"issueWeights\": {{{}\n  "
      "  }},\n"
      "    \"issueUtilities\": {{{}\n    }},\n    \"reservationBid\": {}\n  }}\n}}\n",
      json_text(name), domain, weights, utilities, reservation);
}

}  // namespace

Exported write_geniusweb(const std::string& name, const std::vector<Issue>& issues,
                         const std::vector<std::pair<std::string, Utilities>>& profiles) {
  Exported exported;
  const auto stems = file_stems(name, profiles);
  const std::string domain_name = plain_name(stems.front());
  const std::string own_domain = domain_text(domain_name, issues, "    ");
  exported.files.push_back({stems.front() + ".json", domain_text(domain_name, issues, "") + "\n"});
  for (const Issue& issue : issues)
    if (issue.ordered())
      exported.lost.push_back(
          fmt::format("the issue '{}' is written as options without an order, not as a range of numbers", issue.name));
  for (std::size_t p = 0; p < profiles.size(); ++p) {
    const auto& [party, utilities] = profiles[p];
    const AdditiveForm form = additive_form(utilities, party, std::string(format), exported.lost);
    const std::string reservation = reservation_text(issues, form, party, exported.lost);
    const std::string profile_name = plain_name(stems[p + 1]);
    exported.files.push_back(
        {stems[p + 1] + ".json", profile_text(profile_name, own_domain, issues, form, reservation)});
  }
  return exported;
}

}  // namespace parley
