#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "parley/solve/joint/margins.h"
#include "parley/solve/joint/reading_table.h"

namespace parley {

/// The most that margins can still become when some issues are decided, reading by reading: of each view, and of mixes
/// of two views that are needed together. A mix weighs them in each reading in the proportion that leaves least to hope
/// for when nothing is decided. Issues are decided in the order given; levels by depth are kept on a stack.
class Hopes {
 public:
  Hopes(const ReadingTable& table, const std::vector<std::size_t>& order);

  /// In how many readings there is hope of joint approval when nothing is decided.
  std::uint32_t count_at_root();

  /// The same for each level of the issue at `depth`, on top of the levels that were entered above it; `package` has
  /// them, and a negative number for issues that are not decided. When all are decided this is no hope but the number
  /// of readings in which the package is approved jointly.
  std::vector<std::uint32_t> look(std::size_t depth, const Package& package);

  /// Decides the issue at `depth`, whose level is in the package.
  void enter(std::size_t depth, const Package& package);

  /// Additions of one number in one reading that a look takes.
  std::uint64_t cost(std::size_t depth) const {
    const auto levels = static_cast<std::size_t>(table_.levels[order_[depth]]);
    return rows_.size() * width_ * (levels + 1);
  }

 private:
  /// A view, or a mix of two.
  struct Row {
    std::array<std::size_t, 2> view{};                ///< twice the same: that view alone
    std::array<std::vector<std::int64_t>, 2> weight;  ///< of a mix, for each reading
    std::vector<std::vector<std::int64_t>> hope;      ///< for each depth
    std::vector<std::vector<std::vector<std::int64_t>>>
        loss;  ///< for each issue and level, against its best: 0 or less
    struct Loss {
      std::size_t view = 0;
      std::size_t feature = 0;
      std::vector<std::int64_t> when_counting;  ///< against the hope that it counts if that is a gain, else that not
      std::vector<std::int64_t> when_not;
    };
    std::vector<Loss> features;
  };

  void add_row(std::size_t a, std::size_t b);
  void weigh_mix(Row& row) const;
  std::int64_t mixed(const Row& row, std::size_t k, const PerReading& values, std::size_t reading) const;
  std::vector<const std::int64_t*> losses(const Row& row, std::size_t issue, const Package& package) const;
  std::vector<std::uint32_t> count(const std::vector<std::vector<std::uint64_t>>& words,
                                   const std::vector<std::uint64_t>& refused) const;
  std::uint64_t refused_by(const Package& package) const;

  const ReadingTable& table_;
  const std::vector<std::size_t>& order_;
  ConsentWords consent_;
  std::size_t width_;  ///< readings, padded to whole words
  std::vector<Row> rows_;
};

}  // namespace parley
