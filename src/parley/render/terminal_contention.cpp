#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "parley/render/terminal_parts.h"
#include "parley/render/wording.h"

namespace parley {
namespace {

constexpr std::size_t most_trades = 5;

std::string best_partner(const Case& c, const Contention& answer, int issue) {
  const auto trade =
      std::ranges::find_if(answer.trades, [&](const Trade& t) { return t.first == issue || t.second == issue; });
  if (trade == answer.trades.end()) return "";
  return issue_name(c, trade->first == issue ? trade->second : trade->first);
}

// Shares that stand below each other.
std::string whole_percent(double share) {
  if (share > 0 && share < 0.005) return "under 1 %";
  return fmt::format("{} %", std::lround(share * 100));
}

void write_trades(Page& page, const Case& c, const Contention& answer) {
  if (answer.trades.empty()) return;
  add_heading(page, "WHAT TRADES AGAINST WHAT");
  add_text(page,
           "Pairs of issues that serve everyone better when they are settled together than each by itself: what every "
           "party that cares about either gains at least.");
  Table table;
  table.columns = {{"pair"}, {"gain", true}, {"settled together as"}};
  const std::size_t shown = rows_shown(page, answer.trades.size(), most_trades);
  for (std::size_t i = 0; i < shown; ++i) {
    const Trade& trade = answer.trades[i];
    table.rows.push_back({{issue_name(c, trade.first) + " and " + issue_name(c, trade.second)},
                          {signed_figure(trade.gain)},
                          {fmt::format("{}; {}", option_text(c, trade.first, trade.first_together),
                                       option_text(c, trade.second, trade.second_together))}});
  }
  add_table(page, table);
  add_more(page, answer.trades.size() - shown);
}

}  // namespace

void write_contention(Page& page, const Case& c, const Contention& answer) {
  const bool stopped = std::ranges::any_of(answer.issues, &IssueContention::grouped);
  add_heading(page, "WHAT HOLDS THEM APART", answer.total == 0 && !stopped ? "nothing" : "");
  if (answer.total == 0 && stopped) return add_text(page, answer.heading.guarantee.words);
  if (answer.total == 0) {
    add_text(page, "In " + central_reading(page) + " every party can have its own way at once.");
    return;
  }
  add_text(page, fmt::format("Each issue's share of what opposition costs the parties together ({}), in {}.",
                             figure(answer.total), central_reading(page)));
  Table table;
  table.columns = {{""}, {""}, {"share", true}, {"trades best against"}};
  const int width = std::min(24, page.style.width / 4);
  const double largest = answer.issues.empty() ? 1 : answer.issues.front().share;
  for (const auto& issue : answer.issues) {
    table.rows.push_back({{issue_name(c, issue.issue) + (issue.grouped ? " *" : "")},
                          {bar(page, largest > 0 ? issue.share / largest : 0, width)},
                          {whole_percent(issue.share)},
                          {best_partner(c, answer, issue.issue), Tone::faint}});
  }
  add_table(page, table);
  if (std::ranges::any_of(answer.issues, &IssueContention::grouped)) {
    add_text(page, "* too entangled with others to be told apart; the cost of the group was divided evenly.", 2, 2);
  }
  write_trades(page, c, answer);
}

}  // namespace parley
