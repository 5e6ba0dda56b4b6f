#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/svg.h"
#include "parley/render/wording_levers.h"

namespace parley::html {
namespace {

std::string zone_cell(const Leverage::Setting& setting) {
  const std::string bar = setting.zone ? share_bar(setting.zone->share) : "";
  return fmt::format("<td class=\"figure\">{}</td><td class=\"bar-cell\">{}</td>", zone_share_words(setting), bar);
}

std::string row(const Case& c, const Leverage& answer, const Leverage::Setting& setting) {
  std::string out = fmt::format("<tr><th scope=\"row\">{}</th>", escape(setting_name(c, setting)));
  const std::size_t share_columns = answer.no_shares == NoShares::given ? 2 : 0;
  const std::size_t columns = 2 + (answer.proposal >= 0 ? c.parties.size() + 1 + share_columns : 0);
  if (setting.hindrance) return out + fmt::format("<td colspan=\"{}\">cannot be pulled</td></tr>\n", columns);
  out += zone_cell(setting);
  if (setting.text) {
    for (const PartyVerdict& party : setting.text->parties) out += fmt::format("<td>{}</td>", verdict(party.verdict));
    out += fmt::format("<td>{}</td>", smallest_change_words(setting.text->change));
    if (answer.no_shares == NoShares::given) {
      const auto& given = setting.text->shares;
      out += given ? fmt::format("<td class=\"figure\">{}</td><td class=\"bar-cell\">{}</td>",
                                 percent(given->everyone.share.share), share_bar(given->everyone.share.share))
                   : "<td></td><td></td>";
    }
  }
  return out + "</tr>\n";
}

std::string side_by_side(const Case& c, const Leverage& answer) {
  std::vector<std::string> columns{"If this lever is pulled", "Zone", "Of the packages"};
  if (answer.proposal >= 0) {
    columns = with_parties(std::move(columns), c);
    columns.emplace_back("Smallest change");
    if (answer.no_shares == NoShares::given) {
      columns.emplace_back("All consent in");
      columns.emplace_back("Of the readings");
    }
  }
  std::string rows = row(c, answer, answer.as_it_is);
  for (const auto& setting : answer.alone) rows += row(c, answer, setting);
  for (const auto& setting : answer.together) rows += row(c, answer, setting);
  const std::string about = answer.proposal >= 0 ? ", and who can then accept " + proposal(c, answer.proposal) : "";
  return table("How much everyone could accept" + about, columns, rows);
}

std::string effects(const Case& c, const Leverage& answer, const Leverage::Setting& setting) {
  std::string out = heading(3, "", escape(setting_name(c, setting)));
  for (const std::string& change : lever_changes(c, setting)) out += fmt::format("<p>{}</p>\n", escape(change));
  if (setting.hindrance) return out + fmt::format("<p>Cannot be pulled: {}.</p>\n", escape(setting.hindrance->message));
  out += "<ul>\n";
  for (const std::string& sentence : effect_sentences(c, answer, setting))
    out += fmt::format("<li>{}</li>\n", escape(sentence));
  return out + "</ul>\n";
}

std::string example() {
  std::string out = "<pre>";
  for (const std::string& line : lever_example()) out += escape(line) + "\n";
  return out + "</pre>\n";
}

}  // namespace

std::string levers_section(const Case& c, const Leverage& answer) {
  std::string out = "<section>\n" + heading(2, "levers", "What each lever changes");
  if (c.levers.empty())
    return out + fmt::format("<p class=\"lead\">{}</p>\n{}</section>\n", no_levers_words(), example());
  out +=
      "<p class=\"lead\">What would hold if a lever were pulled, beside the case as it is, in the central reading. "
      "These are effects, not advice; the order is that of the levers’ names.</p>\n";
  out += side_by_side(c, answer);
  if (answer.proposal >= 0) out += fmt::format("<p>{}</p>\n", escape(shares_words(answer)));
  for (const auto& setting : answer.alone) out += effects(c, answer, setting);
  for (const auto& setting : answer.together) out += effects(c, answer, setting);
  return out + "</section>\n";
}

}  // namespace parley::html
