#pragma once

#include <vector>

#include "parley/model/reading/readings.h"

namespace parley {

/// What the thresholds that a party is judged by rest on.
enum class Grounds {
  sourced,           ///< at least one of them is stated by a source
  assumptions_only,  ///< none is, but what the party answered to a text is recorded, and heeded, and narrows them
  none,              ///< neither: a share of readings would be a share of guesses, so that none is given
};

/// The thresholds of a party are the reservation values of the party and of its principals who are not only heard, and
/// what its breakdown and its exits are worth, as they stand on a date. Answers are those in which somebody of the
/// party accepted or refused a text (the conditions of the readings that are used).
struct PartyGrounds {
  int party = -1;
  Grounds grounds = Grounds::none;
  int sourced = 0;                  ///< thresholds stated by sources
  int assumed = 0;                  ///< thresholds that are assumptions
  std::vector<Provenance> sources;  ///< of the sourced thresholds, each source once, by its id
  std::vector<Provenance> answers;  ///< where the answers come from, each source once, by its id
};

/// For each party.
std::vector<PartyGrounds> grounds_of(const Case& c, Date as_of, const std::vector<TalksCondition>& conditions);

}  // namespace parley
