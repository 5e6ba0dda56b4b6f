#include <fmt/core.h>

#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"
#include "parley/render/wording_levers.h"

namespace parley {
namespace {

std::vector<Cell> row_of(const Case& c, const Leverage::Setting& setting) {
  std::vector<Cell> row{{setting_name(c, setting)}};
  if (setting.hindrance) {
    row.push_back({"cannot be pulled", Tone::no});
    return row;
  }
  row.push_back({zone_share_words(setting)});
  if (!setting.text) return row;
  for (const PartyVerdict& party : setting.text->parties)
    row.push_back({std::string(verdict_words(party.verdict)), tone_of(party.verdict)});
  row.push_back({smallest_change_words(setting.text->change)});
  if (setting.text->shares) row.push_back({percent(setting.text->shares->everyone.share.share)});
  return row;
}

void write_side_by_side(Page& page, const Case& c, const Leverage& answer) {
  Table table;
  table.columns = {{""}, {"zone"}};
  if (answer.proposal >= 0) {
    for (std::size_t p = 0; p < c.parties.size(); ++p) table.columns.push_back({party_name(c, static_cast<int>(p))});
    table.columns.push_back({"smallest change"});
    if (answer.no_shares == NoShares::given) table.columns.push_back({"all consent in", true});
  }
  table.rows.push_back(row_of(c, answer.as_it_is));
  for (const auto& setting : answer.alone) table.rows.push_back(row_of(c, setting));
  for (const auto& setting : answer.together) table.rows.push_back(row_of(c, setting));
  for (auto& row : table.rows) row.resize(table.columns.size());
  add_table(page, table);
}

void write_setting(Page& page, const Case& c, const Leverage& answer, const Leverage::Setting& setting) {
  add_gap(page);
  add_text(page, setting_name(c, setting), 2, 2, Tone::strong);
  for (const std::string& change : lever_changes(c, setting)) add_text(page, change, 4, 2, Tone::faint);
  if (setting.hindrance) {
    const std::string& mend = setting.hindrance->mend;
    add_text(page,
             fmt::format("Cannot be pulled: {}.{}", setting.hindrance->message,
                         mend.empty() ? "" : fmt::format(" To mend it, {}.", mend)),
             4, 0, Tone::no);
    return;
  }
  for (const std::string& sentence : effect_sentences(c, answer, setting)) add_text(page, "- " + sentence, 4, 2);
}

}  // namespace

void write_leverage(Page& page, const Case& c, const Leverage& answer, Detail detail) {
  if (c.levers.empty()) {
    add_heading(page, "WHAT EACH LEVER CHANGES", "no levers");
    add_text(page, no_levers_words());
    add_gap(page);
    for (const std::string& line : lever_example()) page.text += line.empty() ? "\n" : "    " + line + "\n";
    return;
  }
  add_heading(page, "WHAT EACH LEVER CHANGES", answer.proposal >= 0 ? dated_proposal(c, answer.proposal) : "");
  add_text(page,
           fmt::format("What would hold if a lever were pulled, beside the case as it is, in {}: effects, not advice, "
                       "in the order of the levers' names.",
                       central_reading(page)));
  explain_scale(page, c);
  write_side_by_side(page, c, answer);
  if (answer.proposal >= 0) add_text(page, shares_words(answer));
  if (detail == Detail::brief) return;
  for (const auto& setting : answer.alone) write_setting(page, c, answer, setting);
  for (const auto& setting : answer.together) write_setting(page, c, answer, setting);
}

}  // namespace parley
