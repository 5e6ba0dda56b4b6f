#include <cstdlib>

#include "parley/render/json_value.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

const char* text(Grounds grounds) {
  switch (grounds) {
    case Grounds::sourced:
      return "sourced";
    case Grounds::assumptions_only:
      return "assumptions_only";
    case Grounds::none:
      return "none";
  }
  std::abort();
}

Json share_json(const ReadingShare& share) {
  return {{"in", share.in}, {"of", share.of}, {"share", share.share}, {"low", share.low}, {"high", share.high}};
}

Json share_json(const std::optional<ReadingShare>& share) { return share ? share_json(*share) : Json(nullptr); }

Json text_share_json(const std::optional<TextShare>& share) {
  if (!share) return nullptr;
  return {{"shown", share_json(share->shown)}, {"every", share_json(share->every)}, {"some", share_json(share->some)}};
}

Json unknown_json(const Case& c, const Acceptability& answer, int index) {
  const Unknown& unknown = at(answer.unknowns, index);
  return {{"about", unknown_text(c, unknown)},
          {"who", actor(c, unknown.who)},
          {"source", source_or_null(c, unknown.from)},
          {"assumption", is_assumption(c, unknown.from)}};
}

Json leaning_json(const Case& c, const Acceptability& answer, const Leaning& leaning) {
  constexpr double millionths = 1e6;
  const bool number = leaning.choice < 0;
  const auto mean = [&](double value) { return number ? value / millionths : value; };
  const auto end = [&](std::int64_t value) {
    return number ? Json(static_cast<double>(value) / millionths) : Json(nullptr);
  };
  Json out{{"unknown", unknown_json(c, answer, leaning.unknown)},
           {"choice",
            number ? Json(nullptr) : Json(unknown_value_text(c, at(answer.unknowns, leaning.unknown), leaning.choice))},
           {"all", mean(leaning.all)},
           {"among", mean(leaning.among)},
           {"shift", leaning.shift}};
  out["low"] = end(leaning.low);
  out["high"] = end(leaning.high);
  out["low_of_all"] = end(leaning.low_of_all);
  out["high_of_all"] = end(leaning.high_of_all);
  out["least"] = end(leaning.least);
  out["most"] = end(leaning.most);
  return out;
}

Json view_json(const Case& c, const Acceptability& answer, const CentralView& view) {
  Json out{{"consenting", view.consenting}, {"too_few", view.too_few}, {"leanings", Json::array()}};
  for (const Leaning& leaning : view.leanings) out["leanings"].push_back(leaning_json(c, answer, leaning));
  return out;
}

Json party_json(const Case& c, const Acceptability& answer, const PartyAcceptance& party) {
  Json out{{"party", at(c.parties, party.party).id},
           {"share", text_share_json(party.share)},
           {"verdict", text(party.verdict)},
           {"view", party.share ? view_json(c, answer, party.view) : Json(nullptr)},
           {"principals", Json::array()}};
  for (const PrincipalAcceptance& one : party.principals)
    out["principals"].push_back({{"who", actor(c, one.who)},
                                 {"advisory", one.advisory},
                                 {"share", text_share_json(one.share)},
                                 {"verdict", text(one.verdict)},
                                 {"margin", exact(one.margin)}});
  return out;
}

Json judged_json(const Case& c, const Acceptability& answer, const JudgedPackage& judged) {
  Json out{{"proposal", judged.proposal < 0 ? Json(nullptr) : Json(at(c.proposals, judged.proposal).id)},
           {"package", package(c, judged.shown)},
           {"bracketed", judged.bracketed},
           {"each_completion", judged.each_completion},
           {"everyone", text_share_json(judged.everyone)},
           {"view", judged.everyone ? view_json(c, answer, judged.view) : Json(nullptr)},
           {"parties", Json::array()}};
  for (const PartyAcceptance& party : judged.parties) out["parties"].push_back(party_json(c, answer, party));
  return out;
}

Json condition_json(const Case& c, const TalksCondition& condition) {
  return {{"who", actor(c, condition.who)},
          {"proposal", at(c.proposals, condition.proposal).id},
          {"accepted", condition.accepted},
          {"source", source_or_null(c, condition.from)},
          {"assumption", is_assumption(c, condition.from)},
          {"share", condition.share},
          {"used", condition.used}};
}

