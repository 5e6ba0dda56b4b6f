#include <fmt/core.h>

#include <cstdlib>

#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

void write_picks(Page& page, const Case& c, const Zone& answer) {
  Table table;
  table.columns = {{"viewpoint"}, {"looks for"}};
  add_party_columns(table, c);
  for (const auto& view : answer.viewpoints) {
    std::vector<Cell> row{{std::string(viewpoint_name(view.viewpoint))}, {std::string(viewpoint_idea(view.viewpoint))}};
    if (view.point) {
      add_values(row, c, view.point->value);
    } else {
      row.resize(table.columns.size(), {"none"});
    }
    table.rows.push_back(row);
  }
  std::vector<Cell> disagreement{{"disagreement point"}, {"gains of each count from here: the floors"}};
  add_values(disagreement, c, answer.floors);
  table.rows.push_back(disagreement);
  if (!answer.ideals.empty()) {
    std::vector<Cell> ideals{{"hopes"}, {"the most that each could get in the zone"}};
    add_values(ideals, c, answer.ideals);
    table.rows.push_back(ideals);
  }
  add_table(page, table);
}

void write_packages(Page& page, const Case& c, const Zone& answer) {
  std::vector<const Package*> packages;
  for (const auto& view : answer.viewpoints) {
    if (view.point) packages.push_back(&view.point->package);
  }
  if (packages.empty()) return;
  if (differing_issues(c, packages).empty()) {
    add_text(page, "All pick the same package: " + terms_words(c, *packages.front(), all_issues(c)) + ".", 2, 2);
    return;
  }
  const std::vector<int> same = same_issues(c, packages);
  if (!same.empty()) add_text(page, "The same in all picks: " + terms_words(c, *packages.front(), same) + ".", 2, 2);
  const std::vector<int> differing = differing_issues(c, packages);
  Table table;
  table.columns = {{"viewpoint"}, {"picks"}};
  for (const auto& view : answer.viewpoints) {
    if (!view.point) continue;
    table.rows.push_back(
        {{std::string(viewpoint_name(view.viewpoint))}, {terms_words(c, view.point->package, differing)}});
  }
  add_table(page, table);
}

std::string part_words(const Fraction& part) {
  if (part.numerator == part.denominator) return "all";
  return fmt::format("{}/{}", part.numerator, part.denominator);
}

// Who gets an issue, or how much of it.
std::string division_words(const Case& c, int issue, const Fraction& to_first) {
  const Fraction to_second{to_first.denominator - to_first.numerator, to_first.denominator};
  std::vector<std::string> parts;
  if (to_first.numerator != 0) parts.push_back(part_words(to_first) + " to " + party_name(c, 0));
  if (to_second.numerator != 0) parts.push_back(part_words(to_second) + " to " + party_name(c, 1));
  return issue_name(c, issue) + ": " + listed(parts);
}

void write_adjusted_winner(Page& page, const Case& c, const Zone::Division& division) {
  const auto value = [](const Fraction& points) { return figure(points.numerator / points.denominator); };
  add_text(page, fmt::format("Adjusted Winner divides the issues so that {} gets {} and {} gets {}:", party_name(c, 0),
                             value(division.points[0]), party_name(c, 1), value(division.points[1])));
  for (const int issue : all_issues(c)) {
    add_text(page, division_words(c, issue, at(division.to_first, issue)), 4, 2);
  }
}

}  // namespace

void write_viewpoints(Page& page, const Case& c, const Zone& answer) {
  if (answer.viewpoints.empty() && !answer.adjusted_winner) return;
  add_heading(page, "VIEWPOINTS", "ideas of fairness side by side, not advice");
  if (!answer.viewpoints.empty()) {
    add_text(
        page,
        "Each picks among the packages that everyone could accept. Where several are as good, one of them stands for "
        "all.");
    write_picks(page, c, answer);
    write_packages(page, c, answer);
  }
  if (answer.adjusted_winner) write_adjusted_winner(page, c, *answer.adjusted_winner);
}

void write_tabled(Page& page, const Case& c, const Zone& answer) {
  if (answer.tabled.empty()) return;
  add_heading(page, "THE TABLED TEXTS");
  Table table;
  table.columns = {{""}};
  add_party_columns(table, c);
  table.columns.push_back({"everyone"});
  table.columns.push_back({"left on the table"});
  for (const auto& tabled : answer.tabled) {
    std::vector<Cell> row{{dated_proposal(c, tabled.proposal)}};
    add_values(row, c, tabled.value);
    row.push_back({tabled.accepted ? "could accept" : "could not", tone_of(tabled.accepted)});
    row.push_back({tabled.left_for_everyone == 0
                       ? "nothing: on the frontier"
                       : "every party could gain " + figure(tabled.left_for_everyone) + " at once"});
    table.rows.push_back(row);
  }
  add_table(page, table);
  for (const auto& tabled : answer.tabled) {
    std::vector<int> open = all_issues(c);
    std::erase_if(open, [&](int issue) { return !at(c.proposals, tabled.proposal).bracketed(issue); });
    if (!open.empty())
      add_text(page,
               fmt::format("{} is read with its brackets filled in: {}.", proposal_name(c, tabled.proposal),
                           terms_words(c, tabled.package, open)),
               2, 2);
    if (!tabled.better) continue;
    const auto changed = differing_issues(c, {&tabled.package, &tabled.better->package});
    add_text(page,
             fmt::format("More for everyone than {}: {}.", proposal_name(c, tabled.proposal),
                         terms_words(c, tabled.better->package, changed)),
             2, 2);
  }
}

}  // namespace parley
