#include "parley/render/html.h"

#include "parley/render/html_sections.h"
#include "parley/render/html_style.h"
#include "parley/render/html_text.h"
#include "parley/render/svg.h"

namespace parley {
namespace html {
namespace {

std::string contents() {
  return "<nav aria-label=\"On this page\"><a href=\"#standing\">Where the talks stand</a><a href=\"#explain\">Who can "
         "accept</a><a href=\"#zone\">What everyone could accept</a><a href=\"#amend\">Smallest changes</a>"
         "<a href=\"#contention\">What holds them apart</a><a href=\"#certainty\">How sure</a><a href=\"#words\">How "
         "to "
         "read</a></nav>\n";
}

std::string source_words(const Page& page, const Basis::Use& use) {
  const Source& s = page.c.sources[static_cast<std::size_t>(use.source)];
  std::vector<std::string> details;
  if (s.date) details.push_back(to_words(*s.date));
  details.push_back(s.grade.empty() ? "not graded" : "graded " + escape(s.grade));
  details.push_back(plural(static_cast<std::size_t>(use.statements), "statement", "statements"));
  return fmt::format("<li>{} <small>{}</small></li>\n", escape(s.title.empty() ? s.id : s.title),
                     fmt::format("{}", fmt::join(details, ", ")));
}

std::string basis(const Page& page) {
  const Basis& rests = page.analysis.heading.basis;
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
  for (const auto& use : rests.sources) out += source_words(page, use);
  return out + "</ul></div>\n";
}

std::string masthead(const Page& page) {
  return fmt::format(
      "<header><p class=\"eyebrow\">Analysis of talks</p>\n<h1>{}</h1>\n<p class=\"as-of\">{}. Parties: "
      "{}.</p>\n{}</header>\n",
      escape(page.c.title),
      page.analysis.heading.as_of == Date{} ? "Undated" : "As of " + to_words(page.analysis.heading.as_of),
      listed(parties(page.c)), basis(page));
}

}  // namespace
}  // namespace html

std::string to_html(const Case& c, const Model& model, const Analysis& analysis) {
  using namespace html;
  const Page page{c, model, analysis};
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
      "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n",
      escape(c.title), style_sheet());
  out += picture_definitions(c.parties.size()) + masthead(page) + contents() + "<main>\n";
  out += summary_section(page) + standing_section(page) + explain_section(page) + zone_section(page) +
         amend_section(page) + contention_section(page) + certainty_section(page) + words_section(page);
  return out + fmt::format(
                   "</main>\n<footer><p>Made by Parley {}. This page explores; it does not recommend. What the "
                   "parties do with it is theirs to decide.</p></footer>\n</body>\n</html>\n",
                   PARLEY_VERSION);
}

}  // namespace parley
