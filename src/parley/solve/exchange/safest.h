#pragma once

#include <boost/container/vector.hpp>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "parley/solve/exchange/lattice.h"

namespace parley {

/// What is asked of every state on the way.
struct StateDemand {
  std::vector<Utility> guarantees;  ///< for each side: its temptation counts by what it is above this
  std::vector<Utility> limits;      ///< for each side: states where its temptation is above this are closed
};

/// A state that no way leads to.
inline constexpr Utility no_way = std::numeric_limits<Utility>::max();

/// A number for each state. Large ones are not written twice.
using StateValues = boost::container::vector<Utility>;

/// For each state of the lattice, the least that the worst state of a way there can be: of the most that a side's
/// temptation is above its guarantee. A bottleneck path over all orders of single blocks: f(x) = max(T(x), the least
/// f(x - one block)). (algorithms.md 7)
StateValues least_worst(const ExchangeTable& table, const Lattice& lattice, const StateDemand& demand);

/// A way to the last state that is as good as `worst` says: the class of each block, in turn. Whoever hands over goes
/// on while that costs nothing. Nothing when no way leads there.
std::optional<std::vector<int>> way_through(const ExchangeTable& table, const Lattice& lattice,
                                            const StateValues& worst);

/// A schedule whose worst state is as good as it can be.
struct Safest {
  std::optional<std::vector<int>> steps;  ///< the class of each block, in turn; nothing when no order was found
  Utility excess = 0;                     ///< the most that a side's temptation is above its guarantee, ends included
  Utility bound = 0;                      ///< no schedule has less
  bool proven = false;                    ///< the two are the same
  bool none = false;                      ///< proven that the precedences leave no schedule
  std::uint64_t states = 0;               ///< that were looked at
};

struct SafestOptions {
  /// Lattices that are larger are looked at in coarser blocks: what is found is then a schedule, with a bound that may
  /// be lower than what it reaches. Eight bytes each.
  std::uint64_t most_states = 40'000'000;
  /// Where not even whole classes fit: how many partial schedules are kept at a time.
  std::size_t width = 2000;
};

/// The safest schedule for the guarantees of the sides: exact where the lattice fits.
Safest safest_schedule(const ExchangeTable& table, const std::vector<Utility>& guarantees,
                       const SafestOptions& options = {});

}  // namespace parley
