#pragma once

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "parley/case/quantity.h"
#include "parley/model/reading/stream.h"
#include "parley/model/reading/weighting.h"

namespace parley {

/// All numbers of one reading that are not known, each in a slot of its own: millionths, or an index.
using Slots = std::vector<std::int64_t>;

/// A range, or several of which one holds, as likely as their weights say.
struct ClaimedRange {
  struct Ends {
    std::int64_t low = 0;
    std::int64_t high = 0;
  };
  std::vector<Ends> ways;
  std::vector<std::int64_t> weights;  ///< of the ways
  Ends hull;

  bool disputed() const { return ways.size() > 1; }
};

ClaimedRange claimed_range(const Quantity& quantity);
ClaimedRange plain_range(std::int64_t low, std::int64_t high);

/// Weights of one who values packages: ranges, an order, and 100 points in all.
struct WeightDraw {
  std::vector<ClaimedRange> ranges;
  std::vector<int> order;
  std::vector<int> slots;  ///< for each range; -1: has one value
  WeightSampler sampler;   ///< of the hulls; all there is where nothing is disputed
};

/// Numbers within ranges of which some are at most as large as others.
struct RangeDraw {
  std::vector<ClaimedRange> ranges;
  std::vector<int> slots;                    ///< for each range; -1: has one value
  std::vector<std::pair<int, int>> falling;  ///< the second is at most the first; without a circle
};

/// Numbers from 0 to 100 points of which only the order is known, largest first.
struct SortedDraw {
  std::vector<int> slots;
};

/// An index, as likely as its chance; where chances are ranges, anything in these that adds up to 1.
struct ChoiceDraw {
  std::vector<std::int64_t> weights;
  std::vector<WeightSampler> chances;  ///< one, in place of the weights, where chances are ranges
  std::vector<int> places;             ///< the index that each of these stands for
  int slot = -1;
};

/// Numbers that are drawn together, from a stream of their own.
struct DrawBlock {
  std::uint64_t key = 0;
  std::variant<WeightDraw, RangeDraw, SortedDraw, ChoiceDraw> how;
};

/// The slots that a block fills.
std::vector<int> slots_of(const DrawBlock& block);

void draw_block(const DrawBlock& block, std::uint64_t reading, std::uint32_t attempt, Slots& slots);

}  // namespace parley
