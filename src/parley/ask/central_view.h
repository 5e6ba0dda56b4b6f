#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "parley/ask/reading_sets.h"

namespace parley {

/// How one unknown lies in the readings in which somebody consents, against all readings. Numbers are millionths, as in
/// Readings::drawn.
struct Leaning {
  int unknown = -1;                ///< index into Readings::unknowns
  int choice = -1;                 ///< of a choice between things that are said, which one; -1: the unknown is a number
  double all = 0;                  ///< mean over all readings; of a choice its share of them
  double among = 0;                ///< mean over those in which there is consent; of a choice its share of those
  double shift = 0;                ///< among less all, in standard deviations over all readings
  std::int64_t low = 0, high = 0;  ///< nine of ten readings with consent lie between these (5 % to 95 %)
  std::int64_t low_of_all = 0, high_of_all = 0;  ///< and nine of ten of all readings
  std::int64_t least = 0, most = 0;              ///< the ends of those with consent
};

/// What would have to be true for somebody to consent: what the readings with consent have in common. (The central
/// weights of SMAA, Lahdelma and Salminen 2001, Operations Research 49, for all unknowns and for consent by reading.)
struct CentralView {
  std::size_t consenting = 0;
  bool too_few = false;           ///< fewer than fewest_for_view, and not none: means of so few say little
  std::vector<Leaning> leanings;  ///< those that can be told from chance, largest shift first
};

inline constexpr std::size_t fewest_for_view = 20;

/// Looks at every unknown; shifts that so many readings could show by chance are left out (less than four standard
/// errors, the finite number of readings heeded), and so are those of less than a tenth of a standard deviation.
CentralView central_view(const Case& c, const Readings& readings, const ReadingSet& consent);

/// Whether an unknown is a choice between things that are said, not a number.
bool is_choice(const Unknown& unknown);

}  // namespace parley
