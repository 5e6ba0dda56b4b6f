#include "parley/format/record/event_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "parley/case/check.h"
#include "parley/format/forms.h"
#include "parley/format/reader/fields.h"
#include "parley/format/reader/issues.h"
#include "parley/format/reader/scalars.h"
#include "parley/format/reader/talks.h"
#include "parley/format/record/event_line.h"
#include "parley/format/yaml.h"

namespace parley {
namespace {

template <class Thing>
void name_all(Words& words, const std::vector<Thing>& things) {
  for (const Thing& thing : things) words.add(thing.id);
}

/// The words that a case has introduced, as if it had just been read.
Reading reading_of(Case base) {
  Reading r;
  r.each_alone = true;
  name_all(r.sources, base.sources);
  name_all(r.phases, base.phases);
  name_all(r.parties, base.parties);
  name_all(r.third_parties, base.third_parties);
  name_all(r.issues, base.issues);
  name_all(r.proposals, base.proposals);
  for (const Party& party : base.parties) name_all(r.principals.emplace_back(), party.principals);
  for (const ThirdParty& third : base.third_parties) name_all(r.stances.emplace_back(), third.stances);
  for (const Issue& issue : base.issues) {
    Words& words = r.options.emplace_back();
    if (!issue.numeric())
      for (const std::string& option : issue.options) words.add(option);
  }
  r.value = std::move(base);
  return r;
}

/// Takes a key out of an event: what is left has a form of the case file.
void take_out(Node& event, std::string_view key) {
  std::erase_if(event.entries, [&](const Node::Entry& entry) { return entry.key == key; });
}

/// The event as an entry of a block of named things: what stands under `id` is its key.
Node::Entry named(Reading& r, Node event, std::string_view what) {
  Node::Entry entry{{}, event.place, {}};
  const Node* id = event.find("id");
  if (id == nullptr || id->missing()) {
    r.report(event.place, fmt::format("a {} in the record needs 'id'", what), "add it: the word to speak of it by");
  } else {
    entry.key = read_line(r, *id, "an id").value_or("");
    entry.place = id->place;
  }
  take_out(event, "id");
  entry.value = std::move(event);
  return entry;
}

/// Introduces the name of a thing; false, with a problem, when there is one already or it cannot be one.
bool introduce(Reading& r, const Node::Entry& entry, std::string_view what, Words& words) {
  if (entry.key.empty()) return false;
  if (words.find(entry.key) >= 0) {
    r.report(entry.place, fmt::format("there is a {} {} already", what, entry.key),
             "give this one an id of its own; what was entered wrongly is set right by kind: correction");
    return false;
  }
  Node block;
  block.kind = Node::Kind::mapping;
  block.place = entry.place;
  block.entries.push_back(entry);
  const bool sound = r.problems.empty();
  read_named(r, &block, what, words);
  return !sound || r.problems.empty();
}

void read_correction(Reading& r, Node& event);

/// Whoever replays a record sets the case file's talks aside when it begins with an opening; here it says nothing.
void read_opening(Reading& r, const Node& event) {
  const Fields fields(r, event, "opening");
  fields.date(r, "date");
  fields.text(r, "what");
  fields.from(r);
  const Case& c = r.value;
  if (!c.proposals.empty() || !c.responses.empty() || !c.approvals.empty() || !c.events.empty())
    r.report(event.place, "an opening stands first in a record, before anything else is told",
             "parley record create TALKS --from CASE begins a record with one");
}

/// Reads an event, which is used up, and adds what it says; to be undone by the caller when there are problems.
void read_into(Reading& r, Node& event, bool corrects) {
  const Node* kind = event.find("kind");
  const auto& kinds = recorded_kinds();
  const int which = kind != nullptr ? read_word(r, *kind, "a kind of event", kinds) : -1;
  if (kind == nullptr)
    r.report(event.place, "an event needs 'kind'", fmt::format("add it, one of {}", fmt::join(kinds, ", ")));
  if (which < 0) return;
  const std::string& word = kinds[static_cast<std::size_t>(which)];
  if (which < static_cast<int>(event_kinds().size())) {
    r.value.events.push_back(read_event(r, event));
    return;
  }
  if (word != "correction" && word != "opening") take_out(event, "kind");
  if (word == "response") {
    r.value.responses.push_back(read_response(r, event));
  } else if (word == "approval") {
    r.value.approvals.push_back(read_approval(r, event));
  } else if (word == "proposal") {
    const Node::Entry entry = named(r, std::move(event), "proposal");
    if (corrects || introduce(r, entry, "proposal", r.proposals)) r.value.proposals.push_back(read_proposal(r, entry));
  } else if (word == "source") {
    const Node::Entry entry = named(r, std::move(event), "source");
    if (corrects || introduce(r, entry, "source", r.sources)) r.value.sources.push_back(read_source(r, entry));
  } else if (word == "opening") {
    read_opening(r, event);
  } else if (word == "correction" && corrects) {
    r.report(event.place, "a correction cannot correct a correction",
             "correct the event itself once more: 'of' names its number");
  } else {
    read_correction(r, event);
  }
}

/// How long the lists of a case are, so that they can be cut back.
struct Mark {
  explicit Mark(const Reading& r)
      : sources(r.value.sources.size()),
        proposals(r.value.proposals.size()),
        responses(r.value.responses.size()),
        approvals(r.value.approvals.size()),
        events(r.value.events.size()),
        known_sources(r.sources.all().size()),
        known_proposals(r.proposals.all().size()),
        clause_bytes(r.clause_bytes) {}

