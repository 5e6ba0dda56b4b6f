#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/model/reading/stream.h"
#include "parley/model/weights.h"

namespace parley {

/// Whether some weighting keeps to ranges, order and sum.
bool any_weighting(const WeightSpace& space);

/// Draws weightings, in millionths of a point, all of them alike: whole numbers within the ranges and in the order,
/// whose sum is exactly 100 points.
/// - Gaps between sorted cuts of what is above the lower ends, sorted once more where there is an order (the uniform
///   distribution on a simplex, and on an ordered one), as long as the other statements are met often enough;
/// - or one weight made up from all others, drawn from their ranges, likewise;
/// - else a walk inside the space from its central point: moves of a random length between two weights, and of the
///   first a of the order against the first b (Gibbs sampling in these directions), enough of them to forget the start.
class WeightSampler {
 public:
  /// A space as stated, before settle(); not empty. Terms are drawn in the order in which they stand here.
  explicit WeightSampler(const WeightSpace& stated);

  std::vector<std::int64_t> draw(ReadingStream& stream) const;

  /// The walk alone; to be compared with the other two ways.
  std::vector<std::int64_t> walked(ReadingStream& stream) const;

  const WeightSpace& narrowed() const { return narrow_; }

 private:
  void draw_cuts(ReadingStream& stream, std::vector<std::int64_t>& weights) const;
  void draw_box(ReadingStream& stream, std::vector<std::int64_t>& weights) const;
  bool holds(const std::vector<std::int64_t>& weights) const;
  void move_pair(ReadingStream& stream, std::vector<std::int64_t>& weights) const;
  void move_firsts(ReadingStream& stream, std::vector<std::int64_t>& weights) const;

  WeightSpace stated_;
  WeightSpace narrow_;
  std::vector<std::int64_t> start_;  ///< the central weights in millionths
  std::vector<std::size_t> free_;    ///< terms that have more than one value
  std::vector<std::size_t> chain_;   ///< those of them that stand in the order
  std::vector<int> rank_;            ///< for each term its place in the chain, -1 for none
  std::size_t widest_ = 0;           ///< the term that has most room
  bool sorting_keeps_lows_ = false;  ///< all ordered terms have the same lower end
};

}  // namespace parley
