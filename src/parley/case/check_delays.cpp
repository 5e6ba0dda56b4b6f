#include <fmt/core.h>

#include <algorithm>

#include "parley/case/checks.h"
#include "parley/case/phrases.h"

namespace parley {
namespace {

constexpr Decimal nothing = Decimal::of(0);
constexpr Decimal century = Decimal::of(36'500);

/// `what` names the delay: "the delay of Hamas, senior leadership".
void check_delay(const Delay& delay, const std::string& what, Problems& problems) {
  const Quantity& days = delay.days;
  const Place place = days.from.place;
  if (!days.claims.empty()) check_claims(days, what, problems);
  if (days.low < nothing) {
    problems.push_back(
        {place, fmt::format("{} cannot be less than no time", what), "give a length of time from 0 days on"});
    return;
  }
  if (days.low > days.high) {
    problems.push_back({place,
                        fmt::format("{} is at least {} and at most {}", what, duration_text(days.low, days.low),
                                    duration_text(days.high, days.high)),
                        "exchange the two, or correct one of them"});
    return;
  }
  if (days.high > century) {
    problems.push_back({place, fmt::format("{} is without end: up to {}", what, duration_text(days.high, days.high)),
                        "give at most 100 years; who never answers is recorded as silent"});
  }
  const auto outside = [&](Decimal time) { return time < days.low || time > days.high; };
  if (const auto& typical = delay.typical; typical && outside(*typical)) {
    problems.push_back({place,
                        fmt::format("{} is typically {}, outside of the {} that it may take", what,
                                    duration_text(*typical, *typical), duration_text(days.low, days.high)),
                        "put what is typical between the least and the most"});
  }
  if (std::ranges::any_of(delay.seen, outside))
    problems.push_back({place, fmt::format("{} was seen to take a time that it cannot take", what),
                        "let its least and most be those of the times seen"});
}

}  // namespace

void check_delays(const Case& c, Problems& problems) {
  for (int p = 0; p < static_cast<int>(c.parties.size()); ++p) {
    const Party& party = c.parties[static_cast<std::size_t>(p)];
    for (int k = 0; k < static_cast<int>(party.principals.size()); ++k) {
      const auto& delay = party.principals[static_cast<std::size_t>(k)].delay;
      if (delay) check_delay(*delay, "the delay of " + name_of(c, {.party = p, .principal = k}), problems);
    }
    for (const Exit& exit : party.no_deal.exits) {
      const auto& preparation = exit.preparation;
      if (preparation)
        check_delay(*preparation, fmt::format("the preparation of {} by {}", exit.name, party.name), problems);
    }
  }
  for (const Lever& lever : c.levers)
    for (const LeverChange& change : lever.changes)
      if (const auto* delay = std::get_if<DelayChanged>(&change))
        check_delay(delay->delay,
                    fmt::format("the delay of {} under lever {}",
                                name_of(c, {.party = delay->party, .principal = delay->principal}), lever.name),
                    problems);
}

}  // namespace parley
