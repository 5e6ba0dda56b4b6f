#include <fmt/core.h>

#include <algorithm>

#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"
#include "parley/render/wording_acceptance.h"

namespace parley {
namespace {

constexpr std::size_t most_leanings = 3;
constexpr std::size_t most_inquiries = 6;
constexpr std::size_t most_robust = 10;

void write_ground(Page& page, const Case& c, const Acceptability& answer) {
  add_text(page, readings_words(answer));
  if (answer.unknowns.empty()) return;
  add_text(page, "What the shares rest on:");
  for (const PartyGrounds& grounds : answer.grounds)
    add_text(page, fmt::format("{}: {}.", party_name(c, grounds.party), grounds_words(c, grounds)), 4, 2);
  if (!answer.heeds_talks) add_text(page, "What was accepted and refused in the talks is left aside.");
  if (!answer.conditions.empty())
    add_text(page, "What was said in the talks narrows the readings. Of those of everything else, this part agrees:");
  for (const TalksCondition& condition : answer.conditions)
    add_text(page,
             fmt::format("{}: {}{}", condition_words(c, condition), percent(condition.share),
                         condition.used ? "" : "; left out"),
             4, 2);
  for (const Contradiction& contradiction : answer.contradictions)
    add_text(page, contradiction_words(c, answer, contradiction), 2, 2, Tone::no);
  for (const PartyGrounds& grounds : answer.grounds)
    if (answer.refused && grounds.grounds == Grounds::none) add_text(page, allowing_words(c, grounds.party), 2, 2);
}

Cell share_cell(const std::optional<TextShare>& share, Verdict verdict) {
  if (share) return {share_words(share->shown)};
  return {std::string(verdict_words(verdict)), tone_of(verdict)};
}

/// The columns beside the share of what is shown: every and some completion, or the margins where there is no share.
class ShareTable {
 public:
  ShareTable(const Case& c, const Acceptability& answer, const JudgedPackage& judged)
      : case_(c),
        judged_(judged),
        margins_(answer.refused),
        brackets_(judged.bracketed && judged.each_completion && judged.proposal >= 0) {
    table_.columns = {{""}, {brackets_ ? "this completion" : "share of readings"}};
    if (brackets_) {
      table_.columns.push_back({"some completion"});
      table_.columns.push_back({"every completion"});
    }
    if (margins_) table_.columns.push_back({"against its floor"});
  }

  const Table& table() {
    if (judged_.everyone) add("everyone", {share_words(judged_.everyone->shown), Tone::strong}, judged_.everyone, "");
    for (const PartyAcceptance& party : judged_.parties) add_party(party);
    return table_;
  }

 private:
  void add(const std::string& who, const Cell& share, const std::optional<TextShare>& shares,
           const std::string& margin) {
    std::vector<Cell> row{{who}, share};
    if (brackets_) {
      row.push_back({shares && shares->some ? share_words(*shares->some) : ""});
      row.push_back({shares && shares->every ? share_words(*shares->every) : ""});
    }
    if (margins_) row.push_back({margin});
    table_.rows.push_back(std::move(row));
  }

  void add_party(const PartyAcceptance& party) {
    const bool alone = party.principals.size() == 1;
    add(party_name(case_, party.party), share_cell(party.share, party.verdict), party.share,
        alone ? margin_words(party.principals.front().margin) : "");
    if (alone) return;
    for (const PrincipalAcceptance& one : party.principals)
      add("- " + principal_name(case_, one.who.party, one.who.principal) + (one.advisory ? " (heard only)" : ""),
          share_cell(one.share, one.verdict), one.share, margin_words(one.margin));
  }

