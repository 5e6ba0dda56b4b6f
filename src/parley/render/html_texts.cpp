#include <algorithm>

#include "parley/case/mapped.h"
#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/wording.h"
#include "parley/render/wording_texts.h"

namespace parley::html {
namespace {

/// The words with what stands in brackets marked. Brackets of a clause are closed and none is nested; of words that
/// break that rule, what follows the last one that is closed stays plain.
std::string bracketed(std::string_view words) {
  std::string out;
  for (;;) {
    const auto from = words.find('[');
    const auto to = from == std::string_view::npos ? from : words.find(']', from);
    if (to == std::string_view::npos) return out + escape(words);
    out += escape(words.substr(0, from)) +
           fmt::format("<span class=\"bracket\">{}</span>", escape(words.substr(from, to + 1 - from)));
    words.remove_prefix(to + 1);
  }
}

std::string clause(const Case& c, const Clause& what) {
  return fmt::format("<li><b>{}</b> {}<small>{}{}</small></li>\n", escape(clause_name(what)), bracketed(what.words),
                     what.issues.empty() ? "" : fmt::format("about {}; ", escape(issue_names(c, what.issues))),
                     source(c, what.from));
}

std::string clauses(const Case& c, const Texts& answer) {
  const Proposal& text = at(c.proposals, answer.proposal);
  std::string out;
  if (text.clauses.empty()) {
    out += "<p>The case has its terms, and none of its clauses.</p>\n";
  } else {
    out +=
        heading(3, "", "Its clauses") +
        "<p>What stands in <span class=\"bracket\">[brackets]</span> is not agreed; a bar divides alternatives.</p>\n"
        "<ol class=\"clauses\">\n";
    for (const Clause& each : text.clauses) out += clause(c, each);
    out += "</ol>\n";
  }
  if (!answer.open_issues.empty())
    out += fmt::format("<p>Open in its terms: {}.</p>\n", escape(issue_names(c, answer.open_issues)));
  if (!answer.without_clause.empty())
    out += fmt::format("<p>No clause{} is about {}.</p>\n", text.excerpt ? " that is known" : "",
                       escape(issue_names(c, answer.without_clause)));
  return out;
}

std::string presence(Presence::State state) {
  const std::string_view mark = state == Presence::State::there     ? "yes"
                                : state == Presence::State::missing ? "no"
                                : state == Presence::State::unknown ? "none"
                                                                    : "part";
  return fmt::format("<span class=\"verdict\">{}{}</span>", sign(mark), presence_words(state));
}

std::string checklist(const Case& c, const Texts& answer) {
  const Proposal& text = at(c.proposals, answer.proposal);
  std::string rows;
  for (std::size_t i = 0; i < answer.kind.elements.size(); ++i) {
    const Presence& found = answer.kind.elements[i];
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n", element_words(elements.at(i)),
                        presence(found.state),
                        listed(mapped(found.clauses, [&](int k) { return escape(clause_name(at(text.clauses, k))); })));
  }
  return heading(3, "", "Is it complete?") +
         fmt::format("<p>It has {}, after the United Nations’ Guidance on Mediation of Ceasefires (2022).</p>\n",
                     elements_words(answer.kind)) +
         table("The six elements of a ceasefire text", {"Element", "In the text", "Clauses"}, rows);
}

std::string kind(const TextKind& what) {
  std::string out = heading(3, "", "What kind of text it is");
  if (const auto label = what.label())
    out += fmt::format("<p><b>{}</b>. Nobody states this: it follows from what the clauses provide.</p>\n",
                       label_words(*label));
  else
    out += fmt::format("<p><b>No label.</b> What is known and agreed does not settle it: it may be {}.</p>\n",
                       label_range(what.least, what.most));
  out += "<ul>\n";
  for (const std::string& reason : what.reasons) out += fmt::format("<li>{}</li>\n", escape(reason));
  return out + fmt::format(
                   "</ul>\n<p><small>{} The classes are those of Clayton and Sticher (2021), The Logic of "
                   "Ceasefires in Civil War.</small></p>\n",
                   label_meaning());
}

/// "2", or nothing where there was nothing to compare with.
std::string compared(int number, bool first) { return first ? "" : std::to_string(number); }

std::string growth(const Case& c, const Texts& answer) {
  if (answer.growth.size() == 1) return "<p>This is the first version.</p>\n";
  std::string rows;
  for (std::size_t i = 0; i < answer.growth.size(); ++i) {
    const Growth& version = answer.growth[i];
    const bool first = i == 0;
    rows +=
        fmt::format("<tr><th scope=\"row\">{}<small>{}</small></th><td>{}</td><td>{}</td><td>{}</td><td>{}</td>",
                    proposal(c, version.proposal), on_date(at(c.proposals, version.proposal).date), version.clauses,
                    compared(version.added, first), compared(version.dropped, first), compared(version.changed, first));
    rows += fmt::format("<td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>", version.brackets, version.open_issues,
                        compared(version.issues, first), compared(version.steps, first));
    if (first)
      rows += label_range(version.least, version.most);
    else
      for (const std::string& sentence : bracket_sentences(c, answer.growth[i - 1], version))
        rows += fmt::format("<div>{}</div>", escape(sentence));
    rows += "</td></tr>\n";
  }
  return heading(3, "", "How it grew") +
         table("From the first version to this one, each against the one before",
               {"Version", "Clauses", "New", "Dropped", "Changed", "Brackets", "Issues open", "Issues changed",
                "Steps moved", "Brackets and kind of text"},
               rows);
}

}  // namespace

std::string text_section(const Case& c, const Texts& answer) {
  const bool known = !at(c.proposals, answer.proposal).clauses.empty();
  const std::string extent = extent_words(c, answer);
  std::string out = "<section>\n" + heading(2, "text", "What the text " + proposal(c, answer.proposal) + " says");
  if (known) out += fmt::format("<p class=\"lead\">{}.</p>\n", extent);
  out += clauses(c, answer);
  if (known) {
    // The six elements are those of a text that stops fighting.
    if (answer.kind.most != Label::none) out += checklist(c, answer);
    out += kind(answer.kind);
  }
  if (answer.change) out += text_change(c, *answer.change, answer.proposal);
  return out + growth(c, answer) + "</section>\n";
}

}  // namespace parley::html
