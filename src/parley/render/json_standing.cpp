#include <cstdlib>

#include "parley/render/json_value.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

const char* text(TalksState state) {
  switch (state) {
    case TalksState::nothing_tabled:
      return "nothing_tabled";
    case TalksState::agreed:
      return "agreed";
    case TalksState::waiting:
      return "waiting";
    case TalksState::stalled:
      return "stalled";
  }
  std::abort();
}

const char* text(Answer answer) {
  switch (answer) {
    case Answer::accept:
      return "accept";
    case Answer::accept_with_reservations:
      return "accept_with_reservations";
    case Answer::reject:
      return "reject";
    case Answer::counter:
      return "counter";
    case Answer::silence:
      return "silence";
  }
  std::abort();
}

const char* text(StalemateTest::Kind kind) {
  switch (kind) {
    case StalemateTest::Kind::refused:
      return "refused";
    case StalemateTest::Kind::no_move:
      return "no_move";
    case StalemateTest::Kind::no_narrowing:
      return "no_narrowing";
    case StalemateTest::Kind::no_zone:
      return "no_zone";
    case StalemateTest::Kind::reported:
      return "reported";
  }
  std::abort();
}

const char* text(Event::Finding finding) {
  switch (finding) {
    case Event::Finding::none:
      return "none";
    case Event::Finding::stuck:
      return "stuck";
    case Event::Finding::progress:
      return "progress";
  }
  std::abort();
}

Json uptake_or_null(Event::Uptake uptake) {
  switch (uptake) {
    case Event::Uptake::none:
      return "none";
    case Event::Uptake::partly:
      return "partly";
    case Event::Uptake::followed:
      return "followed";
    case Event::Uptake::unstated:
      break;
  }
  return nullptr;
}

const char* text(Pending::Due due) {
  switch (due) {
    case Pending::Due::open:
      return "open";
    case Pending::Due::stated:
      return "stated";
    case Pending::Due::delay:
      return "delay";
  }
  std::abort();
}

Json carriers(const Case& c, const std::vector<int>& through) {
  Json out = Json::array();
  for (const int carrier : through) out.push_back(at(c.third_parties, carrier).id);
  return out;
}

Json actors(const Case& c, const std::vector<Actor>& all) {
  Json out = Json::array();
  for (const Actor& one : all) out.push_back(actor(c, one));
  return out;
}

Json party_answer(const Case& c, const Standing::PartyAnswer& given) {
  Json out{{"by", actor(c, given.by)}, {"answer", nullptr}, {"approval", nullptr},
           {"date", nullptr},          {"until", nullptr},  {"source", nullptr}};
  if (given.approval) {
    out["approval"] = given.approval->state == Approval::State::given ? "given" : "refused";
    out["date"] = date_or_null(given.approval->answered);
    out["source"] = source_or_null(c, given.approval->from);
  }
  if (!given.response) return out;
  out["answer"] = text(given.response->answer);
  out["date"] = date_or_null(given.response->date);
  out["until"] = date_or_null(given.response->until);
  out["source"] = source_or_null(c, given.response->from);
  return out;
}

Json version_json(const Case& c, const Standing::Version& version) {
  const Proposal& p = at(c.proposals, version.proposal);
  Json out{{"proposal", p.id},
           {"name", p.name},
           {"date", date_or_null(p.date)},
           {"parent", p.parent < 0 ? Json(nullptr) : Json(at(c.proposals, p.parent).id)},
           {"author", p.author ? actor(c, *p.author) : Json(nullptr)},
           {"through", carriers(c, p.through)},
           {"current", version.current},
           {"answers", Json::array()}};
  for (const auto& given : version.answers) out["answers"].push_back(party_answer(c, given));
  return out;
}

Json event_json(const Case& c, const Event& event) {
  return {{"date", date_or_null(event.date)},
          {"kind", event_words(event.kind)},
          {"who", actors(c, event.who)},
          {"to", actors(c, event.to)},
          {"through", carriers(c, event.through)},
          {"where", event.where},
          {"what", event.what},
          {"result", event.result},
          {"uptake", uptake_or_null(event.uptake)},
          {"finding", text(event.finding)},
          {"source", source_or_null(c, event.from)},
          {"assumption", is_assumption(c, event.from)}};
}

Json pending_json(const Case& c, const Pending& pending) {
  Json gates = Json::array();
  for (const BlockedGate& gate : pending.gates)
    gates.push_back({{"words", gate.gate}, {"whole", gate.whole}, {"needs", gate.needs}});
  return {{"who", actor(c, pending.who)},
          {"proposal", at(c.proposals, pending.proposal).id},
          {"since", date_or_null(pending.since)},
          {"asked", pending.asked},
          {"due", date_or_null(pending.due)},
          {"due_by", text(pending.due_by)},
          {"overdue", pending.overdue},
          {"said_overdue", pending.said_overdue},
          {"gates", std::move(gates)}};
}

}  // namespace

Json answer_json(const Case& c, const Standing& answer) {
  Json out = heading_json(c, answer.heading);
  out["state"] = text(answer.state);
  out["versions"] = Json::array();
  for (const auto& version : answer.versions) out["versions"].push_back(version_json(c, version));
  out["pending"] = Json::array();
  for (const Pending& pending : answer.pending) out["pending"].push_back(pending_json(c, pending));
  const bool moved = answer.last_move.date.has_value();
  out["last_move"] = date_or_null(answer.last_move.date);
  out["days_since_move"] = moved ? Json(answer.last_move.days) : Json(nullptr);
  out["most_days_since_move"] = moved ? Json(answer.last_move.most_days) : Json(nullptr);
  out["sides"] = Json::array();
  for (const SideMoves& side : answer.sides) out["sides"].push_back(side_json(c, side));
  out["ledger"] = ledger_json(c, answer.ledger);
  out["positions"] = positions_json(c, answer.positions);
  out["conflicts"] = Json::array();
  for (const Conflict& conflict : answer.conflicts) out["conflicts"].push_back(conflict_json(c, conflict));
  out["stalemate"] = Json::array();
  for (const auto& test : answer.tests) {
    out["stalemate"].push_back({{"test", text(test.kind)}, {"applies", test.applies}, {"why", test.why}});
  }
  out["events"] = Json::array();
  for (const int event : answer.events) out["events"].push_back(event_json(c, at(c.events, event)));
  return out;
}

}  // namespace parley
