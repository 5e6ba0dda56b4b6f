#include <fmt/format.h>

#include <algorithm>

#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"
#include "parley/render/wording_window.h"

namespace parley {
namespace {

Tone tone_of_zone(const Windows::ZoneOn& zone) {
  if (!zone.central) return Tone::faint;
  return zone.open == Verdict::possibly ? Tone::maybe : tone_of(zone.open);
}

void write_open(Page& page, const Windows& answer) {
  add_heading(page, "WHEN THE ZONE IS OPEN", stretch_words(answer.from, answer.until));
  if (const std::string words = unchanged_words(answer); !words.empty()) add_text(page, words);
  for (const std::string& words : open_sentences(answer, answer.open.central, "In " + central_reading(page)))
    add_text(page, words, 2, 2);
  if (answer.open.possible != answer.open.central)
    for (const std::string& words : open_sentences(answer, answer.open.possible, "In some reading, perhaps,"))
      add_text(page, words, 2, 2);
  if (answer.open.certain != answer.open.central)
    for (const std::string& words : open_sentences(answer, answer.open.certain, "In every reading"))
      add_text(page, words, 2, 2);
  if (const std::string words = ratified_words(answer); !words.empty()) add_text(page, words, 2, 2);
}

/// Every day on which something changes, and with --all the days between.
void write_days(Page& page, const Windows& answer) {
  if (answer.changes.empty()) return;
  add_gap(page);
  Table table{{{"from"}, {"zone"}, {"packages", true}}, {}};
  if (!answer.ratified.empty()) table.columns.push_back({"ratified by", true});
  table.columns.push_back({"what changes"});
  for (std::size_t i = 0; i < answer.moments.size(); ++i) {
    const Windows::Moment& moment = answer.moments[i];
    const bool turn = moment.date == answer.from || !moment.changes.empty();
    if (!turn && !page.style.all) continue;
    std::vector<std::string> texts;
    for (const int change : moment.changes) texts.push_back(at(answer.changes, change).text);
    std::vector<Cell> row{
        {to_words(moment.date)}, {zone_words(moment.zone), tone_of_zone(moment.zone)}, {zone_share_words(moment.zone)}};
    if (!answer.ratified.empty()) row.push_back({percent(answer.ratified[i])});
    row.push_back({fmt::format("{}", fmt::join(texts, "; "))});
    table.rows.push_back(std::move(row));
  }
  add_table(page, table);
}

bool same_floor(const Floor& a, const Floor& b) { return a.span == b.span && a.central == b.central; }

/// One row for each stretch of days on which neither the floor nor the waiting value changes; with waiting values,
/// which change from day to day, those of the days on which something happens.
void write_floors(Page& page, const Case& c, const Windows& answer) {
  add_heading(page, "WHAT EACH WOULD NEED");
  add_text(
      page,
      "The floor answers \"this text or none\"; waiting is what talking on could be worth, with the exits that may "
      "be taken later. From the day shown on:");
  Table table{{{"who"}, {"from"}, {"floor", true}, {"waiting", true}}, {}};
  for (int p = 0; p < std::ssize(c.parties); ++p)
    for (int k = 0; k < std::ssize(at(c.parties, p).principals); ++k) {
      const Windows::Moment* shown = nullptr;
      for (const Windows::Moment& moment : answer.moments) {
        const bool turn = moment.date == answer.from || !moment.changes.empty();
        if (!turn && !page.style.all) continue;
        const Floor& floor = at(at(moment.floors, p), k);
        const auto& waiting = at(moment.waiting, p);
        if (shown != nullptr && same_floor(floor, at(at(shown->floors, p), k)) && waiting == at(shown->waiting, p))
          continue;
        table.rows.push_back(
            {{shown == nullptr ? name_of(c, {p, k, -1}) : ""},
             {to_words(moment.date)},
             {appraisal_words({floor.span, floor.central})},
             {waiting ? appraisal_words(*waiting) : "not stated", waiting ? Tone::plain : Tone::faint}});
        shown = &moment;
      }
    }
  add_table(page, table);
}

bool bracketed(const Case& c, int proposal) {
  for (const int issue : all_issues(c))
    if (at(c.proposals, proposal).bracketed(issue)) return true;
  return false;
}

void write_tabled(Page& page, const Case& c, const Windows& answer) {
  for (const Windows::Tabled& tabled : answer.tabled) {
    add_heading(page, "WHO COULD ACCEPT " + proposal_name(c, tabled.proposal));
    const bool brackets = bracketed(c, tabled.proposal);
    Table table{{{"who"}, {"worth", true}, {"over all readings"}, {"in the central reading"}}, {}};
    const auto add = [&](const std::string& who, const std::string& worth, const std::vector<Windows::Since>& history,
                         Tone tone) {
      table.rows.push_back(
          {{who, tone}, {worth}, {history_words(history)}, {central_history_words(history, brackets)}});
    };
    for (int p = 0; p < std::ssize(c.parties); ++p) {
      const auto& principals = at(tabled.principals, p);
      const bool alone = principals.size() == 1;
      add(party_name(c, p), alone ? appraisal_words(at(tabled.worth, p).front()) : "", at(tabled.parties, p),
          Tone::strong);
      for (int k = 0; !alone && k < std::ssize(principals); ++k)
        add("  " + principal_name(c, p, k), appraisal_words(at(at(tabled.worth, p), k)), at(principals, k),
            Tone::plain);
    }
    add_table(page, table);
  }
}

std::string days_open(const std::vector<Windows::Stretch>& open) {
  std::vector<std::string> words;
  for (const Windows::Stretch& stretch : open) words.push_back(stretch_words(stretch.first, stretch.last));
  return words.empty() ? "on no day" : fmt::format("{}", fmt::join(words, ", "));
}

void write_alternatives(Page& page, const Case& c, const Windows& answer) {
  if (answer.alternatives.empty()) return;
  add_heading(page, "AS OTHERS MAY STAND");
  add_text(page, "The same if a third party took this position and all else stayed as it is.");
  Table table{{{"position"}, {"on the first day"}, {"packages", true}, {"open in the central reading"}}, {}};
  for (const Windows::Alternative& alternative : answer.alternatives) {
    const ThirdParty& third = at(c.third_parties, alternative.third_party);
    const Stance& stance = at(third.stances, alternative.stance);
    const std::string name =
        fmt::format("{} on {}: {}{}", third.name, stance.name, at(stance.positions, alternative.position),
                    alternative.now ? " (as known)" : "");
    const Windows::ZoneOn& first = alternative.zones.front();
    table.rows.push_back({{name},
                          {zone_words(first), tone_of_zone(first)},
                          {zone_share_words(first)},
                          {days_open(alternative.open.central)}});
  }
  add_table(page, table);
}

void write_evens(Page& page, const Case& c, const Windows& answer) {
  if (answer.evens.empty()) return;
  add_heading(page, "WHAT AN EXIT WOULD HAVE TO BE");
  add_text(page, fmt::format("At this chance of success, or at this cost, an exit is worth exactly as much as {}.",
                             proposal_name(c, answer.newest)));
  Table table{{{"who"}, {"exit"}, {"worth", true}, {"the text", true}, {"chance"}, {"cost"}}, {}};
  for (const Windows::Even& even : answer.evens)
    table.rows.push_back({{name_of(c, even.who)},
                          {gamble_words(c, even)},
                          {appraisal_words(even.worth)},
                          {appraisal_words(even.text)},
                          {even_chance_words(even.chance)},
                          {even_cost_words(even.cost)}});
  add_table(page, table);
}

}  // namespace

void write_windows(Page& page, const Case& c, const Windows& answer, Detail detail) {
  write_open(page, answer);
  write_days(page, answer);
  if (detail == Detail::brief) return;
  write_floors(page, c, answer);
  write_tabled(page, c, answer);
  write_alternatives(page, c, answer);
  write_evens(page, c, answer);
}

}  // namespace parley
