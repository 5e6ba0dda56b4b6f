#pragma once

#include <chrono>
#include <vector>

#include "parley/case/party.h"

namespace parley {

/// Days before and after all others: of what was always so, and of what never comes.
inline constexpr Date beginning{std::chrono::sys_days{std::chrono::days{-10'000'000}}};
inline constexpr Date never{std::chrono::sys_days{std::chrono::days{100'000'000}}};

/// When an exit is there to be chosen, over all that its dates and preparations leave open.
struct Opening {
  Date earliest = beginning;  ///< the first day on which it may be there; `never`: it cannot come to it
  Date latest = beginning;    ///< the first day on which it surely is; `never`: perhaps not at all
  Date sure_until = never;    ///< the last day on which it surely has not closed
  Date until = never;         ///< the last day on which it may be open
  friend bool operator==(const Opening&, const Opening&) = default;
};

/// For each exit. An exit is there from the day on which it opens, which is not before the one that it waits for is
/// there, and for as long after as it takes to prepare; one that has always been open has been prepared. An exit that
/// closes before it is there never is, nor is any that waits for it; exits that wait for each other never are.
/// Preparations count in whole days, the shortest rounded down and the longest up.
std::vector<Opening> openings_of(const NoDeal& no_deal);

enum class Open { no, perhaps, yes };

/// Whether an exit is there on a date (the first day, of a part or a month).
Open open_on(const Opening& opening, Date date);

}  // namespace parley
