#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/model/exchange_table.h"

namespace parley {

/// What can be handed over at one meeting (a day, a convoy): at most so many blocks of the classes of one passage.
struct MeetingRule {
  std::vector<int> passage;  ///< for each class: the passage that it takes
  std::vector<int> most;     ///< for each passage: blocks at one meeting, all of its classes together; at least 1
  bool together = true;      ///< all sides hand over at once, through a neutral; otherwise one side at each meeting
};

/// A schedule by meetings: the blocks of each class at each of them.
struct MeetingPlan {
  std::vector<std::vector<int>> meetings;
  Utility excess = 0;  ///< the most that a side's temptation is above its guarantee before and after meetings
};

struct MeetingsOptions {
  /// Larger lattices are not looked at. One bit for each state and meeting.
  std::uint64_t most_states = 40'000'000;
  std::uint64_t most_bits = 4'000'000'000;
};

/// The fewest meetings after which everything is handed over, where nobody is tempted beyond its guarantee between two
/// of them: sets of states that so many meetings can reach, as bits. Meetings without a handover are not counted.
struct FewestMeetings {
  std::optional<MeetingPlan> plan;  ///< nothing: none is safe, however many, or with `most_meetings`
  bool too_large = false;           ///< the options leave no room to know
};
FewestMeetings fewest_meetings(const ExchangeTable& table, const std::vector<Utility>& guarantees,
                               const MeetingRule& rule, int most_meetings, const MeetingsOptions& options = {});

/// The safest plan with at most so many meetings: the least excess for which fewest_meetings() has one, found by
/// halving among the temptations that occur. Exact.
FewestMeetings safest_meetings(const ExchangeTable& table, const std::vector<Utility>& guarantees,
                               const MeetingRule& rule, int most_meetings, const MeetingsOptions& options = {});

}  // namespace parley
