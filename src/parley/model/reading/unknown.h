#pragma once

#include <string>

#include "parley/case/case.h"

namespace parley {

/// One number of a case that no statement makes exact, or a choice between things that are said. Numbers that several
/// principals take over from their party are one unknown of the party.
struct Unknown {
  enum class Kind {
    weight,       ///< swing weight of an issue, in points
    interaction,  ///< points of a bonus or penalty
    value,        ///< value of an option, 0 to 100
    credence,     ///< belief that a phase comes, 0 to 1
    reservation,  ///< least value that is consented to, 0 to 100
    breakdown,    ///< what breakdown is worth, 0 to 100
    exit,         ///< what an exit is worth that is stated as one number, 0 to 100
    chance,       ///< that an exit succeeds, 0 to 1
    win,          ///< what its success is worth, 0 to 100
    loss,         ///< what its failure is worth, 0 to 100
    cost,         ///< what it costs either way, 0 to 100
    stance,       ///< which position a third party takes: an index
    consent,      ///< whose approval a party needs: an index into Party::consent_claims
    opening,      ///< whether an exit is there, where its dates and preparation leave that open: 0 or 1
  };
  Kind kind = Kind::weight;
  Actor who;       ///< a party, a principal, or the third party that takes a stance
  int item = -1;   ///< issue, interaction, phase, exit or stance; none for reservation, breakdown and consent
  int level = -1;  ///< of a value: the option. Of what is dated (reservation, breakdown and exits): which of the values
  Provenance from;
};

/// "weight of withdrawal to Hamas", "chance that ground operation in Rafah succeeds": an unknown in words.
std::string unknown_text(const Case& c, const Unknown& unknown);

/// Its number in words, with its unit: "25", "30 %", "opposed".
std::string unknown_value_text(const Case& c, const Unknown& unknown, std::int64_t millionths);

}  // namespace parley
