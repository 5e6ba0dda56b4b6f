#include <algorithm>

#include "parley/at.h"
#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/svg.h"
#include "parley/render/wording.h"

namespace parley::html {
namespace {

constexpr std::size_t told_in_full = 4;  // versions; the table above them has all
constexpr std::size_t causes_of_newest = 8;
constexpr std::size_t causes_of_older = 3;

Axis margin_axis(const Page& page) {
  std::vector<Utility> ends{0};
  for (const auto& explanation : page.analysis.explanations) {
    for (const auto& side : explanation.parties) {
      for (const auto& who : side.principals) ends.insert(ends.end(), {who.margin.low, who.margin.high});
    }
  }
  return axis_over(ends);
}

std::string margin_text(Span margin) {
  if (margin.low >= 0) return range(margin) + " above its floor";
  if (margin.high < 0) return range({-margin.high, -margin.low}) + " short of its floor";
  return fmt::format("from {} short of its floor to {} above it", number(-margin.low), number(margin.high));
}

std::string completions_text(const PrincipalVerdict& who) {
  switch (who.completions) {
    case Completions::none:
      return "in no completion of the open text";
    case Completions::some:
      return "in some completions of the open text";
    case Completions::unknown:
      return "in how many completions of the open text is not known";
    case Completions::every:
      break;
  }
  return "in every completion of the open text";
}

std::string principal_row(const Page& page, const Explanation& explanation, const PartyVerdict& side, int index,
                          const Axis& axis) {
  const auto found = std::ranges::find_if(side.principals,
                                          [&](const PrincipalVerdict& entry) { return entry.who.principal == index; });
  if (found == side.principals.end()) return "";
  const PrincipalVerdict& who = *found;
  const bool binds = std::ranges::find(side.binding, index) != side.binding.end();
  std::string out = fmt::format("<div class=\"principal\"><div><b>{}</b> {}{}", principal(page.c, side.party, index),
                                verdict(who.verdict), binds ? " <small>consent fails without it</small>" : "");
  for (const auto& crossed : who.red_lines)
    out += fmt::format("<small>crosses a red line: {}</small>", escape(crossed));
  for (const auto& crossed : who.red_lines_in_some)
    out += fmt::format("<small>crosses a red line in some completions: {}</small>", escape(crossed));
  if (explanation.bracketed) out += fmt::format("<small>{}</small>", completions_text(who));
  return out + fmt::format("</div><div>{}{}<small>floor: {}, {}</small></div></div>",
                           margin_bar(axis, who.margin, who.central_margin, side.party), margin_text(who.margin),
                           range(who.floor.span), escape(floor_source(page.c, side.party, who.floor)));
}

std::string gate_words(const Gate& gate) {
  switch (gate.kind) {
    case Gate::Kind::all:
      return "all of these must approve";
    case Gate::Kind::any:
      return "one of these is enough";
    default:
      return fmt::format("{} of these {} must approve", gate.least, gate.children.size());
  }
}

std::string gate_tree(const Page& page, const Explanation& explanation, const PartyVerdict& side, const Gate& gate,
                      const Axis& axis) {
  if (gate.kind == Gate::Kind::principal) return principal_row(page, explanation, side, gate.principal, axis);
  if (gate.children.size() == 1) return gate_tree(page, explanation, side, gate.children.front(), axis);
  std::string out = fmt::format("<span class=\"gate\">{}</span>\n<ul class=\"tree\">\n", gate_words(gate));
  for (const auto& child : gate.children) {
    out += fmt::format("<li>{}</li>\n", gate_tree(page, explanation, side, child, axis));
  }
  return out + "</ul>";
}

std::string advisors(const Page& page, const Explanation& explanation, const PartyVerdict& side, const Axis& axis) {
  std::string rows;
  for (const auto& who : side.principals) {
    if (!who.advisory) continue;
    rows += fmt::format("<li>{}</li>\n", principal_row(page, explanation, side, who.who.principal, axis));
  }
  return rows.empty() ? ""
                      : "<span class=\"gate\">heard, but not binding</span>\n<ul class=\"tree\">\n" + rows + "</ul>";
}

bool same_causes(const PrincipalVerdict& a, const PrincipalVerdict& b) {
  return std::ranges::equal(a.causes, b.causes, [](const Cause& x, const Cause& y) {
    return x.kind == y.kind && x.index == y.index && x.central == y.central && x.loss == y.loss;
  });
}

std::string causes(const PartyVerdict& side, const PrincipalVerdict& who, const Axis& axis, const std::string& heads,
                   std::size_t most) {
  std::string rows;
  std::size_t shown = 0;
  for (const auto& cause : who.causes) {
    if (cause.loss.high == 0) continue;
    if (++shown > most) continue;
    rows +=
        fmt::format("<tr><th scope=\"row\">{}</th><td class=\"figure\">{}</td><td class=\"bar-cell\">{}</td></tr>\n",
                    escape(cause.text), range(cause.loss), loss_bar(axis, cause.loss, cause.central, side.party));
  }
  if (rows.empty()) return fmt::format("<p>{}: nothing; this is the best it could have.</p>\n", heads);
  if (shown > most) {
    rows += fmt::format("<tr><th scope=\"row\">and {}</th><td></td><td></td></tr>\n",
                        plural(shown - most, "smaller one", "smaller ones"));
  }
  return table("What it takes from " + heads, {"Cause", "Takes", "Beside each other"}, rows, "causes");
}

/// Principals that lose the same by the same causes share one table.
std::string causes_of(const Page& page, const PartyVerdict& side, std::size_t most) {
  std::vector<Utility> ends{0};
  for (const auto& who : side.principals) {
    for (const auto& cause : who.causes) ends.push_back(cause.loss.high);
  }
  const Axis axis = axis_over(ends);
  std::string out;
  std::vector<bool> told(side.principals.size());
  for (std::size_t k = 0; k < side.principals.size(); ++k) {
    if (told[k]) continue;
    std::vector<std::string> heads;
    for (std::size_t other = k; other < side.principals.size(); ++other) {
      if (told[other] || !same_causes(side.principals[k], side.principals[other])) continue;
      told[other] = true;
      heads.push_back(principal(page.c, side.party, side.principals[other].who.principal));
    }
    out += causes(side, side.principals[k], axis, listed(heads), most);
  }
  return out;
}

std::string aspirations(const Explanation& explanation, const PartyVerdict& side) {
  if (side.aspirations.empty()) return "";
  std::string items;
  for (const auto& wish : side.aspirations) {
    const std::string_view met = explanation.bracketed            ? parley::completions_words(wish.met)
                                 : wish.met == Completions::every ? "in this text"
                                                                  : "not in this text";
    items += fmt::format("<li>{} <small>{}</small></li>\n", escape(wish.text), met);
  }
  return "<p>Asks in public, which is not taken for what it would accept:</p>\n<ul>\n" + items + "</ul>\n";
}

std::string version(const Page& page, const Explanation& explanation, const Axis& axis, bool newest) {
  std::string out = heading(3, "", "Who could accept " + proposal(page.c, explanation.proposal));
  std::string about;
  if (explanation.bracketed) {
    about = explanation.completions ? fmt::format("The text leaves issues open: {} completions obey the rules. ",
                                                  grouped(*explanation.completions))
                                    : "The text leaves issues open, with more completions than can be counted. ";
  }
  if (explanation.completions_bounded) about += "They are too many to look at one by one: the ranges are bounds. ";
  out += fmt::format("<p>{}{}</p>\n", about, together_words(explanation));
  for (const auto& side : explanation.parties) {
    const auto& consent = page.c.parties[at(side.party)].consent;
    out += fmt::format("<div class=\"side {}\">{}<p>{}</p>\n", party_class(side.party),
                       heading(4, "", party(page.c, side.party)), verdict(side.verdict));
    out += gate_tree(page, explanation, side, consent, axis) + advisors(page, explanation, side, axis);
    out += fmt::format("<div class=\"scale\"><div>{}</div></div>\n", scale_line(axis, "floor"));
    out += aspirations(explanation, side);
    const bool to_explain = newest || side.verdict != Verdict::certainly;
    out += (to_explain ? causes_of(page, side, newest ? causes_of_newest : causes_of_older) : "") + "</div>\n";
  }
  return out;
}

std::string overview(const Page& page) {
  const auto columns = with_parties({"Text"}, page.c);
  std::string rows;
  for (const auto& explanation : page.analysis.explanations) {
    rows += fmt::format("<tr><th scope=\"row\">{}</th>", proposal(page.c, explanation.proposal));
    for (const auto& side : explanation.parties) rows += fmt::format("<td>{}</td>", verdict(side.verdict));
    rows += "</tr>\n";
  }
  return table("Each text and each party, over all readings", columns, rows);
}

}  // namespace

std::string together_words(const Explanation& explanation) {
  if (!explanation.bracketed) {
    return explanation.everyone == Completions::none ? "In the central reading not everyone could consent to it."
                                                     : "In the central reading everyone could consent to it.";
  }
  if (explanation.everyone == Completions::unknown)
    return "Whether everyone together could consent to one of its completions could not be computed.";
  const char* how_many = explanation.everyone == Completions::every  ? "every completion"
                         : explanation.everyone == Completions::some ? "some of its completions"
                                                                     : "none of its completions";
  return fmt::format("In the central reading everyone together could consent to {}.", how_many);
}

std::string explain_section(const Page& page) {
  const auto& all = page.analysis.explanations;
  std::string out = "<section>\n" + heading(2, "explain", "Who can accept what is on the table");
  if (all.empty()) return out + "<p class=\"lead\">No text has been tabled.</p>\n</section>\n";
  out +=
      "<p>A principal could consent when what the text is worth to it is at least its floor, and no red line is "
      "crossed. Each bar shows where that difference may lie over everything that the case leaves open: <b>solid</b> "
      "above the floor, <b>hatched</b> below it; the upright stroke is the central reading, the middle of what is left "
      "open. The tables tell what the text takes from a principal, measured from a package that would be best for it "
      "in everything: the bar is the central reading, the line across it the range.</p>\n";
  if (all.size() > 1) out += overview(page);
  const Axis axis = margin_axis(page);
  for (std::size_t k = 0; k < std::min(all.size(), told_in_full); ++k)
    out += version(page, all[all.size() - 1 - k], axis, k == 0);
  if (all.size() > told_in_full) {
    out += "<p>Older texts: <code>parley explain</code> tells each in full.</p>\n";
  }
  return out + "</section>\n";
}

}  // namespace parley::html
