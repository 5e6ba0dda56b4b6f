#include "parley/model/opening.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace parley {
namespace {

constexpr std::int64_t millionths_of_a_day = 1'000'000;

/// Never past `never`: as many days as there are before it.
Date later(Date date, std::int64_t days) {
  if (date == never) return never;
  const std::int64_t left = (never.day - date.day).count();
  return Date{date.day + std::chrono::days{static_cast<int>(std::min(days, left))}};
}

Date day_of(Date date) { return Date{date.day}; }

Opening opening_of(const Exit& exit, const Opening& before) {
  Opening opening;
  opening.earliest = before.earliest;
  opening.latest = before.latest;
  if (exit.opens) {
    opening.earliest = std::max(opening.earliest, day_of(*exit.opens));
    opening.latest = std::max(opening.latest, last_day_of(*exit.opens));
  }
  if (exit.preparation && opening.latest != beginning) {
    const Quantity& days = exit.preparation->days;
    opening.earliest = later(opening.earliest, days.low.millionths / millionths_of_a_day);
    opening.latest = later(opening.latest, (days.high.millionths + millionths_of_a_day - 1) / millionths_of_a_day);
  }
  if (exit.closes) {
    opening.sure_until = day_of(*exit.closes);
    opening.until = last_day_of(*exit.closes);
  }
  if (opening.latest > opening.sure_until) opening.latest = never;
  if (opening.earliest > opening.until) opening.earliest = never;
  return opening;
}

}  // namespace

std::vector<Opening> openings_of(const NoDeal& no_deal) {
  enum class State : std::uint8_t { untouched, waiting, done };
  const auto& exits = no_deal.exits;
  std::vector<Opening> openings(exits.size());
  std::vector<State> states(exits.size(), State::untouched);
  for (std::size_t e = 0; e < exits.size(); ++e) {
    std::vector<std::size_t> chain;
    int next = static_cast<int>(e);
    for (; next >= 0 && states[static_cast<std::size_t>(next)] == State::untouched;
         next = exits[static_cast<std::size_t>(next)].after) {
      chain.push_back(static_cast<std::size_t>(next));
      states[chain.back()] = State::waiting;
    }
    Opening before;
    if (next >= 0)
      before = states[static_cast<std::size_t>(next)] == State::done ? openings[static_cast<std::size_t>(next)]
                                                                     : Opening{never, never, never, never};
    for (; !chain.empty(); chain.pop_back()) {
      before = openings[chain.back()] = opening_of(exits[chain.back()], before);
      states[chain.back()] = State::done;
    }
  }
  return openings;
}

Open open_on(const Opening& opening, Date date) {
  if (date < opening.earliest || date > opening.until) return Open::no;
  return date >= opening.latest && date <= opening.sure_until ? Open::yes : Open::perhaps;
}

}  // namespace parley
