#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "parley/case/date.h"
#include "parley/case/issue.h"
#include "parley/case/party.h"
#include "parley/case/talks.h"

namespace parley {

// What a lever may change. `who` is a party (principal -1: the party with every principal that states nothing of its
// own) or a principal.

/// A third party takes a position on a matter.
struct StanceTaken {
  int third_party = -1;
  int stance = -1;
  int position = -1;
};
/// A guarantee, a mechanism that watches, a first phase carried out well: how far a later phase is believed in.
struct CredenceChanged {
  Actor who;
  int phase = -1;
  Quantity credence;
};
/// What somebody would consent to at least.
struct ReservationChanged {
  Actor who;
  Quantity reservation;
};
/// What one of a party's exits is worth, whatever stance others take.
struct ExitChanged {
  int party = -1;
  int exit = -1;
  DatedValue value;
};
/// That an exit cannot be chosen at all.
struct ExitClosed {
  int party = -1;
  int exit = -1;
};
struct BreakdownChanged {
  int party = -1;
  std::optional<Quantity> value;   ///< what breakdown is worth
  std::optional<Quantity> chance;  ///< how likely it is, per period
};
struct DelayChanged {
  int party = -1;
  int principal = -1;
  Delay delay;
};
/// Packages are held to some options: an extension of a phase, an offer that stands.
struct TermsHeld {
  std::vector<Condition> to;
};
/// A red line is given up.
struct RedLineLifted {
  Actor who;
  Condition option;
};

using LeverChange = std::variant<StanceTaken, CredenceChanged, ReservationChanged, ExitChanged, ExitClosed,
                                 BreakdownChanged, DelayChanged, TermsHeld, RedLineLifted>;

/// A named change to the case: a what-if.
struct Lever {
  std::string id;
  std::string name;
  std::vector<LeverChange> changes;
  Provenance from;
};

}  // namespace parley
