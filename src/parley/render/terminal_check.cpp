#include <fmt/core.h>

#include <array>

#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

// The Admiralty code.
constexpr std::array<std::string_view, 6> reliability{"completely reliable", "usually reliable",
                                                      "fairly reliable",     "not usually reliable",
                                                      "unreliable",          "reliability unknown"};
constexpr std::array<std::string_view, 6> credibility{"confirmed", "probably true", "possibly true",
                                                      "doubtful",  "improbable",    "truth unknown"};

std::string grade_words(const std::string& grade) {
  if (grade.size() != 2 || grade[0] < 'A' || grade[0] > 'F' || grade[1] < '1' || grade[1] > '6') return "";
  return std::string(reliability[static_cast<std::size_t>(grade[0] - 'A')]) + ", " +
         std::string(credibility[static_cast<std::size_t>(grade[1] - '1')]);
}

void write_sources(Page& page, const Case& c, const Basis& basis) {
  if (basis.sources.empty()) return;
  Table table;
  table.columns = {{"source"}, {"date"}, {"grade"}, {""}, {"statements", true}};
  for (const auto& use : basis.sources) {
    const Source& source = at(c.sources, use.source);
    table.rows.push_back({{source.title.empty() ? source.id : source.title},
                          {source.date ? to_words(*source.date) : ""},
                          {source.grade.empty() ? "none" : source.grade},
                          {grade_words(source.grade), Tone::faint},
                          {std::to_string(use.statements)}});
  }
  add_table(page, table);
}

std::string place_words(const Checked::Statement& statement) {
  if (statement.entry > 0) return fmt::format("entry {}", statement.entry);
  return statement.line > 0 ? std::to_string(statement.line) : "";
}

void write_statements(Page& page, const Case& c, const Checked& answer) {
  Table table;
  table.columns = {{"about"}, {"says"}, {"from"}, {"line", true}};
  for (const auto& statement : answer.statements) {
    std::string from = statement.assumption ? "an assumption" : source_words(c, {statement.source, {}, {}});
    if (!statement.note.empty()) from += ": " + statement.note;
    table.rows.push_back({{statement.about},
                          {statement.says},
                          {from, statement.assumption ? Tone::faint : Tone::plain},
                          {place_words(statement)}});
  }
  add_table(page, table);
}

}  // namespace

void write_checked(Page& page, const Case& c, const Checked& answer) {
  const auto count = [](int n, std::string_view thing) { return number_of(static_cast<std::size_t>(n), thing); };
  add_heading(page, "THE CASE IS WELL FORMED");
  add_text(page,
           listed({count(answer.parties, "party") + " with " + count(answer.principals, "principal"),
                   count(answer.third_parties, "third party"),
                   count(answer.issues, "issue") + " in " + count(answer.phases, "phase"), count(answer.rules, "rule"),
                   count(answer.proposals, "proposal"), count(answer.events, "event")}) +
               ".");
  if (!answer.without_floor.empty()) {
    std::vector<std::string> names;
    for (const Actor& who : answer.without_floor) names.push_back(name_of(c, who));
    add_heading(page, "WHAT IS MISSING");
    add_text(page, "Nothing says what " + listed(names) +
                       " would consent to (no reservation value, and no value of no deal on this date): every package "
                       "counts as acceptable there.");
  }
  const Basis& basis = answer.heading.basis;
  add_heading(page, "WHAT IT IS BUILT ON",
              count(basis.sourced, "sourced statement") + " and " + count(basis.assumed, "assumption"));
  write_sources(page, c, basis);
  if (page.style.all) {
    add_heading(page, "EVERY STATEMENT");
    write_statements(page, c, answer);
  }
}

}  // namespace parley
