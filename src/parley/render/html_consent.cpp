#include <algorithm>

#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/html_views.h"
#include "parley/render/svg.h"
#include "parley/render/svg_consent.h"
#include "parley/render/wording_consent.h"

namespace parley::html {
namespace {

std::string sentences(const std::vector<std::string>& said) {
  std::string out;
  for (const std::string& sentence : said) out += (out.empty() ? "" : " ") + escape(sentence);
  return "<p>" + out + "</p>\n";
}

std::string row(const std::string& head, const std::vector<std::string>& cells) {
  std::string out = "<tr><th scope=\"row\">" + head + "</th>";
  for (const std::string& cell : cells) out += "<td>" + cell + "</td>";
  return out + "</tr>\n";
}

std::string tree(const Case& c, const PartyConsent& answer, std::size_t index) {
  const ConsentTree& one = answer.trees[index];
  const std::string claim =
      answer.trees.size() > 1 ? fmt::format("<p>{}</p>\n", escape(claim_words(c, answer.party, one))) : "";
  return claim +
         fmt::format("<figure>\n{}</figure>\n",
                     consent_tree(c, answer.party, one, fmt::format("tree-{}-{}", answer.party, index))) +
         sentences(binding_sentences(c, answer.party, one));
}

std::string party_trees(const Case& c, const PartyConsent& answer) {
  std::string out = fmt::format("<div class=\"side {}\">{}<p>{}</p>\n", party_class(answer.party),
                                heading(3, "", party(c, answer.party)), verdict(answer.verdict));
  if (answer.trees.size() > 1) out += "<p>Statements differ on whose approval it takes; each is set out here.</p>\n";
  for (std::size_t t = 0; t < answer.trees.size(); ++t) out += tree(c, answer, t);
  return out + "</div>\n";
}

std::string days(const Case& c, const Ratification& answer) {
  std::string rows;
  for (const ApprovalStep& step : answer.steps)
    rows += row(actor(c, step.who), {escape(step_words(step)), escape(step_days_words(step))});
  std::string out = heading(3, "", "How long approvals take") +
                    table("Where each approval stands", {"Principal", "Stands", "Still takes"}, rows) +
                    sentences(ratification_sentences(c, answer));
  const bool readings = answer.approved_share.has_value();
  std::vector<std::string> columns{"Ratified", "Chance", "Beside each other"};
  if (readings) columns.emplace_back("Of the readings");
  rows.clear();
  for (const RatifiedBy& by : answer.table) {
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"figure\">{}</td><td class=\"bar-cell\">{}</td>",
                        escape(row_words(by)), percent(by.chance), share_bar(by.chance));
    const auto& share = by.of_readings;
    if (readings) rows += fmt::format("<td class=\"figure\">{}</td>", share ? percent(*share) : "–");
    rows += "</tr>\n";
  }
  if (!rows.empty()) out += table("The chance that everyone has approved", columns, rows, "gains");
  if (answer.outside.empty()) return out;
  rows.clear();
  for (const OutsideChange& change : answer.outside)
    rows += row(to_words(change.date), {escape(change_words(c, change))});
  return out + table("Beside it: what happens without agreement", {"On", "Changes"}, rows);
}

std::string sets(const Case& c, const Approvals& answer) {
  std::string rows;
  for (const PartyConsent& side : answer.parties)
    for (const ConsentTree& one : side.trees) {
      const std::string weight =
          side.trees.size() > 1 ? fmt::format(" <small>{} of weight</small>", percent(one.weight)) : "";
      rows += row(party(c, side.party) + weight, {escape(set_words(one.sets.win_set)), "", ""});
      if (one.sets.principals.size() < 2) continue;
      for (const PrincipalSets& self : one.sets.principals)
        rows += row("– " + principal(c, side.party, self.principal),
                    {escape(set_words(self.own)), escape(veto_words(self)),
                     self.signs_first ? escape(share_words(self.slack)) : ""});
    }
  const std::string of =
      answer.packages.empty() ? "" : fmt::format(" {} packages obey the rules.", grouped(answer.packages));
  return heading(3, "", "What each would approve") +
         fmt::format(
             "<p>Counted in the central reading.{} The weight of a veto is the part, of what the others would "
             "let through, that fails by it. Who is asked first may sign what the rest of its tree would "
             "refuse: that part of its own set is told last.</p>\n",
             of) +
         table("Sets of packages", {"Who", "Would approve", "Weight of its veto", "Could sign, and be refused"}, rows);
}

std::string hands(const Case& c, const TiedHands& tied) {
  if (!tied.computed || tied.without.empty()) return "";
  std::string rows;
  const auto add = [&](const std::string& name, const HandsView& view) {
    std::vector<std::string> cells{std::string(words_of(view.viewpoint).name)};
    for (int p = 0; p < std::ssize(c.parties); ++p) cells.push_back(escape(hands_words(tied.views, view, p)));
    rows += row(name, cells);
  };
  for (const HandsView& view : tied.views) add("every gate", view);
  for (const HandsWithout& other : tied.without)
    for (const HandsView& view : other.views) add("without " + actor(c, other.who), view);
  const std::string left_out = tied.left_out.empty()
                                   ? ""
                                   : fmt::format(" {} left out.", plural(tied.left_out.size(), "further principal is",
                                                                         "further principals are"));
  return heading(3, "", "Tied hands") +
         fmt::format(
             "<p>What the viewpoints pick with every gate as it is, and with one principal’s gate left out. "
             "The disagreement point is each party’s floor, which follows from its tree. None of this is a "
             "recommendation.{}</p>\n",
             left_out) +
         table("Viewpoints with and without a gate", with_parties({"Gates", "Viewpoint"}, c), rows);
}

}  // namespace

std::string consent_section(const Case& c, const Approvals& answer) {
  std::string out = "<section>\n" + heading(2, "consent", "Who must approve") +
                    fmt::format(
                        "<p class=\"lead\">The text {}: whose approval it takes, who decides, and how long "
                        "that may last. Verdicts are over all readings, margins for the central reading.</p>\n",
                        proposal(c, answer.proposal));
  for (const PartyConsent& side : answer.parties) out += party_trees(c, side);
  return out + days(c, answer.ratification) + sets(c, answer) + heading(3, "", "What is cleared already") +
         sentences(cleared_sentences(c, answer.cleared)) + hands(c, answer.tied_hands) + "</section>\n";
}

}  // namespace parley::html
