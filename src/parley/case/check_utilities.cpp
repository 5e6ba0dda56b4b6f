#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>

#include "parley/case/checks.h"
#include "parley/case/voices.h"

namespace parley {
namespace {

bool speaks_at_all(const Preference& preference) {
  return preference.from.place.line > 0 || speaks_of_weights(preference) || any_stated(preference.credences);
}

/// The largest magnitude that any package could have: the sum of the largest ones.
std::int64_t largest_sum(const Utilities& utilities) {
  std::int64_t sum = std::abs(utilities.base);
  for (const auto& options : utilities.options) {
    std::int64_t largest = 0;
    for (const std::int64_t utility : options) largest = std::max(largest, std::abs(utility));
    sum += largest;
  }
  for (const auto& combination : utilities.combinations) sum += std::abs(combination.adds);
  return sum;
}

void check_alone(const Case& c, int index, Problems& problems) {
  const Party& party = c.parties[static_cast<std::size_t>(index)];
  if (speaks_at_all(party.preference))
    problems.push_back({first_place({party.preference.from.place, party.from.place}),
                        fmt::format("{} has utilities, which leave no room for preferences", party.name),
                        "keep one of the two"});
  const bool another = party.reservation || !party.reservations.empty();
  if (another && party.utilities && party.utilities->reservation)
    problems.push_back({(party.reservation ? *party.reservation : party.reservations.front().value).from.place,
                        fmt::format("{} has a reservation value in its utilities already", party.name),
                        "keep one of the two"});
  for (int k = 0; k < std::ssize(party.principals); ++k) {
    const Principal& principal = party.principals[static_cast<std::size_t>(k)];
    if (!speaks_at_all(principal.preference)) continue;
    problems.push_back({first_place({principal.preference.from.place, principal.from.place}),
                        fmt::format("the utilities of {} hold for all of its principals, and {} has preferences",
                                    party.name, name_of(c, {.party = index, .principal = k})),
                        "remove these, or give the party preferences instead of utilities"});
  }
}

}  // namespace

void check_utilities(const Case& c, Problems& problems) {
  for (int p = 0; p < std::ssize(c.parties); ++p) {
    const Party& party = c.parties[static_cast<std::size_t>(p)];
    if (!party.utilities) continue;
    check_alone(c, p, problems);
    if (largest_sum(*party.utilities) > largest_utility)
      problems.push_back({party.utilities->from.place,
                          fmt::format("the utilities of {} could add up to more than a million", party.name),
                          "state them in a larger unit"});
    const auto discount = party.utilities->discount;
    if (discount && (*discount <= 0 || *discount > one_utility))
      problems.push_back({party.utilities->from.place,
                          fmt::format("the discount of {} must lie above 0 and not above 1", party.name),
                          "write what is left of a utility when all time is used up, such as 0.8"});
  }
}

}  // namespace parley
