#include <fmt/core.h>

#include <algorithm>

#include "parley/render/terminal_parts.h"
#include "parley/render/terminal_texts.h"
#include "parley/render/wording.h"
#include "parley/render/wording_texts.h"

namespace parley {
namespace {

/// "residents return {-gradually-} {+freely+}".
std::string marked(const std::vector<WordRun>& runs) {
  std::string text;
  for (const WordRun& run : runs) {
    if (!text.empty()) text += ' ';
    text += run.kind == WordRun::Kind::kept      ? run.words
            : run.kind == WordRun::Kind::removed ? "{-" + run.words + "-}"
                                                 : "{+" + run.words + "+}";
  }
  return text;
}

void write_clause(Page& page, const Case& c, const TextChange& change, int proposal, const ClauseChange& clause) {
  const auto side = [&](int text, int index) -> const Clause& { return at(at(c.proposals, text).clauses, index); };
  switch (clause.kind) {
    case ClauseChange::Kind::added: {
      const Clause& after = side(proposal, clause.after);
      return add_text(page, fmt::format("new: {}: {}", clause_name(after), after.words), 2, 2, Tone::yes);
    }
    case ClauseChange::Kind::dropped: {
      const Clause& before = side(change.against, clause.before);
      return add_text(page, fmt::format("dropped: {}: {}", clause_name(before), before.words), 2, 2, Tone::no);
    }
    case ClauseChange::Kind::changed:
      break;
  }
  const Clause& after = side(proposal, clause.after);
  add_text(
      page,
      fmt::format("changed: {}: {}", clause_name(after), clause.words.empty() ? after.words : marked(clause.words)), 2,
      2);
  if (const std::string other = changed_beside(clause); !other.empty())
    add_text(page, "changed as well: " + other, 4, 2, Tone::faint);
}

void write_clauses(Page& page, const Case& c, const TextChange& change, int proposal) {
  if (change.clauses.empty()) return add_text(page, "No clause differs.");
  for (const ClauseChange& clause : change.clauses) write_clause(page, c, change, proposal, clause);
  const auto words_differ = [](const ClauseChange& clause) { return !clause.words.empty(); };
  if (std::ranges::any_of(change.clauses, words_differ))
    add_text(page, "{-words that went-} {+words that came+}", 2, 0, Tone::faint);
}

void write_terms(Page& page, const Case& c, const TextChange& change) {
  if (change.issues.empty()) return add_text(page, "The terms are the same on every issue.");
  Table table{{{"issue"}, {"before"}, {"now"}, {""}, {"steps", true}}, {}, 2};
  for (const IssueChange& moved : change.issues)
    table.rows.push_back({{issue_name(c, moved.issue)},
                          {alternatives_words(c, moved.issue, moved.before, false)},
                          {alternatives_words(c, moved.issue, moved.after, true)},
                          {std::string(change_words(moved.kind))},
                          {std::to_string(moved.steps)}});
  add_table(page, table);
}

Cell verdict_cell(Verdict verdict) { return {std::string(verdict_words(verdict)), tone_of(verdict)}; }

void write_verdicts(Page& page, const Case& c, const TextChange& change) {
  add_heading(page, "WHO CAN ACCEPT IT, BEFORE AND NOW");
  Table table{{{""}, {"before"}, {"now"}, {"worth before"}, {"worth now"}}, {}, 2};
  for (const PartyChange& party : change.parties) {
    const bool alone = party.principals.size() == 1;
    if (!alone)
      table.rows.push_back({{party_name(c, party.party), Tone::strong},
                            verdict_cell(party.before),
                            verdict_cell(party.after),
                            {""},
                            {""}});
    for (const PrincipalChange& p : party.principals) {
      std::string name = principal_name(c, p.who.party, p.who.principal);
      if (!alone) name = "- " + name;
      if (p.advisory) name += " (advisory)";
      table.rows.push_back({{name, alone ? Tone::strong : Tone::plain},
                            verdict_cell(p.before),
                            verdict_cell(p.after),
                            {figures(p.value_before)},
                            {figures(p.value_after)}});
    }
  }
  add_table(page, table);
  add_text(page, everyone_words(change, central_reading(page)));
  explain_scale(page, c);
}

}  // namespace

void write_change(Page& page, const Case& c, const TextChange& change, int proposal) {
  add_heading(page, "WHAT DIFFERS FROM " + dated_proposal(c, change.against));
  write_clauses(page, c, change, proposal);
  add_gap(page);
  write_terms(page, c, change);
  write_verdicts(page, c, change);
}

}  // namespace parley
