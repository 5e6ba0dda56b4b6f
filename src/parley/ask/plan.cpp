#include "parley/ask/plan.h"

#include <fmt/format.h>

#include "parley/case/phrases.h"
#include "parley/model/space.h"
#include "parley/solve/count.h"

namespace parley {
namespace {

using Route = SearchPlan::Route;

Plan::Choice space_choice(const SearchPlan& space) {
  const std::string tied = fmt::format("{} over several issues tie together groups of up to {} issues",
                                       space.ties == 1 ? "1 rule or combination" : fmt::format("{} rules and combinations", space.ties),
                                       space.groups.empty() ? 0 : space.groups.front().size());
  switch (space.route) {
    case Route::issue_by_issue:
      return {"the packages", "issue by issue", "no rule or combination ties issues together"};
    case Route::elimination:
      return {"the packages", "a diagram that remembers what ties still need",
              fmt::format("{}; with the issues in the order below, at most {} decided issues matter later (width), and the "
                          "widest layer has {} nodes",
                          tied, space.width, space.diagram->widest)};
    case Route::branch_and_bound:
      break;
  }
  return {"the packages", "branch and bound", fmt::format("{}, and the diagram outgrew its limits (width {})", tied, space.width)};
}

}  // namespace

Plan plan(const Case& c, const Model& model, const std::stop_token& stop) {
  Plan answer;
  answer.heading = heading(c, "plan", model.as_of);
  Count packages = 1;
  for (const int levels : model.levels) packages *= levels;
  answer.packages = packages.str();
  answer.space = plan_search(all_packages(c, model), stop);
  answer.choices.push_back(space_choice(answer.space));
  return answer;
}

}  // namespace parley
