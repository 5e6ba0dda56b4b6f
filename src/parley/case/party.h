#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "parley/case/date.h"
#include "parley/case/issue.h"
#include "parley/case/utilities.h"

namespace parley {

/// How the number of a count, duration or share turns into a value between 0 and 100.
struct Shape {
  enum class Kind {
    linear,       ///< every unit is worth the same
    diminishing,  ///< the first units are worth most: 100 (1 - (1-t)^2) with t the way from the worst to the best end
    threshold,    ///< nothing before `at`, everything from it on
  };
  Kind kind = Kind::linear;
  bool best_high = true;  ///< the best end is the highest number (for a share: the party's own part)
  int at = 0;             ///< threshold: the level from which on (towards the best end) the value is 100
};

/// Option values known one by one, each from 0 (worst) to 100 (best): one Quantity for each level.
struct OptionValues {
  std::vector<Quantity> by_level;
};

/// Only the order is known: levels from best to worst, all of the levels.
struct OptionOrder {
  std::vector<int> best_first;
};

/// How one party or principal values the options of one issue.
struct Valuation {
  std::variant<Shape, OptionValues, OptionOrder> form;
  Provenance from;
};

/// What a combination of options adds or costs beyond the issues one by one.
/// Bonus and penalty are swings like weights and share the same 100 points: a bonus counts its points when the
/// combination holds, a penalty counts its points when it does not.
struct Interaction {
  std::string name;
  std::vector<Condition> when;
  Quantity points;
  bool penalty = false;
};

/// How a party or principal values packages, as far as it is stated. What a principal does not state, it takes from
/// its party. Weights are swing weights: points out of 100 for moving the issue from worst to best.
struct Preference {
  std::vector<std::optional<Quantity>> weights;  ///< for each issue
  std::vector<int> order;                        ///< issues from most to least important; may be partial
  Provenance order_from;
  std::vector<std::optional<Valuation>> values;  ///< for each issue
  std::vector<Interaction> interactions;
  std::vector<std::optional<Quantity>> credences;  ///< for each phase: belief that it will be reached, 0 to 1
  Provenance from;
};

/// Options that are excluded whatever else is offered.
struct RedLine {
  Condition option;
  Provenance from;
};

/// What is asked for in public; not the reservation value.
struct Aspiration {
  Condition option;
  Provenance from;
};

/// Something that may succeed or fail. Worth: chance x win + (1 - chance) x loss - cost.
struct Gamble {
  Quantity chance;  ///< of success, 0 to 1
  Quantity win;     ///< what success is worth, 0 to 100
  Quantity loss;    ///< what failure is worth, 0 to 100
  Quantity cost;    ///< what it costs either way, 0 to 100
};

/// A value that holds from a date on, if a third party has taken a stance (both optional).
struct DatedValue {
  std::optional<Date> since;
  int third_party = -1;
  int stance = -1;    ///< index into ThirdParty::stances
  int position = -1;  ///< index into Stance::positions
  Quantity value;     ///< on the party's utility scale, 0 to 100
  std::optional<Gamble>
      gamble;  ///< of exits: what the value follows from; `value` is then the hull of what it may come to
};

/// Something a party could do instead of talking on.
struct Exit {
  std::string id;
  std::string name;
  std::vector<DatedValue> values;
  std::optional<Date> opens;         ///< the first day on which it can be chosen
  std::optional<Date> closes;        ///< the last one
  int after = -1;                    ///< another exit of this party that must have opened first, and have been prepared
  std::optional<Delay> preparation;  ///< from the day on which it could be chosen until it is there
  Provenance from;
};

/// What happens without agreement, three things kept apart.
struct NoDeal {
  std::vector<DatedValue> flow;              ///< while the talks go on
  std::vector<DatedValue> breakdown;         ///< if they break down
  std::vector<Exit> exits;                   ///< what the party could choose instead
  std::vector<DatedValue> breakdown_chance;  ///< 0 to 1: that the talks break down within `period_days` of talking
  std::optional<Quantity> patience;          ///< 0 to 1: what is left of a value that comes `period_days` later
  int period_days = 7;                       ///< of both
  bool empty() const { return flow.empty() && breakdown.empty() && exits.empty(); }
};

/// Someone inside a party whose approval counts.
struct Principal {
  std::string id;
  std::string name;
  bool advisory = false;       ///< heard, but does not bind
  std::optional<Delay> delay;  ///< how long its approval takes
  Preference preference;       ///< only what differs from the party's
  std::optional<Quantity> reservation;
  std::vector<DatedValue> reservations;  ///< what it becomes from dates on, or with stances of third parties
  std::vector<RedLine> red_lines;        ///< beside the party's
  Provenance from;
};

/// The gate tree of a party.
struct Gate {
  enum class Kind { principal, all, any, at_least };
  Kind kind = Kind::all;
  int principal = -1;  ///< Kind::principal: index into Party::principals
  int least = 0;       ///< Kind::at_least: how many of the children must approve
  std::vector<Gate> children;
  bool in_turn = false;  ///< each child is asked when the one before it has approved; else all at once
};

/// One of several things that are said of whose approval a party's consent takes, of which one is true.
struct ConsentClaim {
  Gate consent;
  Decimal weight = Decimal::of(1);  ///< how much it counts beside the others; above 0
  Provenance from;
};

/// A side whose consent the agreement needs. Always has at least one principal: where the case names none, the party
/// speaks for itself as its only principal, with an empty id.
struct Party {
  std::string id;
  std::string name;
  std::vector<Principal> principals;
  Gate consent;
  std::vector<ConsentClaim>
      consent_claims;  ///< where statements differ, two or more; `consent` is the weightiest of them
  Preference preference;
  std::optional<Utilities> utilities;  ///< in place of `preference`, for all of its principals
  std::optional<Quantity> reservation;
  std::vector<DatedValue> reservations;  ///< what it becomes from dates on, or with stances of third parties
  std::vector<RedLine> red_lines;
  std::vector<Aspiration> aspirations;
  NoDeal no_deal;
  Provenance from;
};

/// What a third party holds to on one matter: its possible positions, and the one it is in, if known.
struct Stance {
  std::string id;
  std::string name;
  std::vector<std::string> positions;
  int now = -1;
  std::vector<Quantity> chances;  ///< where `now` is not known: how likely each position is, 0 to 1; empty: not stated
  Provenance from;
};

/// Mediator, ally, guarantor, observer: takes part, does not consent.
struct ThirdParty {
  std::string id;
  std::string name;
  struct Role {
    std::string kind;  ///< mediator, ally, guarantor, observer, host
    int of = -1;       ///< index of the party that it is an ally or guarantor of, -1 for none
  };
  std::vector<Role> roles;
  std::vector<int> channels;  ///< parties that it can carry messages to
  std::vector<Stance> stances;
  Provenance from;
};

}  // namespace parley
