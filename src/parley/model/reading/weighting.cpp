#include "parley/model/reading/weighting.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>
#include <numeric>

#include "parley/at.h"

namespace parley {
namespace {

std::int64_t total(const std::vector<std::int64_t>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});
}

std::int64_t divided_down(std::int64_t numerator, std::int64_t denominator) {
  return numerator / denominator - (numerator % denominator < 0 ? 1 : 0);
}

std::int64_t divided_up(std::int64_t numerator, std::int64_t denominator) {
  return -divided_down(-numerator, denominator);
}

/// How far a move may go.
struct MoveReach {
  std::int64_t back = std::numeric_limits<std::int64_t>::min() / 4;
  std::int64_t forth = std::numeric_limits<std::int64_t>::max() / 4;

  /// A number that changes by `step` with each unit of the move must stay within low and high.
  void keep(std::int64_t number, std::int64_t step, std::int64_t low, std::int64_t high) {
    if (step == 0) return;
    if (step < 0) return keep(-number, -step, -high, -low);
    back = std::max(back, divided_up(low - number, step));
    forth = std::min(forth, divided_down(high - number, step));
  }
  /// A gap in the order must not turn round.
  void keep_gap(std::int64_t gap, std::int64_t step) {
    keep(gap, step, 0, std::numeric_limits<std::int64_t>::max() / 4);
  }
};

/// The central weights in whole millionths: what rounding down leaves goes to the largest remainders, among equals to
/// the first in the order, so that order and ranges are kept.
std::vector<std::int64_t> whole_millionths(const WeightSpace& space) {
  constexpr std::int64_t nano_per_millionth = 1000;
  std::vector<std::int64_t> weights;
  std::vector<std::size_t> places(space.central_nano.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::vector<std::size_t> rank(places.size(), places.size());
  for (std::size_t k = 0; k < space.order.size(); ++k) rank[at(space.order[k])] = k;
  for (const std::int64_t nano : space.central_nano) weights.push_back(nano / nano_per_millionth);
  std::ranges::sort(places, [&](std::size_t a, std::size_t b) {
    const std::int64_t rest_a = space.central_nano[a] % nano_per_millionth;
    const std::int64_t rest_b = space.central_nano[b] % nano_per_millionth;
    return rest_a != rest_b ? rest_a > rest_b : std::pair(rank[a], a) < std::pair(rank[b], b);
  });
  std::int64_t left = all_points - total(weights);
  for (std::size_t k = 0; k < places.size() && left > 0; ++k, --left) ++weights[places[k]];
  return weights;
}

}  // namespace

bool any_weighting(const WeightSpace& space) {
  std::vector<std::int64_t> low = space.low;
  std::vector<std::int64_t> high = space.high;
  for (std::size_t k = 1; k < space.order.size(); ++k)
    high[at(space.order[k])] = std::min(high[at(space.order[k])], high[at(space.order[k - 1])]);
  for (std::size_t k = space.order.size(); k-- > 1;)
    low[at(space.order[k - 1])] = std::max(low[at(space.order[k - 1])], low[at(space.order[k])]);
  for (std::size_t i = 0; i < low.size(); ++i)
    if (low[i] > high[i]) return false;
  return total(low) <= all_points && all_points <= total(high);
}

WeightSampler::WeightSampler(const WeightSpace& stated) : stated_(stated), narrow_(stated) {
  settle(narrow_);
  start_ = whole_millionths(narrow_);
  rank_.assign(start_.size(), -1);
  for (std::size_t i = 0; i < start_.size(); ++i) {
    const auto room = [&](std::size_t term) { return narrow_.high[term] - narrow_.low[term]; };
    if (room(i) > 0) free_.push_back(i);
    if (room(i) > room(widest_)) widest_ = i;
  }
  // A term that has one value only parts the ranges of those before it from those after it.
  for (const int term : narrow_.order) {
    if (narrow_.low[at(term)] == narrow_.high[at(term)]) continue;
    rank_[at(term)] = static_cast<int>(chain_.size());
    chain_.push_back(at(term));
  }
  sorting_keeps_lows_ = std::ranges::all_of(
      stated_.order, [&](int term) { return stated_.low[at(term)] == stated_.low[at(stated_.order.front())]; });
}

void WeightSampler::draw_cuts(ReadingStream& stream, std::vector<std::int64_t>& weights) const {
  const std::int64_t above = all_points - total(stated_.low);
  weights.clear();
  for (std::size_t i = 1; i < stated_.low.size(); ++i) weights.push_back(stream.between(0, above));
  std::ranges::sort(weights);
  weights.push_back(above);
  for (std::size_t i = weights.size(); i-- > 1;) weights[i] -= weights[i - 1];
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] += stated_.low[i];
  if (stated_.order.empty() || !sorting_keeps_lows_) return;
  std::vector<std::int64_t> ordered;
  for (const int term : stated_.order) ordered.push_back(weights[at(term)]);
  std::ranges::sort(ordered, std::greater{});
  for (std::size_t k = 0; k < ordered.size(); ++k) weights[at(stated_.order[k])] = ordered[k];
}

