#include <cstdlib>

#include "parley/render/json_value.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

Json lever_zone_json(const ZoneSize& zone) {
  return {{"packages", count(zone.packages)},
          {"accepted", zone.accepted ? count(*zone.accepted) : Json(nullptr)},
          {"share", zone.share},
          {"share_low", zone.share_low},
          {"share_high", zone.share_high},
          {"empty", zone.undecided ? Json(nullptr) : Json(zone.empty)}};
}

const char* text(SmallestChange::Kind kind) {
  switch (kind) {
    case SmallestChange::Kind::none_needed:
      return "none_needed";
    case SmallestChange::Kind::found:
      return "found";
    case SmallestChange::Kind::impossible:
      return "impossible";
    case SmallestChange::Kind::stopped:
      return "stopped";
  }
  std::abort();
}

Json smallest_change_json(const Case& c, const SmallestChange& change) {
  Json changes = Json::array();
  for (const int i : change.changed) {
    const Issue& issue = at(c.issues, i);
    changes.push_back({{"issue", issue.id},
                       {"from", at(issue.options, at(change.from, i))},
                       {"to", at(issue.options, at(change.to, i))}});
  }
  return {{"kind", text(change.kind)}, {"changes", changes}};
}

Json lever_party_json(const Case& c, const PartyVerdict& party) {
  Json principals = Json::array();
  for (const PrincipalVerdict& principal : party.principals)
    principals.push_back({{"who", actor(c, principal.who)},
                          {"advisory", principal.advisory},
                          {"verdict", text(principal.verdict)},
                          {"margin", exact(principal.central_margin)}});
  return {{"party", at(c.parties, party.party).id}, {"verdict", text(party.verdict)}, {"principals", principals}};
}

Json lever_share_json(const LeverShare& share) {
  return {{"in", share.share.in},         {"of", share.share.of},
          {"share", share.share.share},   {"low", share.share.low},
          {"high", share.share.high},     {"gained", share.gained},
          {"lost", share.lost},           {"shift", share.shift},
          {"shift_low", share.shift_low}, {"shift_high", share.shift_high}};
}

Json lever_shares_json(const Case& c, const LeverShares& shares) {
  Json parties = Json::object();
  for (std::size_t p = 0; p < shares.parties.size(); ++p)
    parties[c.parties[p].id] = lever_share_json(shares.parties[p]);
  return {{"everyone", lever_share_json(shares.everyone)}, {"parties", parties}};
}

const char* text(NoShares reason) {
  switch (reason) {
    case NoShares::given:
      return "given";
    case NoShares::no_grounds:
      return "no_grounds";
    case NoShares::too_few:
      return "too_few";
    case NoShares::stopped:
      return "stopped";
  }
  std::abort();
}

Json of_text_json(const Case& c, const Leverage::OfText& of) {
  Json replaced = Json::array();
  for (const int issue : of.replaced) replaced.push_back(at(c.issues, issue).id);
  Json parties = Json::array();
  for (const PartyVerdict& party : of.parties) parties.push_back(lever_party_json(c, party));
  return {{"terms_replaced", replaced},
          {"everyone", text(of.everyone)},
          {"parties", parties},
          {"smallest_change", smallest_change_json(c, of.change)},
          {"days", of.days ? Json(*of.days) : Json(nullptr)},
          {"shares", of.shares ? lever_shares_json(c, *of.shares) : Json(nullptr)}};
}

Json setting_json(const Case& c, const Leverage& answer, const Leverage::Setting& setting) {
  Json levers = Json::array();
  for (const int lever : setting.levers) levers.push_back(at(c.levers, lever).id);
  Json open = Json::array();
  for (const Windows::Stretch& stretch : setting.open)
    open.push_back({{"first", to_text(stretch.first)}, {"last", to_text(stretch.last)}});
  const bool pulled = !setting.levers.empty() && !setting.hindrance;
  return {{"levers", levers},
          {"hindrance", setting.hindrance ? Json(setting.hindrance->message) : Json(nullptr)},
          {"zone", setting.zone ? lever_zone_json(*setting.zone) : Json(nullptr)},
          {"open", open},
          {"text", setting.text ? of_text_json(c, *setting.text) : Json(nullptr)},
          {"changes_anything", pulled ? Json(effects_of(answer.as_it_is, setting).any()) : Json(nullptr)}};
}

}  // namespace

Json answer_json(const Case& c, const Leverage& answer) {
  Json out = heading_json(c, answer.heading);
  out["proposal"] = answer.proposal < 0 ? Json(nullptr) : Json(at(c.proposals, answer.proposal).id);
  out["shares"] = answer.proposal < 0 ? Json(nullptr) : Json(text(answer.no_shares));
  out["readings"] = answer.readings;
  out["as_it_is"] = setting_json(c, answer, answer.as_it_is);
  out["alone"] = Json::array();
  for (const auto& setting : answer.alone) out["alone"].push_back(setting_json(c, answer, setting));
  out["together"] = Json::array();
  for (const auto& setting : answer.together) out["together"].push_back(setting_json(c, answer, setting));
  return out;
}

}  // namespace parley
