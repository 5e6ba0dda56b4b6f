#include "parley/format/reader/talks.h"

#include <fmt/format.h>

#include <algorithm>

#include "parley/format/reader/actor.h"
#include "parley/format/reader/fields.h"
#include "parley/format/reader/scalars.h"

namespace parley {
namespace {

const std::vector<std::string> answers{"accept", "accept with reservations", "reject", "counter", "silence"};
const std::vector<std::string> findings{"stuck", "progress"};
const std::vector<std::string> states{"pending", "given", "refused"};

template <typename E>
E read_choice(Reading& r, const Fields& fields, std::string_view key, std::string_view what,
              const std::vector<std::string>& words) {
  const Node* node = fields.find(key);
  return static_cast<E>(node != nullptr ? std::max(0, read_word(r, *node, what, words)) : 0);
}

Actor read_side(Reading& r, const Fields& fields, std::string_view key) {
  const Node* node = fields.find(key);
  return node != nullptr ? read_actor(r, *node, Who::sides_only).value_or(Actor{}) : Actor{};
}

std::vector<Actor> read_actors(Reading& r, const Node* node) {
  std::vector<Actor> actors;
  for (const Node& item : read_one_or_items(r, node, "those who take part"))
    if (auto actor = read_actor(r, item, Who::anyone)) actors.push_back(*actor);
  return actors;
}

Event::Finding read_finding(Reading& r, const Fields& fields, Event::Kind kind) {
  const Node* node = fields.find("finding");
  if (node == nullptr) return Event::Finding::none;
  if (kind != Event::Kind::assessment)
    r.report_aside(node->place, "only an assessment has a finding", "write kind: assessment, or remove it");
  return static_cast<Event::Finding>(read_word(r, *node, "a finding", findings) + 1);
}

}  // namespace

void read_responses(Reading& r, const Node* node) {
  for (const Node& item : read_items(r, node, "responses")) {
    const Fields fields(r, item, "response");
    Response response;
    response.proposal = fields.word(r, "to", "a proposal", r.proposals);
    response.by = read_side(r, fields, "by");
    response.answer = read_choice<Answer>(r, fields, "answer", "an answer", answers);
    response.date = fields.date(r, "date");
    response.from = fields.from(r);
    r.value.responses.push_back(std::move(response));
  }
}

void read_approvals(Reading& r, const Node* node) {
  for (const Node& item : read_items(r, node, "approvals")) {
    const Fields fields(r, item, "approval");
    Approval approval;
    approval.proposal = fields.word(r, "to", "a proposal", r.proposals);
    approval.of = read_side(r, fields, "of");
    approval.state = read_choice<Approval::State>(r, fields, "answer", "the state of an approval", states);
    approval.asked = fields.date(r, "asked");
    approval.answered = fields.date(r, "answered");
    approval.from = fields.from(r);
    if (approval.answered && approval.state == Approval::State::pending && fields.has("answer"))
      r.report_aside(fields.find("answered")->place, "a pending approval has not been answered",
                     "write given or refused, or remove 'answered'");
    r.value.approvals.push_back(std::move(approval));
  }
}

void read_events(Reading& r, const Node* node) {
  for (const Node& item : read_items(r, node, "events")) {
    const Fields fields(r, item, "event");
    Event event;
    event.kind = read_choice<Event::Kind>(r, fields, "kind", "a kind of event", event_kinds());
    event.finding = read_finding(r, fields, event.kind);
    event.date = fields.date(r, "date");
    event.who = read_actors(r, fields.find("who"));
    event.to = read_actors(r, fields.find("to"));
    event.where = fields.line(r, "where");
    event.what = fields.text(r, "what");
    event.from = fields.from(r);
    r.value.events.push_back(std::move(event));
  }
}

}  // namespace parley
