#include <algorithm>
#include <cstdlib>

#include "parley/render/json_value.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

std::string key_of(std::string_view words) {
  std::string key(words);
  std::ranges::replace(key, ' ', '_');
  return key;
}

const char* text(Presence::State state) {
  switch (state) {
    case Presence::State::there:
      return "there";
    case Presence::State::in_brackets:
      return "in_brackets";
    case Presence::State::missing:
      return "missing";
    case Presence::State::unknown:
      return "unknown";
  }
  std::abort();
}

const char* text(Label label) {
  switch (label) {
    case Label::none:
      return "none";
    case Label::cessation:
      return "cessation";
    case Label::preliminary:
      return "preliminary";
    case Label::definitive:
      return "definitive";
  }
  std::abort();
}

const char* text(ClauseChange::Kind kind) {
  switch (kind) {
    case ClauseChange::Kind::added:
      return "added";
    case ClauseChange::Kind::dropped:
      return "dropped";
    case ClauseChange::Kind::changed:
      return "changed";
  }
  std::abort();
}

const char* text(IssueChange::Kind kind) {
  switch (kind) {
    case IssueChange::Kind::moved:
      return "moved";
    case IssueChange::Kind::opened:
      return "opened";
    case IssueChange::Kind::closed:
      return "closed";
    case IssueChange::Kind::narrowed:
      return "narrowed";
    case IssueChange::Kind::widened:
      return "widened";
    case IssueChange::Kind::shifted:
      return "shifted";
  }
  std::abort();
}

const char* text(WordRun::Kind kind) {
  switch (kind) {
    case WordRun::Kind::kept:
      return "kept";
    case WordRun::Kind::removed:
      return "removed";
    case WordRun::Kind::added:
      return "added";
  }
  std::abort();
}

Json issue_ids(const Case& c, const std::vector<int>& issues) {
  Json out = Json::array();
  for (const int issue : issues) out.push_back(at(c.issues, issue).id);
  return out;
}

template <class Things>
Json keys(const Things& things) {
  Json out = Json::array();
  for (const auto thing : things) out.push_back(key_of(word_of(thing)));
  return out;
}

Json clause_json(const Case& c, const Clause& clause) {
  return {{"id", clause.id},
          {"heading", clause.heading},
          {"words", clause.words},
          {"about", issue_ids(c, clause.issues)},
          {"covers", keys(clause.covers)},
          {"provides", keys(clause.provides)},
          {"source", source_or_null(c, clause.from)},
          {"assumption", is_assumption(c, clause.from)},
          {"note", clause.from.note}};
}

template <class Things>
Json presences(const Proposal& proposal, const char* what, const Things& things, const std::vector<Presence>& found) {
  Json out = Json::array();
  for (std::size_t i = 0; i < things.size() && i < found.size(); ++i) {
    Json clauses = Json::array();
    for (const int clause : found[i].clauses) clauses.push_back(at(proposal.clauses, clause).id);
    out.push_back({{what, key_of(word_of(things[i]))}, {"state", text(found[i].state)}, {"clauses", clauses}});
  }
  return out;
}

Json clause_change_json(const Case& c, const TextChange& change, int proposal, const ClauseChange& clause) {
  const auto stated = [&](int text_of, int index) {
    return index < 0 ? Json(nullptr) : clause_json(c, at(at(c.proposals, text_of).clauses, index));
  };
  Json words = Json::array();
  for (const WordRun& run : clause.words) words.push_back({{"kind", text(run.kind)}, {"words", run.words}});
  return {{"clause", clause.id},
          {"change", text(clause.kind)},
          {"words", words},
          {"brackets_before", clause.brackets_before},
          {"brackets_after", clause.brackets_after},
          {"before", stated(change.against, clause.before)},
          {"after", stated(proposal, clause.after)}};
}

Json options(const Issue& issue, const std::vector<int>& levels) {
  Json out = Json::array();
  for (const int level : levels) out.push_back(at(issue.options, level));
  return out;
}

