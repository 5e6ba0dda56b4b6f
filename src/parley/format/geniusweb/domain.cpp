#include <fmt/core.h>

#include <array>

#include "parley/format/domain/reading.h"
#include "parley/format/geniusweb/geniusweb.h"
#include "parley/format/text.h"

namespace parley {
namespace {

/// The three numbers of {"low": ..., "high": ..., "step": ...} or of [low, high, step].
std::array<const Node*, 3> parts_of_range(DomainReading& r, const Node& range) {
  if (range.kind == Node::Kind::mapping)
    return {find_needed(r, range, "low"), find_needed(r, range, "high"), find_needed(r, range, "step")};
  if (range.kind == Node::Kind::sequence && range.items.size() == 3)
    return {&range.items[0], &range.items[1], &range.items[2]};
  r.report(range.place, fmt::format("a range has a low end, a high end and a step, here stands {}", shown(range)),
           "write {\"low\": 0, \"high\": 10, \"step\": 1}");
  return {};
}

void read_range(DomainReading& r, IssueList& issues, const Node::Entry& entry, const Node& range) {
  std::array<Figure, 3> ends;
  const auto parts = parts_of_range(r, range);
  bool whole = true;
  bool complete = true;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto figure = parts[i] != nullptr ? read_figure(r, *parts[i], "an end or the step of a range") : std::nullopt;
    if (figure && abs(*figure) > largest_whole)
      r.report(parts[i]->place, "this number is too large", "take a larger unit");
    complete = complete && figure && abs(*figure) <= largest_whole;
    if (figure) ends[i] = *figure;
    whole = whole && figure && denominator(*figure) == 1;
  }
  if (!complete) return;
  const auto& [low, high, step] = ends;
  if (step <= 0 || high < low)
    return r.report(range.place, "the range goes downwards or nowhere",
                    "write a low end, a high end and a step above 0");
  const auto number = [](const Figure& figure) { return static_cast<std::int64_t>(numerator(figure)); };
  if (whole)
    issues.add_numbers(entry.key, number(low), number(high), number(step), entry.place);
  else
    issues.add_figures(entry.key, low, high, step, entry.place);
}

}  // namespace

Imported<Domain> read_geniusweb_domain(std::string_view bytes) {
  DomainReading r;
  Domain domain;
  const auto root = read_tree(r, bytes);
  if (!root) return r.finish(std::move(domain));
  if (const Node* name = root->find("name")) domain.name = read_label(r, *name, "the name").value_or("");
  const Node* all = find_needed(r, *root, "issuesValues");
  if (all == nullptr || !is_block(r, *all, "issuesValues")) return r.finish(std::move(domain));
  IssueList issues(r);
  for (const Node::Entry& entry : all->entries) {
    if (!is_block(r, entry.value, fmt::format("the issue {}", in_quotes(entry.key)))) continue;
    if (const Node* range = entry.value.find("range"))
      read_range(r, issues, entry, *range);
    else if (const Node* values = find_needed(r, entry.value, "values"))
      issues.add_listed(entry.key, IssueKind::choice, *values, entry.place);
  }
  domain.issues = issues.take();
  if (domain.issues.empty() && r.problems.empty()) r.report(all->place, "the domain has no issues", "add one");
  return r.finish(std::move(domain));
}

}  // namespace parley
