#include <fmt/core.h>

#include <algorithm>
#include <limits>

#include "parley/format/genius/genius.h"
#include "parley/format/genius/held.h"
#include "parley/format/text.h"

namespace parley {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '"')
      result += "&quot;";
    else
      result += c;
  }
  return result;
}

std::string issue_begins(const Issue& issue, std::size_t index, bool integer) {
  const std::string_view type = integer ? "integer" : "discrete";
  std::string text = fmt::format(R"(      <issue index="{}" name="{}" type="{}" etype="{}" vtype="{}")", index + 1,
                                 escaped(issue.name), type, type, type);
  if (integer)
    text += fmt::format(R"( lowerbound="{}" upperbound="{}")", issue.first, issue.number(issue.levels() - 1));
  return text + ">\n";
}

constexpr std::string_view issue_ends = "      </issue>\n";

std::string domain_text(const std::string& name, const std::vector<Issue>& issues, const std::vector<bool>& integer) {
  std::string text = fmt::format("<negotiation_template>\n  <utility_space number_of_issues=\"{}\">\n", issues.size());
  text += fmt::format(R"(    <objective index="0" name="{}" description="" type="objective" etype="objective">)",
                      escaped(name));
  text += '\n';
  for (std::size_t i = 0; i < issues.size(); ++i) {
    text += issue_begins(issues[i], i, integer[i]);
    for (std::size_t level = 0; !integer[i] && level < issues[i].options.size(); ++level)
      text += fmt::format("        <item index=\"{}\" value=\"{}\"/>\n", level + 1, escaped(issues[i].options[level]));
    text += issue_ends;
  }
  return text + "    </objective>\n  </utility_space>\n</negotiation_template>\n";
}

std::string linear_issues(const std::vector<Issue>& issues, const std::vector<bool>& integer, const Held& held) {
  std::string text;
  for (std::size_t i = 0; i < issues.size(); ++i) {
    const auto& gains = held.gains[i];
    text += issue_begins(issues[i], i, integer[i]);
    if (integer[i]) {
      const Line line = line_through(gains).value_or(Line{});
      text +=
          fmt::format("        <evaluator ftype=\"linear\" slope=\"{}\" offset=\"{}\"/>\n", line.slope, line.offset);
    } else {
      // Genius takes everything as 0 where the largest evaluation is less than 0.00001.
      const bool small = std::ranges::max(gains) < one_utility / 100'000;
      for (std::size_t level = 0; level < gains.size(); ++level)
        text += fmt::format("        <item index=\"{}\" value=\"{}\" evaluation=\"{}\"/>\n", level + 1,
                            escaped(issues[i].options[level]),
                            small ? std::to_string(gains[level]) : billionths_text(gains[level]));
    }
    text += issue_ends;
  }
  for (std::size_t i = 0; i < issues.size(); ++i)
    text += fmt::format("      <weight index=\"{}\" value=\"{}\"/>\n", i + 1,
                        billionths_text(std::ranges::max(held.gains[i])));
  return text;
}

std::string rectangles_text(const std::vector<Issue>& issues, const Held& held) {
  std::string text;
  for (std::size_t i = 0; i < issues.size(); ++i) text += issue_begins(issues[i], i, true) + std::string(issue_ends);
  text += fmt::format("      <utility maxutility=\"{}\">\n", billionths_text(held.most));
  text += "        <ufun type=\"PlainUfun\" weight=\"1\" aggregation=\"sum\">\n";
  for (const Rectangle& rectangle : held.rectangles) {
    text += fmt::format("          <hyperRectangle utility=\"{}\">\n", billionths_text(rectangle.adds));
    for (const Range& range : rectangle.ranges) {
      const Issue& issue = issues[static_cast<std::size_t>(range.issue)];
      text += fmt::format("            <INCLUDES index=\"{}\" min=\"{}\" max=\"{}\"/>\n", range.issue + 1,
                          issue.number(range.first), issue.number(range.last));
    }
    text += "          </hyperRectangle>\n";
  }
  return text + "        </ufun>\n      </utility>\n";
}

std::string profile_text(const std::string& name, const std::vector<Issue>& issues, const std::vector<bool>& integer,
                         const Held& held) {
  std::string text = held.linear ? "<utility_space>\n" : "<utility_space type=\"nonlinear\">\n";
  text += fmt::format(R"(    <objective index="0" name="{}" description="" type="objective" etype="objective">)",
                      escaped(name));
  text += '\n';
  text += held.linear ? linear_issues(issues, integer, held) : rectangles_text(issues, held);
  text += "    </objective>\n";
  if (held.discount) text += fmt::format("    <discount_factor value=\"{}\"/>\n", billionths_text(*held.discount));
  if (held.reservation) text += fmt::format("    <reservation value=\"{}\"/>\n", billionths_text(*held.reservation));
  return text + "</utility_space>\n";
}

bool could_be_integer(const Issue& issue) {
  return issue.kind == IssueKind::count && issue.step == 1 && issue.first >= std::numeric_limits<std::int32_t>::min() &&
         issue.number(issue.levels()) <= std::numeric_limits<std::int32_t>::max();
}

/// What a domain of Genius cannot say of an issue.
void add_lost(const Issue& issue, bool integer, std::vector<std::string>& lost) {
  if (issue.numeric() && !issue.unit.empty())
    lost.push_back(fmt::format("the unit {} of {}", in_quotes(issue.unit), in_quotes(issue.name)));
  if (issue.ordered() && !integer)
    lost.push_back(fmt::format("that the options of {} are in an order", in_quotes(issue.name)));
}

std::vector<Held> hold_all(const std::vector<std::pair<std::string, Utilities>>& profiles, bool rectangles,
                           std::vector<std::string>& lost) {
  std::vector<Held> held;
  for (const auto& [party, utilities] : profiles) held.push_back(hold(party, utilities, rectangles, lost));
  return held;
}

}  // namespace

Exported write_genius(const std::string& name, const std::vector<Issue>& issues,
                      const std::vector<std::pair<std::string, Utilities>>& profiles) {
  Exported exported;
  std::vector<bool> integer;
  std::ranges::transform(issues, std::back_inserter(integer), could_be_integer);
  const bool rectangles = !issues.empty() && std::ranges::find(integer, false) == integer.end();

  std::vector<Held> held = hold_all(profiles, rectangles, exported.lost);
  for (const Held& profile : held)
    for (std::size_t i = 0; i < issues.size() && profile.linear; ++i)
      if (!line_through(profile.gains[i])) integer[i] = false;
  if (rectangles && std::ranges::find(integer, false) != integer.end()) {
    exported.lost.clear();
    held = hold_all(profiles, false, exported.lost);
  }

  for (std::size_t i = 0; i < issues.size(); ++i) add_lost(issues[i], integer[i], exported.lost);

  std::vector<std::string> taken{id_from(name, {})};
  exported.files.push_back({taken.front() + ".xml", domain_text(name, issues, integer)});
  for (std::size_t p = 0; p < profiles.size(); ++p) {
    taken.push_back(id_from(fmt::format("{} {}", taken.front(), profiles[p].first), taken));
    exported.files.push_back({taken.back() + ".xml", profile_text(name, issues, integer, held[p])});
  }
  return exported;
}

}  // namespace parley