void WeightSampler::draw_box(ReadingStream& stream, std::vector<std::int64_t>& weights) const {
  weights = narrow_.low;
  for (const std::size_t i : free_)
    if (i != widest_) weights[i] = stream.between(narrow_.low[i], narrow_.high[i]);
  weights[widest_] += all_points - total(weights);
}

bool WeightSampler::holds(const std::vector<std::int64_t>& weights) const {
  for (std::size_t i = 0; i < weights.size(); ++i)
    if (weights[i] < stated_.low[i] || weights[i] > stated_.high[i]) return false;
  for (std::size_t k = 1; k < stated_.order.size(); ++k)
    if (weights[at(stated_.order[k - 1])] < weights[at(stated_.order[k])]) return false;
  return true;
}

std::vector<std::int64_t> WeightSampler::draw(ReadingStream& stream) const {
  if (free_.empty()) return narrow_.low;
  constexpr int most_attempts = 40;
  std::vector<std::int64_t> weights;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    draw_cuts(stream, weights);
    if (holds(weights)) return weights;
    draw_box(stream, weights);
    if (holds(weights)) return weights;
  }
  return walked(stream);
}

void WeightSampler::move_pair(ReadingStream& stream, std::vector<std::int64_t>& weights) const {
  const auto last = static_cast<std::int64_t>(free_.size()) - 1;
  std::size_t more = free_[static_cast<std::size_t>(stream.between(0, last))];
  std::size_t less = free_[static_cast<std::size_t>(stream.between(0, last))];
  if (more == less) return;
  if (rank_[less] >= 0 && rank_[more] > rank_[less]) std::swap(more, less);
  MoveReach reach;
  reach.keep(weights[more], 1, narrow_.low[more], narrow_.high[more]);
  reach.keep(weights[less], -1, narrow_.low[less], narrow_.high[less]);
  const auto gap = [&](int upper) { return weights[chain_[at(upper)]] - weights[chain_[at(upper + 1)]]; };
  const int end = static_cast<int>(chain_.size()) - 1;
  const int a = rank_[more];
  const int b = rank_[less];
  const bool neighbours = a >= 0 && b == a + 1;
  if (a > 0) reach.keep_gap(gap(a - 1), -1);
  if (b >= 0 && b < end) reach.keep_gap(gap(b), -1);
  if (neighbours) reach.keep_gap(gap(a), 2);
  if (a >= 0 && a < end && !neighbours) reach.keep_gap(gap(a), 1);
  if (b > 0 && !neighbours) reach.keep_gap(gap(b - 1), 1);
  const std::int64_t moved = stream.between(reach.back, reach.forth);
  weights[more] += moved;
  weights[less] -= moved;
}

/// Pairs alone are slow in a long order, where neighbours bar each other's way: here whole beginnings of the order
/// move.
void WeightSampler::move_firsts(ReadingStream& stream, std::vector<std::int64_t>& weights) const {
  const auto size = static_cast<std::int64_t>(chain_.size());
  std::int64_t a = stream.between(1, size);
  std::int64_t b = stream.between(1, size);
  if (a == b) return;
  if (a > b) std::swap(a, b);
  const std::int64_t common = std::gcd(a, b);
  const std::int64_t down = -a / common;
  const std::int64_t up = b / common + down;
  MoveReach reach;
  for (std::int64_t k = 0; k < b; ++k) {
    const std::size_t term = chain_[static_cast<std::size_t>(k)];
    reach.keep(weights[term], k < a ? up : down, narrow_.low[term], narrow_.high[term]);
  }
  const auto gap = [&](std::int64_t after) {
    const auto k = static_cast<std::size_t>(after);
    return weights[chain_[k - 1]] - weights[chain_[k]];
  };
  reach.keep_gap(gap(a), up - down);
  if (b < size) reach.keep_gap(gap(b), down);
  const std::int64_t moved = stream.between(reach.back, reach.forth);
  for (std::int64_t k = 0; k < b; ++k) weights[chain_[static_cast<std::size_t>(k)]] += moved * (k < a ? up : down);
}

std::vector<std::int64_t> WeightSampler::walked(ReadingStream& stream) const {
  constexpr std::size_t moves_for_each = 40;
  std::vector<std::int64_t> weights = start_;
  for (std::size_t move = 0; move < moves_for_each * free_.size(); ++move) {
    move_pair(stream, weights);
    if (chain_.size() > 2) move_firsts(stream, weights);
  }
  return weights;
}

}  // namespace parley
