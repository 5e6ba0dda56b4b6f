#include <cstdlib>

#include "parley/render/json_value.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

const char* text(Windows::Change::Kind kind) {
  using Kind = Windows::Change::Kind;
  switch (kind) {
    case Kind::reservation:
      return "reservation";
    case Kind::flow:
      return "flow";
    case Kind::breakdown:
      return "breakdown";
    case Kind::breakdown_chance:
      return "breakdown_chance";
    case Kind::exit_value:
      return "exit_value";
    case Kind::exit_may_open:
      return "exit_may_open";
    case Kind::exit_opens:
      return "exit_opens";
    case Kind::exit_may_close:
      return "exit_may_close";
    case Kind::exit_closes:
      return "exit_closes";
  }
  std::abort();
}

const char* text(BreakEven::Kind kind) {
  switch (kind) {
    case BreakEven::Kind::at:
      return "at";
    case BreakEven::Kind::never:
      return "never";
    case BreakEven::Kind::always:
      return "always";
    case BreakEven::Kind::unclear:
      return "unclear";
  }
  std::abort();
}

Json day(Date date) { return date_or_null(date); }

Json appraisal(const Span& span, Utility central) {
  Json out = exact(span);
  out["central"] = exact(central);
  return out;
}
Json appraisal(const Appraisal& a) { return appraisal(a.span, a.central); }

Json exit_or_null(const Case& c, const Actor& who, int exit) {
  return exit < 0 ? Json(nullptr) : Json(at(at(c.parties, who.party).no_deal.exits, exit).id);
}

Json change_json(const Case& c, const Windows::Change& change) {
  return {{"date", day(change.date)},
          {"kind", text(change.kind)},
          {"who", actor(c, change.who)},
          {"exit", exit_or_null(c, change.who, change.exit)},
          {"text", change.text}};
}

Json zone_json(const Windows::ZoneOn& zone) {
  return {{"open", text(zone.open)},
          {"central", zone.central ? Json(*zone.central) : Json(nullptr)},
          {"accepted", zone.accepted ? count(*zone.accepted) : Json(nullptr)},
          {"share", zone.central ? Json(zone.share) : Json(nullptr)},
          {"share_low", zone.central ? Json(zone.share_low) : Json(nullptr)},
          {"share_high", zone.central ? Json(zone.share_high) : Json(nullptr)}};
}

Json moment_json(const Case& c, const Windows::Moment& moment) {
  Json out{{"date", day(moment.date)},
           {"zone", zone_json(moment.zone)},
           {"floors", Json::array()},
           {"waiting", Json::array()}};
  for (int p = 0; p < std::ssize(moment.floors); ++p)
    for (int k = 0; k < std::ssize(at(moment.floors, p)); ++k) {
      const Floor& floor = at(at(moment.floors, p), k);
      Json one{{"who", actor(c, {p, k, -1})}};
      one.update(appraisal(floor.span, floor.central));
      out["floors"].push_back(one);
    }
  for (int p = 0; p < std::ssize(moment.waiting); ++p) {
    const auto& waiting = at(moment.waiting, p);
    if (!waiting) continue;
    Json one{{"party", at(c.parties, p).id}};
    one.update(appraisal(*waiting));
    out["waiting"].push_back(one);
  }
  return out;
}

Json stretches_json(const std::vector<Windows::Stretch>& stretches) {
  Json out = Json::array();
  for (const auto& stretch : stretches)
    out.push_back({{"first", day(stretch.first)},
                   {"last", day(stretch.last)},
                   {"opens", stretch.opens},
                   {"closes", stretch.closes}});
  return out;
}

Json open_json(const Windows::Open& open) {
  return {{"central", stretches_json(open.central)},
          {"possible", stretches_json(open.possible)},
          {"certain", stretches_json(open.certain)}};
}

Json history_json(const std::vector<Windows::Since>& history) {
  Json out = Json::array();
  for (const auto& since : history)
    out.push_back(
        {{"date", day(since.date)}, {"verdict", text(since.verdict)}, {"completions", text(since.completions)}});
  return out;
}

