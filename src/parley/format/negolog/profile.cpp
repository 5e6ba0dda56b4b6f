#include <fmt/core.h>

#include "parley/format/domain/reading.h"
#include "parley/format/negolog/negolog.h"
#include "parley/format/text.h"

namespace parley {
namespace {

/// The weights and the values of a profile; null where they are missing or no blocks, which is reported.
struct ProfileParts {
  const Node* weights = nullptr;
  const Node* values = nullptr;
};

ProfileParts find_parts(DomainReading& r, const Node& root) {
  ProfileParts parts{find_needed(r, root, "issueWeights"), find_needed(r, root, "issues")};
  if (parts.weights != nullptr && !is_block(r, *parts.weights, "issueWeights")) parts.weights = nullptr;
  if (parts.values != nullptr && !is_block(r, *parts.values, "issues")) parts.values = nullptr;
  return parts;
}

/// The figures of a block that has one for each of the names.
std::vector<Figure> read_figures(DomainReading& r, const Node& node, const std::vector<std::string>& names,
                                 std::string_view what, const auto& find) {
  std::vector<Figure> figures(names.size());
  std::vector<bool> seen(names.size());
  for (const Node::Entry& entry : node.entries) {
    const int index = find(entry);
    const auto figure = read_figure(r, entry.value, what);
    if (index < 0) continue;
    seen[static_cast<std::size_t>(index)] = true;
    if (figure) figures[static_cast<std::size_t>(index)] = *figure;
  }
  report_missing(r, seen, names, node.place, fmt::format("{} is missing for", what));
  return figures;
}

void read_options(DomainReading& r, const DomainWords& words, const Node& node, const std::vector<Figure>& weights,
                  Utilities& utilities) {
  std::vector<bool> seen(weights.size());
  for (const Node::Entry& entry : node.entries) {
    const int issue = find_issue(r, words, entry);
    if (issue < 0) continue;
    const auto i = static_cast<std::size_t>(issue);
    seen[i] = true;
    if (!is_block(r, entry.value, the_issue(words.domain(), issue))) continue;
    const auto find = [&](const Node::Entry& option) { return find_option(r, words, issue, option.key, option.place); };
    const auto values = read_figures(r, entry.value, words.domain().issues[i].options, "a value", find);
    for (std::size_t level = 0; level < values.size(); ++level)
      utilities.options[i][level] = fit(r, weights[i] * values[level], entry.place).value_or(0);
  }
  report_missing(r, seen, words.issue_names(), node.place, "values are missing for");
}

}  // namespace

Imported<Domain> read_negolog_domain(std::string_view bytes) {
  DomainReading r;
  Domain domain;
  const auto root = read_tree(r, bytes);
  if (!root) return r.finish(std::move(domain));
  const ProfileParts parts = find_parts(r, *root);
  if (parts.weights == nullptr || parts.values == nullptr) return r.finish(std::move(domain));
  IssueList issues(r);
  for (const Node::Entry& weight : parts.weights->entries) {
    const Node* values = parts.values->find(weight.key);
    if (values == nullptr)
      r.report(weight.place, fmt::format("the issue {} has a weight, but no values", in_quotes(weight.key)),
               "list its values under 'issues'");
    if (values == nullptr || !is_block(r, *values, fmt::format("the issue {}", in_quotes(weight.key)))) continue;
    std::vector<std::string> options;
    for (const Node::Entry& option : values->entries) options.push_back(option.key);
    issues.add(weight.key, IssueKind::choice, std::move(options), weight.place);
  }
  domain.issues = issues.take();
  if (domain.issues.empty() && r.problems.empty())
    r.report(parts.values->place, "the profile has no issues", "add one");
  return r.finish(std::move(domain));
}

Imported<Utilities> read_negolog_profile(std::string_view bytes, const Domain& domain) {
  DomainReading r;
  Utilities utilities = blank_utilities(domain);
  const auto root = read_tree(r, bytes);
  if (!root) return r.finish(std::move(utilities));
  utilities.from.place = root->place;
  if (const Node* node = find_needed(r, *root, "reservationValue"))
    utilities.reservation = read_utility(r, *node, "a reservation value");
  const ProfileParts parts = find_parts(r, *root);
  const DomainWords words(domain);
  std::vector<Figure> weights(domain.issues.size());
  if (parts.weights != nullptr) {
    const auto find = [&](const Node::Entry& entry) { return find_issue(r, words, entry); };
    weights = read_figures(r, *parts.weights, words.issue_names(), "a weight", find);
    Figure sum = 0;
    for (const Figure& weight : weights) sum += weight;
    if (abs(sum - 1) > ratio(1, one_utility))
      r.note(fmt::format("the weights sum to {}, not to 1, and are taken as they are", sum.convert_to<double>()));
  }
  if (parts.values != nullptr) read_options(r, words, *parts.values, weights, utilities);
  return r.finish(std::move(utilities));
}

}  // namespace parley
