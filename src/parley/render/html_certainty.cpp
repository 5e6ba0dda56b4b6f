#include <algorithm>

#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"

namespace parley::html {
namespace {

constexpr std::size_t statements_shown = 1000;

std::string guarantee_row(const std::string& part, const Heading& of) {
  return fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n", part, guarantee_words(of.guarantee),
                     escape(of.guarantee.words));
}

std::string guarantees(const Page& page) {
  const Analysis& a = page.analysis;
  std::string rows = guarantee_row("Where the talks stand", a.standing.heading);
  for (const auto& text : a.texts) rows += guarantee_row("What the newest text says", text.heading);
  for (const auto& explanation : a.explanations) {
    rows += guarantee_row("Who can accept " + proposal(page.c, explanation.proposal), explanation.heading);
  }
  rows += guarantee_row("In what share of the readings everyone consents", a.acceptance.heading);
  for (const auto& approvals : a.consent) rows += guarantee_row("Who must approve", approvals.heading);
  rows += guarantee_row("What everyone could accept", a.zone.heading);
  for (const auto& window : a.window) rows += guarantee_row("When the zone is open", window.heading);
  for (const auto& found : a.amendments) rows += guarantee_row("Smallest changes", found.heading);
  rows += guarantee_row("What each lever changes", a.levers.heading);
  for (const auto& exchange : a.exchange) rows += guarantee_row("The exchange in steps", exchange.heading);
  rows += guarantee_row("What holds them apart", a.contention.heading);
  return table("How far each part can be relied on as a computation", {"Part", "Guarantee", "In words"}, rows);
}

std::string statement_row(const Page& page, const Checked::Statement& statement) {
  const auto from =
      statement.assumption ? std::string("assumption") : source(page.c, Provenance{statement.source, {}, {}});
  const auto note = statement.note.empty() ? "" : fmt::format("<small>{}</small>", escape(statement.note));
  const auto place = statement.entry > 0  ? fmt::format("entry {}", statement.entry)
                     : statement.line > 0 ? std::to_string(statement.line)
                                          : std::string();
  return fmt::format("<tr><td class=\"figure\">{}</td><th scope=\"row\">{}</th><td>{}</td><td>{}{}</td></tr>\n", place,
                     escape(statement.about), escape(statement.says), from, note);
}

/// Assumptions first: they are what a reader has to agree with.
std::string statements(const Page& page) {
  const auto& all = page.analysis.checked.statements;
  std::string rows;
  std::size_t shown = 0;
  for (const bool assumptions : {true, false}) {
    for (const auto& statement : all) {
      if (statement.assumption != assumptions || shown == statements_shown) continue;
      rows += statement_row(page, statement);
      ++shown;
    }
  }
  if (rows.empty()) return "";
  auto out = table("Everything that the case states: assumptions first, then what sources say",
                   {"Line", "About", "Says", "From"}, rows, "statements");
  if (shown < all.size()) {
    out += fmt::format("<p>{} more: <code>parley check --sources</code> lists them all.</p>\n",
                       grouped(std::to_string(all.size() - shown)));
  }
  return out;
}

}  // namespace

std::string certainty_section(const Page& page) {
  return "<section>\n" + heading(2, "certainty", "How sure this is") +
         "<p>The computation is one thing, what goes into it another. The table below tells how far the computation "
         "can be "
         "relied on. What goes in is what the case states: numbers with a source, ranges where sources or the analyst "
         "leave "
         "room, and assumptions. A range in an answer covers every way of filling in the ranges of the case that "
         "agrees "
         "with all its statements (a <i>reading</i>). “Certainly” and “certainly not” hold in every reading, "
         "“possibly” in "
         "some and not in others. None of this foretells what a party will do.</p>\n" +
         guarantees(page) + statements(page) + "</section>\n";
}

}  // namespace parley::html
