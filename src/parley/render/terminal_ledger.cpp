// The parts of "where the talks stand" that are told over time: who moved, what was given, whether the sides come
// closer, and which reports contradict each other.
#include <fmt/core.h>

#include <algorithm>

#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

constexpr std::size_t brief_rows = 8;

std::string date_words(const std::optional<Date>& date) { return date ? to_words(*date) : "undated"; }

void write_sums(Page& page, const Case& c, const Ledger& ledger, const SumKind& kind) {
  const std::vector<int> issues = issues_of(ledger, kind);
  if (issues.empty()) return;
  add_text(page, fmt::format("{}, {}:", kind.title, kind.meaning), 2, 2);
  Table table;
  table.columns = {{"issue"}};
  if (kind.common) table.columns.push_back({"moved"});
  for (int p = 0; p < std::ssize(c.parties); ++p) table.columns.push_back({"for " + party_name(c, p), true});
  const std::size_t shown = rows_shown(page, issues.size(), brief_rows);
  for (std::size_t row = 0; row < shown; ++row) {
    std::vector<Cell> cells{{issue_name(c, issues[row])}};
    if (kind.common) cells.push_back({steps_words(c, issues[row], sum_of(ledger, kind, 0, issues[row])->steps)});
    for (int p = 0; p < std::ssize(c.parties); ++p) cells.push_back({sum_words(c, ledger, kind, p, issues[row])});
    table.rows.push_back(std::move(cells));
  }
  add_table(page, table);
  add_more(page, issues.size() - shown);
}

void write_shifts(Page& page, const Case& c, const Ledger& ledger) {
  add_text(page, "Text by text:");
  Table table;
  table.columns = {{"date"}, {"text, against"}, {"change"}};
  for (const Party& party : c.parties) table.columns.push_back({"for " + party.name, true});
  for (const Shift& shift : ledger.shifts) {
    const Proposal& text = at(c.proposals, shift.proposal);
    const Proposal& against = at(c.proposals, shift.against);
    const std::string by = text.author ? " by " + name_of(c, *text.author) : "";
    std::vector<Cell> row{
        {date_words(text.date)},
        {fmt::format("{}{}, against {}{}", proposal_name(c, shift.proposal), by,
                     shift.from_own && !shift.from_parent ? "its own " : "", proposal_name(c, shift.against))},
        {fmt::format("{}: {} {} {}", issue_name(c, shift.issue),
                     position_words(c, shift.issue, at(against.alternatives, shift.issue)), arrow(page),
                     position_words(c, shift.issue, at(text.alternatives, shift.issue)))}};
    for (const auto& points : shift.points) row.push_back({points ? points_words(*points) : ""});
    table.rows.push_back(std::move(row));
  }
  add_table(page, table);
}

std::string subject(const Case& c, const Conflict& conflict) {
  if (conflict.kind == Conflict::Kind::assessment) return conflict_subject(conflict.kind, "", "") + ":";
  return conflict_subject(conflict.kind, name_of(c, conflict.who), proposal_name(c, conflict.proposal)) + ":";
}

std::string teller(const Case& c, const Conflict& conflict, int report) {
  if (conflict.kind != Conflict::Kind::assessment || at(c.events, report).who.empty()) return "";
  std::vector<std::string> names;
  for (const Actor& who : at(c.events, report).who) names.push_back(name_of(c, who));
  return listed(names) + "; ";
}

}  // namespace

void write_sides(Page& page, const Case& c, const Standing& answer) {
  if (answer.versions.empty()) return;
  Table table;
  table.columns = {{"side"}, {"last moved"}, {"turns of others since"}};
  for (const SideMoves& side : answer.sides)
    table.rows.push_back(
        {{party_name(c, side.party)}, {side.moved ? date_words(side.last) : "has not moved"}, {turns_words(side)}});
  add_table(page, table);
}

void write_ledger(Page& page, const Case& c, const Ledger& ledger) {
  if (ledger.shifts.empty()) return;
  add_heading(page, "WHO GAVE WHAT", "points out of 100 within an issue, in the side's own values if stated");
  for (const SumKind& kind : sum_kinds()) write_sums(page, c, ledger, kind);
  if (page.style.all) write_shifts(page, c, ledger);
}

void write_positions(Page& page, const Case& c, const Positions& positions, Detail detail) {
  if (positions.points.empty()) return;
  const Positions::Point& now = positions.points.back();
  add_heading(page, "COMING CLOSER?", std::string(trend_words(positions.lately)));
  std::string words = fmt::format("Between the sides' newest own texts: {} apart", gap_words(now));
  if (positions.before >= 0) {
    const Positions::Point& before = at(positions.points, positions.before);
    words += fmt::format("; before{}: {}", before.date ? ", " + when(*before.date) : "", gap_words(before));
  }
  if (positions.first >= 0 && positions.first != positions.before) {
    const Positions::Point& first = at(positions.points, positions.first);
    words += fmt::format("; at first{}: {}", first.date ? ", " + when(*first.date) : "", gap_words(first));
  }
  add_text(page, words + ".", 2, 2);
  if (detail == Detail::brief && !page.style.all) return;
  add_text(page, "Steps apart, issue by issue:");
  Table table;
  table.columns = {{"issue"}, {"now", true}, {"before", true}, {"first", true}};
  for (const int issue : all_issues(c)) {
    const auto gap = [&](int point) {
      return point < 0 ? "" : std::to_string(at(at(positions.points, point).gaps, issue));
    };
    table.rows.push_back({{issue_name(c, issue)},
                          {std::to_string(at(now.gaps, issue))},
                          {gap(positions.before)},
                          {gap(positions.first)}});
  }
  add_table(page, table);
}

void write_conflicts(Page& page, const Case& c, const Standing& answer) {
  if (answer.conflicts.empty()) return;
  add_heading(page, "REPORTS THAT CONTRADICT EACH OTHER");
  for (const Conflict& conflict : answer.conflicts) {
    add_text(page, subject(c, conflict));
    Table table{{{""}, {""}, {""}}, {}, 4};
    for (const int report : conflict.reports)
      table.rows.push_back(
          {{std::string(report_words(c, conflict, report))},
           {date_words(report_date(c, conflict, report))},
           {teller(c, conflict, report) + source_words(c, report_source(c, conflict, report)), Tone::faint}});
    add_table(page, table);
  }
}

}  // namespace parley
