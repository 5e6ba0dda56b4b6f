#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "parley/case/case.h"
#include "parley/model/reading/unknown.h"
#include "parley/model/utility.h"

namespace parley {

/// One entry for each reading, or a single one where all readings agree; none where none was drawn.
using PerReading = std::vector<Utility>;

inline Utility in_reading(const PerReading& values, std::size_t reading) {
  return values.size() == 1 ? values.front() : values[reading];
}

/// How one principal values packages in every reading, in the units of Valuer::gain.
struct ReadView {
  Actor who;
  std::vector<std::vector<PerReading>> gain;  ///< for each issue and level
  std::vector<Interaction> interactions;
  std::vector<PerReading> interaction_gain;  ///< what each adds when it counts (see counts in model.h)
  PerReading floor;                          ///< the least utility that it consents to
};

/// What somebody said to a text, as a condition on readings: who accepted could accept some completion of it, who
/// refused could not accept every one.
struct TalksCondition {
  Actor who;  ///< a principal, or a party as a whole: then its consent tree
  int proposal = -1;
  bool accepted = false;
  Provenance from;
  double share = 0;  ///< of the readings of all other statements, the part that agrees with it alone
  bool used = true;  ///< false: left out, since no reading agrees with it, alone or with others (see contradictions)
  bool too_open = false;  ///< left out, since the text leaves more completions open than are looked at
};

/// Answers that no reading agrees with, or none that was found; all of them are left out, since nothing says which of
/// them misleads.
struct Contradiction {
  std::vector<int> conditions;  ///< indices into Readings::conditions: a smallest set that contradicts
  bool smallest = true;         ///< shown: every smaller set has a reading
  bool proven = false;          ///< that no reading agrees; else drawing and a search found none
};

struct ReadingOptions {
  std::size_t count = 4000;
  std::uint64_t seed = 1;
  bool heed_talks = true;  ///< what was accepted and refused narrows the readings
  std::stop_token stop;
};

/// Readings of a case on a date, drawn at random: each is one complete choice of all numbers that agrees with every
/// statement. Reading j depends on the case, the date, the seed and j alone: on no other reading, order of parties or
/// number of threads. (With conditions so narrow that a walk is needed, on the earlier readings of its chain too.)
/// What somebody said to a text up to the date is heeded as it was said last; reports of one day that contradict each
/// other tell nothing. Readings that would take more than half a gigabyte are fewer than asked for.
struct Readings {
  std::size_t count = 0;  ///< how many were drawn: fewer than asked for after a stop; 1 where nothing is unknown
  std::uint64_t seed = 1;
  std::vector<Unknown> unknowns;                 ///< what varies; nothing exact is here
  std::vector<std::vector<std::int64_t>> drawn;  ///< for each unknown and reading: millionths, or an index
  std::vector<std::vector<ReadView>> views;      ///< for each party and principal
  std::vector<std::vector<std::uint8_t>>
      consent;  ///< for each party and reading: which of consent_claims; empty: no claims
  std::vector<TalksCondition> conditions;
  std::vector<Contradiction> contradictions;
  bool walked = false;     ///< drawn by walking: neighbours are alike, so that shares are less sure
  double independent = 0;  ///< as many independent readings would tell as much: `count` unless walked
};

Readings draw_readings(const Case& c, Date as_of, const ReadingOptions& options = {});

/// What a package is worth in a reading.
Utility utility_in(const ReadView& view, std::size_t reading, const Package& package);

/// Whether a principal consents to a package in a reading: its floor is reached and no red line of its party or its own
/// is hit; and whether a party's consent tree, as it is in that reading, approves.
bool approves_in(const Case& c, const Readings& readings, int party, int principal, std::size_t reading,
                 const Package& package);
bool approves_in(const Case& c, const Readings& readings, int party, std::size_t reading, const Package& package);

}  // namespace parley
