#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "parley/case/mapped.h"
#include "parley/render/terminal_parts.h"
#include "parley/render/terminal_texts.h"
#include "parley/render/wording.h"

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

std::string what_else(const ClauseChange& change) {
  std::vector<std::string> parts;
  if (change.heading) parts.emplace_back("its heading");
  if (change.issues) parts.emplace_back("the issues that it is about");
  if (change.covers) parts.emplace_back("the elements that it covers");
  if (change.provides) parts.emplace_back("what it provides");
  return listed(parts);
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
  if (const std::string other = what_else(clause); !other.empty())
    add_text(page, "changed as well: " + other, 4, 2, Tone::faint);
}

void write_clauses(Page& page, const Case& c, const TextChange& change, int proposal) {
  if (change.clauses.empty()) return add_text(page, "No clause differs.");
  for (const ClauseChange& clause : change.clauses) write_clause(page, c, change, proposal, clause);
  const auto words_differ = [](const ClauseChange& clause) { return !clause.words.empty(); };
  if (std::ranges::any_of(change.clauses, words_differ))
    add_text(page, "{-words that went-} {+words that came+}", 2, 0, Tone::faint);
}

std::string_view kind_words(IssueChange::Kind kind) {
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

/// "700 prisoners", "gradual or free", "any of its options", "5 of its 41 options". The unit of a number is told once,
/// where it stands now.
std::string terms(const Case& c, int issue, const std::vector<int>& levels, bool now) {
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

void write_terms(Page& page, const Case& c, const TextChange& change) {
  if (change.issues.empty()) return add_text(page, "The terms are the same on every issue.");
  Table table{{{"issue"}, {"before"}, {"now"}, {""}, {"steps", true}}, {}, 2};
  for (const IssueChange& moved : change.issues)
    table.rows.push_back({{issue_name(c, moved.issue)},
                          {terms(c, moved.issue, moved.before, false)},
                          {terms(c, moved.issue, moved.after, true)},
                          {std::string(kind_words(moved.kind))},
                          {std::to_string(moved.steps)}});
  add_table(page, table);
}

Cell verdict_cell(Verdict verdict) { return {std::string(verdict_words(verdict)), tone_of(verdict)}; }

std::string everyone_words(Page& page, const TextChange& change) {
  const std::string reading = central_reading(page);
  const auto words = [](Completions completions) {
    return completions == Completions::unknown ? "perhaps some completion, which could not be computed,"
                                               : std::string(completions_words(completions));
  };
  return fmt::format("In {} everyone could consent to {} of the other text, and to {} of this one.", reading,
                     words(change.everyone_before), words(change.everyone_after));
}

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
  add_text(page, everyone_words(page, change));
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
