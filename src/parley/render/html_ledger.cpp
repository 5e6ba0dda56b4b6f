#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/wording.h"

namespace parley::html {
namespace {

std::string sides(const Page& page) {
  std::string rows;
  for (const SideMoves& side : page.analysis.standing.sides)
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n", party(page.c, side.party),
                        side.moved ? on_date(side.last) : "has not moved", turns_words(side));
  return table("Who moved last", {"Side", "Last moved", "Turns of others since"}, rows);
}

std::string positions(const Page& page) {
  const Positions& positions = page.analysis.standing.positions;
  if (positions.points.empty()) return "";
  const auto point = [&](int index) { return index < 0 ? nullptr : &at(positions.points, index); };
  const auto* before = point(positions.before);
  const auto* first = point(positions.first);
  const auto& now = positions.points.back();
  std::string out = heading(3, "", "Are the sides coming closer?");
  out += fmt::format("<p>Their newest own texts are {} apart", gap_words(now));
  if (before != nullptr) {
    out += fmt::format(": <b>{}</b> than before{}, when it was {}", trend_words(positions.lately),
                       before->date ? ", " + when(*before->date) : "", gap_words(*before));
  }
  out += ".</p>\n";
  std::string rows;
  for (int i = 0; i < std::ssize(page.c.issues); ++i) {
    const auto gap = [&](const Positions::Point* at_point) {
      return at_point == nullptr ? "" : std::to_string(at(at_point->gaps, i));
    };
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n", issue(page.c, i),
                        gap(&now), gap(before), gap(first));
  }
  return out + table("Steps between the sides' newest own texts", {"Issue", "Now", "Before", "First"}, rows);
}

std::string sums(const Page& page, const SumKind& kind) {
  const Ledger& ledger = page.analysis.standing.ledger;
  std::string rows;
  for (const int i : issues_of(ledger, kind)) {
    rows += fmt::format("<tr><th scope=\"row\">{}</th>", issue(page.c, i));
    if (kind.common)
      rows += fmt::format("<td>{}</td>", escape(steps_words(page.c, i, sum_of(ledger, kind, 0, i)->steps)));
    for (int p = 0; p < std::ssize(page.c.parties); ++p)
      rows += fmt::format("<td>{}</td>", escape(sum_words(page.c, ledger, kind, p, i)));
    rows += "</tr>\n";
  }
  if (rows.empty()) return "";
  std::vector<std::string> columns{"Issue"};
  if (kind.common) columns.emplace_back("Moved");
  return table(fmt::format("{}, {}", kind.title, kind.meaning), with_parties(columns, page.c), rows);
}

std::string shifts(const Page& page) {
  std::string rows;
  for (const Shift& shift : page.analysis.standing.ledger.shifts) {
    const Proposal& text = at(page.c.proposals, shift.proposal);
    const Proposal& against = at(page.c.proposals, shift.against);
    const auto says = [&](const Proposal& p) {
      return escape(position_words(page.c, shift.issue, at(p.alternatives, shift.issue)));
    };
    rows += fmt::format("<tr><th scope=\"row\">{}<small>{}{}; against {}{}</small></th><td><b>{}</b>: {} → {}</td>",
                        proposal(page.c, shift.proposal), on_date(text.date),
                        text.author ? ", by " + actor(page.c, *text.author) : "",
                        shift.from_own && !shift.from_parent ? "its own " : "", proposal(page.c, shift.against),
                        issue(page.c, shift.issue), says(against), says(text));
    for (const auto& points : shift.points) rows += fmt::format("<td>{}</td>", points ? points_words(*points) : "");
    rows += "</tr>\n";
  }
  return table("Text by text", with_parties({"Text", "Change"}, page.c), rows);
}

std::string ledger(const Page& page) {
  if (page.analysis.standing.ledger.shifts.empty()) return "";
  std::string out =
      heading(3, "", "Who gave what") +
      "<p>In points out of 100 within an issue, as the side itself values it; in steps where it states no "
      "values.</p>\n";
  for (const SumKind& kind : sum_kinds()) out += sums(page, kind);
  return out + "<details><summary>Text by text</summary>\n" + shifts(page) + "</details>\n";
}

std::string subject(const Page& page, const Conflict& conflict) {
  if (conflict.kind == Conflict::Kind::assessment) return conflict_subject(conflict.kind, "", "");
  return conflict_subject(conflict.kind, actor(page.c, conflict.who), proposal(page.c, conflict.proposal));
}

std::string report_entry(const Page& page, const Conflict& conflict, int report) {
  std::string out = fmt::format("<div><b>{}</b> <small>{}", report_words(page.c, conflict, report),
                                on_date(report_date(page.c, conflict, report)));
  if (conflict.kind == Conflict::Kind::assessment)
    for (const Actor& who : at(page.c.events, report).who) out += ", " + actor(page.c, who);
  return out + fmt::format("; {}</small></div>", source(page.c, report_source(page.c, conflict, report)));
}

std::string conflicts(const Page& page) {
  std::string rows;
  for (const Conflict& conflict : page.analysis.standing.conflicts) {
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td>", subject(page, conflict));
    for (const int report : conflict.reports) rows += report_entry(page, conflict, report);
    rows += "</td></tr>\n";
  }
  return rows.empty() ? "" : table("Reports that contradict each other", {"About", "Reports"}, rows);
}

}  // namespace

std::string moves_over_time(const Page& page) {
  if (page.analysis.standing.versions.empty()) return conflicts(page);
  return sides(page) + positions(page) + ledger(page) + conflicts(page);
}

}  // namespace parley::html
