#include <cstdlib>

#include "parley/render/json_value.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

Json floor_json(const Case& c, const PrincipalVerdict& p) {
  const auto from = [&] {
    switch (p.floor.from) {
      case Floor::From::reservation:
        return "reservation";
      case Floor::From::exit:
        return "exit";
      case Floor::From::breakdown:
        return "breakdown";
      case Floor::From::nothing:
        return "nothing";
    }
    std::abort();
  };
  Json out = exact(p.floor.span);
  out["central"] = exact(p.floor.central);
  out["from"] = from();
  out["exit"] = p.floor.from == Floor::From::exit && p.floor.exit >= 0
                    ? Json(at(at(c.parties, p.who.party).no_deal.exits, p.floor.exit).id)
                    : Json(nullptr);
  out["hangs_on"] = Json::array();
  for (const DatedValue& value : p.floor.values) {
    if (value.third_party < 0) continue;
    const ThirdParty& third = at(c.third_parties, value.third_party);
    const Stance& stance = at(third.stances, value.stance);
    out["hangs_on"].push_back(
        {{"third_party", third.id}, {"stance", stance.id}, {"position", at(stance.positions, value.position)}});
  }
  return out;
}

Json cause_json(const Case& c, const Cause& cause) {
  Json out;
  switch (cause.kind) {
    case Cause::Kind::issue:
      out = {{"kind", "issue"}, {"issue", at(c.issues, cause.index).id}};
      break;
    case Cause::Kind::interaction:
      out = {{"kind", "interaction"}};
      break;
    case Cause::Kind::doubt:
      out = {{"kind", "doubt"}, {"phase", at(c.phases, cause.index).id}};
      break;
  }
  out["central"] = exact(cause.central);
  out["loss"] = exact(cause.loss);
  out["text"] = cause.text;
  return out;
}

Json principal_json(const Case& c, const PrincipalVerdict& p) {
  Json out{{"who", actor(c, p.who)},
           {"advisory", p.advisory},
           {"verdict", text(p.verdict)},
           {"completions", text(p.completions)},
           {"utility", exact(p.utility)},
           {"central_utility", exact(p.central_utility)},
           {"floor", floor_json(c, p)},
           {"margin", exact(p.margin)},
           {"central_margin", exact(p.central_margin)},
           {"causes", Json::array()},
           {"red_lines", p.red_lines},
           {"red_lines_in_some", p.red_lines_in_some}};
  for (const auto& cause : p.causes) out["causes"].push_back(cause_json(c, cause));
  return out;
}

Json party_json(const Case& c, const PartyVerdict& verdict) {
  Json out{{"party", at(c.parties, verdict.party).id},
           {"verdict", text(verdict.verdict)},
           {"completions", text(verdict.completions)},
           {"principals", Json::array()},
           {"aspirations", Json::array()},
           {"binding", Json::array()}};
  for (const auto& wish : verdict.aspirations)
    out["aspirations"].push_back({{"text", wish.text}, {"met", text(wish.met)}});
  for (const auto& p : verdict.principals) out["principals"].push_back(principal_json(c, p));
  for (const int p : verdict.binding) out["binding"].push_back(actor(c, {verdict.party, p, -1}));
  return out;
}

}  // namespace

Json answer_json(const Case& c, const Explanation& answer) {
  Json out = heading_json(c, answer.heading);
  out["proposal"] = at(c.proposals, answer.proposal).id;
  out["bracketed"] = answer.bracketed;
  out["completions"] = answer.completions ? count(*answer.completions) : Json(nullptr);
  out["completions_bounded"] = answer.completions_bounded;
  out["everyone"] = text(answer.everyone);
  out["shown"] = package(c, answer.shown);
  out["parties"] = Json::array();
  for (const auto& verdict : answer.parties) out["parties"].push_back(party_json(c, verdict));
  return out;
}

}  // namespace parley
