#include <algorithm>

#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/svg.h"
#include "parley/render/wording.h"
#include "parley/render/wording_acceptance.h"

namespace parley::html {
namespace {

constexpr std::size_t leanings_shown = 5;
constexpr std::size_t inquiries_shown = 10;
constexpr std::size_t robust_shown = 20;

std::string item(const std::string& words) { return fmt::format("<li>{}</li>\n", escape(words)); }

std::string ground(const Case& c, const Acceptability& answer) {
  std::string out = fmt::format("<p class=\"lead\">{}</p>\n", escape(readings_words(answer)));
  if (answer.unknowns.empty()) return out;
  out += "<ul>\n";
  for (const PartyGrounds& grounds : answer.grounds)
    out += item(fmt::format("{}: {}.", party_name(c, grounds.party), grounds_words(c, grounds)));
  for (const TalksCondition& condition : answer.conditions)
    out += item(fmt::format("{}: {} of the readings of everything else agree{}.", condition_words(c, condition),
                            parley::percent(condition.share), condition.used ? "" : "; left out"));
  for (const Contradiction& contradiction : answer.contradictions)
    out += item(contradiction_words(c, answer, contradiction));
  for (const PartyGrounds& grounds : answer.grounds)
    if (answer.refused && grounds.grounds == Grounds::none) out += item(allowing_words(c, grounds.party));
  return out + "</ul>\n";
}

std::string share_row(const std::string& who, const std::optional<TextShare>& share, Verdict otherwise, int party) {
  if (!share) return fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td></td></tr>\n", who, verdict(otherwise));
  const ReadingShare& shown = share->shown;
  const double at_most = share->some ? share->some->share : shown.share;
  const bool ranges = share->some && share->every && share->some->in != share->every->in;
  return fmt::format("<tr><th scope=\"row\">{}</th><td>{}{}</td><td class=\"bar-cell\">{}</td></tr>\n", who,
                     escape(share_words(shown)),
                     ranges ? fmt::format("<small>some completion: {}; every completion: {}</small>",
                                          escape(share_words(*share->some)), escape(share_words(*share->every)))
                            : "",
                     sampled_bar(shown.share, shown.low, shown.high, at_most, party));
}

std::string shares(const Case& c, const JudgedPackage& judged) {
  std::string rows;
  if (judged.everyone) rows += share_row("everyone", judged.everyone, {}, -1);
  for (const PartyAcceptance& side : judged.parties) {
    rows += share_row(party(c, side.party), side.share, side.verdict, side.party);
    if (side.principals.size() == 1) continue;
    for (const PrincipalAcceptance& one : side.principals)
      rows += share_row(fmt::format("<small>{}{}</small>", principal(c, one.who.party, one.who.principal),
                                    one.advisory ? " (heard only)" : ""),
                        one.share, one.verdict, side.party);
  }
  return table("Consent to " + escape(judged_name(c, judged)) +
                   (judged.bracketed ? ": solid for the completion shown, hatched for some completion" : ""),
               {"Who", "Share of the readings (95 % interval)", "From none to all"}, rows, "causes");
}

std::string view(const Case& c, const Acceptability& answer, const CentralView& central, const std::string& who) {
  const std::string nothing = no_view_words(answer, central);
  if (!nothing.empty()) return fmt::format("<p>{}: {}</p>\n", escape(who), escape(nothing));
  std::string rows;
  for (std::size_t i = 0; i < std::min(central.leanings.size(), leanings_shown); ++i) {
    const LeaningWords words = leaning_words(c, answer, central.leanings[i]);
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                        escape(words.what), escape(words.must_be), escape(words.among), escape(words.all),
                        escape(words.range));
  }
  return table(fmt::format("{}: {} with this consent", escape(who), plural(central.consenting, "reading", "readings")),
               {"What", "Must be", "Mean then", "Mean of all", "Nine of ten then"}, rows);
}

std::string views(const Case& c, const Acceptability& answer, const JudgedPackage& judged) {
  std::string out;
  if (judged.everyone && judged.parties.size() > 1)
    out += view(c, answer, judged.view, consenting_words(c, judged, -1));
  for (const PartyAcceptance& side : judged.parties) {
    if (!side.share || side.share->shown.all() || side.share->shown.none()) continue;
    out += view(c, answer, side.view, consenting_words(c, judged, side.party));
  }
  return out;
}

std::string agenda(const Case& c, const Acceptability& answer) {
  if (answer.refused || answer.agenda.inquiries.empty()) return "";
  std::string rows;
  for (std::size_t i = 0; i < std::min(answer.agenda.inquiries.size(), inquiries_shown); ++i) {
    const Inquiry& inquiry = answer.agenda.inquiries[i];
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"figure\">{}</td></tr>\n",
                        escape(inquiry_words(c, answer, inquiry)), escape(whom_words(c, inquiry)),
                        bits_words(inquiry.bits));
  }
  return heading(3, "", "What to ask next") +
         fmt::format(
             "<p>Whether everyone consents is in doubt by {} bits (1: even chances, 0: sure), a mean over the packages "
             "above. Each answer is expected to lower that by so much.</p>\n",
             bits_words(answer.agenda.doubt)) +
         table("What an answer would teach", {"Ask about", "Whom", "Bits"}, rows);
}

