#include "parley/format/reader/talks.h"

#include <fmt/core.h>

#include <algorithm>

#include "parley/format/reader/actor.h"
#include "parley/format/reader/fields.h"
#include "parley/format/reader/scalars.h"

namespace parley {
namespace {

const std::vector<std::string> answers{"accept", "accept with reservations", "reject", "counter", "silence"};
const std::vector<std::string> findings{"stuck", "progress"};
const std::vector<std::string> states{"pending", "given", "refused", "overdue"};
const std::vector<std::string> uptakes{"none", "partly", "followed"};

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

/// The value of a key that belongs to one kind of event; null when it is not there.
const Node* find_for(Reading& r, const Fields& fields, std::string_view key, const Event& event, Event::Kind owner,
                     std::string_view rule) {
  const Node* node = fields.find(key);
  if (node != nullptr && event.kind != owner)
    r.report_aside(node->place, std::string(rule),
                   fmt::format("write kind: {}, or remove it", event_kinds()[static_cast<std::size_t>(owner)]));
  return node;
}

/// What only one kind of event has: a word of a list whose first word stands for 1.
template <typename E>
E read_mark(Reading& r, const Node* node, std::string_view what, const std::vector<std::string>& words) {
  return static_cast<E>(node != nullptr ? read_word(r, *node, what, words) + 1 : 0);
}

void read_marks(Reading& r, const Fields& fields, Event& event) {
  event.finding = read_mark<Event::Finding>(
      r, find_for(r, fields, "finding", event, Event::Kind::assessment, "only an assessment has a finding"),
      "a finding", findings);
  event.uptake = read_mark<Event::Uptake>(r,
                                          find_for(r, fields, "uptake", event, Event::Kind::uptake,
                                                   "only the uptake of a recommendation says how far it was followed"),
                                          "an uptake", uptakes);
  const Node* result =
      find_for(r, fields, "result", event, Event::Kind::consultation, "only a consultation has a result");
  if (result != nullptr) event.result = read_line(r, *result, "a result").value_or("");
}

}  // namespace

Response read_response(Reading& r, const Node& item) {
  const Fields fields(r, item, "response");
  Response response;
  response.proposal = fields.word(r, "to", "a proposal", r.proposals);
  response.by = read_side(r, fields, "by");
  response.answer = read_choice<Answer>(r, fields, "answer", "an answer", answers);
  response.date = fields.date(r, "date");
  response.until = fields.date(r, "until");
  if (response.until && response.answer != Answer::silence)
    r.report_aside(fields.find("until")->place, "only silence has an end", "write answer: silence, or remove 'until'");
  response.from = fields.from(r);
  return response;
}

Approval read_approval(Reading& r, const Node& item) {
  const Fields fields(r, item, "approval");
  Approval approval;
  approval.proposal = fields.word(r, "to", "a proposal", r.proposals);
  approval.of = read_side(r, fields, "of");
  approval.state = read_choice<Approval::State>(r, fields, "answer", "the state of an approval", states);
  approval.asked = fields.date(r, "asked");
  approval.due = fields.date(r, "due");
  approval.answered = fields.date(r, "answered");
  approval.from = fields.from(r);
  if (approval.answered && !approval.answer_came() && fields.has("answer"))
    r.report_aside(fields.find("answered")->place,
                   fmt::format("{} approval has not been answered",
                               approval.state == Approval::State::overdue ? "an overdue" : "a pending"),
                   "write given or refused, or remove 'answered'");
  return approval;
}

Event read_event(Reading& r, const Node& item) {
  const Fields fields(r, item, "event");
  Event event;
  event.kind = read_choice<Event::Kind>(r, fields, "kind", "a kind of event", event_kinds());
  read_marks(r, fields, event);
  event.date = fields.date(r, "date");
  event.who = read_actors(r, fields.find("who"));
  event.to = read_actors(r, fields.find("to"));
  event.through = read_words(r, read_one_or_items(r, fields.find("through"), "those who carried it"), "a third party",
                             r.third_parties);
  event.where = fields.line(r, "where");
  event.what = fields.text(r, "what");
  event.from = fields.from(r);
  return event;
}

void read_responses(Reading& r, const Node* node) {
  for (const Node& item : read_items(r, node, "responses")) r.value.responses.push_back(read_response(r, item));
}

void read_approvals(Reading& r, const Node* node) {
  for (const Node& item : read_items(r, node, "approvals")) r.value.approvals.push_back(read_approval(r, item));
}

void read_events(Reading& r, const Node* node) {
  for (const Node& item : read_items(r, node, "events")) r.value.events.push_back(read_event(r, item));
}

}  // namespace parley
