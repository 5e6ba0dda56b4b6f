#include "parley/ask/versions.h"

#include <algorithm>
#include <cstddef>

namespace parley {

bool known_by(const std::optional<Date>& date, Date as_of) { return !date || *date <= as_of; }

std::optional<Date> date_of(const Case& c, int proposal) {
  for (int p = proposal; p >= 0; p = c.proposals[static_cast<std::size_t>(p)].parent)
    if (c.proposals[static_cast<std::size_t>(p)].date) return c.proposals[static_cast<std::size_t>(p)].date;
  return std::nullopt;
}

std::vector<std::optional<Date>> dates_of_proposals(const Case& c) {
  // Parents come before their children in the case.
  std::vector<std::optional<Date>> dates;
  dates.reserve(c.proposals.size());
  for (const Proposal& proposal : c.proposals) {
    const bool of_parent = !proposal.date && proposal.parent >= 0;
    dates.push_back(of_parent ? dates[static_cast<std::size_t>(proposal.parent)] : proposal.date);
  }
  return dates;
}

std::vector<int> versions_by(const Case& c, Date as_of) {
  std::vector<std::optional<Date>> from = dates_of_proposals(c);
  std::vector<int> versions;
  for (std::size_t p = 0; p < from.size(); ++p)
    if (known_by(from[p], as_of)) versions.push_back(static_cast<int>(p));
  // A month may hide that a parent is the earlier one.
  for (std::size_t p = 0; p < from.size(); ++p) {
    const int parent = c.proposals[p].parent;
    if (parent >= 0) from[p] = std::max(from[p], from[static_cast<std::size_t>(parent)]);
  }
  std::ranges::stable_sort(
      versions, [&](int a, int b) { return from[static_cast<std::size_t>(a)] < from[static_cast<std::size_t>(b)]; });
  return versions;
}

}  // namespace parley
