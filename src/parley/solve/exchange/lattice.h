#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/model/exchange_table.h"

namespace parley {

/// The states of an exchange in one row, so that one block more of a class is a fixed number of places further on. The
/// class with most blocks is innermost: its states lie side by side, and make up a run.
class Lattice {
 public:
  /// Nothing when there are more than `most_states`. The table outlives the lattice, and has at least one class.
  static std::optional<Lattice> of(const ExchangeTable& table, std::uint64_t most_states);

  std::size_t states() const { return states_; }
  std::size_t step(std::size_t k) const { return steps_[k]; }
  std::size_t inner() const { return inner_; }

  /// The states that differ in how much of the innermost class is handed over.
  struct Run {
    std::size_t first = 0;      ///< its place when none is
    Delivered delivered;        ///< likewise
    std::vector<Utility> base;  ///< for each side, what all but the innermost class add up to
    int low = 0;                ///< states from `low` to before `high` blocks break no precedence
    int high = 0;
  };

  /// Calls take(run) for each run, in order: whatever leads to a run was taken before.
  template <class Take>
  void each_run(const Take& take) const {
    auto run = first_run();
    do take(static_cast<const Run&>(run));
    while (next(run));
  }

  Delivered delivered_at(std::size_t place) const;

 private:
  explicit Lattice(const ExchangeTable& table) : table_(&table) {}
  Run first_run() const;
  bool next(Run& run) const;
  void fill(Run& run) const;

  const ExchangeTable* table_;
  std::size_t states_ = 1;
  std::size_t inner_ = 0;
  std::vector<std::size_t> steps_;
};

}  // namespace parley
