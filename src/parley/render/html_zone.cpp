#include <algorithm>

#include "parley/at.h"
#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/html_views.h"
#include "parley/render/svg_space.h"

namespace parley::html {
namespace {

constexpr std::size_t changes_shown = 6;
constexpr std::size_t texts_marked = 8;  // the newest ones

std::vector<Utility> of_parties(const Page& page, const std::vector<Utility>& value) {
  return {value.begin(), value.begin() + std::min(std::ssize(value), std::ssize(page.c.parties))};
}

std::string size_words(const Page& page) {
  const Zone& zone = page.analysis.zone;
  if (!zone.computed) return escape(zone.heading.guarantee.words);
  const auto all = fmt::format("{} packages obey the rules", grouped(zone.packages));
  if (zone.empty) {
    return fmt::format(
        "{}. In the central reading none of them meets every side’s floor and red lines: there is no zone "
        "of agreement.",
        all);
  }
  if (zone.undecided) {
    return fmt::format(
        "{}. In the central reading none was found that meets every side’s floor and red lines, and it is not proven "
        "that there is none.",
        all);
  }
  if (zone.accepted) {
    return fmt::format("{}. In the central reading everyone could accept <b>{}</b> of them, {}.", all,
                       grouped(*zone.accepted), percent(zone.share));
  }
  return fmt::format(
      "{}. In the central reading everyone could accept about <b>{}</b> of them (between {} and {} with 95 % "
      "confidence: they are too many to count, so this comes from samples).",
      all, percent(zone.share), percent(zone.share_low), percent(zone.share_high));
}

/// The texts, the smallest changes of the newest, and the viewpoints, in this order on every picture.
std::vector<Mark> marks(const Page& page) {
  std::vector<Mark> out;
  const auto& tabled_texts = page.analysis.zone.tabled;
  const std::size_t left_out = tabled_texts.size() - std::min(tabled_texts.size(), texts_marked);
  for (std::size_t t = left_out; t < tabled_texts.size(); ++t) {
    const auto& tabled = tabled_texts[t];
    out.push_back({Mark::Kind::text, std::to_string(t + 1), "text " + proposal(page.c, tabled.proposal),
                   of_parties(page, tabled.value)});
  }
  char letter = 'a';
  for (const auto& found : page.analysis.amendments) {
    if (found.already) continue;
    for (const auto& amendment : found.amendments) {
      out.push_back(
          {Mark::Kind::amendment, std::string(1, letter),
           fmt::format("<a href=\"#change-{0}\">change {0}</a> of {1}", letter, proposal(page.c, found.proposal)),
           of_parties(page, amendment.value)});
      if (letter < 'z') ++letter;
    }
  }
  for (const auto& view : page.analysis.zone.viewpoints) {
    if (!view.point) continue;
    const auto words = words_of(view.viewpoint);
    out.push_back({Mark::Kind::viewpoint, words.badge, fmt::format("{} viewpoint", words.name),
                   of_parties(page, view.point->value)});
  }
  return out;
}

std::string legend(const Page& page, const std::vector<Mark>& all) {
  const auto columns = with_parties({"Mark"}, page.c);
  std::string rows;
  for (const auto& mark : all) {
    rows += fmt::format(R"(<tr><th scope="row"><div class="key">{}<div>{}</div></div></th>)", badge(mark), mark.name);
    for (const Utility value : mark.value) rows += fmt::format("<td class=\"figure\">{}</td>", number(value));
    rows += "</tr>\n";
  }
  rows +=
      "<tr><th scope=\"row\"><div class=\"key\"><span class=\"badge-box\"></span><div>disagreement point: the "
      "floors</div></div></th>";
  for (const Utility floor : page.analysis.zone.floors)
    rows += fmt::format("<td class=\"figure\">{}</td>", number(floor));
  return table("What the marked packages are worth to each party", columns, rows + "</tr>\n");
}

std::string frontier_words(const Page& page) {
  const Zone& zone = page.analysis.zone;
  const auto in_zone = std::ranges::count(zone.frontier_accepted, true);
  auto out =
      fmt::format("The frontier has {}: packages that no other {}package beats for every party.",
                  plural(zone.frontier.size(), "point", "points"), zone.frontier_in_zone_only ? "acceptable " : "");
  if (!zone.frontier_in_zone_only) {
    out += fmt::format(" {} of them {} acceptable to everyone.", grouped(std::to_string(in_zone)),
                       in_zone == 1 ? "is" : "are");
  }
  if (zone.frontier_within >= unit) {
    out += " They are only some of them, and no bound on the others can be stated.";
  } else if (zone.frontier_within > 0) {
    out += fmt::format(" They are not all of them: every package is matched by a point of it to within {}.",
                       number(zone.frontier_within));
  }
  return out;
}

std::string picture(const Page& page, const std::vector<Mark>& all) {
  const Zone& zone = page.analysis.zone;
  SpacePicture space;
  space.parties = parties(page.c);
  space.floors = zone.floors;
  space.frontier = zone.frontier;
  space.accepted = zone.frontier_accepted;
  space.marks = all;
  space.title = "What packages are worth to " + listed(space.parties);
  space.description = frontier_words(page) + " The table below the picture has the figures of the marked packages.";
  const bool two = page.c.parties.size() == 2;
  const std::string how_to_read =
      two ? "Each dot is a package of the frontier: the further right, the more it is worth to " + space.parties[0] +
                "; the higher, the more to " + space.parties[1] +
                ". Filled dots are acceptable to everyone, hollow ones are not. The hatched area lies above both "
                "floors."
          : "Each line is a package. Where it crosses a party’s axis, that is what it is worth to this party; the "
            "thick part "
            "of the axis lies above the party’s floor. Thin lines are packages of the frontier.";
  const std::size_t drawn = two ? dots_on_plane : lines_over_axes;
  const auto thinned = zone.frontier.size() > drawn ? fmt::format(" {} of them are drawn, spread evenly.", drawn) : "";
  return fmt::format("<figure>\n{}<figcaption>{} {}{}</figcaption></figure>\n",
                     two ? plane(space) : parallel_axes(space), how_to_read, frontier_words(page), thinned);
}

std::string viewpoints(const Page& page) {
  std::string rows;
  for (const auto& view : page.analysis.zone.viewpoints) {
    const auto words = words_of(view.viewpoint);
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td>", words.name, words.picks);
    for (int p = 0; p < std::ssize(page.c.parties); ++p) {
      rows += fmt::format("<td class=\"figure\">{}</td>", view.point ? number(view.point->value[at(p)]) : "–");
    }
    rows += "</tr>\n";
  }
  const auto columns = with_parties({"Viewpoint", "Picks the acceptable package with"}, page.c);
  return "<p>Theories of fair division differ in what they look at. They stand here beside each other as labelled "
         "viewpoints; none of them is a recommendation. All measure from the disagreement point, each party’s floor on "
         "the date of this analysis.</p>\n" +
         table("Viewpoints", columns, rows);
}

std::string division(const Page& page) {
  const auto& found = page.analysis.zone.adjusted_winner;
  if (!found) return "";
  std::string rows;
  for (int i = 0; i < std::ssize(page.c.issues); ++i) {
    const Fraction& first = found->to_first[at(i)];
    const auto part = [](std::int64_t over, std::int64_t under) {
      return over == 0 ? std::string("–") : over == under ? std::string("all") : fmt::format("{}/{}", over, under);
    };
    rows += fmt::format("<tr><th scope=\"row\">{}{}</th><td>{}</td><td>{}</td></tr>\n", issue(page.c, i),
                        i == found->divided ? " <small>divided</small>" : "", part(first.numerator, first.denominator),
                        part(first.denominator - first.numerator, first.denominator));
  }
  const auto value = [](const Fraction& f) { return number(f.numerator / f.denominator); };
  rows += fmt::format(
      "<tr><th scope=\"row\">worth to it</th><td class=\"figure\">{}</td><td class=\"figure\">{}</td></tr>\n",
      value(found->points[0]), value(found->points[1]));
  return table("Adjusted Winner: who gets which part, so that both value their part alike",
               {"Issue", party(page.c, 0), party(page.c, 1)}, rows);
}

std::string packages(const Page& page) {
  const Zone& zone = page.analysis.zone;
  std::vector<std::string> columns{"Issue"};
  std::vector<const Package*> shown;
  if (!zone.tabled.empty()) {
    columns.push_back("text " + proposal(page.c, zone.tabled.back().proposal));
    shown.push_back(&zone.tabled.back().package);
  }
  for (const auto& view : zone.viewpoints) {
    if (!view.point) continue;
    columns.push_back(words_of(view.viewpoint).name);
    shown.push_back(&view.point->package);
  }
  if (shown.size() < 2) return "";
  std::string rows;
  for (int i = 0; i < std::ssize(page.c.issues); ++i) {
    rows += fmt::format("<tr><th scope=\"row\">{}</th>", issue(page.c, i));
    for (const auto* package : shown) {
      const bool differs = !zone.tabled.empty() && (*package)[at(i)] != (*shown.front())[at(i)];
      const auto text = option(page.c, i, (*package)[at(i)]);
      rows += differs ? fmt::format("<td><b>{}</b></td>", text) : fmt::format("<td class=\"same\">{}</td>", text);
    }
    rows += "</tr>\n";
  }
  return table(zone.tabled.empty()
                   ? "The packages that the viewpoints pick"
                   : "The packages that the viewpoints pick; bold where they differ from the newest text",
               columns, rows, "packages");
}

std::string tabled_words(const Page& page, const Zone::Tabled& tabled) {
  std::vector<std::string> filled;
  for (int i = 0; i < std::ssize(page.c.issues); ++i)
    if (page.c.proposals[at(tabled.proposal)].bracketed(i))
      filled.push_back(fmt::format("{}: {}", issue(page.c, i), option(page.c, i, tabled.package[at(i)])));
  const auto with = filled.empty() ? "" : " with its brackets filled in as " + listed(filled);
  auto out = fmt::format("<li>Text {}{}: ", proposal(page.c, tabled.proposal), with);
  if (tabled.left_for_everyone == 0) return out + "no other package is worth more to every party at once.</li>\n";
  out += fmt::format("another package is worth at least <b>{}</b> more to every party at once",
                     number(tabled.left_for_everyone));
  if (!tabled.better || tabled.better->package == tabled.package) return out + ".</li>\n";
  std::vector<std::string> changes;
  std::size_t count = 0;
  for (int i = 0; i < std::ssize(page.c.issues); ++i) {
    if (tabled.package[at(i)] == tabled.better->package[at(i)]) continue;
    if (++count <= changes_shown)
      changes.push_back(change(page.c, i, tabled.package[at(i)], tabled.better->package[at(i)]));
  }
  if (count > changes_shown) changes.push_back(plural(count - changes_shown, "further change", "further changes"));
  return out + fmt::format(": {}.</li>\n", listed(changes));
}

std::string tabled(const Page& page) {
  if (page.analysis.zone.tabled.empty()) return "";
  std::string out = heading(3, "", "What the tabled texts leave on the table") + "<ul>\n";
  for (const auto& entry : page.analysis.zone.tabled) out += tabled_words(page, entry);
  return out + "</ul>\n";
}

}  // namespace

std::string zone_section(const Page& page) {
  const auto all = marks(page);
  std::string out = "<section>\n" + heading(2, "zone", "What everyone could accept");
  out += fmt::format("<p class=\"lead\">{}</p>\n", size_words(page));
  if (!page.analysis.zone.frontier.empty() || !all.empty()) {
    out += fmt::format("<div class=\"{}\">\n{}{}</div>\n", page.c.parties.size() > 2 ? "below" : "beside",
                       picture(page, all), legend(page, all));
  }
  if (!page.analysis.zone.viewpoints.empty()) out += heading(3, "", "Viewpoints on a fair division") + viewpoints(page);
  return out + division(page) + packages(page) + tabled(page) + "</section>\n";
}

}  // namespace parley::html
