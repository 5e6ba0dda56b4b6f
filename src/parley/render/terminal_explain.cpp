#include <fmt/core.h>

#include <algorithm>
#include <span>
#include <utility>

#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

constexpr std::size_t most_causes = 3;

std::vector<int> open_issues(const Case& c, int proposal) {
  std::vector<int> issues = all_issues(c);
  std::erase_if(issues, [&](int i) { return !at(c.proposals, proposal).bracketed(i); });
  return issues;
}

void write_brackets(Page& page, const Case& c, const Explanation& answer, Detail detail) {
  const std::vector<int> open = open_issues(c, answer.proposal);
  std::vector<std::string> names;
  for (const int issue : open) names.push_back(issue_name(c, issue));
  std::string words = fmt::format(
      "The text leaves {} open: it stands for {} that obey the rules. ", listed(names),
      answer.completions ? count_words(*answer.completions) + " completions" : "more completions than can be counted");
  words += "In " + central_reading(page) + " everyone could consent to " +
           (answer.everyone == Completions::every     ? "every one of them."
            : answer.everyone == Completions::some    ? "some of them."
            : answer.everyone == Completions::unknown ? "perhaps some of them: that could not be computed."
                                                      : "none of them.");
  add_text(page, words);
  if (answer.completions_bounded) {
    add_text(page, "There are too many to look at one by one: the ranges below are safe bounds, perhaps too wide.");
  }
  if (detail == Detail::brief) return;
  add_text(page, "Causes are told for this completion: " + terms_words(c, answer.shown, open) + ".", 2, 2);
}

std::string floor_words(const Case& c, const PrincipalVerdict& p) {
  return fmt::format("its floor is {}, {}; the text is worth {} to it.", figures(p.floor.span),
                     floor_source(c, p.who.party, p.floor), figures(p.utility));
}

void write_cause_table(Page& page, const PrincipalVerdict& p, int indent) {
  const std::size_t shown = rows_shown(page, p.causes.size(), most_causes);
  Table table{{{"kept from its best package by"}, {"cost", true}, {"range", true}}, {}, indent};
  for (std::size_t i = 0; i < shown; ++i) {
    const Cause& cause = p.causes[i];
    const bool exact = figures(cause.loss) == figure(cause.central);
    table.rows.push_back({{cause.text}, {figure(cause.central)}, {exact ? "" : figures(cause.loss), Tone::faint}});
  }
  add_table(page, table);
  add_more(page, p.causes.size() - shown, indent);
}

bool same_causes(const PrincipalVerdict& a, const PrincipalVerdict& b) {
  const auto same = [](const Cause& x, const Cause& y) {
    return x.text == y.text && x.central == y.central && x.loss == y.loss;
  };
  return std::ranges::equal(a.causes, b.causes, same);
}

// Principals who value packages alike are told of once; `told` are those of the party before this one.
void write_causes(Page& page, const Case& c, const PrincipalVerdict& p, std::span<const PrincipalVerdict* const> told,
                  int indent) {
  add_text(page, principal_name(c, p.who.party, p.who.principal) + ": " + floor_words(c, p), indent, 2);
  for (const auto& red_line : p.red_lines) add_text(page, "crosses a red line: " + red_line, indent + 2, 2, Tone::no);
  for (const auto& red_line : p.red_lines_in_some)
    add_text(page, "crosses a red line in some completions: " + red_line, indent + 2, 2, Tone::maybe);
  if (p.causes.empty()) return;
  const auto alike = std::ranges::find_if(told, [&](const PrincipalVerdict* other) { return same_causes(*other, p); });
  if (alike == told.end()) return write_cause_table(page, p, indent + 2);
  const Actor& who = (*alike)->who;
  add_text(page, "kept from its best package by the same as " + principal_name(c, who.party, who.principal), indent + 2,
           2);
}

