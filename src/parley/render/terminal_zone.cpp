#include <fmt/core.h>

#include <algorithm>

#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

constexpr std::size_t most_rows = 10;
constexpr std::size_t most_changes = 8;

std::string size_words(const Zone& answer) {
  const std::string packages = count_words(answer.packages) + (answer.packages == "1" ? " package" : " packages");
  if (answer.empty) return "none of " + packages;
  if (answer.undecided) return "perhaps none of " + packages;
  if (answer.accepted == answer.packages) return "all of " + packages;
  if (!answer.accepted) {
    return fmt::format("about {} of {} (95 % interval {} to {})", percent(answer.share), packages,
                       percent(answer.share_low), percent(answer.share_high));
  }
  // Some and not all, whatever the share is rounded to.
  const double share = std::clamp(answer.share, 1e-9, 1 - 1e-9);
  return fmt::format("{} of {} ({})", count_words(*answer.accepted), packages, percent(share));
}

// Places spread evenly over n rows, both ends included, and the same ones when the rows are read backwards.
std::vector<std::size_t> spread(std::size_t n, std::size_t wanted) {
  std::vector<std::size_t> places;
  if (n <= wanted) {
    for (std::size_t i = 0; i < n; ++i) places.push_back(i);
    return places;
  }
  for (std::size_t k = 0; k < wanted; ++k) {
    const auto from_start = [&](std::size_t j) { return j * (n - 1) / (wanted - 1); };
    places.push_back(2 * k < wanted ? from_start(k) : n - 1 - from_start(wanted - 1 - k));
  }
  return places;
}

// A package by what changes from the row above; the first row by everything that changes anywhere.
std::string row_words(const Page& page, const Case& c, const std::vector<const Package*>& packages, std::size_t row) {
  if (packages.size() == 1) return terms_words(c, *packages[0], all_issues(c));
  if (row == 0) return terms_words(c, *packages[0], differing_issues(c, packages));
  const std::vector<int> changed = differing_issues(c, {packages[row - 1], packages[row]});
  if (changed.size() > most_changes && !page.style.all) return number_of(changed.size(), "change");
  return terms_words(c, *packages[row], changed);
}

void write_frontier(Page& page, const Case& c, const Zone& answer) {
  if (answer.frontier.empty()) return;
  add_heading(page, "THE FRONTIER", number_of(answer.frontier.size(), "package"));
  std::string words = answer.frontier_in_zone_only
                          ? "Packages that everyone could accept and that no other such package beats for every party"
                          : "Packages that no other package beats for every party";
  words += answer.frontier_within == 0      ? "."
           : answer.frontier_within >= unit ? "; they are only some of them, and no bound on the others can be stated."
                                            : fmt::format("; every other package is matched by one of these up to {}.",
                                                          bound_figure(answer.frontier_within));
  add_text(page, words);

  const auto places = spread(answer.frontier.size(), rows_shown(page, answer.frontier.size(), most_rows));
  std::vector<const Package*> packages;
  for (const std::size_t place : places) packages.push_back(&answer.frontier[place].package);
  const std::vector<int> same = same_issues(c, packages);
  if (!same.empty() && packages.size() > 1) {
    add_text(page, "The same in each row: " + terms_words(c, *packages.front(), same) + ".", 2, 2);
  }

  Table table;
  add_party_columns(table, c);
  if (!answer.frontier_in_zone_only) table.columns.push_back({"everyone"});
  table.columns.push_back({packages.size() > 1 ? "package, then what changes from row to row" : "package"});
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::vector<Cell> row;
    add_values(row, c, answer.frontier[places[i]].value);
    if (!answer.frontier_in_zone_only) {
      const bool accepted = answer.frontier_accepted[places[i]];
      row.push_back({accepted ? "could accept" : "could not", tone_of(accepted)});
    }
    row.push_back({row_words(page, c, packages, i)});
    table.rows.push_back(row);
  }
  add_table(page, table);
  add_more(page, answer.frontier.size() - places.size());
}

}  // namespace

void write_zone(Page& page, const Case& c, const Zone& answer) {
  add_heading(page, "WHAT EVERYONE COULD ACCEPT", answer.empty ? "nothing" : "", Tone::no);
  if (!answer.computed) return add_text(page, answer.heading.guarantee.words);
  add_text(page, "In " + central_reading(page) + " everyone could accept " + size_words(answer) + ".");
  explain_scale(page, c);
  write_tabled(page, c, answer);
  write_frontier(page, c, answer);
  write_viewpoints(page, c, answer);
}

}  // namespace parley
