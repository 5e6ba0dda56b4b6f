#include "parley/format/case_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

#include "parley/at.h"
#include "parley/format/forms.h"

namespace parley {
namespace {

/// Words that YAML readers take for something else than text.
constexpr std::array special_words{"true", "false", "yes", "no", "on", "off", "null", "y", "n", "~"};

bool plain(const std::string& text) {
  if (text.empty() || std::isalpha(static_cast<unsigned char>(text.front())) == 0 || text.back() == ' ') return false;
  const auto harmless = [](char ch) {
    const auto byte = static_cast<unsigned char>(ch);
    return byte >= 128 || std::isalnum(byte) != 0 || ch == ' ' || ch == '-' || ch == '_' || ch == '.' || ch == '+';
  };
  std::string lower = text;
  for (char& ch : lower) ch = static_cast<char>(std::tolower(static_cast<unsigned char>(ch)));
  return std::ranges::all_of(text, harmless) && std::ranges::find(special_words, lower) == special_words.end();
}

/// A text as it stands in the file: as it is, or in double quotes.
std::string scalar(const std::string& text) {
  if (plain(text)) return text;
  std::string quoted = "\"";
  for (const char ch : text) {
    if (ch == '"' || ch == '\\') quoted += '\\';
    quoted += ch;
  }
  return quoted + '"';
}

/// Options that are words of the format are written with a point behind them.
std::string option_word(const Issue& issue, int level) {
  const std::string& option = issue.options[at(level)];
  const auto& reserved = reserved_words();
  return std::ranges::find(reserved, option) == reserved.end() ? option : option + ".";
}

std::string issue_text(const Issue& issue) {
  std::string out = fmt::format("  {}:\n", issue.id);
  if (!issue.name.empty()) out += fmt::format("    name: {}\n", scalar(issue.name));
  if (issue.kind == IssueKind::count || issue.kind == IssueKind::duration) {
    const bool timed = issue.kind == IssueKind::duration;
    out += fmt::format("    {}: {}..{}{} step {}\n", timed ? "duration" : "count", issue.first,
                       issue.number(issue.levels() - 1), timed ? " " + issue.unit : "", issue.step);
    if (!timed && !issue.unit.empty()) out += fmt::format("    unit: {}\n", scalar(issue.unit));
    return out;
  }
  if (issue.kind == IssueKind::share)
    return out + fmt::format("    count: 0..100 step {}\n    unit: \"%\"\n", issue.step);
  out += fmt::format("    {}: [", issue.kind == IssueKind::choice ? "options" : "scale");
  for (int level = 0; level < issue.levels(); ++level)
    out += (level == 0 ? "" : ", ") + scalar(option_word(issue, level));
  return out + "]\n";
}

std::string term_text(const Case& c, const Condition& condition) {
  const Issue& issue = c.issues[at(condition.issue)];
  std::vector<std::string> options;
  for (int level = 0; level < issue.levels(); ++level)
    if (condition.holds[at(level)]) options.push_back(scalar(option_word(issue, level)));
  return fmt::format("{}: [{}]", issue.id, fmt::join(options, ", "));
}

std::string utilities_text(const Case& c, const Utilities& utilities, const std::vector<bool>& written) {
  std::string out = "    utilities:\n";
  if (utilities.from.source >= 0) out += fmt::format("      from: {}\n", c.sources[at(utilities.from.source)].id);
  std::int64_t base = utilities.base;
  for (std::size_t i = 0; i < c.issues.size(); ++i)
    if (!written[i]) base += utilities.options[i].front();
  if (base != 0) out += fmt::format("      base: {}\n", billionths_text(base));
  if (utilities.reservation) out += fmt::format("      reservation: {}\n", billionths_text(*utilities.reservation));
  if (utilities.discount) out += fmt::format("      discount: {}\n", billionths_text(*utilities.discount));
  out += "      options:\n";
  for (std::size_t i = 0; i < c.issues.size(); ++i) {
    if (!written[i]) continue;
    const Issue& issue = c.issues[i];
    std::vector<std::string> numbers;
    for (int level = 0; level < issue.levels(); ++level) {
      const std::string number = billionths_text(utilities.options[i][at(level)]);
      numbers.push_back(issue.numeric() ? number : fmt::format("{}: {}", scalar(option_word(issue, level)), number));
    }
    out += fmt::format(fmt::runtime(issue.numeric() ? "        {}: [{}]\n" : "        {}: {{{}}}\n"), issue.id,
                       fmt::join(numbers, ", "));
  }
  if (utilities.combinations.empty()) return out;
  out += "      together:\n";
  for (const auto& combination : utilities.combinations) {
    std::vector<std::string> conditions;
    for (const Condition& condition : combination.when) conditions.push_back(term_text(c, condition));
    const std::string name = combination.name.empty() ? "" : fmt::format("name: {}, ", scalar(combination.name));
    out += fmt::format("        - {{{}if: {{{}}}, adds: {}}}\n", name, fmt::join(conditions, ", "),
                       billionths_text(combination.adds));
  }
  return out;
}

}  // namespace

Exported write_case(const Case& c) {
  Exported exported;
  // A case file asks for two options of every issue: one that is settled goes into the base.
  std::vector<bool> written;
  for (const Issue& issue : c.issues) {
    written.push_back(issue.levels() > 1);
    if (issue.kind == IssueKind::share)
      exported.lost.push_back(fmt::format("who shares {}: it is written as a count", issue.name));
    if (!written.back()) exported.lost.push_back(fmt::format("the issue {}, which has a single option", issue.name));
    for (int level = 0; level < issue.levels(); ++level)
      if (!issue.numeric() && option_word(issue, level) != issue.options[at(level)])
        exported.lost.push_back(fmt::format("the option {} is written as {}, since it is a word of the format",
                                            issue.options[at(level)], option_word(issue, level)));
  }
  std::string out = fmt::format("parley: 1\ntitle: {}\n", scalar(c.title));
  if (!c.sources.empty()) out += "\nsources:\n";
  for (const Source& source : c.sources) out += fmt::format("  {}: {{title: {}}}\n", source.id, scalar(source.title));
  out += "\nissues:\n";
  for (std::size_t i = 0; i < c.issues.size(); ++i)
    if (written[i]) out += issue_text(c.issues[i]);
  out += "\nparties:\n";
  for (const Party& party : c.parties) {
    out += fmt::format("  {}:\n    name: {}\n", party.id, scalar(party.name));
    if (party.utilities) out += utilities_text(c, *party.utilities, written);
  }
  exported.files.push_back({"case.yaml", std::move(out)});
  return exported;
}

}  // namespace parley
