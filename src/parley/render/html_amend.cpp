#include <algorithm>

#include "parley/at.h"
#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/svg.h"

namespace parley::html {
namespace {

Axis gain_axis(const Amendments& found) {
  std::vector<Utility> ends{0};
  for (const auto& amendment : found.amendments) ends.insert(ends.end(), amendment.gain.begin(), amendment.gain.end());
  return axis_over(ends);
}

std::string amendment(const Page& page, const Amendments& found, const Amendment& way, char letter, const Axis& axis) {
  std::string out = fmt::format("<div class=\"change\"><div>{}<ul>\n",
                                heading(3, fmt::format("change-{}", letter), fmt::format("Change {}", letter)));
  for (const int i : way.changed)
    out += fmt::format("<li>{}</li>\n", change(page.c, i, found.from[at(i)], way.to[at(i)]));
  for (int i = 0; i < std::ssize(found.settled); ++i) {
    if (!found.settled[at(i)] || std::ranges::find(way.changed, i) != way.changed.end()) continue;
    out += fmt::format("<li>fills in <b>{}</b>: {}</li>\n", issue(page.c, i), option(page.c, i, way.to[at(i)]));
  }
  out += "</ul></div>\n";
  std::string rows;
  for (int p = 0; p < std::ssize(page.c.parties); ++p) {
    rows += fmt::format(
        "<tr><th scope=\"row\">{}</th><td class=\"figure\">{}</td><td class=\"bar-cell\">{}</td>"
        "<td>{}</td></tr>\n",
        party(page.c, p), signed_number(way.gain[at(p)]), gain_bar(axis, way.gain[at(p)], p),
        verdict(way.verdicts[at(p)]));
  }
  return out +
         table(fmt::format("What change {} gives and takes", letter), {"Party", "Gives", "Beside each other", "Then"},
               rows, "gains") +
         "</div>\n";
}

std::string obstacle(const Page& page, const Obstacle& o) {
  const auto who = actor(page.c, Actor{o.party, o.principal, -1});
  if (o.red_line >= 0) {
    return fmt::format("the red line of {}: {}", who, escape(condition_text(page.c, red_line_of(page.c, o).option)));
  }
  return fmt::format("the floor of {} ({})", who, range(page.model.floors[at(o.party)][at(o.principal)].span));
}

std::string obstacles(const Page& page, const Amendments& found) {
  if (may_miss_smaller(found)) return fmt::format("<p class=\"lead\">{}</p>\n", escape(found.heading.guarantee.words));
  if (found.obstacles.empty())
    return "<p class=\"lead\">No change of any size brings everyone in, and no floors or red lines were found that, "
           "lifted together, would mend that.</p>\n";
  std::string out =
      "<p class=\"lead\">No change of any size brings everyone in while every condition stands.</p>\n"
      "<p>Each line below has the fewest conditions that, lifted together, would let a package through. Other sets, of "
      "more of them, may do so too.</p>\n<ul>\n";
  for (const auto& set : found.obstacles) {
    std::vector<std::string> parts;
    parts.reserve(set.size());
    for (const auto& each : set) parts.push_back(obstacle(page, each));
    out += fmt::format("<li>{}</li>\n", listed(parts));
  }
  return out + "</ul>\n" +
         (found.obstacles_complete ? "" : "<p>Only sets up to a limit were looked through: there may be others.</p>\n");
}

/// For a text that everyone could accept: how its brackets would have to be filled in.
std::string filled_in(const Page& page, const Amendments& found) {
  std::vector<std::string> terms;
  for (int i = 0; i < std::ssize(found.settled); ++i)
    if (found.settled[at(i)])
      terms.push_back(fmt::format("{}: {}", issue(page.c, i), option(page.c, i, found.amendments.front().to[at(i)])));
  return terms.empty() ? "" : ", once its brackets are filled in, for instance as " + listed(terms);
}

std::string ways(const Page& page, const Amendments& found) {
  const auto& first = found.amendments.front();
  const bool by_movement = found.least == AmendOptions::Least::movement;
  std::string out = fmt::format(
      "<p class=\"lead\">{} {} {} is enough for everyone to be able to consent in the central reading, and {}"
      ".</p>\n<p>{} below{}. The order is that of {}; it is not a "
      "ranking of "
      "their merits.</p>\n",
      by_movement ? "Moving" : "Changing",
      by_movement ? plural(static_cast<std::size_t>(first.movement), "step", "steps") + " from"
                  : plural(first.changed.size(), "issue", "issues") + " of",
      proposal(page.c, found.proposal),
      may_miss_smaller(found) ? "whether a smaller change is was not found out" : "no smaller change is",
      found.amendments.size() == 1 ? "One way is shown" : fmt::format("{} ways are shown", found.amendments.size()),
      found.more ? "; there are further ones of the same size" : "",
      by_movement ? "the number of issues changed" : "movement, the steps taken in all");
  const Axis axis = gain_axis(found);
  char letter = 'a';
  for (const auto& way : found.amendments) {
    out += amendment(page, found, way, letter, axis);
    if (letter < 'z') ++letter;
  }
  return out;
}

}  // namespace

std::string amend_section(const Page& page) {
  std::string out = "<section>\n" + heading(2, "amend", "The smallest changes that would bring everyone in");
  if (page.analysis.amendments.empty())
    return out + "<p class=\"lead\">There is no tabled text to change.</p>\n</section>\n";
  for (const auto& found : page.analysis.amendments) {
    if (found.already) {
      out +=
          fmt::format("<p class=\"lead\">None is needed: in the central reading everyone could consent to {}{}.</p>\n",
                      proposal(page.c, found.proposal), filled_in(page, found));
    } else {
      out += found.amendments.empty() ? obstacles(page, found) : ways(page, found);
    }
  }
  return out + "</section>\n";
}

}  // namespace parley::html
