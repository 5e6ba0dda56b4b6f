#include <fmt/core.h>

#include <algorithm>

#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"
#include "parley/render/wording_consent.h"

namespace parley {
namespace {

void write_tree(Page& page, const Case& c, int party, const ConsentTree& tree) {
  Table table{{{"must approve"}, {"can it consent"}, {"against its floor"}, {"has said"}}, {}, 2};
  for (const ConsentNode& node : tree.nodes) {
    std::string name;
    for (int level = 0; level < node.depth; ++level) name += "- ";
    name += node_words(c, party, node);
    table.rows.push_back({{name, node.depth == 0 ? Tone::strong : Tone::plain},
                          {std::string(verdict_words(node.verdict)), tone_of(node.verdict)},
                          {node_margin_words(node)},
                          {std::string(ballot_words(node.said))}});
  }
  add_table(page, table);
  for (const std::string& sentence : binding_sentences(c, party, tree)) add_text(page, sentence, 2, 2);
}

void write_party_tree(Page& page, const Case& c, const PartyConsent& answer) {
  add_gap(page);
  add_text(page, fmt::format("{}: {}", party_name(c, answer.party), verdict_words(answer.verdict)), 2, 2, Tone::strong);
  if (answer.trees.size() == 1) return write_tree(page, c, answer.party, answer.trees.front());
  add_text(page, "Statements differ on whose approval it takes; each is set out here.", 2, 2);
  for (const ConsentTree& tree : answer.trees) {
    add_text(page, claim_words(c, answer.party, tree), 2, 2);
    write_tree(page, c, answer.party, tree);
  }
}

void write_sets(Page& page, const Case& c, const Approvals& answer) {
  add_heading(page, "WHAT EACH WOULD APPROVE",
              answer.packages.empty() ? "" : "of " + count_words(answer.packages) + " packages that obey the rules");
  Table table{{{""}, {"would approve"}, {"weight of its veto"}, {"could sign, and be refused"}}, {}, 2};
  for (const PartyConsent& party : answer.parties)
    for (const ConsentTree& tree : party.trees) {
      std::string name = party_name(c, party.party);
      if (party.trees.size() > 1) name += fmt::format(", {} of weight", percent(tree.weight));
      table.rows.push_back({{name, Tone::strong}, {set_words(tree.sets.win_set)}, {""}, {""}});
      if (tree.sets.principals.size() < 2) continue;
      for (const PrincipalSets& self : tree.sets.principals)
        table.rows.push_back({{"- " + principal_name(c, party.party, self.principal)},
                              {set_words(self.own)},
                              {veto_words(self)},
                              {self.signs_first ? share_words(self.slack) : ""}});
    }
  add_table(page, table);
  add_text(page,
           "Central reading. The weight of a veto: of what the others would let through, the part that fails by it. "
           "Could sign, and be refused: of what those who are asked first would approve, the part that the rest of "
           "their tree would not.",
           2, 0, Tone::faint);
}

void write_hands(Page& page, const Case& c, const TiedHands& hands) {
  if (!hands.computed || hands.without.empty()) return;
  add_heading(page, "TIED HANDS", "the viewpoints with every gate, and with one left out");
  Table table{{{""}, {"viewpoint"}}, {}, 2};
  for (int p = 0; p < std::ssize(c.parties); ++p) table.columns.push_back({party_name(c, p), true});
  const auto add = [&](const std::string& name, const HandsView& view) {
    std::vector<Cell> row{{name}, {std::string(viewpoint_name(view.viewpoint))}};
    for (int p = 0; p < std::ssize(c.parties); ++p) row.push_back({hands_words(hands.views, view, p)});
    table.rows.push_back(std::move(row));
  };
  for (const HandsView& view : hands.views) add("every gate", view);
  for (const HandsWithout& other : hands.without)
    for (const HandsView& view : other.views)
      add(fmt::format("without {} of {}", principal_name(c, other.who.party, other.who.principal),
                      party_name(c, other.who.party)),
          view);
  add_table(page, table);
  add_text(page,
           "What the pick is worth to each party in its central view, and the change. The disagreement point is each "
           "party's floor, which follows from its tree. A dash: nothing that all could accept, or not proven.",
           2, 0, Tone::faint);
  if (!hands.left_out.empty())
    add_text(page, fmt::format("Left out: {}.", number_of(hands.left_out.size(), "further principal")), 2, 2);
}

void write_steps(Page& page, const Case& c, const Ratification& answer) {
  Table table{{{""}, {"stands"}, {"still takes"}}, {}, 2};
  for (const ApprovalStep& step : answer.steps) {
    const std::string party = party_name(c, step.who.party);
    const std::string name = principal_name(c, step.who.party, step.who.principal);
    table.rows.push_back({{name == party ? party : party + ", " + name}, {step_words(step)}, {step_days_words(step)}});
  }
  add_table(page, table);
}

void write_days(Page& page, const Ratification& answer) {
  const bool readings = answer.approved_share.has_value();
  Table table{{{"ratified"}, {"chance", true}}, {}, 2};
  if (readings) table.columns.push_back({"of the readings", true});
  for (const RatifiedBy& row : answer.table) {
    std::vector<Cell> cells{{row_words(row)}, {percent(row.chance)}};
    if (readings) cells.push_back({row.of_readings ? percent(*row.of_readings) : "-"});
    table.rows.push_back(std::move(cells));
  }
  add_table(page, table);
}

void write_ratification(Page& page, const Case& c, const Ratification& answer) {
  add_heading(page, "HOW LONG APPROVALS TAKE");
  write_steps(page, c, answer);
  for (const std::string& sentence : ratification_sentences(c, answer)) add_text(page, sentence, 2, 2);
  if (!answer.table.empty()) write_days(page, answer);
  if (answer.outside.empty()) return;
  add_text(page, "Beside it, what happens without agreement:", 2, 2);
  Table table{{{"on"}, {"changes"}}, {}, 2};
  for (const OutsideChange& change : answer.outside)
    table.rows.push_back({{to_words(change.date)}, {change_words(c, change)}});
  add_table(page, table);
}

}  // namespace

void write_consent(Page& page, const Case& c, const Approvals& answer) {
  add_heading(page, "WHO MUST APPROVE " + dated_proposal(c, answer.proposal));
  if (answer.bracketed) {
    std::vector<int> open = all_issues(c);
    std::erase_if(open, [&](int i) { return !at(c.proposals, answer.proposal).bracketed(i); });
    add_text(page, "Margins are told for this completion: " + terms_words(c, answer.shown, open) + ".", 2, 2);
  }
  add_text(page, "Verdicts are over all readings, margins for " + central_reading(page) + ".", 2, 2);
  explain_scale(page, c);
  for (const PartyConsent& party : answer.parties) write_party_tree(page, c, party);
  write_ratification(page, c, answer.ratification);
  write_sets(page, c, answer);
  add_heading(page, "WHAT IS CLEARED ALREADY");
  for (const std::string& sentence : cleared_sentences(c, answer.cleared)) add_text(page, sentence, 2, 2);
  write_hands(page, c, answer.tied_hands);
}

}  // namespace parley
