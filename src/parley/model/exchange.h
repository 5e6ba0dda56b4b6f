#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/case/case.h"
#include "parley/model/exchange_table.h"

namespace parley {

/// One complete choice of all that is uncertain about an exchange. Points are utilities: `unit` is 100 of them.
struct ExchangeNumbers {
  std::vector<std::int64_t> count;           ///< for each category: to be handed over, after what has been already
  std::vector<std::vector<Utility>> points;  ///< for each category and party: what the whole of what is agreed counts
  std::vector<std::int64_t> whole;           ///< for each category: how many those points are for
  std::vector<Utility> guarantee;            ///< for each party: its guarantees and deposits together
  std::vector<std::vector<std::int64_t>> belief;  ///< for each party and phase: that it is reached, in millionths
  int detection_days = 0;
};

/// Which of the five numbers of a category says how many will be handed over.
enum class CountOf { agreed, listed, verified, consenting };

/// The middle of every range, rounded down to whole people and days. `package` says what the issues agree on; a
/// category whose issue it leaves out (no package: all of them) takes the most that the issue can be.
ExchangeNumbers central_numbers(const Case& c, const std::optional<Package>& package, CountOf count = CountOf::agreed);

/// The numbers in one reading: every range drawn evenly and apart from the others, statements that differ by their
/// weights; the same on any machine and for any order of the file.
ExchangeNumbers numbers_in_reading(const Case& c, const std::optional<Package>& package, CountOf count,
                                   std::uint64_t seed, std::uint64_t reading);

/// Whether every number is exact, so that there is one reading.
bool is_one_reading(const Case& c);

/// What is handed over in one phase.
struct PhaseExchange {
  int phase = -1;
  std::vector<int> parties;          ///< for each side of the table: the party, by id, whatever the order of the file
  std::vector<int> categories;       ///< for each class of the table: the category
  std::vector<std::int64_t> block;   ///< likewise: people or things in a block
  std::vector<std::int64_t> number;  ///< likewise: in all; the last block may be smaller
  std::vector<std::optional<std::int64_t>>
      blocks_per_meeting;                     ///< likewise: by capacity, at least 1; nothing: any number
  std::vector<std::vector<int>> crossings;    ///< classes that share a capacity
  std::vector<std::int64_t> crossing_blocks;  ///< for each of these: blocks in a meeting, all classes together
  ExchangeTable table;
};

/// The phases in which something is handed over, in the order in which they come. A side's temptation counts what the
/// later phases are worth to it, as far as it believes that they come once this one has been carried out; `likelihood`
/// (in millionths) stands in for what all sides believe of the next phase. What may still arrive from the others before
/// a monitor sees that a side has stopped is counted as arrived, at the pace of the capacities.
std::vector<PhaseExchange> phase_exchanges(const Case& c, const ExchangeNumbers& numbers,
                                           std::optional<std::int64_t> likelihood = {});

/// What the parties have, for each side of the table.
std::vector<Utility> by_side(const PhaseExchange& phase, const std::vector<Utility>& by_party);

/// What each party makes of a phase before it begins, with all that comes after it: what it gives up less what it gets.
/// Above 0: it would rather not begin.
std::vector<Utility> balance_of(const PhaseExchange& phase);

}  // namespace parley
