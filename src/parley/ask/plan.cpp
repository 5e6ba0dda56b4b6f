#include "parley/ask/plan.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/case/phrases.h"
#include "parley/model/space.h"
#include "parley/solve/count.h"
#include "parley/solve/dense/heights.h"
#include "parley/solve/whole.h"

namespace parley {
namespace {

using Route = SearchPlan::Route;

constexpr std::int64_t most_counted = 1'000'000'000;

Plan::Choice space_choice(const SearchPlan& space) {
  const std::string tied =
      fmt::format("{} over several issues tie together groups of up to {} issues",
                  space.ties == 1 ? "1 rule or combination" : fmt::format("{} rules and combinations", space.ties),
                  space.groups.empty() ? 0 : space.groups.front().size());
  switch (space.route) {
    case Route::issue_by_issue:
      return {"the packages", "issue by issue", "no rule or combination ties issues together"};
    case Route::elimination:
      return {
          "the packages", "a diagram that remembers what ties still need",
          fmt::format("{}; with the issues in the order below, at most {} decided issues matter later (width), and the "
                      "widest layer has {} nodes",
                      tied, space.width, space.diagram ? space.diagram->widest : 0)};
    case Route::branch_and_bound:
      break;
  }
  return {"the packages", "branch and bound",
          fmt::format("{}, and the diagram outgrew its limits (width {})", tied, space.width)};
}

/// Two or three coarse scales fit into tables; how many steps those may have is for the kernels to say.
bool coarse(const SearchPlan& space) {
  return space.scales.size() <= 3 &&
         std::ranges::all_of(space.scales, [](const SearchPlan::Scale& scale) { return scale.steps <= Heights::most; });
}

std::string scales_text(const Case& c, const SearchPlan& space) {
  std::vector<std::string> texts;
  for (std::size_t p = 0; p < c.parties.size(); ++p)
    texts.push_back(fmt::format("{}'s utilities lie on {} steps", c.parties[p].name, space.scales[p].steps + 1));
  return listed(texts);
}

Plan::Choice size_choice(const Whole& packages) {
  const CountOptions limits;
  return {
      "the size of the zone",
      fmt::format("partial packages of equal value counted together, as long as they are at most {}", limits.states),
      packages <= most_counted
          ? "beyond that so few packages are counted one by one, a block at a time"
          : "beyond that there are too many packages to count one by one, and a sample with an interval has to do"};
}

Plan::Choice frontier_choice(const Case& c, const SearchPlan& space) {
  if (space.route == Route::branch_and_bound)
    return {"the frontier", "one point after another, each the best beyond the one before",
            c.parties.size() == 2 ? "there is no diagram to sweep over"
                                  : "there is no diagram, and more than two parties have none then"};
  if (coarse(space))
    return {"the frontier", "lists of partial packages, then dense tables where these are smaller",
            scales_text(c, space)};
  const std::string kernel = c.parties.size() == 2   ? "pairs merged in order"
                             : c.parties.size() == 3 ? "triples merged over a staircase"
                                                     : "rows compared block by block";
  return {"the frontier", "lists of partial packages, " + kernel,
          fmt::format("{}, too many for tables", scales_text(c, space))};
}

Plan::Choice viewpoint_choice(const SearchPlan& space) {
  if (space.route == Route::branch_and_bound)
    return {"the viewpoints", "read off the frontier where that is proven, else branch and bound",
            "there is no diagram to sweep over"};
  return {"the viewpoints",
          "read off the frontier where that is whole and short, else a sweep that keeps what a Lagrangian bound cannot "
          "rule out",
          "the sum of weighted utilities is largest issue by issue, whatever the weights, and bounds every viewpoint"};
}

Plan::Choice amend_choice(const SearchPlan& space) {
  if (space.route == Route::branch_and_bound)
    return {"smallest changes", "branch and bound, for the number of changes, their movement and the values in turn",
            "there is no diagram to search"};
  return {"smallest changes", "one change, then two, and so on, each proven impossible before the next",
          "the fewest changes that the bounds allow are tried first"};
}

}  // namespace

Plan plan(const Case& c, const Model& model, const std::stop_token& stop) {
  Plan answer;
  answer.heading = heading(c, "plan", model.as_of);
  Whole packages = 1;
  for (const int levels : model.levels) packages *= levels;
  answer.packages = packages.str();
  answer.space = plan_search(all_packages(c, model), stop);
  answer.choices = {space_choice(answer.space), size_choice(packages), frontier_choice(c, answer.space),
                    viewpoint_choice(answer.space), amend_choice(answer.space)};
  return answer;
}

}  // namespace parley
