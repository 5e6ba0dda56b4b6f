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

std::vector<int> versions_by(const Case& c, Date as_of) {
  std::vector<int> versions;
  for (std::size_t p = 0; p < c.proposals.size(); ++p)
    if (known_by(date_of(c, static_cast<int>(p)), as_of)) versions.push_back(static_cast<int>(p));
  // Parents come before their children in the case, and a month may hide that a parent is the earlier one.
  std::vector<std::optional<Date>> from(c.proposals.size());
  for (std::size_t p = 0; p < from.size(); ++p) {
    const int parent = c.proposals[p].parent;
    from[p] = date_of(c, static_cast<int>(p));
    if (parent >= 0) from[p] = std::max(from[p], from[static_cast<std::size_t>(parent)]);
  }
  std::ranges::stable_sort(
      versions, [&](int a, int b) { return from[static_cast<std::size_t>(a)] < from[static_cast<std::size_t>(b)]; });
  return versions;
}

}  // namespace parley
