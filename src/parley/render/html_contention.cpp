#include <algorithm>

#include "parley/at.h"
#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/svg.h"

namespace parley::html {
namespace {

constexpr std::size_t trades_shown = 8;

std::string shares(const Page& page) {
  const auto& issues = page.analysis.contention.issues;
  const double largest = issues.empty() ? 1 : issues.front().share;
  std::string rows;
  for (const auto& entry : page.analysis.contention.issues) {
    rows +=
        fmt::format("<tr><th scope=\"row\">{}{}</th><td class=\"figure\">{}</td><td class=\"bar-cell\">{}</td></tr>\n",
                    issue(page.c, entry.issue), entry.grouped ? " <small>in a group, divided evenly</small>" : "",
                    percent(entry.share), share_bar(largest > 0 ? entry.share / largest : 0));
  }
  return table("Each issue’s share of what opposition costs the parties together",
               {"Issue", "Share", "Beside each other"}, rows, "causes");
}

/// The options that are worth most to a valuer in the central reading.
std::string wishes(const Page& page, const Valuer& valuer, int i) {
  const auto& values = valuer.values[at(i)];
  const auto best =
      std::ranges::max_element(values, [](const Spread& a, const Spread& b) { return a.central < b.central; })->central;
  std::vector<std::string> names;
  for (int level = 0; level < std::ssize(values); ++level) {
    if (values[at(level)].central == best) names.push_back(option(page.c, i, level));
  }
  if (std::ssize(names) == std::ssize(values)) return "any";
  if (names.size() > 3) return fmt::format("{} to {}", names.front(), names.back());
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : " or ") + name;
  return out;
}

std::string weight_cell(const Page& page, const Valuer& valuer, int i, std::int64_t largest) {
  const WeightSpace& weights = valuer.weights;
  const auto k = at(i);
  const auto spread = weights.low[k] == weights.high[k]
                          ? ""
                          : fmt::format("<small>{} to {}</small>", points(weights.low[k]), points(weights.high[k]));
  return fmt::format(R"(<td class="heat" style="--w:{:.3f}"><b>{}</b>{}<span>{}</span></td>)",
                     static_cast<double>(weights.central_nano[k]) / static_cast<double>(largest),
                     points(weights.central_nano[k] / 1000), spread, wishes(page, valuer, i));
}

std::string map(const Page& page) {
  std::int64_t largest = 1;
  for (const auto& valuer : page.model.parties) {
    for (const auto& entry : page.analysis.contention.issues) {
      largest = std::max(largest, valuer.weights.central_nano[at(entry.issue)]);
    }
  }
  const auto columns = with_parties({"Issue"}, page.c);
  std::string rows;
  for (const auto& entry : page.analysis.contention.issues) {
    rows += fmt::format("<tr><th scope=\"row\">{}</th>", issue(page.c, entry.issue));
    for (const auto& valuer : page.model.parties) rows += weight_cell(page, valuer, entry.issue, largest);
    rows += "</tr>\n";
  }
  return heading(3, "", "What matters to whom") +
         "<p>In each field: the party’s weight for moving the issue from its worst to its best option, in points out "
         "of 100 "
         "(the central reading, then the range), and the option that is worth most to it. The darker, the more weight."
         "</p>\n" +
         table("Weight of each issue for each party, and what each would have", columns, rows, "map");
}

std::string credences(const Page& page) {
  std::string rows;
  for (int phase = 0; phase < std::ssize(page.c.phases); ++phase) {
    const auto in_full = [&](const Valuer& valuer) { return valuer.credences[at(phase)].low == 1'000'000; };
    if (std::ranges::all_of(page.model.parties, in_full)) continue;
    const auto& name = page.c.phases[at(phase)].name;
    rows += fmt::format("<tr><th scope=\"row\">{}</th>", escape(name.empty() ? page.c.phases[at(phase)].id : name));
    for (const auto& valuer : page.model.parties) {
      const Spread& belief = valuer.credences[at(phase)];
      rows += fmt::format("<td>{}</td>", range({belief.low * 1000, belief.high * 1000}));
    }
    rows += "</tr>\n";
  }
  if (rows.empty()) return "";
  const auto columns = with_parties({"Phase"}, page.c);
  return "<p>Issues of a later phase count for a party only as far as it believes that the phase will come.</p>\n" +
         table("Belief that a phase will be reached, from 0 to 1", columns, rows);
}

std::string settled(const Case& c, int i, int level) { return fmt::format("{}: {}", issue(c, i), option(c, i, level)); }

std::string trades(const Page& page) {
  const auto& all = page.analysis.contention.trades;
  if (all.empty()) return "";
  const auto columns = with_parties({"Issues", "Settled together as"}, page.c);
  std::string rows;
  for (std::size_t k = 0; k < std::min(all.size(), trades_shown); ++k) {
    const Trade& trade = all[k];
    rows += fmt::format("<tr><th scope=\"row\">{} and {}</th><td>{}<br/>{}</td>", issue(page.c, trade.first),
                        issue(page.c, trade.second), settled(page.c, trade.first, trade.first_together),
                        settled(page.c, trade.second, trade.second_together));
    for (std::size_t p = 0; p < page.c.parties.size(); ++p) {
      rows += fmt::format("<td class=\"figure\">{} → {}</td>", number(trade.apart[p]), number(trade.together[p]));
    }
    rows += "</tr>\n";
  }
  auto out = heading(3, "", "What could be traded against what") +
             "<p>Pairs of issues in which every party that cares about them comes out better when the two are settled "
             "together than when each is settled by itself. Figures are what the two issues are worth to each party, "
             "apart → together.</p>\n" +
             table("Pairs of issues that trade", columns, rows);
  if (all.size() > trades_shown) {
    out += fmt::format("<p>{}: <code>parley contention</code> lists them.</p>\n",
                       plural(all.size() - trades_shown, "further pair trades", "further pairs trade"));
  }
  return out;
}

}  // namespace

std::string contention_section(const Page& page) {
  const Contention& contention = page.analysis.contention;
  std::string out = "<section>\n" + heading(2, "contention", "What holds them apart");
  const bool stopped = std::ranges::any_of(contention.issues, &IssueContention::grouped);
  if (stopped) out += fmt::format("<p>{}</p>\n", escape(contention.heading.guarantee.words));
  out += contention.total == 0 && stopped ? ""
         : contention.total == 0
             ? "<p class=\"lead\">Nothing: every party can have its way at once.</p>\n"
             : fmt::format(
                   "<p class=\"lead\">If each party had its own way in everything, the parties’ values would add up "
                   "to {} more than they can in any one package. This is what opposition costs, in the central "
                   "reading.</p>\n{}",
                   number(contention.total), shares(page));
  return out + map(page) + credences(page) + trades(page) + "</section>\n";
}

}  // namespace parley::html
