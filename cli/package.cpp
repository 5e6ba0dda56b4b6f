#include "package.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "failure.h"
#include "look_up.h"
#include "parley/at.h"
#include "parley/case/check.h"
#include "parley/format/nearest.h"
#include "parley/render/text.h"

namespace parley::cli {
namespace {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

int find_option(const Issue& issue, const std::string& option) {
  const auto found = std::ranges::find(issue.options, option);
  if (found != issue.options.end()) return static_cast<int>(found - issue.options.begin());
  std::string message = fmt::format("{} has no option \"{}\"", issue.id, printable(option));
  if (const auto meant = nearest_word(option, issue.options)) message += fmt::format("; did you mean {}?", *meant);
  message += issue.numeric() ? fmt::format("\nIt runs from {} to {} in steps of {}", issue.options.front(),
                                           issue.options.back(), issue.step)
                             : fmt::format("\nIt has: {}", fmt::join(issue.options, ", "));
  throw Failure(Exit::wrong_call, message);
}

std::vector<int> levels_of(const Issue& issue, const std::string& options) {
  std::vector<int> levels;
  // Options of other tools may have a bar in their names.
  if (std::ranges::find(issue.options, trimmed(options)) != issue.options.end())
    return {find_option(issue, trimmed(options))};
  for (const std::string& option : CLI::detail::split(options, '|'))
    levels.push_back(find_option(issue, trimmed(option)));
  std::ranges::sort(levels);
  const auto repeated = std::ranges::unique(levels);
  levels.erase(repeated.begin(), repeated.end());
  return levels;
}

/// The package as a text of the case, dated so that it is the newest.
Proposal described(const Case& c, const std::vector<std::string>& terms, Date as_of) {
  Proposal proposal;
  proposal.id = "package";
  proposal.name = "the package";
  if (as_of != Date{}) proposal.date = as_of;
  for (const Issue& issue : c.issues) {
    std::vector<int> all(issue.options.size());
    std::iota(all.begin(), all.end(), 0);
    proposal.alternatives.push_back(std::move(all));
  }
  std::vector<bool> named(c.issues.size());
  for (const std::string& term : terms) {
    const auto equals = term.find('=');
    if (equals == std::string::npos)
      throw Failure(Exit::wrong_call, fmt::format("--package {}: write issue=option, or issue=one|two for what is open",
                                                  printable(term)));
    const int issue = find_issues(c, {trimmed(term.substr(0, equals))}).front();
    if (named[at(issue)])
      throw Failure(Exit::wrong_call, fmt::format("--package names {} twice", c.issues[at(issue)].id));
    named[at(issue)] = true;
    proposal.alternatives[at(issue)] = levels_of(c.issues[at(issue)], term.substr(equals + 1));
  }
  return proposal;
}

}  // namespace

void add_text(CLI::App& command, TextSource& text) {
  auto* proposal = command.add_option("PROPOSAL", text.proposal, "its id in the case (default: the newest version)")
                       ->option_text(" ");
  add_package(command, text, *proposal);
}

void add_package(CLI::App& command, TextSource& text, CLI::Option& proposal) {
  command.add_option("--package", text.package, "a term of a text of your own; may be repeated")
      ->option_text("ISSUE=OPTION")
      ->expected(1)
      ->take_all()
      ->excludes(&proposal);
}

int find_text(Case& c, const TextSource& text, Date as_of) {
  if (text.package.empty()) return find_proposal(c, text.proposal, as_of);
  c.proposals.push_back(described(c, text.package, as_of));
  // The one thing that can be wrong with it: that no way to fill it in obeys the rules.
  const Problems problems = check(c);
  if (!problems.empty()) throw Failure(Exit::wrong_call, printable(problems.front().message));
  return static_cast<int>(c.proposals.size()) - 1;
}

}  // namespace parley::cli