Json tabled_json(const Case& c, const Windows::Tabled& tabled) {
  Json out{
      {"proposal", at(c.proposals, tabled.proposal).id}, {"parties", Json::array()}, {"principals", Json::array()}};
  for (int p = 0; p < std::ssize(tabled.parties); ++p) {
    out["parties"].push_back({{"party", at(c.parties, p).id}, {"since", history_json(at(tabled.parties, p))}});
    for (int k = 0; k < std::ssize(at(tabled.worth, p)); ++k)
      out["principals"].push_back({{"who", actor(c, {p, k, -1})},
                                   {"worth", appraisal(at(at(tabled.worth, p), k))},
                                   {"since", history_json(at(at(tabled.principals, p), k))}});
  }
  return out;
}

Json stance_json(const Case& c, int third_party, int stance, int position) {
  const ThirdParty& third = at(c.third_parties, third_party);
  const Stance& named = at(third.stances, stance);
  return {{"third_party", third.id}, {"stance", named.id}, {"position", at(named.positions, position)}};
}

Json alternative_json(const Case& c, const Windows& answer, const Windows::Alternative& alternative) {
  Json out = stance_json(c, alternative.third_party, alternative.stance, alternative.position);
  out["now"] = alternative.now;
  out["open"] = open_json(alternative.open);
  out["zones"] = Json::array();
  for (std::size_t turn = 0; turn < alternative.zones.size(); ++turn) {
    Json one{{"date", day(answer.turns[turn])}};
    one.update(zone_json(alternative.zones[turn]));
    out["zones"].push_back(one);
  }
  return out;
}

Json even_json(const BreakEven& even) {
  const bool there = even.kind == BreakEven::Kind::at;
  return {{"kind", text(even.kind)},
          {"low", there ? exact(even.span.low) : Json(nullptr)},
          {"central", there ? exact(even.central) : Json(nullptr)},
          {"high", there ? exact(even.span.high) : Json(nullptr)},
          {"in_every_reading", even.in_every_reading}};
}

Json evens_json(const Case& c, const Windows::Even& even) {
  const DatedValue& value = at(at(at(c.parties, even.who.party).no_deal.exits, even.exit).values, even.value);
  return {{"who", actor(c, even.who)},
          {"exit", exit_or_null(c, even.who, even.exit)},
          {"since", date_or_null(value.since)},
          {"stance",
           value.third_party < 0 ? Json(nullptr) : stance_json(c, value.third_party, value.stance, value.position)},
          {"worth", appraisal(even.worth)},
          {"text_worth", appraisal(even.text)},
          {"chance", even_json(even.chance)},
          {"cost", even_json(even.cost)}};
}

}  // namespace

Json answer_json(const Case& c, const Windows& answer) {
  Json out = heading_json(c, answer.heading);
  out["from"] = day(answer.from);
  out["until"] = day(answer.until);
  out["changes"] = Json::array();
  for (const auto& change : answer.changes) out["changes"].push_back(change_json(c, change));
  out["open"] = open_json(answer.open);
  out["moments"] = Json::array();
  for (std::size_t i = 0; i < answer.moments.size(); ++i) {
    Json moment = moment_json(c, answer.moments[i]);
    moment["ratified"] = answer.ratified.empty() ? Json(nullptr) : Json(answer.ratified[i]);
    out["moments"].push_back(std::move(moment));
  }
  out["tabled"] = Json::array();
  for (const auto& tabled : answer.tabled) out["tabled"].push_back(tabled_json(c, tabled));
  out["stances"] = Json::array();
  for (const auto& one : answer.alternatives) out["stances"].push_back(alternative_json(c, answer, one));
  out["newest"] = answer.newest < 0 ? Json(nullptr) : Json(at(c.proposals, answer.newest).id);
  out["break_evens"] = Json::array();
  for (const auto& even : answer.evens) out["break_evens"].push_back(evens_json(c, even));
  return out;
}

}  // namespace parley
