#include "parley/render/json_value.h"

namespace parley {

Json answer_json(const Case& c, const Analysis& answer) {
  Json out = heading_json(c, answer.heading);
  out["check"] = answer_json(c, answer.checked);
  out["standing"] = answer_json(c, answer.standing);
  out["texts"] = Json::array();
  for (const Texts& text : answer.texts) out["texts"].push_back(answer_json(c, text));
  out["explanations"] = Json::array();
  for (const auto& explanation : answer.explanations) out["explanations"].push_back(answer_json(c, explanation));
  out["contention"] = answer_json(c, answer.contention);
  out["amendments"] = Json::array();
  for (const auto& amendments : answer.amendments) out["amendments"].push_back(answer_json(c, amendments));
  out["zone"] = answer_json(c, answer.zone);
  out["acceptance"] = answer_json(c, answer.acceptance);
  out["consent"] = Json::array();
  for (const Approvals& approvals : answer.consent) out["consent"].push_back(answer_json(c, approvals));
  out["window"] = Json::array();
  for (const Windows& window : answer.window) out["window"].push_back(answer_json(c, window));
  out["levers"] = answer_json(c, answer.levers);
  out["exchange"] = Json::array();
  for (const ExchangeAnswer& exchange : answer.exchange) out["exchange"].push_back(answer_json(c, exchange));
  return out;
}

}  // namespace parley
