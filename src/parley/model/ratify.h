#pragma once

#include <optional>
#include <vector>

#include "parley/case/party.h"

namespace parley {

/// How likely something is to have come by a day, in whole days from now: within[d] is the chance that it takes at most
/// d days. It never falls; what the last entry leaves of 1 comes later than looked at, or never.
/// Floating point: each chance is off by less than 10^-9.
struct DayChances {
  std::vector<double> within;
};

/// No delay is followed beyond ten years: what takes longer counts as not having come.
inline constexpr int most_days = 3660;

DayChances at_once();      ///< it is there already
DayChances never_comes();  ///< it does not come
DayChances after_days(int days);

/// The chance that it has come within so many days.
double chance_within(const DayChances& chances, int days);

/// The first day by which it has come with at least this chance; nothing where that is never reached.
std::optional<int> day_of(const DayChances& chances, double chance);

/// How long a delay takes. Days are whole: a part of a day counts as one. Between the least and the most each day is as
/// likely as the others; with a typical delay the chances rise evenly up to it and fall evenly from it; days that were
/// seen are as likely as each other; where statements differ, each counts by its weight.
/// `passed`: so many days have gone by and it has not come yet; then what is left, given that. Nothing where it should
/// have come by then.
std::optional<DayChances> days_of(const Delay& delay, int passed = 0);

/// Several things of which each comes by itself, independently of the others.
DayChances one_after_another(const std::vector<DayChances>& parts);
/// The `least` first of them have come.
DayChances so_many_of(std::vector<DayChances> parts, int least);
DayChances all_of(std::vector<DayChances> parts);

/// One of several, each as likely as its weight says.
struct WeightedDays {
  double weight = 1;
  DayChances days;
};
DayChances one_of(const std::vector<WeightedDays>& cases);

/// When a consent tree has approved.
struct TreeDays {
  DayChances days;
  /// A principal stands in several places, and there are too many ways to go through: it is taken there as if it were
  /// several.
  bool apart = false;
};

/// From how long each principal takes once it is asked (for each of Party::principals; never_comes for one that does
/// not approve). Asked all at once: ALL takes as long as the longest, ANY as the shortest, k of n as the k-th. In turn:
/// the first so many who can approve, one after another. Principals take their time independently of each other; one
/// that stands in several places takes the same time in each.
TreeDays days_until_approved(const Party& party, const Gate& gate, const std::vector<DayChances>& principals);

}  // namespace parley
