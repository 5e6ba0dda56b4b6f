#include "parley/render/json_value.h"

namespace parley {

Json answer_json(const Case& c, const Checked& answer) {
  Json out = heading_json(c, answer.heading);
  out["size"] = {
      {"parties", answer.parties},     {"principals", answer.principals}, {"third_parties", answer.third_parties},
      {"issues", answer.issues},       {"phases", answer.phases},         {"rules", answer.rules},
      {"proposals", answer.proposals}, {"events", answer.events}};
  out["without_floor"] = Json::array();
  for (const Actor& who : answer.without_floor) out["without_floor"].push_back(actor(c, who));
  out["statements"] = Json::array();
  for (const auto& statement : answer.statements) {
    out["statements"].push_back({{"about", statement.about},
                                 {"says", statement.says},
                                 {"source", source_or_null(c, {statement.source, {}, {}})},
                                 {"assumption", statement.assumption},
                                 {"note", statement.note},
                                 {"line", statement.line > 0 ? Json(statement.line) : Json(nullptr)},
                                 {"entry", statement.entry > 0 ? Json(statement.entry) : Json(nullptr)}});
  }
  return out;
}

}  // namespace parley
