#include "parley/render/json_value.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

Json ids(const Case& c, const std::vector<int>& issues) {
  Json out = Json::array();
  for (const int issue : issues) out.push_back(at(c.issues, issue).id);
  return out;
}

const char* route_word(SearchPlan::Route route) {
  switch (route) {
    case SearchPlan::Route::issue_by_issue:
      return "issue by issue";
    case SearchPlan::Route::elimination:
      return "elimination";
    case SearchPlan::Route::branch_and_bound:
      break;
  }
  return "branch and bound";
}

}  // namespace

Json answer_json(const Case& c, const Plan& answer) {
  const SearchPlan& space = answer.space;
  Json out = heading_json(c, answer.heading);
  out["packages"] = count(answer.packages);
  out["route"] = route_word(space.route);
  out["ties"] = space.ties;
  out["width"] = space.width;
  out["states_at_most"] = space.states_at_most;
  out["diagram"] = space.diagram ? Json{{"widest", space.diagram->widest}, {"arcs", space.diagram->arcs}} : Json();
  out["order"] = ids(c, space.order);
  out["groups"] = Json::array();
  for (const auto& group : space.groups)
    if (group.size() > 1) out["groups"].push_back(ids(c, group));
  out["scales"] = Json::object();
  for (std::size_t p = 0; p < c.parties.size(); ++p)
    out["scales"][c.parties[p].id] = {{"step", exact(space.scales[p].step)}, {"steps", space.scales[p].steps}};
  out["choices"] = Json::array();
  for (const auto& choice : answer.choices)
    out["choices"].push_back({{"part", choice.part}, {"method", choice.method}, {"why", choice.why}});
  return out;
}

}  // namespace parley
