#include "parley/ask/contention.h"

#include <algorithm>
#include <cstddef>

#include "parley/ask/opposition.h"
#include "parley/ask/trades.h"

namespace parley {

Contention contention(const Case& c, const Model& model) {
  Contention answer;
  answer.heading = heading(c, "contention", model.as_of);
  const Opposition opposition = opposition_of(c, model);
  answer.total = opposition.total;
  for (std::size_t i = 0; i < c.issues.size(); ++i) {
    IssueContention issue;
    issue.issue = static_cast<int>(i);
    issue.cost = opposition.cost[i];
    issue.share = answer.total == 0 ? 0 : static_cast<double>(issue.cost) / static_cast<double>(answer.total);
    issue.grouped = opposition.grouped[i];
    answer.issues.push_back(issue);
  }
  std::ranges::stable_sort(answer.issues, [&](const IssueContention& a, const IssueContention& b) {
    if (a.cost != b.cost) return a.cost > b.cost;
    return c.issues[static_cast<std::size_t>(a.issue)].id < c.issues[static_cast<std::size_t>(b.issue)].id;
  });
  Trades trades = trades_of(c, model);
  answer.trades = std::move(trades.all);
  const bool grouped = std::ranges::find(opposition.grouped, true) != opposition.grouped.end();
  answer.heading.guarantee.words =
      grouped ? "Exact for the central reading, but issues that rules and combinations tie too closely share their "
                "group's cost evenly."
              : "Exact for the central reading.";
  if (!opposition.complete)
    answer.heading.guarantee.words =
        "Not computed for issues that rules and combinations tie together beyond what can be computed: what opposition "
        "over them costs is left out.";
  if (!trades.complete)
    answer.heading.guarantee.words += " Pairs of issues with very many options were not looked at for trades.";
  if (grouped || !trades.complete) answer.heading.guarantee.kind = Guarantee::Kind::stopped;
  return answer;
}

}  // namespace parley
