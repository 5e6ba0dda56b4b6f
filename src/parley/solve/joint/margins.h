#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <vector>

#include "parley/solve/joint/reading_table.h"

namespace parley {

/// Whether all of the conditions hold in a package.
bool all_hold(const std::vector<LevelSet>& when, const Package& package);

/// Whether a package hits a red line of a view.
bool refuses(const ReadingTable::View& view, const Package& package);

/// Whether a package obeys the rules of a table.
bool obeys_rules(const ReadingTable& table, const Package& package);

/// The utility of a package to a view in each reading, and what of it is above the floor.
std::vector<Utility> utilities_of(const ReadingTable& table, std::size_t view, const Package& package);
std::vector<Utility> margins_of(const ReadingTable& table, std::size_t view, const Package& package);

/// What margins of a view can be over all packages and readings.
Span margin_range(const ReadingTable& table, std::size_t view);

/// Whether the margins of all views fit 32 bits. Sums on the way may then wrap: what they end in is right.
bool is_narrow(const ReadingTable& table);

/// Whose consent is enough, 64 readings at a time.
class ConsentWords {
 public:
  explicit ConsentWords(const ReadingTable& table);

  std::size_t words() const { return holding_.front().size(); }

  /// The views that are enough, where that is the same single mask in every reading.
  std::optional<std::uint64_t> only_mask() const {
    if (enough_->size() != 1 || enough_->front().size() != 1) return std::nullopt;
    return enough_->front().front();
  }

  /// The bits of a word, of the first combination of hypotheses, that stand for readings; of words beyond the last
  /// none.
  std::uint64_t readings_in(std::size_t word) const { return word < words() ? holding_.front()[word] : 0; }

  /// In which readings of a word consent is there; approving(mask) are those in which all views of a mask approve.
  template <class Approving>
  std::uint64_t jointly(std::size_t word, const Approving& approving) const {
    std::uint64_t result = 0;
    for (std::size_t h = 0; h < enough_->size(); ++h) {
      if (holding_[h][word] == 0) continue;
      std::uint64_t some = 0;
      for (const auto mask : (*enough_)[h]) some |= approving(mask);
      result |= some & holding_[h][word];
    }
    return result;
  }

  /// The same where view(v) are those in which view v approves.
  template <class View>
  std::uint64_t jointly_of(std::size_t word, const View& view) const {
    return jointly(word, [&](std::uint64_t mask) {
      auto all = ~std::uint64_t{0};
      for (auto left = mask; left != 0; left &= left - 1) all &= view(static_cast<std::size_t>(std::countr_zero(left)));
      return all;
    });
  }

 private:
  const std::vector<std::vector<std::uint64_t>>* enough_;
  std::vector<std::vector<std::uint64_t>> holding_;  ///< for each combination of hypotheses: the readings that have it
};

}  // namespace parley