  const Case& case_;
  const JudgedPackage& judged_;
  bool margins_;
  bool brackets_;
  Table table_;
};

void write_shares(Page& page, const Case& c, const Acceptability& answer, const JudgedPackage& judged) {
  if (judged.bracketed) {
    std::vector<int> open;
    for (const int i : all_issues(c))
      if (judged.proposal >= 0 && at(c.proposals, judged.proposal).bracketed(i)) open.push_back(i);
    add_text(page, fmt::format("The completion shown: {}.", terms_words(c, judged.shown, open)), 2, 2);
    if (!judged.each_completion)
      add_text(page, "The text has too many completions to look at one by one; only this one was.", 2, 2);
  }
  add_table(page, ShareTable(c, answer, judged).table());
}

void write_view(Page& page, const Case& c, const Acceptability& answer, const CentralView& view,
                const std::string& who) {
  const std::string nothing = no_view_words(answer, view);
  if (!nothing.empty()) return add_text(page, who + ": " + nothing, 2, 2);
  add_text(page, fmt::format("{}, in {}:", who, number_of(view.consenting, "reading")));
  Table table;
  table.columns = {{""}, {""}, {"mean then", true}, {"of all", true}, {"nine of ten then"}};
  table.indent = 4;
  const std::size_t shown = rows_shown(page, view.leanings.size(), most_leanings);
  for (std::size_t i = 0; i < shown; ++i) {
    const LeaningWords words = leaning_words(c, answer, view.leanings[i]);
    table.rows.push_back({{words.what}, {words.must_be}, {words.among}, {words.all}, {words.range}});
  }
  add_table(page, table);
  add_more(page, view.leanings.size() - shown, 4);
}

void write_views(Page& page, const Case& c, const Acceptability& answer, const JudgedPackage& judged) {
  const std::size_t parties = judged.parties.size();
  if (judged.everyone && parties > 1) write_view(page, c, answer, judged.view, consenting_words(c, judged, -1));
  for (const PartyAcceptance& party : judged.parties) {
    // What holds in all readings or in none is in the shares already.
    if (!party.share || party.share->shown.all() || party.share->shown.none()) continue;
    write_view(page, c, answer, party.view, consenting_words(c, judged, party.party));
  }
}

void write_agenda(Page& page, const Case& c, const Acceptability& answer) {
  if (answer.refused || answer.unknowns.empty()) return;
  add_heading(page, "WHAT TO ASK NEXT");
  if (answer.agenda.doubt <= 0)
    return add_text(page, "Nothing about these packages: every reading gives everyone's consent alike.");
  add_text(page, fmt::format(
                     "Whether everyone consents is in doubt by {} bits (1: even chances, 0: sure; a mean over the {}). "
                     "Each answer is expected to lower that by so much:",
                     bits_words(answer.agenda.doubt),
                     answer.most.found ? "texts and the package with the highest share" : "texts"));
  for (const bool figures : {true, false}) {
    std::vector<const Inquiry*> rows;
    for (const Inquiry& inquiry : answer.agenda.inquiries)
      if ((inquiry.kind == Inquiry::Kind::figure) == figures) rows.push_back(&inquiry);
    if (rows.empty()) continue;
    Table table;
    table.columns = {{"bits", true}, {figures ? "a figure" : "or sound out"}, {"ask"}};
    const std::size_t shown = rows_shown(page, rows.size(), most_inquiries);
    for (std::size_t i = 0; i < shown; ++i)
      table.rows.push_back(
          {{bits_words(rows[i]->bits)}, {inquiry_words(c, answer, *rows[i])}, {whom_words(c, *rows[i]), Tone::faint}});
    add_table(page, table);
    add_more(page, rows.size() - shown);
  }
  if (answer.agenda.inquiries.empty())
    add_text(page, "No single answer would lower it by what can be told from chance.");
}

void write_most(Page& page, const Case& c, const Acceptability& answer) {
  if (answer.refused) return;
  add_heading(page, "THE PACKAGE WITH THE HIGHEST SHARE");
  add_text(page, most_words(answer));
  const auto& found = answer.most.found;
  if (!found) return;
  add_text(page, terms_words(c, found->shown, all_issues(c)) + ".", 2, 2);
  write_shares(page, c, answer, *found);
  write_views(page, c, answer, *found);
}

void write_robust(Page& page, const Case& c, const Acceptability& answer) {
  if (answer.frontier.empty()) return;
  add_heading(page, "HOW SURE, AGAINST HOW FAR OFF");
  add_text(
      page,
      "Packages of the zone's frontier, its viewpoints, the texts and the one above that no other of them beats in "
      "both: the share of the readings, and how much consent lacks in the worst of them.");
  std::vector<const RobustPackage*> rows;
  for (const RobustPackage& package : answer.frontier)
    if (package.undominated || page.style.all || !package.proposals.empty()) rows.push_back(&package);
  std::vector<const Package*> packages;
  const std::size_t shown = rows_shown(page, rows.size(), most_robust);
  for (std::size_t i = 0; i < shown; ++i) packages.push_back(&rows[i]->package);
  const std::vector<int> differing = differing_issues(c, packages);
  if (const auto same = same_issues(c, packages); !same.empty() && shown > 1)
    add_text(page, "The same in each row: " + terms_words(c, *packages.front(), same) + ".", 2, 2);
  Table table;
  table.columns = {{"share of readings"}, {"worst lack", true}, {""}, {"package"}};
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& lack = rows[i]->worst_shortfall;
    const std::string beaten = rows[i]->undominated ? "" : " (beaten)";
    table.rows.push_back({{share_words(rows[i]->everyone)},
                          {lack ? figure(*lack) : "a red line"},
                          {robust_names(c, *rows[i]) + beaten},
                          {terms_words(c, rows[i]->package, shown > 1 ? differing : all_issues(c))}});
  }
  add_table(page, table);
  add_more(page, rows.size() - shown);
}

void write_newest(Page& page, const Case& c, const Acceptability& answer) {
  add_text(page, readings_words(answer));
  for (const PartyGrounds& grounds : answer.grounds)
    if (answer.refused && grounds.grounds == Grounds::none) add_text(page, allowing_words(c, grounds.party), 2, 2);
  if (!answer.texts.empty()) {
    add_text(page, fmt::format("{}:", dated_proposal(c, answer.texts.back().proposal)));
    write_shares(page, c, answer, answer.texts.back());
  }
  if (answer.refused) return;
  add_text(page, most_words(answer));
  if (const auto& found = answer.most.found)
    add_text(page, "It is: " + terms_words(c, found->shown, all_issues(c)) + ".", 2, 2);
}

}  // namespace

void write_acceptance(Page& page, const Case& c, const Acceptability& answer, Detail detail) {
  add_heading(page, "IN WHAT SHARE OF THE READINGS EVERYONE CONSENTS", answer.refused ? "no percentage" : "");
  if (!answer.computed) return add_text(page, answer.heading.guarantee.words);
  if (detail == Detail::brief) return write_newest(page, c, answer);
  write_ground(page, c, answer);
  for (const JudgedPackage& text : answer.texts) {
    add_heading(page, "WHO CONSENTS TO " + dated_proposal(c, text.proposal));
    write_shares(page, c, answer, text);
  }
  if (answer.texts.empty()) add_text(page, "No text is tabled.");
  if (!answer.unknowns.empty() && !answer.texts.empty() && !answer.refused) {
    add_heading(page, "WHAT WOULD HAVE TO BE TRUE");
    for (const JudgedPackage& text : answer.texts) write_views(page, c, answer, text);
  }
  write_most(page, c, answer);
  write_agenda(page, c, answer);
  write_robust(page, c, answer);
}

}  // namespace parley
