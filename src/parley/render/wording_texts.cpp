#include "parley/render/wording_texts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>

#include "parley/case/mapped.h"
#include "parley/render/wording.h"

namespace parley {

std::string clause_name(const Clause& clause) { return clause.heading.empty() ? clause.id : clause.heading; }

std::vector<std::string> clause_names(const Proposal& before, const Proposal& after,
                                      const std::vector<std::string>& ids) {
  return mapped(ids, [&](const std::string& id) {
    const int now = find_clause(after.clauses, id);
    return clause_name(now >= 0 ? at(after.clauses, now) : at(before.clauses, find_clause(before.clauses, id)));
  });
}

std::string extent_words(const Case& c, const Texts& answer) {
  const Proposal& text = at(c.proposals, answer.proposal);
  if (text.clauses.empty()) return "";
  std::size_t brackets = 0;
  for (const auto& open : answer.brackets) brackets += open.size();
  std::string words = number_of(text.clauses.size(), "clause") + (text.excerpt ? " that are known" : "");
  if (brackets > 0) words += ", " + number_of(brackets, "bracket");
  return words;
}

std::string issue_names(const Case& c, const std::vector<int>& issues) {
  return listed(mapped(issues, [&](int issue) { return issue_name(c, issue); }));
}

std::string_view element_words(Element element) {
  switch (element) {
    case Element::written_agreement:
      return "formal written agreement";
    case Element::purpose:
      return "purpose and link to politics";
    case Element::start:
      return "start time and review";
    case Element::area:
      return "area";
    case Element::acts:
      return "prohibited and permitted acts";
    case Element::monitoring:
      return "monitoring or dispute resolution";
  }
  std::abort();
}

std::string_view presence_words(Presence::State state) {
  switch (state) {
    case Presence::State::there:
      return "yes";
    case Presence::State::in_brackets:
      return "in brackets";
    case Presence::State::missing:
      return "missing";
    case Presence::State::unknown:
      return "not known";
  }
  std::abort();
}

std::string elements_words(const TextKind& kind) {
  const auto count = [&](Presence::State state) { return std::ranges::count(kind.elements, state, &Presence::state); };
  const auto unknown = count(Presence::State::unknown);
  return fmt::format("{} of the {} elements of a ceasefire text{}", count(Presence::State::there), elements.size(),
                     unknown > 0 ? fmt::format(", {} not known", unknown) : "");
}

std::string_view label_words(Label label) {
  switch (label) {
    case Label::none:
      return "no ceasefire";
    case Label::cessation:
      return "cessation of hostilities";
    case Label::preliminary:
      return "preliminary ceasefire";
    case Label::definitive:
      return "definitive ceasefire";
  }
  std::abort();
}

std::string label_range(Label least, Label most) {
  if (least == most) return std::string(label_words(least));
  return fmt::format("anything from {} to {}", label_words(least), label_words(most));
}

std::string_view label_meaning() {
  return "A cessation stops the fighting; a preliminary ceasefire also has monitoring, verification, separation of "
         "forces or reporting; a definitive one has demobilisation and provisions on the issue in dispute.";
}

std::string_view change_words(IssueChange::Kind kind) {
  switch (kind) {
    case IssueChange::Kind::moved:
      return "moved";
    case IssueChange::Kind::opened:
      return "put in brackets";
    case IssueChange::Kind::closed:
      return "settled";
    case IssueChange::Kind::narrowed:
      return "fewer alternatives";
    case IssueChange::Kind::widened:
      return "more alternatives";
    case IssueChange::Kind::shifted:
      return "other alternatives";
  }
  std::abort();
}

std::string changed_beside(const ClauseChange& change) {
  std::vector<std::string> parts;
  if (change.heading) parts.emplace_back("its heading");
  if (change.issues) parts.emplace_back("the issues that it is about");
  if (change.covers) parts.emplace_back("the elements that it covers");
  if (change.provides) parts.emplace_back("what it provides");
  return listed(parts);
}

std::string alternatives_words(const Case& c, int issue, const std::vector<int>& levels, bool now) {
  constexpr std::size_t most = 4;
  const Issue& what = at(c.issues, issue);
  const int all = what.levels();
  if (levels.size() > 1 && static_cast<int>(levels.size()) == all) return "any of its options";
  if (levels.size() > most) return fmt::format("{} of its {} options", levels.size(), all);
  return listed(mapped(levels,
                       [&](int level) {
                         return what.numeric() && !now ? at(what.options, level) : option_text(c, issue, level);
                       }),
                "or");
}

std::string everyone_words(const TextChange& change, std::string_view reading) {
  const auto words = [](Completions completions) {
    return completions == Completions::unknown ? "perhaps some completion, which could not be computed,"
                                               : std::string(completions_words(completions));
  };
  return fmt::format("In {} everyone could consent to {} of the other text, and to {} of this one.", reading,
                     words(change.everyone_before), words(change.everyone_after));
}

std::string growth_words(const Growth& growth) {
  std::vector<std::string> clauses;
  const auto add = [&](int number, std::string_view what) {
    if (number == 0) return;
    clauses.push_back(clauses.empty() ? number_of(static_cast<std::size_t>(number), "clause") + " " + std::string(what)
                                      : fmt::format("{} {}", number, what));
  };
  add(growth.added, "new");
  add(growth.dropped, "dropped");
  add(growth.changed, "changed");
  std::vector<std::string> parts;
  if (!clauses.empty()) parts.push_back(fmt::format("{}", fmt::join(clauses, ", ")));
  if (growth.issues > 0)
    parts.push_back(fmt::format("terms of {}, {}", number_of(static_cast<std::size_t>(growth.issues), "issue"),
                                counted(growth.steps, "steps")));
  return parts.empty() ? "nothing" : fmt::format("{}", fmt::join(parts, "; "));
}

std::vector<std::string> bracket_sentences(const Case& c, const Growth& before, const Growth& growth) {
  const Proposal& was = at(c.proposals, before.proposal);
  const Proposal& is = at(c.proposals, growth.proposal);
  std::vector<std::string> sentences;
  const auto add = [&](std::string_view what, const std::string& names) {
    if (!names.empty()) sentences.push_back(fmt::format("{}: {}.", what, names));
  };
  add("Settled", issue_names(c, growth.closed));
  add("Put in brackets", issue_names(c, growth.opened));
  add("Fewer brackets in the words of", listed(clause_names(was, is, growth.clauses_closed)));
  add("More brackets in the words of", listed(clause_names(was, is, growth.clauses_opened)));
  if (before.least != growth.least || before.most != growth.most)
    sentences.push_back(fmt::format("Kind of text: {}; before, {}.", label_range(growth.least, growth.most),
                                    label_range(before.least, before.most)));
  return sentences;
}

}  // namespace parley
