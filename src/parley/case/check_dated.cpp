#include <fmt/core.h>

#include <algorithm>
#include <tuple>

#include "parley/case/checks.h"

namespace parley {
namespace {

auto when_it_holds(const DatedValue& value) {
  return std::tuple(value.third_party, value.stance, value.position, value.since);
}

std::string condition_of(const Case& c, const DatedValue& value) {
  std::string text = value.since ? "from " + to_words(*value.since) + " on" : "from the start";
  if (value.third_party < 0) return text;
  const ThirdParty& third = c.third_parties[static_cast<std::size_t>(value.third_party)];
  const Stance& stance = third.stances[static_cast<std::size_t>(value.stance)];
  return text + fmt::format(" when {} on {} is {}", third.name, stance.name,
                            stance.positions[static_cast<std::size_t>(value.position)]);
}

/// `what` names what the values are of.
void check_list(const Case& c, const std::vector<DatedValue>& values, const std::string& what, Problems& problems) {
  std::vector<const DatedValue*> sorted;
  for (const DatedValue& value : values) sorted.push_back(&value);
  const auto order = [](const DatedValue* value) { return std::tuple(when_it_holds(*value), value->value.from.place); };
  std::ranges::sort(sorted, {}, order);
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (when_it_holds(*sorted[i - 1]) != when_it_holds(*sorted[i])) continue;
    problems.push_back({sorted[i]->value.from.place,
                        fmt::format("two values of {} hold {}", what, condition_of(c, *sorted[i])),
                        "correct one of the dates, or write one range, or {either: [...]} where statements differ"});
  }
}

}  // namespace

void check_dated(const Case& c, Problems& problems) {
  for (int p = 0; p < static_cast<int>(c.parties.size()); ++p) {
    const Party& party = c.parties[static_cast<std::size_t>(p)];
    const auto of_party = [&](const char* what) { return fmt::format("{} for {}", what, party.name); };
    check_list(c, party.no_deal.flow, of_party("talking on"), problems);
    check_list(c, party.no_deal.breakdown, of_party("a breakdown"), problems);
    check_list(c, party.no_deal.breakdown_chance, of_party("the chance of a breakdown"), problems);
    for (const Exit& exit : party.no_deal.exits)
      check_list(c, exit.values, fmt::format("exit {} for {}", exit.name, party.name), problems);
    check_list(c, party.reservations, "the reservation value of " + party.name, problems);
    for (int k = 0; k < static_cast<int>(party.principals.size()); ++k)
      check_list(c, party.principals[static_cast<std::size_t>(k)].reservations,
                 "the reservation value of " + name_of(c, {.party = p, .principal = k}), problems);
  }
}

}  // namespace parley
