#include "parley/render/html.h"

#include <fmt/format.h>

#include "parley/render/html_sections.h"
#include "parley/render/html_style.h"
#include "parley/render/html_text.h"
#include "parley/render/svg.h"

namespace parley {
namespace html {
namespace {

std::string contents(const Page& page) {
  const std::string newest = page.analysis.texts.empty() ? "" : "<a href=\"#text\">The newest text</a>";
  const std::string consent = page.analysis.consent.empty() ? "" : "<a href=\"#consent\">Who must approve</a>";
  const std::string window = page.analysis.window.empty() ? "" : "<a href=\"#window\">When the zone is open</a>";
  const std::string exchange = page.analysis.exchange.empty() ? "" : "<a href=\"#exchange\">The exchange</a>";
  return "<nav aria-label=\"On this page\"><a href=\"#standing\">Where the talks stand</a>" + newest +
         "<a href=\"#explain\">Who can accept</a><a href=\"#acceptance\">In how many readings</a>" + consent +
         "<a href=\"#zone\">What everyone could accept</a>" + window +
         "<a href=\"#amend\">Smallest changes</a><a href=\"#levers\">Levers</a>" + exchange +
         "<a href=\"#contention\">What holds them apart</a><a href=\"#certainty\">How sure</a><a href=\"#words\">How "
         "to "
         "read</a></nav>\n";
}

std::string source_words(const Case& c, const Basis::Use& use) {
  const Source& s = c.sources[static_cast<std::size_t>(use.source)];
  std::vector<std::string> details;
  if (s.date) details.push_back(to_words(*s.date));
  details.push_back(s.grade.empty() ? "not graded" : "graded " + escape(s.grade));
  details.push_back(plural(static_cast<std::size_t>(use.statements), "statement", "statements"));
  return fmt::format("<li>{} <small>{}</small></li>\n", escape(s.title.empty() ? s.id : s.title),
                     fmt::format("{}", fmt::join(details, ", ")));
}

std::string basis(const Case& c, const Basis& rests) {
  const double all = std::max(1, rests.sourced + rests.assumed);
  std::string out = fmt::format(
      "<div class=\"basis\"><p>This page rests on <b>{}</b> from {} and <b>{}</b> of the analyst.</p>\n"
      "<svg class=\"bar\" width=\"100%\" height=\"12\" aria-hidden=\"true\"><rect class=\"sourced\" width=\"{}%\" "
      "height=\"12\"/><rect class=\"assumed\" x=\"0.5\" y=\"0.5\" width=\"99.8%\" height=\"11\"/></svg>\n",
      plural(static_cast<std::size_t>(rests.sourced), "statement", "statements"),
      plural(rests.sources.size(), "source", "sources"),
      plural(static_cast<std::size_t>(rests.assumed), "assumption", "assumptions"),
      coordinate(rests.sourced * 100 / all));
  if (rests.sources.empty()) return out + "</div>\n";
  out += "<ul>\n";
  for (const auto& use : rests.sources) out += source_words(c, use);
  return out + "</ul></div>\n";
}

std::string masthead(const Case& c, const Heading& heading, std::string_view what) {
  return fmt::format(
      "<header><p class=\"eyebrow\">{}</p>\n<h1>{}</h1>\n<p class=\"as-of\">{}. Parties: "
      "{}.</p>\n{}</header>\n",
      what, escape(c.title), heading.as_of == Date{} ? "Undated" : "As of " + to_words(heading.as_of),
      listed(parties(c)), basis(c, heading.basis));
}

/// How sure the computation of a page about one question is.
std::string certainty(const Guarantee& guarantee) {
  return fmt::format("<section>\n{}<p>The computation: {}. {}</p>\n</section>\n",
                     heading(2, "certainty", "How sure this is"), guarantee_words(guarantee), escape(guarantee.words));
}

/// A whole page around what stands in its body before the footer.
std::string document(const Case& c, const std::string& title, const std::string& body) {
  return fmt::format(
             "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
             "<meta name=\"color-scheme\" content=\"light "
             "dark\"/>\n<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n",
             title, style_sheet()) +
         picture_definitions(c.parties.size()) + body +
         fmt::format(
             "<footer><p>Made by Parley {}. This page explores; it does not recommend. What the "
             "parties do with it is theirs to decide.</p></footer>\n</body>\n</html>\n",
             PARLEY_VERSION);
}

/// A page about one question: its section, and how sure it is. `what` is part of the title, the eyebrow stands above
/// it.
std::string page_about(const Case& c, const Heading& heading, const std::string& what, std::string_view eyebrow,
                       const std::string& section) {
  return document(c, fmt::format("{}: {}", what, escape(c.title)),
                  masthead(c, heading, eyebrow) + "<main>\n" + section + certainty(heading.guarantee) + "</main>\n");
}

}  // namespace
}  // namespace html

std::string to_html(const Case& c, const Model& model, const Analysis& analysis) {
  using namespace html;
  const Page page{c, model, analysis};
  std::string texts;
  for (const Texts& text : analysis.texts) texts += text_section(c, text);
  std::string consents;
  for (const Approvals& approvals : analysis.consent) consents += consent_section(c, approvals);
  std::string windows;
  for (const Windows& window : analysis.window) windows += window_section(c, window);
  std::string exchanges;
  for (const ExchangeAnswer& exchange : analysis.exchange) exchanges += exchange_section(c, exchange);
  return document(c, escape(c.title),
                  masthead(c, analysis.heading, "Analysis of talks") + contents(page) + "<main>\n" +
                      summary_section(page) + standing_section(page) + texts + explain_section(page) +
                      acceptance_section(c, analysis.acceptance) + consents + zone_section(page) + windows +
                      amend_section(page) + levers_section(c, analysis.levers) + exchanges + contention_section(page) +
                      certainty_section(page) + words_section(page) + "</main>\n");
}

std::string to_html(const Case& c, const Texts& answer) {
  return html::page_about(c, answer.heading, html::proposal(c, answer.proposal), "A text of the talks",
                          html::text_section(c, answer));
}

std::string to_html(const Case& c, const Windows& answer) {
  return html::page_about(c, answer.heading, "When the zone is open", "The window of the talks",
                          html::window_section(c, answer));
}

std::string to_html(const Case& c, const Acceptability& answer) {
  return html::page_about(c, answer.heading, "Shares of readings", "Shares of readings",
                          html::acceptance_section(c, answer));
}

std::string to_html(const Case& c, const Approvals& answer) {
  return html::page_about(c, answer.heading, "Who must approve " + html::proposal(c, answer.proposal),
                          "Who must approve", html::consent_section(c, answer));
}

std::string to_html(const Case& c, const Leverage& answer) {
  return html::page_about(c, answer.heading, "Levers", "Levers of talks", html::levers_section(c, answer));
}

std::string to_html(const Case& c, const ExchangeAnswer& answer) {
  return html::page_about(c, answer.heading, "The exchange", "An exchange in steps", html::exchange_section(c, answer));
}

}  // namespace parley