Json contradiction_json(const Case& c, const Acceptability& answer, const Contradiction& contradiction) {
  Json out{{"conditions", Json::array()}, {"smallest", contradiction.smallest}};
  for (const int condition : contradiction.conditions)
    out["conditions"].push_back(condition_json(c, at(answer.conditions, condition)));
  return out;
}

Json ids_of(const Case& c, const std::vector<Provenance>& sources) {
  Json out = Json::array();
  for (const Provenance& from : sources) out.push_back(source_or_null(c, from));
  return out;
}

Json grounds_json(const Case& c, const PartyGrounds& grounds) {
  return {{"party", at(c.parties, grounds.party).id},
          {"grounds", text(grounds.grounds)},
          {"sourced", grounds.sourced},
          {"assumed", grounds.assumed},
          {"sources", ids_of(c, grounds.sources)},
          {"answers", ids_of(c, grounds.answers)}};
}

Json most_json(const Case& c, const Acceptability& answer) {
  const MostAcceptable& most = answer.most;
  return {{"searched", most.searched},
          {"found", most.found ? judged_json(c, answer, *most.found) : Json(nullptr)},
          {"bound", most.searched ? share_json(most.bound) : Json(nullptr)},
          {"proven", most.proven}};
}

Json inquiry_json(const Case& c, const Acceptability& answer, const Inquiry& inquiry) {
  const bool figure = inquiry.kind == Inquiry::Kind::figure;
  const bool text = !figure && inquiry.candidate < std::ssize(answer.texts);
  Json through = Json::array();
  for (const int third : inquiry.through) through.push_back(at(c.third_parties, third).id);
  return {{"kind", figure ? "figure" : "consent"},
          {"bits", inquiry.bits},
          {"who", actor(c, inquiry.who)},
          {"through", through},
          {"unknown", figure ? unknown_json(c, answer, inquiry.unknown) : Json(nullptr)},
          {"proposal", text ? Json(at(c.proposals, at(answer.texts, inquiry.candidate).proposal).id) : Json(nullptr)}};
}

Json robust_json(const Case& c, const RobustPackage& robust) {
  Json proposals = Json::array();
  for (const int proposal : robust.proposals) proposals.push_back(at(c.proposals, proposal).id);
  Json viewpoints = Json::array();
  for (const Viewpoint viewpoint : robust.viewpoints) viewpoints.push_back(text(viewpoint));
  return {{"package", package(c, robust.package)},
          {"proposals", proposals},
          {"viewpoints", viewpoints},
          {"most_acceptable", robust.most_acceptable},
          {"everyone", share_json(robust.everyone)},
          {"worst_shortfall", robust.worst_shortfall ? exact(*robust.worst_shortfall) : Json(nullptr)},
          {"undominated", robust.undominated}};
}

/// A list of what `one` makes of each entry.
template <class Entries, class One>
Json list(const Entries& entries, const One& one) {
  Json out = Json::array();
  for (const auto& entry : entries) out.push_back(one(entry));
  return out;
}

}  // namespace

Json answer_json(const Case& c, const Acceptability& answer) {
  Json out = heading_json(c, answer.heading);
  out["computed"] = answer.computed;
  out["readings"] = answer.readings;
  out["seed"] = answer.seed;
  out["unknowns"] = answer.unknowns.size();
  out["walked"] = answer.walked;
  out["independent"] = answer.independent;
  out["heeds_talks"] = answer.heeds_talks;
  out["conditions"] = list(answer.conditions, [&](const auto& x) { return condition_json(c, x); });
  out["contradictions"] = list(answer.contradictions, [&](const auto& x) { return contradiction_json(c, answer, x); });
  out["grounds"] = list(answer.grounds, [&](const auto& x) { return grounds_json(c, x); });
  out["refused"] = answer.refused;
  out["texts"] = list(answer.texts, [&](const auto& x) { return judged_json(c, answer, x); });
  out["most_acceptable"] = most_json(c, answer);
  out["doubt"] = answer.refused ? Json(nullptr) : Json(answer.agenda.doubt);
  out["inquiries"] = list(answer.agenda.inquiries, [&](const auto& x) { return inquiry_json(c, answer, x); });
  out["frontier"] = list(answer.frontier, [&](const auto& x) { return robust_json(c, x); });
  return out;
}

}  // namespace parley