  void cut_back(Reading& r) const {
    r.value.sources.resize(sources);
    r.value.proposals.resize(proposals);
    r.value.responses.resize(responses);
    r.value.approvals.resize(approvals);
    r.value.events.resize(events);
    r.sources.keep(known_sources);
    r.proposals.keep(known_proposals);
    r.clause_bytes = clause_bytes;
  }

  std::size_t sources, proposals, responses, approvals, events, known_sources, known_proposals, clause_bytes;
};

void read_correction(Reading& r, Node& event) {
  const Fields fields(r, event, "correction");
  if (const Node* of = fields.find("of"))
    read_whole(r, *of, "the number of an entry", 1, std::numeric_limits<std::int64_t>::max());
  fields.line(r, "why");
  fields.date(r, "date");
  fields.from(r);
  if (!fields.has("event")) return;
  const auto corrected =
      std::ranges::find_if(event.entries, [](const Node::Entry& entry) { return entry.key == "event"; });
  Node& instead = corrected->value;
  if (instead.kind != Node::Kind::mapping) {
    r.report(instead.place,
             fmt::format("the event as it should read is a block of keys, here stands {}", shown(instead)),
             "write it whole, as if it were entered anew, or leave 'event' out to withdraw it");
    return;
  }
  const Mark mark(r);
  read_into(r, instead, true);
  mark.cut_back(r);
}

}  // namespace

struct EventBatch::State {
  struct Line {
    std::string_view text;
    Node tree;
    bool is_tree = false;  ///< else it is to be read as YAML
  };
  LineReader reader;
  std::vector<Line> lines;
};

EventBatch::EventBatch() : state_(std::make_unique<State>()) {}
EventBatch::EventBatch(EventBatch&&) noexcept = default;
EventBatch& EventBatch::operator=(EventBatch&&) noexcept = default;
EventBatch::~EventBatch() = default;

void EventBatch::take_apart(std::span<const std::string_view> lines) {
  if (state_->lines.size() < lines.size()) state_->lines.resize(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    State::Line& line = state_->lines[i];
    line.text = lines[i];
    line.is_tree = state_->reader.read(line.text, line.tree);
  }
}

struct EventReader::State {
  Reading r;
  EventBatch batch;

  void add(Node& event) {
    if (event.kind != Node::Kind::mapping)
      r.report(event.place, fmt::format("an event is a block of keys, here stands {}", shown(event)),
               "write {kind: meeting, date: 2024-03-24, ...}");
    else
      read_into(r, event, false);
  }

  void report_all(Yaml& yaml) {
    for (Problem& problem : yaml.problems) r.report(problem.place, std::move(problem.message), std::move(problem.mend));
  }
};

EventReader::EventReader(Case base, std::size_t expected) : state_(new State{reading_of(std::move(base)), {}}) {
  // Most of what is entered are events.
  std::vector<Event>& events = state_->r.value.events;
  events.reserve(events.size() + expected);
}
EventReader::EventReader(EventReader&&) noexcept = default;
EventReader& EventReader::operator=(EventReader&&) noexcept = default;
EventReader::~EventReader() = default;

Problems EventReader::read(std::string_view line, std::int64_t entry) {
  state_->batch.take_apart({&line, 1});
  return read(state_->batch, 0, entry);
}

Problems EventReader::read(EventBatch& batch, std::size_t line, std::int64_t entry) {
  Reading& r = state_->r;
  r.entry = entry;
  const Mark mark(r);
  EventBatch::State::Line& apart = batch.state_->lines[line];
  if (apart.is_tree) state_->add(apart.tree);
  if (apart.is_tree && r.problems.empty()) return {};
  // Once more, slowly, for the places. What is wrong without them is wrong all the same.
  Problems without_places = r.problems.take();
  mark.cut_back(r);
  Yaml yaml = read_yaml(apart.text);
  state_->report_all(yaml);
  if (yaml.root) state_->add(*yaml.root);
  Problems problems = r.problems.take();
  if (problems.empty()) problems = std::move(without_places);
  if (problems.empty() && !is_json(apart.text))
    problems.push_back({{1, 1}, "an event in the record is one line of JSON", "enter it with parley record add"});
  if (!problems.empty()) mark.cut_back(r);
  return problems;
}

EventReader::Written EventReader::read_written(std::string_view text) {
  Written written;
  Yaml yaml = read_yaml(text);
  state_->report_all(yaml);
  if (yaml.root) {
    const bool list = yaml.root->kind == Node::Kind::sequence;
    const auto events = list ? std::span(yaml.root->items) : std::span(&*yaml.root, 1);
    for (Node& event : events) {
      written.lines.push_back(line_of(event));
      // Read on after a mistake, so that the author learns of every one; what is added meanwhile is not used.
      state_->add(event);
    }
  }
  if (written.lines.empty() && state_->r.problems.empty())
    state_->r.report({1, 1}, "there is no event here",
                     "write {kind: meeting, date: 2024-03-24, ...}, or a list of such");
  written.problems = state_->r.problems.take();
  if (written.problems.empty()) written.problems = check(state_->r.value);
  if (!written.problems.empty()) written.lines.clear();
  return written;
}

Problems EventReader::read_node(const Node& event) {
  Node used_up = event;
  state_->add(used_up);
  return state_->r.problems.take();
}

const Case& EventReader::value() const { return state_->r.value; }
Case EventReader::take() && { return std::move(state_->r.value); }

const std::vector<std::string>& recorded_kinds() {
  static const std::vector<std::string> kinds = [] {
    std::vector<std::string> all = event_kinds();
    all.insert(all.end(), {"response", "approval", "proposal", "source", "correction", "opening"});
    return all;
  }();
  return kinds;
}

}  // namespace parley
