#pragma once

#include <optional>
#include <vector>

#include "parley/ask/exchange.h"
#include "parley/solve/exchange/handovers.h"
#include "parley/solve/exchange/meetings.h"

namespace parley {

/// Lattices up to this size are looked at again and again.
inline constexpr std::uint64_t most_states_again = 2'000'000;

// Guarantees come party by party, and so do what plans say; handovers are of the table's sides.

/// What goes through at one meeting.
MeetingRule meeting_rule(const PhaseExchange& phase, bool together);

/// How many meetings fit into the phase; nothing where nobody says how long it is.
std::optional<int> meetings_in(const PhaseExchange& phase, std::optional<std::int64_t> days, int every);

/// Handovers, or meetings, with what each party is tempted by after each of them.
ExchangePlan plan_of(const PhaseExchange& phase, const std::vector<Utility>& guarantees,
                     const std::vector<Handover>& handovers, int every);
std::vector<Handover> as_handovers(const PhaseExchange& phase, const MeetingPlan& plan);

/// The schedule on the table as far as it lies in the phase.
std::optional<ExchangePlan> tabled_plan(const Case& c, const PhaseExchange& phase,
                                        const std::vector<Utility>& guarantees);

/// The least excess that a schedule can have, the way in which things are handed over in this case.
struct LeastExcess {
  std::optional<std::vector<Handover>> handovers;  ///< the fewest with it; nothing: no schedule, or not known
  Utility excess = 0;
  Utility bound = 0;
  bool proven = false;
};
LeastExcess least_excess(const PhaseExchange& phase, const std::vector<Utility>& guarantees, bool together,
                         std::optional<int> meetings);

/// Whether some schedule tempts nobody; of lattices of at most `most_states_again`.
bool has_safe_schedule(const PhaseExchange& phase, const std::vector<Utility>& guarantees, bool together,
                       std::optional<int> meetings);

}  // namespace parley
