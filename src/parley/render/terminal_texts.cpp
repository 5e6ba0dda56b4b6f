#include "parley/render/terminal_texts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "parley/case/mapped.h"
#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"
#include "parley/render/wording_texts.h"

namespace parley {
namespace {

Tone tone_of_presence(Presence::State state) {
  if (state == Presence::State::there) return Tone::yes;
  return state == Presence::State::missing ? Tone::no : Tone::maybe;
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
  add_heading(page, "THE TEXT " + dated_proposal(c, answer.proposal), extent_words(c, answer));
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
  add_heading(page, "IS IT COMPLETE", elements_words(answer.kind));
  Table table{{{"element"}, {"in the text"}, {"clauses"}}, {}, 2};
  for (std::size_t i = 0; i < answer.kind.elements.size(); ++i) {
    const Presence& presence = answer.kind.elements[i];
    const auto names = mapped(presence.clauses, [&](int k) { return clause_name(at(text.clauses, k)); });
    table.rows.push_back({{std::string(element_words(elements.at(i)))},
                          {std::string(presence_words(presence.state)), tone_of_presence(presence.state)},
                          {listed(names)}});
  }
  add_table(page, table);
}

void write_kind(Page& page, const TextKind& kind) {
  const auto label = kind.label();
  add_heading(page, "WHAT KIND OF TEXT", label ? label_words(*label) : "no label");
  if (!label)
    add_text(page, fmt::format("What is known and agreed does not settle it: it may be {}.",
                               label_range(kind.least, kind.most)));
  for (const std::string& reason : kind.reasons) add_text(page, reason, 2, 2);
  add_text(page, label_meaning(), 2, 0, Tone::faint);
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
  for (std::size_t i = 1; i < answer.growth.size(); ++i) {
    const auto sentences = bracket_sentences(c, answer.growth[i - 1], answer.growth[i]);
    if (!sentences.empty())
      add_text(page, fmt::format("{}: {}", proposal_name(c, answer.growth[i].proposal), fmt::join(sentences, " ")), 2,
               2);
  }
}

/// What an analysis says of a text whose clauses are known.
void write_gist(Page& page, const Case& c, const Texts& answer) {
  add_text(page,
           fmt::format("It has {}, and {}.", extent_words(c, answer),
                       answer.kind.most == Label::none ? "no clause that stops fighting" : elements_words(answer.kind)),
           2, 2);
  if (!answer.kind.label())
    add_text(page, fmt::format("It may be {}.", label_range(answer.kind.least, answer.kind.most)), 2, 2);
}

}  // namespace

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

void write_newest_text(Page& page, const Case& c, const Texts& answer) {
  const bool known = !at(c.proposals, answer.proposal).clauses.empty();
  if (!known && answer.growth.size() == 1) return;
  const auto label = answer.kind.label();
  add_heading(page, "THE NEWEST TEXT", label && known ? label_words(*label) : "");
  if (known) write_gist(page, c, answer);
  if (answer.growth.size() > 1) {
    const Growth& before = answer.growth[answer.growth.size() - 2];
    add_text(page,
             fmt::format("What it changes in {}: {}. {}", proposal_name(c, before.proposal),
                         growth_words(answer.growth.back()),
                         fmt::join(bracket_sentences(c, before, answer.growth.back()), " ")),
             2, 2);
  }
  add_text(page, "parley texts shows it in full", 2, 0, Tone::faint);
}

}  // namespace parley
