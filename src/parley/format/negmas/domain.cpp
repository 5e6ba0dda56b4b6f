#include <fmt/core.h>

#include <algorithm>

#include "parley/format/domain/reading.h"
#include "parley/format/negmas/negmas.h"
#include "parley/format/negmas/types.h"
#include "parley/format/text.h"

namespace parley {
namespace {

constexpr int steps_of_continuous = 20;

std::optional<Figure> read_end(DomainReading& r, const Node& node, bool whole) {
  auto figure = read_figure(r, node, "an end of a range");
  if (!figure) return std::nullopt;
  if (abs(*figure) > largest_whole || (whole && denominator(*figure) != 1)) {
    r.report(node.place, fmt::format("{} is not a {}number that Parley can hold", shown(node), whole ? "whole " : ""),
             "take another unit");
    return std::nullopt;
  }
  return figure;
}

/// The numbers of a list, or of a plain number; empty, with a problem, when one of them is none.
std::vector<Figure> read_ends(DomainReading& r, const Node& node, bool whole, std::size_t most) {
  std::vector<Figure> ends;
  if (node.kind == Node::Kind::scalar) {
    if (const auto end = read_end(r, node, whole)) ends.push_back(*end);
    return ends;
  }
  if (node.kind != Node::Kind::sequence || node.items.size() < 2 || node.items.size() > most) {
    r.report(node.place, fmt::format("the values of a range are its two ends, here stands {}", shown(node)),
             "write [least, most]");
    return ends;
  }
  for (const Node& item : node.items)
    if (const auto end = read_end(r, item, whole)) ends.push_back(*end);
  if (ends.size() != node.items.size()) ends.clear();
  return ends;
}

void read_contiguous(DomainReading& r, IssueList& issues, const std::string& name, const Node& values) {
  const std::vector<Figure> ends = read_ends(r, values, true, 3);
  if (ends.empty()) return;
  const auto whole = [&](std::size_t i) { return static_cast<std::int64_t>(numerator(ends[i])); };
  if (ends.size() == 1) return issues.add_numbers(name, 0, whole(0) - 1, 1, values.place);
  const std::int64_t step = ends.size() == 3 ? whole(2) : 1;
  if (step < 1)
    return r.report(values.items[2].place, "the step of a range must be above 0", "write [least, most, step]");
  issues.add_numbers(name, whole(0), whole(1), step, values.place);
}

void read_continuous(DomainReading& r, IssueList& issues, const std::string& name, const Node& values) {
  const std::vector<Figure> ends = read_ends(r, values, false, 2);
  if (ends.empty()) return;
  if (ends.size() != 2 || ends[0] >= ends[1])
    return r.report(values.place, "the least value of a range must be below the most", "write [least, most]");
  r.note(fmt::format("the continuous issue {} is cut into {} steps", in_quotes(name), steps_of_continuous));
  issues.add_figures(name, ends[0], ends[1], (ends[1] - ends[0]) / steps_of_continuous, values.place);
}

void read_issue(DomainReading& r, IssueList& issues, const Node& node) {
  if (!is_block(r, node, "an issue")) return;
  const Node* name_node = find_needed(r, node, "name");
  const Node* values = find_needed(r, node, "values");
  const auto type = read_type(r, node, "an issue type that Parley reads",
                              {"CategoricalIssue", "DiscreteOrdinalIssue", "DiscreteCardinalIssue", "ContiguousIssue",
                               "ContinuousIssue", "OrdinalIssue", "CardinalIssue"});
  const auto name = name_node != nullptr ? read_label(r, *name_node, "a name") : std::nullopt;
  if (!name || !type || values == nullptr) return;
  if (*type == "ContiguousIssue") return read_contiguous(r, issues, *name, *values);
  if (*type == "ContinuousIssue") return read_continuous(r, issues, *name, *values);
  issues.add_listed(*name, *type == "CategoricalIssue" ? IssueKind::choice : IssueKind::scale, *values, values->place);
}

}  // namespace

Imported<Domain> read_negmas_domain(std::string_view bytes) {
  DomainReading r;
  Domain domain;
  const auto root = read_tree(r, bytes);
  if (!root) return r.finish(std::move(domain));
  if (const Node* name = root->find("name"); name != nullptr && !name->missing())
    domain.name = read_label(r, *name, "the name").value_or("");
  if (root->find("type") != nullptr)
    read_type(r, *root, "an outcome space that Parley reads",
              {"DiscreteCartesianOutcomeSpace", "CartesianOutcomeSpace"});
  const Node* all = find_needed(r, *root, "issues");
  if (all == nullptr || !is_list(r, *all, "issues")) return r.finish(std::move(domain));
  IssueList issues(r);
  for (const Node& node : all->items) read_issue(r, issues, node);
  domain.issues = issues.take();
  if (domain.issues.empty() && r.problems.empty()) r.report(all->place, "the domain has no issues", "add one");
  return r.finish(std::move(domain));
}

}  // namespace parley
