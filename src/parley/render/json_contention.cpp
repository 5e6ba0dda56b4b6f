#include "parley/render/json_value.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

Json trade_json(const Case& c, const Trade& trade) {
  const Issue& first = at(c.issues, trade.first);
  const Issue& second = at(c.issues, trade.second);
  return {
      {"first", first.id},
      {"second", second.id},
      {"gain", exact(trade.gain)},
      {"settlement",
       {{first.id, at(first.options, trade.first_together)}, {second.id, at(second.options, trade.second_together)}}},
      {"apart", values(c, trade.apart)},
      {"together", values(c, trade.together)}};
}

}  // namespace

Json answer_json(const Case& c, const Contention& answer) {
  Json out = heading_json(c, answer.heading);
  out["total"] = exact(answer.total);
  out["issues"] = Json::array();
  for (const auto& issue : answer.issues) {
    out["issues"].push_back({{"issue", at(c.issues, issue.issue).id},
                             {"cost", exact(issue.cost)},
                             {"share", issue.share},
                             {"grouped", issue.grouped}});
  }
  out["trades"] = Json::array();
  for (const auto& trade : answer.trades) out["trades"].push_back(trade_json(c, trade));
  return out;
}

}  // namespace parley
