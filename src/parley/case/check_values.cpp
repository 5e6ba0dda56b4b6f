#include <fmt/core.h>

#include <set>

#include "parley/case/checks.h"
#include "parley/case/voices.h"

namespace parley {
namespace {

bool speaks_of_values(const Preference& preference) {
  return speaks_of_weights(preference) || any_stated(preference.values);
}

bool may_matter(const Voice& voice, int issue) {
  const auto& weight = voice.preference.weights[static_cast<std::size_t>(issue)];
  if (weight) return weight->high > Decimal::of(0);
  return std::ranges::count(voice.preference.order, issue) > 0;
}

}  // namespace

void check_values(const Case& c, Problems& problems) {
  for (int party = 0; party < static_cast<int>(c.parties.size()); ++party) {
    if (c.parties[static_cast<std::size_t>(party)].utilities) continue;
    std::set<int> said;
    for_each_voice(c, party, speaks_of_values, [&](const Voice& voice) {
      for (int i = 0; i < static_cast<int>(c.issues.size()); ++i) {
        const Issue& issue = c.issues[static_cast<std::size_t>(i)];
        // Of something divided, more is better for those between whom it is divided: nothing need be said.
        const bool claimant = std::ranges::count(issue.claimants, party) > 0;
        if (claimant || voice.preference.values[static_cast<std::size_t>(i)] || !may_matter(voice, i)) continue;
        if (!said.insert(i).second) continue;
        problems.push_back(
            {voice.place,
             fmt::format("{} matters to {}, but nothing says which of its options are better", issue.name, voice.name),
             "give its options values from 0 to 100 or an order, or give the issue weight 0"});
      }
    });
  }
}

}  // namespace parley