std::string most(const Case& c, const Acceptability& answer) {
  if (answer.refused) return "";
  std::string out =
      heading(3, "", "The package with the highest share") + fmt::format("<p>{}</p>\n", escape(most_words(answer)));
  if (const auto& found = answer.most.found)
    out += fmt::format("<p>{}.</p>\n", escape(terms_words(c, found->shown, all_issues(c)))) + shares(c, *found);
  return out;
}

std::string robust(const Case& c, const Acceptability& answer) {
  if (answer.frontier.empty()) return "";
  std::string rows;
  std::size_t shown = 0;
  for (const RobustPackage& package : answer.frontier) {
    if (!package.undominated && package.proposals.empty()) continue;
    if (++shown > robust_shown) break;
    const auto& lack = package.worst_shortfall;
    rows += fmt::format(
        "<tr><th scope=\"row\">{}{}</th><td>{}</td><td class=\"bar-cell\">{}</td><td class=\"figure\">{}</td></tr>\n",
        escape(robust_names(c, package)),
        fmt::format("<small>{}</small>", escape(terms_words(c, package.package, all_issues(c)))),
        escape(share_words(package.everyone)),
        sampled_bar(package.everyone.share, package.everyone.low, package.everyone.high, 0, -1),
        lack ? number(*lack) : "a red line");
  }
  return heading(3, "", "How sure, against how far off") +
         "<p>Packages of the zone’s frontier, its viewpoints and the one above that no other of them beats in both, "
         "and "
         "the texts.</p>\n" +
         table("Everyone’s consent",
               {"Package", "Share of the readings", "From none to all", "Lack in the worst reading"}, rows);
}

}  // namespace

std::string acceptance_section(const Case& c, const Acceptability& answer) {
  std::string out = "<section>\n" + heading(2, "acceptance", "In what share of the readings everyone consents");
  if (!answer.computed) return out + fmt::format("<p>{}</p>\n</section>\n", escape(answer.heading.guarantee.words));
  out += ground(c, answer);
  for (const JudgedPackage& text : answer.texts)
    out += heading(3, "", "Who consents to " + proposal(c, text.proposal)) + shares(c, text);
  std::string needed;
  for (const JudgedPackage& text : answer.texts)
    if (!answer.unknowns.empty() && !answer.refused) needed += views(c, answer, text);
  if (!needed.empty()) out += heading(3, "", "What would have to be true") + needed;
  return out + most(c, answer) + agenda(c, answer) + robust(c, answer) + "</section>\n";
}

}  // namespace parley::html
