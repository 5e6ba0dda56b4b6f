#include "parley/render/html_sections.h"
#include "parley/render/html_text.h"
#include "parley/render/wording.h"
#include "parley/render/wording_texts.h"

namespace parley::html {
namespace {

std::string marked(const std::vector<WordRun>& runs) {
  std::string out;
  for (const WordRun& run : runs) {
    const std::string_view element = run.kind == WordRun::Kind::kept      ? ""
                                     : run.kind == WordRun::Kind::removed ? "del"
                                                                          : "ins";
    if (!out.empty()) out += ' ';
    out += element.empty() ? escape(run.words) : fmt::format("<{0}>{1}</{0}>", element, escape(run.words));
  }
  return out;
}

std::string clause(const Case& c, const TextChange& change, int text, const ClauseChange& what) {
  const auto stated = [&](int of, int index) -> const Clause& { return at(at(c.proposals, of).clauses, index); };
  if (what.kind == ClauseChange::Kind::dropped) {
    const Clause& before = stated(change.against, what.before);
    return fmt::format("<li><b>{}</b>, dropped: <del>{}</del></li>\n", escape(clause_name(before)),
                       escape(before.words));
  }
  const Clause& after = stated(text, what.after);
  if (what.kind == ClauseChange::Kind::added)
    return fmt::format("<li><b>{}</b>, new: <ins>{}</ins></li>\n", escape(clause_name(after)), escape(after.words));
  const std::string beside = changed_beside(what);
  return fmt::format("<li><b>{}</b>, changed: {}{}</li>\n", escape(clause_name(after)),
                     what.words.empty() ? escape(after.words) : marked(what.words),
                     beside.empty() ? "" : fmt::format("<small>changed as well: {}</small>", beside));
}

std::string clauses(const Case& c, const TextChange& change, int text) {
  if (change.clauses.empty()) return "<p>No clause differs.</p>\n";
  std::string items;
  for (const ClauseChange& each : change.clauses) items += clause(c, change, text, each);
  return "<ul class=\"clauses\">\n" + items + "</ul>\n<p><small><del>words that went</del> <ins>words that came</ins>" +
         "</small></p>\n";
}

std::string terms(const Case& c, const TextChange& change) {
  if (change.issues.empty()) return "<p>The terms are the same on every issue.</p>\n";
  std::string rows;
  for (const IssueChange& moved : change.issues)
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                        issue(c, moved.issue), escape(alternatives_words(c, moved.issue, moved.before, false)),
                        escape(alternatives_words(c, moved.issue, moved.after, true)), change_words(moved.kind),
                        moved.steps);
  return table("What changed in its terms", {"Issue", "Before", "Now", "How", "Steps"}, rows);
}

std::string principal_row(const Case& c, const PrincipalChange& who, bool alone) {
  return fmt::format(
      "<tr><th scope=\"row\">{}{}</th><td>{}</td><td>{}</td><td class=\"figure\">{}</td><td "
      "class=\"figure\">{}</td></tr>\n",
      principal(c, who.who.party, who.who.principal),
      who.advisory ? "<small>advises</small>"
      : alone      ? ""
                   : fmt::format("<small>{}</small>", party(c, who.who.party)),
      verdict(who.before), verdict(who.after), range(who.value_before), range(who.value_after));
}

std::string verdicts(const Case& c, const TextChange& change) {
  std::string rows;
  for (const PartyChange& side : change.parties) {
    const bool alone = side.principals.size() == 1;
    if (!alone)
      rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td></td><td></td></tr>\n",
                          party(c, side.party), verdict(side.before), verdict(side.after));
    for (const PrincipalChange& who : side.principals) rows += principal_row(c, who, alone);
  }
  return table("Who could accept it, before and now", {"Who", "Before", "Now", "Worth before", "Worth now"}, rows) +
         fmt::format("<p>{}</p>\n", everyone_words(change, "the central reading"));
}

}  // namespace

std::string text_change(const Case& c, const TextChange& change, int text) {
  return heading(3, "", "What changed against " + proposal(c, change.against)) + clauses(c, change, text) +
         terms(c, change) + verdicts(c, change);
}

}  // namespace parley::html
