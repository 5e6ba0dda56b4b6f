#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "parley/ask/answer.h"
#include "parley/ask/share.h"
#include "parley/model/exchange.h"
#include "parley/solve/exchange/payment.h"

namespace parley {

struct ExchangeOptions {
  CountOf count = CountOf::agreed;    ///< which of the five numbers will be handed over
  std::optional<int> most_handovers;  ///< what is the safest with at most so many?
  std::size_t readings = 1000;
  std::uint64_t seed = 1;
  std::stop_token stop;
};

/// One handover of a plan.
struct ExchangeStep {
  int day = 0;                       ///< of the phase, from 1: the day on which it is complete
  int giver = -1;                    ///< the party that hands over; -1: several at once
  std::vector<std::int64_t> number;  ///< handed over, for each class of the phase
  std::vector<Utility> temptation;   ///< of each party once this is done: what it would gain by stopping then
};

/// A schedule, and where on it somebody is tempted most.
struct ExchangePlan {
  std::vector<Utility> at_start;  ///< temptation of each party before the first handover
  std::vector<ExchangeStep> steps;
  std::vector<Utility> most;  ///< for each party, the largest temptation on the way, ends included
  Utility excess = 0;         ///< the most that a party's temptation is above its guarantee; above 0: not safe
  int critical_step = 0;      ///< after how many steps that is
  int critical_party = -1;
  int days = 0;  ///< until all is handed over
};

/// What the exchange comes to when something about it is otherwise: the least excess that any schedule has.
struct ExchangeWhatIf {
  std::string words;              ///< "with a monitor that sees a breach within 1 day", "without the wounded"
  std::optional<Utility> excess;  ///< nothing: no schedule, or not computed
};

/// One phase of the exchange, in the middle of all ranges where nothing else is said.
struct ExchangePhase {
  PhaseExchange terms;
  std::optional<std::int64_t> days;  ///< that the phase lasts, at most; nothing: not said
  /// The fewest handovers among the schedules whose worst moment is as good as it can be.
  std::optional<ExchangePlan> safest;
  Utility bound = 0;    ///< no schedule has a smaller excess
  bool proven = false;  ///< the safest plan reaches it
  /// With the given guarantees, nobody ever tempted: the fewest handovers. Nothing: there is no such schedule.
  std::optional<ExchangePlan> fewest;
  std::optional<ExchangePlan> within;   ///< the safest with at most as many meetings as the phase has days for
  bool within_unknown = false;          ///< there are too many states to know
  std::optional<ExchangePlan> limited;  ///< the safest with at most so many handovers as were asked for
  std::optional<ExchangePlan> tabled;   ///< the schedule on the table
  bool tabled_in_full = true;           ///< which hands everything over
  /// Two parties: every least pair of guarantees with which some schedule carries itself, in the order of the first.
  std::vector<std::array<Utility, 2>> pairs;
  std::array<int, 2> pair_of{-1, -1};  ///< the parties
  bool pairs_complete = false;
  /// Two parties, one of which pays in pieces that are worth as much to the one as to the other: the order of the goods
  /// that needs least, in classes, and how much both guarantees together have to be if payment can be split at will.
  std::optional<PaidOrder> paid;
  /// Before the phase begins: what each party would gain by not beginning it. At most 0 for all: nobody would.
  std::vector<Utility> before;
  /// The least likelihood of the next phase, in millionths, with which nobody is tempted in this one; nothing: none was
  /// found, some side would rather not begin the next phase, or nothing follows.
  std::optional<std::int64_t> least_likelihood;
  bool followed = false;  ///< another phase of the exchange comes after this one
  std::vector<ExchangeWhatIf> what_ifs;
  std::optional<ReadingShare> safe;       ///< in how many readings the safest plan is safe
  std::optional<ReadingShare> some_safe;  ///< in how many some schedule is
  std::optional<ExchangePlan>
      most_often;  ///< a plan that is safe in more readings than the safest one is, if one was found
  std::optional<ReadingShare> most_often_safe;
};

/// In which order and sizes should an exchange be carried out, so that nobody is tempted to stop? Explores: it says
/// what each schedule would need, not which to choose.
struct ExchangeAnswer {
  Heading heading;
  int proposal = -1;  ///< the text that says how many; -1: none is tabled, the most that the issues can be
  CountOf count = CountOf::agreed;
  std::vector<Utility> guarantees;  ///< of each party, deposits included
  int detection_days = 0;
  std::size_t readings = 0;  ///< 1: nothing is uncertain
  bool assumed = false;      ///< every priority is an assumption of the analyst
  std::vector<ExchangePhase> phases;
};

/// Why there is nothing to ask, as a sentence for people without a full stop; empty where there is.
std::string exchange_refusal(const Case& c);

/// How many are agreed is what the text says where issues say it; what it leaves open there is taken at its most, and
/// so is everything without a text (-1). The case must have an exchange.
ExchangeAnswer exchange(const Case& c, Date as_of, int proposal, const ExchangeOptions& options = {});

}  // namespace parley
