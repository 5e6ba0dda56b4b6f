#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "parley/model/reading/conditions.h"

namespace parley {

/// Conditions that have numbers in common, and the blocks that have a say in them: what they leave of these does not
/// depend on anything else, so each part is drawn by itself.
struct ReadingPart {
  std::vector<std::size_t> blocks;      ///< by their keys
  std::vector<std::size_t> conditions;  ///< ascending
  bool walks = false;                   ///< agreed with too seldom to wait for
  std::vector<Slots> starts;            ///< of walks: readings that agree
};

/// A case, its plan and the conditions on it, for those who look for readings that agree.
struct ReadingTask {
  const Case& c;
  const ReadingPlan& plan;
  std::vector<JudgedCondition>& conditions;
  std::stop_token stop;

  Utility margin_of(std::size_t condition, const Slots& slots) const {
    return margin(c, plan, conditions[condition], slots);
  }
};

/// The parts of these conditions; those on which no block has a say are left out.
std::vector<ReadingPart> parts_of(const ReadingTask& task, const std::vector<std::size_t>& conditions);

/// Looks for a reading that agrees with these conditions: from a reading, one block after another is drawn again, and
/// kept when the conditions are not further from being met. Nothing: none was found.
std::optional<Slots> found_by_search(const ReadingTask& task, const std::vector<std::size_t>& blocks,
                                     const std::vector<std::size_t>& conditions, const Slots& from);

/// Marks conditions with which no reading agrees, alone or together, as not used, and tells which; fills in the shares.
/// Returns the parts of the others, ready to be drawn. Looks at a fixed number of readings, drawn freely.
std::vector<ReadingPart> settle_conditions(const ReadingTask& task, std::vector<Contradiction>& contradictions);

/// Draws a part again until its conditions are met: reading j is the first attempt that meets them. False after a stop.
bool draw_part(const ReadingTask& task, const ReadingPart& part, std::uint64_t reading, Slots& slots);

/// Readings of a part that walks, as many as there are places: some walks, of which each goes on from its last reading.
/// Blocks are drawn again one by one and kept where the conditions are still met (block Metropolis with the free draw
/// as proposal). Fills in the slots of the part; how many it filled in, fewer after a stop.
std::size_t walk_part(const ReadingTask& task, const ReadingPart& part, std::span<Slots> readings);

/// How many independent readings tell as much of these numbers as a walk does: the least over them, from how alike
/// readings are that follow each other in their walks.
double independent_readings(const std::vector<std::vector<std::int64_t>>& numbers);

}  // namespace parley
