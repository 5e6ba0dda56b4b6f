#include <algorithm>

#include "parley/at.h"
#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/svg_window.h"
#include "parley/render/wording_window.h"

namespace parley::html {
namespace {

std::string paragraphs(const std::vector<std::string>& sentences) {
  std::string out;
  for (const auto& sentence : sentences) out += fmt::format("<p>{}</p>\n", escape(sentence));
  return out;
}

std::string when_open(const Windows& answer) {
  std::string out;
  if (const auto unchanged = unchanged_words(answer); !unchanged.empty()) out += paragraphs({unchanged});
  out += paragraphs(open_sentences(answer, answer.open.central, "In the central reading"));
  if (answer.open.possible != answer.open.central)
    out += paragraphs(open_sentences(answer, answer.open.possible, "In some reading, perhaps,"));
  if (answer.open.certain != answer.open.central)
    out += paragraphs(open_sentences(answer, answer.open.certain, "In every reading"));
  if (const auto ratified = ratified_words(answer); !ratified.empty()) out += paragraphs({ratified});
  return out;
}

std::string picture(const Case& c, const Windows& answer) {
  if (answer.moments.size() < 2) return "";
  WindowPicture drawn;
  for (const auto& moment : answer.moments) {
    drawn.dates.push_back(moment.date);
    drawn.zones.push_back(moment.zone);
    if (!moment.changes.empty()) drawn.changes.push_back(moment.date);
  }
  for (int p = 0; p < std::ssize(c.parties); ++p) {
    WindowPanel panel{party(c, p), p, {}, {}};
    for (int k = 0; k < std::ssize(c.parties[at(p)].principals); ++k) {
      WindowPanel::Principal principal;
      for (const auto& moment : answer.moments) {
        const Floor& floor = moment.floors[at(p)][at(k)];
        principal.floor.push_back({floor.span, floor.central});
      }
      if (!answer.tabled.empty() && !answer.tabled.back().worth[at(p)].empty())
        principal.text = answer.tabled.back().worth[at(p)][at(k)];
      panel.principals.push_back(std::move(principal));
    }
    for (const auto& moment : answer.moments) panel.waiting.push_back(moment.waiting[at(p)]);
    drawn.panels.push_back(std::move(panel));
  }
  drawn.title = fmt::format("Floors and the zone {}", stretch_words(answer.from, answer.until));
  drawn.description = "The tables below the picture have its figures.";
  return fmt::format(
      "<figure>\n{}<figcaption>Each party’s floors in steps (the line is the central reading, the hatched band all "
      "readings), dotted what talking on may be worth to it, and across what the newest text is worth. Upright lines "
      "are "
      "days on which something changes.</figcaption>\n</figure>\n",
      window_picture(drawn));
}

std::string days(const Windows& answer) {
  std::string rows;
  for (const auto& moment : answer.moments) {
    if (moment.date != answer.from && moment.changes.empty()) continue;
    std::string changes;
    for (const int change : moment.changes)
      changes += fmt::format("<div>{}</div>", escape(answer.changes[at(change)].text));
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"figure\">{}</td><td>{}</td></tr>\n",
                        to_words(moment.date), zone_words(moment.zone), zone_share_words(moment.zone), changes);
  }
  return table("The zone from each day on which something changes", {"From", "Zone", "Packages", "What changes"}, rows);
}

std::string floors(const Case& c, const Windows& answer) {
  std::string rows;
  for (int p = 0; p < std::ssize(c.parties); ++p)
    for (int k = 0; k < std::ssize(c.parties[at(p)].principals); ++k)
      for (const auto& moment : answer.moments) {
        if (moment.date != answer.from && moment.changes.empty()) continue;
        const Floor& floor = moment.floors[at(p)][at(k)];
        const auto& waiting = moment.waiting[at(p)];
        rows += fmt::format(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"figure\">{}</td><td class=\"figure\">{}</td></tr>\n",
            actor(c, {p, k, -1}), to_words(moment.date), appraisal_words({floor.span, floor.central}),
            waiting ? appraisal_words(*waiting) : "not stated");
      }
  return table("What each would need, and what talking on may be worth", {"Who", "From", "Floor", "Waiting"}, rows);
}

bool bracketed(const Case& c, int text) {
  for (int i = 0; i < std::ssize(c.issues); ++i)
    if (c.proposals[at(text)].bracketed(i)) return true;
  return false;
}

std::string texts(const Case& c, const Windows& answer) {
  std::string out;
  for (const auto& tabled : answer.tabled) {
    std::string rows;
    for (int p = 0; p < std::ssize(c.parties); ++p) {
      const auto row = [&](const std::string& who, const std::vector<Windows::Since>& history) {
        rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n", who, history_words(history),
                            central_history_words(history, bracketed(c, tabled.proposal)));
      };
      row(party(c, p), tabled.parties[at(p)]);
      const auto& principals = tabled.principals[at(p)];
      for (int k = 0; principals.size() > 1 && k < std::ssize(principals); ++k)
        row(actor(c, {p, k, -1}), principals[at(k)]);
    }
    out += table("Who could accept " + proposal(c, tabled.proposal),
                 {"Who", "Over all readings", "In the central reading"}, rows);
  }
  return out;
}

std::string alternatives(const Case& c, const Windows& answer) {
  if (answer.alternatives.empty()) return "";
  std::string rows;
  for (const auto& alternative : answer.alternatives) {
    const ThirdParty& third = c.third_parties[at(alternative.third_party)];
    const Stance& stance = third.stances[at(alternative.stance)];
    std::string open;
    for (const auto& stretch : alternative.open.central)
      open += fmt::format("<div>{}</div>", stretch_words(stretch.first, stretch.last));
    const auto& first = alternative.zones.front();
    rows += fmt::format(
        "<tr><th scope=\"row\">{} on {}: {}{}</th><td>{}</td><td class=\"figure\">{}</td><td>{}</td></tr>\n",
        escape(third.name), escape(stance.name), escape(stance.positions[at(alternative.position)]),
        alternative.now ? " <small>as known</small>" : "", zone_words(first), zone_share_words(first),
        open.empty() ? "on no day" : open);
  }
  return table("The same if a third party took this position and all else stayed as it is",
               {"Position", "On the first day", "Packages", "Open in the central reading"}, rows);
}

std::string evens(const Case& c, const Windows& answer) {
  if (answer.evens.empty()) return "";
  std::string rows;
  for (const auto& even : answer.evens)
    rows += fmt::format(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"figure\">{}</td><td class=\"figure\">{}</td><td>{}</td>"
        "<td>{}</td></tr>\n",
        actor(c, even.who), escape(gamble_words(c, even)), appraisal_words(even.worth), appraisal_words(even.text),
        even_chance_words(even.chance), even_cost_words(even.cost));
  return table(
      "At which chance of success, or at which cost, an exit is worth exactly as much as " + proposal(c, answer.newest),
      {"Who", "Exit", "Its worth", "The text", "Chance", "Cost"}, rows);
}

}  // namespace

std::string window_section(const Case& c, const Windows& answer) {
  return "<section>\n" + heading(2, "window", "When the zone is open") + when_open(answer) + picture(c, answer) +
         days(answer) + floors(c, answer) + texts(c, answer) + alternatives(c, answer) + evens(c, answer) +
         "</section>\n";
}

}  // namespace parley::html