Json party_json(const Case& c, const PartyChange& party) {
  Json principals = Json::array();
  for (const PrincipalChange& p : party.principals)
    principals.push_back({{"who", actor(c, p.who)},
                          {"advisory", p.advisory},
                          {"verdict_before", text(p.before)},
                          {"verdict_after", text(p.after)},
                          {"value_before", exact(p.value_before)},
                          {"value_after", exact(p.value_after)},
                          {"shift", exact(p.shift)}});
  return {{"party", at(c.parties, party.party).id},
          {"verdict_before", text(party.before)},
          {"verdict_after", text(party.after)},
          {"principals", principals}};
}

Json change_json(const Case& c, const TextChange& change, int proposal) {
  Json out{{"against", at(c.proposals, change.against).id}, {"clauses", Json::array()}, {"issues", Json::array()}};
  for (const ClauseChange& clause : change.clauses)
    out["clauses"].push_back(clause_change_json(c, change, proposal, clause));
  for (const IssueChange& moved : change.issues) {
    const Issue& issue = at(c.issues, moved.issue);
    out["issues"].push_back({{"issue", issue.id},
                             {"change", text(moved.kind)},
                             {"from", options(issue, moved.before)},
                             {"to", options(issue, moved.after)},
                             {"steps", moved.steps}});
  }
  out["steps"] = change.steps;
  out["everyone_before"] = text(change.everyone_before);
  out["everyone_after"] = text(change.everyone_after);
  out["parties"] = Json::array();
  for (const PartyChange& party : change.parties) out["parties"].push_back(party_json(c, party));
  return out;
}

Json label_or_null(Label least, Label most) { return least == most ? Json(text(least)) : Json(nullptr); }

Json growth_json(const Case& c, const Growth& growth) {
  return {{"proposal", at(c.proposals, growth.proposal).id},
          {"clauses", growth.clauses},
          {"brackets", growth.brackets},
          {"open_issues", growth.open_issues},
          {"added", growth.added},
          {"dropped", growth.dropped},
          {"changed", growth.changed},
          {"issues", growth.issues},
          {"opened", issue_ids(c, growth.opened)},
          {"closed", issue_ids(c, growth.closed)},
          {"clauses_opened", growth.clauses_opened},
          {"clauses_closed", growth.clauses_closed},
          {"label", label_or_null(growth.least, growth.most)},
          {"label_least", text(growth.least)},
          {"label_most", text(growth.most)},
          {"steps", growth.steps}};
}

}  // namespace

Json answer_json(const Case& c, const Texts& answer) {
  const Proposal& proposal = at(c.proposals, answer.proposal);
  Json out = heading_json(c, answer.heading);
  out["proposal"] = proposal.id;
  out["excerpt"] = proposal.excerpt;
  out["clauses"] = Json::array();
  for (std::size_t i = 0; i < proposal.clauses.size(); ++i) {
    Json clause = clause_json(c, proposal.clauses[i]);
    clause["brackets"] = answer.brackets[i];
    out["clauses"].push_back(std::move(clause));
  }
  out["open_issues"] = issue_ids(c, answer.open_issues);
  out["without_clause"] = issue_ids(c, answer.without_clause);
  out["elements"] = presences(proposal, "element", elements, answer.kind.elements);
  out["provisions"] = presences(proposal, "provision", provisions, answer.kind.provisions);
  out["label"] = label_or_null(answer.kind.least, answer.kind.most);
  out["label_least"] = text(answer.kind.least);
  out["label_most"] = text(answer.kind.most);
  out["reasons"] = answer.kind.reasons;
  out["change"] = answer.change ? change_json(c, *answer.change, answer.proposal) : Json(nullptr);
  out["growth"] = Json::array();
  for (const Growth& growth : answer.growth) out["growth"].push_back(growth_json(c, growth));
  return out;
}

}  // namespace parley