std::vector<Cell> verdict_row(const Explanation& answer, Cell name, Verdict verdict, Completions completions,
                              const std::string& margin) {
  std::vector<Cell> row{std::move(name), {std::string(verdict_words(verdict)), tone_of(verdict)}};
  if (answer.bracketed) row.push_back({std::string(completions_words(completions))});
  row.push_back({margin});
  return row;
}

// One row for each principal; the party's own row stands above its principals' where it has several.
void write_verdicts(Page& page, const Case& c, const Explanation& answer) {
  Table table;
  table.columns = {{""}, {"can it consent"}};
  if (answer.bracketed) table.columns.push_back({"central reading"});
  table.columns.push_back({"against its floor"});
  for (const auto& party : answer.parties) {
    const bool alone = party.principals.size() == 1;
    if (!alone) {
      const Cell name{party_name(c, party.party), Tone::strong};
      table.rows.push_back(verdict_row(answer, name, party.verdict, party.completions, ""));
    }
    for (const auto& p : party.principals) {
      std::string name = principal_name(c, p.who.party, p.who.principal);
      if (!alone) name = "- " + name;
      if (p.advisory) name += " (advisory)";
      const std::string margin = margin_words(p.margin) + (p.red_lines.empty() ? "" : "; red line");
      const Cell cell{name, alone ? Tone::strong : Tone::plain};
      table.rows.push_back(verdict_row(answer, cell, p.verdict, p.completions, margin));
    }
  }
  add_table(page, table);
}

void write_aspirations(Page& page, const Case& c, const Explanation& answer) {
  Table table;
  table.columns = {{""}, {"asks in public that"}, {"in this text"}};
  for (const auto& party : answer.parties)
    for (const auto& wish : party.aspirations) {
      const std::string_view met = answer.bracketed                 ? completions_words(wish.met)
                                   : wish.met == Completions::every ? "yes"
                                                                    : "no";
      table.rows.push_back({{party_name(c, party.party)}, {wish.text}, {std::string(met)}});
    }
  if (table.rows.empty()) return;
  add_heading(page, "WHAT THEY ASK FOR IN PUBLIC", "not taken for what they would accept");
  add_table(page, table);
}

void write_party(Page& page, const Case& c, const PartyVerdict& verdict) {
  const Party& party = at(c.parties, verdict.party);
  const bool alone = party.principals.size() == 1;
  if (!alone) {
    std::string words = party_name(c, verdict.party) + " consents on the approval of " + consent_words(party) + ".";
    std::vector<std::string> binding;
    for (const int p : verdict.binding) binding.push_back(principal_name(c, verdict.party, p));
    if (!binding.empty()) words += " In " + central_reading(page) + " that of " + listed(binding) + " is missing.";
    add_text(page, words, 2, 2);
  }
  std::vector<const PrincipalVerdict*> told;
  for (const auto& p : verdict.principals) {
    if (!page.style.all && p.verdict == Verdict::certainly) continue;
    write_causes(page, c, p, told, alone ? 2 : 4);
    told.push_back(&p);
  }
}

}  // namespace

void write_explanation(Page& page, const Case& c, const Explanation& answer, Detail detail) {
  add_heading(page, "WHO CAN ACCEPT " + dated_proposal(c, answer.proposal));
  if (answer.bracketed) write_brackets(page, c, answer, detail);
  write_verdicts(page, c, answer);
  if (detail == Detail::brief) return;
  add_text(
      page,
      fmt::format("\"Certainly\" and \"cannot\" hold in every reading of what the case leaves open{}; \"possibly\" "
                  "in some.",
                  answer.bracketed ? " and for every completion" : ""),
      2, 0, Tone::faint);
  explain_scale(page, c);
  const auto told = [&](const PartyVerdict& party) {
    return page.style.all || party.verdict != Verdict::certainly || party.principals.size() > 1;
  };
  if (std::ranges::any_of(answer.parties, told)) add_heading(page, "WHY");
  for (const auto& party : answer.parties) {
    if (told(party)) write_party(page, c, party);
  }
  write_aspirations(page, c, answer);
}

}  // namespace parley
