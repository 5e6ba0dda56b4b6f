#include <fmt/core.h>

#include "parley/format/reader/actor.h"
#include "parley/format/reader/clauses.h"
#include "parley/format/reader/conditions.h"
#include "parley/format/reader/fields.h"
#include "parley/format/reader/talks.h"
#include "parley/format/text.h"

namespace parley {
namespace {

/// The levels that a proposal allows for each issue, and which issues the text itself speaks of.
struct Text {
  std::vector<std::vector<int>>& alternatives;
  std::vector<bool> stated;

  bool state(Reading& r, int issue, Place place) {
    const auto i = static_cast<std::size_t>(issue);
    if (stated[i])
      r.report(place, fmt::format("this proposal speaks of {} twice", r.issues.all()[i]), "keep one of the two");
    stated[i] = true;
    return !r.value.issues[i].options.empty();
  }
};

void read_terms(Reading& r, const Node* node, Text& text) {
  for (const Node::Entry& entry : read_entries(r, node, "terms")) {
    const int issue = find_word(r, entry.key, entry.place, "an issue", r.issues);
    if (issue < 0 || !text.state(r, issue, entry.place)) continue;
    if (entry.value.kind == Node::Kind::sequence) {
      r.report(entry.value.place, "terms settle on one option", "list alternatives under 'open'");
      continue;
    }
    const int level = read_level(r, issue, entry.value);
    if (level >= 0) text.alternatives[static_cast<std::size_t>(issue)] = {level};
  }
}

void open_issue(Reading& r, int issue, const Node* among, Place place, Text& text) {
  if (issue < 0 || !text.state(r, issue, place)) return;
  std::vector<bool> holds(r.value.issues[static_cast<std::size_t>(issue)].options.size(), true);
  if (among != nullptr) {
    auto levels = read_levels(r, issue, *among, true);
    if (!levels) return;
    holds = std::move(*levels);
  }
  auto& alternatives = text.alternatives[static_cast<std::size_t>(issue)];
  alternatives.clear();
  for (std::size_t level = 0; level < holds.size(); ++level)
    if (holds[level]) alternatives.push_back(static_cast<int>(level));
  if (alternatives.size() == 1)
    r.report(place, "a single option is not open", "put it under 'terms', or name another option");
}

void read_open(Reading& r, const Node* node, Text& text) {
  for (const Node& item : read_items(r, node, "open issues")) {
    if (item.kind != Node::Kind::mapping) {
      open_issue(r, read_word(r, item, "an issue", r.issues), nullptr, item.place, text);
      continue;
    }
    for (const Node::Entry& entry : read_entries(r, &item, "open issues"))
      open_issue(r, find_word(r, entry.key, entry.place, "an issue", r.issues), &entry.value, entry.place, text);
  }
}

/// Versions stand below the one that they change, so that a file reads in the order in which things happened.
int read_parent(Reading& r, const Fields& fields) {
  const Node* node = fields.find("parent");
  const int parent = fields.word(r, "parent", "a proposal", r.proposals);
  if (parent < static_cast<int>(r.value.proposals.size())) return parent;
  r.report(node->place, fmt::format("the parent {} does not stand above this proposal", shown(*node)),
           "move it above, parents before children");
  return -1;
}

}  // namespace

Proposal read_proposal(Reading& r, const Node::Entry& entry) {
  const Fields fields(r, entry.value, "proposal", entry.place);
  Proposal proposal;
  proposal.id = entry.key;
  proposal.name = fields.line(r, "name", name_from(entry.key));
  proposal.from = fields.from(r);
  proposal.date = fields.date(r, "date");
  if (const Node* by = fields.find("by")) proposal.author = read_actor(r, *by, Who::anyone);
  proposal.through = read_words(r, read_one_or_items(r, fields.find("through"), "those who carried it"),
                                "a third party", r.third_parties);
  proposal.parent = read_parent(r, fields);
  const std::size_t issues = r.issues.all().size();
  proposal.alternatives.resize(issues);
  if (proposal.parent >= 0)
    proposal.alternatives = r.value.proposals[static_cast<std::size_t>(proposal.parent)].alternatives;
  Text text{proposal.alternatives, std::vector<bool>(issues)};
  read_clauses(r, fields, proposal);
  read_terms(r, fields.find("terms"), text);
  read_open(r, fields.find("open"), text);
  std::vector<std::string> left_out;
  for (std::size_t i = 0; i < issues; ++i)
    if (!text.stated[i] && proposal.alternatives[i].empty()) left_out.push_back(r.issues.all()[i]);
  if (!left_out.empty() && !fields.has("parent"))
    r.report(entry.place, fmt::format("{} says nothing about {}", entry.key, listed(left_out)),
             "put each issue under 'terms', or under 'open' when the text leaves it open");
  return proposal;
}

void read_proposals(Reading& r, const Node* node) {
  for (const Node::Entry& entry : read_named(r, node, "proposals", r.proposals))
    r.value.proposals.push_back(read_proposal(r, entry));
}

}  // namespace parley
