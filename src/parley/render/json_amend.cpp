#include "parley/render/json_value.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

Json amendment_json(const Case& c, const Amendments& answer, const Amendment& amendment) {
  Json changes = Json::array();
  for (const int i : amendment.changed) {
    const Issue& issue = at(c.issues, i);
    changes.push_back({{"issue", issue.id},
                       {"from", at(issue.options, at(answer.from, i))},
                       {"to", at(issue.options, at(amendment.to, i))}});
  }
  Json verdicts = Json::object();
  for (std::size_t p = 0; p < amendment.verdicts.size(); ++p) verdicts[c.parties[p].id] = text(amendment.verdicts[p]);
  return {{"changes", changes},
          {"movement", amendment.movement},
          {"package", package(c, amendment.to)},
          {"values", values(c, amendment.value)},
          {"gains", values(c, amendment.gain)},
          {"verdicts", verdicts}};
}

Json obstacle_json(const Case& c, const Obstacle& obstacle) {
  Json out{{"who", actor(c, {obstacle.party, obstacle.principal, -1})}};
  if (obstacle.red_line < 0) {
    out["kind"] = "threshold";
    return out;
  }
  const Condition& option = red_line_of(c, obstacle).option;
  const Issue& issue = at(c.issues, option.issue);
  out["kind"] = "red_line";
  out["issue"] = issue.id;
  out["options"] = Json::array();
  for (std::size_t level = 0; level < option.holds.size(); ++level) {
    if (option.holds[level]) out["options"].push_back(issue.options[level]);
  }
  return out;
}

}  // namespace

Json answer_json(const Case& c, const Amendments& answer) {
  Json out = heading_json(c, answer.heading);
  out["proposal"] = at(c.proposals, answer.proposal).id;
  out["from"] = package(c, answer.from);
  out["in_brackets"] = Json::array();
  for (std::size_t i = 0; i < answer.settled.size(); ++i) {
    if (answer.settled[i]) out["in_brackets"].push_back(c.issues[i].id);
  }
  // Only where they were asked for.
  if (answer.least == AmendOptions::Least::movement) out["least"] = "movement";
  if (!answer.unharmed.empty()) {
    out["unharmed"] = Json::array();
    for (const int party : answer.unharmed) out["unharmed"].push_back(at(c.parties, party).id);
  }
  out["already"] = answer.already;
  out["amendments"] = Json::array();
  for (const auto& amendment : answer.amendments) out["amendments"].push_back(amendment_json(c, answer, amendment));
  out["more"] = answer.more;
  out["obstacles"] = Json::array();
  for (const auto& set : answer.obstacles) {
    Json together = Json::array();
    for (const auto& obstacle : set) together.push_back(obstacle_json(c, obstacle));
    out["obstacles"].push_back(together);
  }
  out["obstacles_complete"] = answer.obstacles_complete;
  return out;
}

}  // namespace parley
