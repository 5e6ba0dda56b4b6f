#include "parley/ask/completions.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "parley/at.h"
#include "parley/case/inherit.h"
#include "parley/model/consent.h"
#include "parley/model/space.h"
#include "parley/solve/count.h"
#include "parley/solve/viewpoint.h"

namespace parley {
namespace {

constexpr std::size_t most_completions = 10'000;

std::size_t product_up_to(const std::vector<std::vector<int>>& alternatives, std::size_t limit) {
  std::size_t product = 1;
  for (const auto& levels : alternatives) {
    product *= levels.size();
    if (product > limit) return limit + 1;
  }
  return product;
}

bool obeys_all(const Case& c, const Package& package) {
  return std::ranges::all_of(c.rules, [&](const Rule& rule) { return obeys(c, rule, package); });
}

std::vector<Package> enumerate(const Case& c, const std::vector<std::vector<int>>& alternatives) {
  std::vector<Package> packages;
  std::vector<std::size_t> choice(alternatives.size(), 0);
  while (true) {
    Package package;
    for (std::size_t i = 0; i < alternatives.size(); ++i) package.push_back(alternatives[i][choice[i]]);
    if (obeys_all(c, package)) packages.push_back(std::move(package));
    std::size_t i = 0;
    while (i < choice.size() && ++choice[i] == alternatives[i].size()) choice[i++] = 0;
    if (i == choice.size()) return packages;
  }
}

/// The central margins of all binding principals, smallest first; a crossed red line counts as the lowest possible.
std::vector<Utility> sorted_margins(const Case& c, const Model& model, const Package& package) {
  std::vector<Utility> margins;
  for (std::size_t p = 0; p < c.parties.size(); ++p)
    for (std::size_t k = 0; k < c.parties[p].principals.size(); ++k) {
      const Principal& principal = c.parties[p].principals[k];
      if (principal.advisory) continue;
      Utility margin = central_utility(model.principals[p][k], package) - model.floors[p][k].central;
      for (const RedLine& line : red_lines_of(c.parties[p], principal))
        if (line.option.holds[at(package[at(line.option.issue)])]) margin -= 2 * unit;
      margins.push_back(margin);
    }
  std::ranges::sort(margins);
  return margins;
}

/// Names in the order of the issues' ids: breaks ties without regard to the order in which the file lists things.
std::vector<std::string> names(const Case& c, const Package& package) {
  std::vector<std::size_t> by_id(c.issues.size());
  std::iota(by_id.begin(), by_id.end(), std::size_t{0});
  std::ranges::sort(by_id, [&](std::size_t a, std::size_t b) { return c.issues[a].id < c.issues[b].id; });
  std::vector<std::string> result;
  for (const std::size_t i : by_id) result.push_back(c.issues[i].options[at(package[i])]);
  return result;
}

Package most_agreeable(const Case& c, const Model& model, const std::vector<Package>& packages) {
  const Package* best = &packages.front();
  auto best_margins = sorted_margins(c, model, *best);
  for (const Package& candidate : packages) {
    const auto margins = sorted_margins(c, model, candidate);
    if (margins < best_margins || (margins == best_margins && names(c, candidate) >= names(c, *best))) continue;
    best = &candidate;
    best_margins = margins;
  }
  return *best;
}

/// For a text with too many completions: the largest smallest gain of the parties over their floors, without looking
/// at the completions one by one. Where issues are too entangled even for that, the first alternative of every issue.
Package egalitarian_completion(const Case& c, const Model& model, const std::vector<std::vector<int>>& alternatives,
                               const std::optional<Diagram>& diagram) {
  if (diagram) {
    ViewpointProblem problem;
    problem.viewpoint = Viewpoint::egalitarian;
    problem.objectives = static_cast<int>(c.parties.size());
    // Low enough to leave nothing out: a text may lie below every floor.
    std::vector<Utility> floors;
    Utility room = unit;
    for (std::size_t p = 0; p < c.parties.size(); ++p) {
      floors.push_back(party_floor(c, model, static_cast<int>(p)));
      if (model.parties[p].scored) room = std::max(room, floors[p] - central_range(model.parties[p]).low);
    }
    for (const Utility floor : floors) problem.disagreement.push_back(floor - room);
    if (const auto found = find_viewpoint(*diagram, problem).point) return found->package;
  }
  Package first;
  for (const auto& levels : alternatives) first.push_back(levels.front());
  return first;
}

}  // namespace

CompletionSet completions_of(const Case& c, const Model& model, int proposal) {
  const auto& alternatives = c.proposals[at(proposal)].alternatives;
  CompletionSet set;
  if (product_up_to(alternatives, most_completions) <= most_completions) {
    set.packages = enumerate(c, alternatives);
    set.number = std::to_string(set.packages.size());
    set.shown = most_agreeable(c, model, set.packages);
    return set;
  }
  set.all = false;
  const auto diagram = build_diagram(all_packages(c, model, alternatives));
  if (diagram) set.number = count_packages(*diagram).digits;
  set.shown = egalitarian_completion(c, model, alternatives, diagram);
  set.packages = {set.shown};
  return set;
}

}  // namespace parley
