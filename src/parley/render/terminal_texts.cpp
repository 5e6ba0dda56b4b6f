#include "parley/render/terminal_texts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "parley/case/mapped.h"
#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

constexpr std::array element_names{"formal written agreement",      "purpose and link to politics",
                                   "start time and review",         "area",
                                   "prohibited and permitted acts", "monitoring or dispute resolution"};

std::string_view label_name(Label label) {
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

Cell presence_cell(Presence::State state) {
  switch (state) {
    case Presence::State::there:
      return {"yes", Tone::yes};
    case Presence::State::in_brackets:
      return {"in brackets", Tone::maybe};
    case Presence::State::missing:
      return {"missing", Tone::no};
    case Presence::State::unknown:
      return {"not known", Tone::maybe};
  }
  std::abort();
}

std::string issue_names(const Case& c, const std::vector<int>& issues) {
  return listed(mapped(issues, [&](int issue) { return issue_name(c, issue); }));
}

void write_clause(Page& page, const Case& c, const Clause& clause) {
  add_text(page, clause_name(clause) + ": " + clause.words, 2, 2);
  std::vector<std::string> beside;
  if (!clause.issues.empty()) beside.push_back("about " + issue_names(c, clause.issues));
  beside.push_back(source_words(c, clause.from));
  add_text(page, fmt::format("{}", fmt::join(beside, "; ")), 4, 2, Tone::faint);
}

void write_words(Page& page, const Case& c, const Texts& answer) {
  const Proposal& text = at(c.proposals, answer.proposal);
  std::size_t brackets = 0;
  for (const auto& open : answer.brackets) brackets += open.size();
  std::string gist = number_of(text.clauses.size(), "clause") + (text.excerpt ? " that are known" : "");
  if (brackets > 0) gist += ", " + number_of(brackets, "bracket");
  add_heading(page, "THE TEXT " + dated_proposal(c, answer.proposal), text.clauses.empty() ? "" : gist);
  if (text.clauses.empty()) add_text(page, "The case has its terms, and none of its clauses.");
  for (const Clause& clause : text.clauses) write_clause(page, c, clause);
  if (!answer.open_issues.empty())
    add_text(page, "Open in its terms: " + issue_names(c, answer.open_issues) + ".", 2, 2);
  if (!answer.without_clause.empty())
    add_text(page,
             fmt::format("No clause{} is about {}.", text.excerpt ? " that is known" : "",
                         issue_names(c, answer.without_clause)),
             2, 2);
}

void write_elements(Page& page, const Case& c, const Texts& answer) {
  const Proposal& text = at(c.proposals, answer.proposal);
  const auto there = std::ranges::count(answer.kind.elements, Presence::State::there, &Presence::state);
  const auto unknown = std::ranges::count(answer.kind.elements, Presence::State::unknown, &Presence::state);
  add_heading(page, "IS IT COMPLETE",
              fmt::format("{} of the {} elements of a ceasefire text{}", there, elements.size(),
                          unknown > 0 ? fmt::format(", {} not known", unknown) : ""));
  Table table{{{"element"}, {"in the text"}, {"clauses"}}, {}, 2};
  for (std::size_t i = 0; i < answer.kind.elements.size(); ++i) {
    const Presence& presence = answer.kind.elements[i];
    const auto names = mapped(presence.clauses, [&](int k) { return clause_name(at(text.clauses, k)); });
    table.rows.push_back({{element_names.at(i)}, presence_cell(presence.state), {listed(names)}});
  }
  add_table(page, table);
}

void write_kind(Page& page, const TextKind& kind) {
  const auto label = kind.label();
  add_heading(page, "WHAT KIND OF TEXT", label ? label_name(*label) : "no label");
  if (!label)
    add_text(page, fmt::format("What is known and agreed does not settle it: it may be anything from {} to {}.",
                               label_name(kind.least), label_name(kind.most)));
  for (const std::string& reason : kind.reasons) add_text(page, reason, 2, 2);
  add_text(page,
           "A cessation stops the fighting; a preliminary ceasefire also has monitoring, verification, separation of "
           "forces or reporting; a definitive one has demobilisation and provisions on the issue in dispute.",
           2, 0, Tone::faint);
}

void write_growth(Page& page, const Case& c, const Texts& answer) {
  add_heading(page, "HOW IT GREW", answer.growth.size() == 1 ? "this is the first version" : "");
  if (answer.growth.size() == 1) return;
  Table table{{{"version"},
               {"clauses", true},
               {"new", true},
               {"dropped", true},
               {"changed", true},
               {"brackets", true},
               {"issues open", true},
               {"issues changed", true},
               {"steps moved", true}},
              {},
              2};
  for (const Growth& growth : answer.growth) {
    std::vector<Cell> row{{dated_proposal(c, growth.proposal)}};
    const bool first = &growth == &answer.growth.front();
    const auto add = [&](int number, bool change) { row.push_back({change && first ? "" : std::to_string(number)}); };
    add(growth.clauses, false);
    add(growth.added, true);
    add(growth.dropped, true);
    add(growth.changed, true);
    add(growth.brackets, false);
    add(growth.open_issues, false);
    add(growth.issues, true);
    add(growth.steps, true);
    table.rows.push_back(std::move(row));
  }
  add_table(page, table);
}

}  // namespace

std::string clause_name(const Clause& clause) { return clause.heading.empty() ? clause.id : clause.heading; }

void write_texts(Page& page, const Case& c, const Texts& answer) {
  write_words(page, c, answer);
  if (!at(c.proposals, answer.proposal).clauses.empty()) {
    // The six elements are those of a text that stops fighting.
    if (answer.kind.most != Label::none) write_elements(page, c, answer);
    write_kind(page, answer.kind);
  }
  if (answer.change) write_change(page, c, *answer.change, answer.proposal);
  write_growth(page, c, answer);
}

}  // namespace parley
