#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/html_views.h"

namespace parley::html {
namespace {

std::string entry(std::string_view word, std::string_view meaning) {
  return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", word, meaning);
}

}  // namespace

std::string words_section(const Page& page) {
  std::string out = "<section class=\"words\">\n" + heading(2, "words", "How to read this page") + "<dl>\n";
  out += entry("package", "One option for every issue: a complete agreement.");
  out += entry(
      "worth, utility",
      "What a package is worth to one party on its own scale: 1 is a package that is best for it in every respect "
      "and sure to be carried out, 0 one that gives it nothing. A figure of one party says nothing about another’s "
      "unless one grants that their scales are alike; the egalitarian and utilitarian viewpoints and the shares of "
      "opposition do.");
  out += entry("principal",
               "Someone inside a party whose approval counts. Some are heard only: they advise, they do not bind.");
  out += entry(
      "reading, central reading",
      "A reading is one complete choice of all numbers that the case leaves open. The central reading is the middle "
      "of them; where one set of numbers is needed, it is this one.");
  out += entry("floor",
               "The least that a principal would consent to: what it has without a deal, or what is stated as such.");
  out += entry("red line", "An option that a principal excludes, whatever else is offered.");
  out += entry("zone", "The packages that everyone could accept: every floor met, no red line crossed.");
  out += entry("frontier", "The packages that no other package beats for every party at once.");
  out += entry("disagreement point",
               "Every party’s floor on the date of the analysis; viewpoints measure gains from there.");
  for (const auto& view : page.analysis.zone.viewpoints) {
    const auto words = words_of(view.viewpoint);
    out += entry(words.name + " viewpoint", fmt::format("Picks {} ({}).", words.picks, words.source));
  }
  if (page.analysis.zone.adjusted_winner) {
    out += entry(
        "Adjusted Winner",
        "Each issue goes to the party that values it more; then issues pass over, the last one in part, until both "
        "value what they have alike (Brams and Taylor 1996, Fair Division).");
  }
  out += entry("movement", "Steps between two packages: steps on a scale or a count, one for an unordered choice.");
  out += entry(
      "share of what opposition costs",
      "An issue’s mean contribution to what the parties together lose because they want different things, over all "
      "orders in which issues are added (Shapley 1953, A Value for n-Person Games).");
  out += entry(
      "grade",
      "The Admiralty code. The letter grades the source: A completely, B usually, C fairly, D not usually reliable, "
      "E unreliable, F cannot be judged. The number grades what it says: 1 confirmed, 2 probably, 3 possibly true, "
      "4 doubtful, 5 improbable, 6 cannot be judged.");
  return out + "</dl>\n</section>\n";
}

}  // namespace parley::html
