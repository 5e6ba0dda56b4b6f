#pragma once

#include <optional>
#include <vector>

#include "parley/case/case.h"
#include "parley/model/tables.h"
#include "parley/model/utility.h"
#include "parley/model/weights.h"

namespace parley {

/// A number of the case in all readings: its ends and its value in the central reading, in millionths.
struct Spread {
  std::int64_t low = 0;
  std::int64_t central = 0;
  std::int64_t high = 0;
  bool exact() const { return low == high; }
};

/// One who values packages: a party, or a principal after taking over from its party what it does not state itself.
///   u(x) = sum over issues i of  weight_i / 100 * credence(phase of i) * value_i(x_i) / 100
///        + sum over interactions e of  weight_e / 100 * credence(least believed phase touched by e) * [e counts in x]
/// An interaction counts when its conditions hold (a bonus) or when they do not (a penalty).
struct Valuer {
  Actor who;                                ///< principal is -1 for the party's own view
  WeightSpace weights;                      ///< issues first, then interactions
  std::vector<std::vector<Spread>> values;  ///< for each issue and level: 0 to 100 points, in millionths
  std::vector<Spread> credences;            ///< for each phase: 0 to 1, in millionths
  std::vector<int> phase_of;                ///< for each issue
  std::vector<Interaction> interactions;
  std::vector<int> interaction_phase;  ///< the phase whose credence an interaction takes
  bool exact = false;                  ///< nothing here is a range: one reading only
  /// From utilities that are stated as numbers: the gains say it all, and of either sign; weights, values and the
  /// formula above are for reading only.
  bool scored = false;

  /// The central reading in whole numbers: gain[issue][level], and what each interaction adds when it counts.
  std::vector<std::vector<Utility>> gain;
  std::vector<Utility> interaction_gain;
};

/// The least utility that a principal consents to on the date of the model, and what it follows from.
struct Floor {
  Span span;
  Utility central = 0;
  enum class From { reservation, exit, breakdown, nothing } from = From::nothing;
  int exit = -1;  ///< From::exit: the exit option that sets it in the central reading
  /// What the case says of it on that date, unless it is a reservation value without a date; several values when a
  /// third party's stance is not known and each may hold.
  std::vector<DatedValue> values;
};

/// A case compiled for computing: who values what, and who needs how much, on one date.
struct Model {
  Date as_of;
  std::vector<int> levels;                           ///< for each issue
  std::vector<Valuer> parties;                       ///< the parties' own views, as in Case::parties
  std::vector<std::vector<Valuer>> principals;       ///< for each party, as in Party::principals
  std::vector<std::vector<Floor>> floors;            ///< for each party and principal
  std::vector<std::vector<std::uint64_t>> tie_keys;  ///< for each issue and level, see tie_keys.h
};

/// Compiles a sound case (see case.h) for a date.
Model compile(const Case& c, Date as_of);

/// The utility of a package in the central reading: the sum of the whole-number gains.
Utility central_utility(const Valuer& valuer, const Package& package);

/// The lowest and highest utility of a package over all readings: exact linear optimisation over the weights, the ends
/// of every other range; rounded outward to 10^-9. Equal to the central utility when the valuer is exact.
Span utility_span(const Valuer& valuer, const Package& package);

/// Bounds on the utility over all readings and all packages that take one of the `alternatives` (not empty) in each
/// issue, as if issues and combinations could be had one by one and without rules. Exact for a single package.
Span utility_bounds(const Valuer& valuer, const std::vector<std::vector<int>>& alternatives);

/// Bounds on the central utility over all packages, rules aside; attained when there are no interactions.
Span central_range(const Valuer& valuer);

/// Whether an interaction of a valuer counts in a package.
bool counts(const Interaction& interaction, const Package& package);

}  // namespace parley
