#include "parley/model/reading/block.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>

#include "parley/at.h"

namespace parley {
namespace {

constexpr int most_choices = 256;

using Ends = ClaimedRange::Ends;

/// One way for each range.
std::vector<Ends> chosen_ways(const std::vector<ClaimedRange>& ranges, ReadingStream& stream) {
  std::vector<Ends> ways;
  for (const ClaimedRange& range : ranges)
    ways.push_back(range.disputed() ? range.ways[stream.weighted(range.weights)] : range.hull);
  return ways;
}

std::vector<Ends> hulls(const std::vector<ClaimedRange>& ranges) {
  std::vector<Ends> ways;
  for (const ClaimedRange& range : ranges) ways.push_back(range.hull);
  return ways;
}

void put(const std::vector<std::int64_t>& numbers, const std::vector<int>& to, Slots& slots) {
  for (std::size_t i = 0; i < to.size(); ++i)
    if (to[i] >= 0) slots[at(to[i])] = numbers[i];
}

std::vector<std::int64_t> weighting(const WeightDraw& draw, ReadingStream& stream) {
  if (std::ranges::none_of(draw.ranges, &ClaimedRange::disputed)) return draw.sampler.draw(stream);
  for (int choice = 0; choice < most_choices; ++choice) {
    WeightSpace space;
    for (const Ends& way : chosen_ways(draw.ranges, stream)) {
      space.low.push_back(way.low);
      space.high.push_back(way.high);
    }
    space.order = draw.order;
    if (any_weighting(space)) return WeightSampler(space).draw(stream);
  }
  // Claims of which no choice leaves a weighting, or hardly any: what lies between them.
  return draw.sampler.draw(stream);
}

void draw_into(const WeightDraw& draw, ReadingStream& stream, Slots& slots) {
  put(weighting(draw, stream), draw.slots, slots);
}

/// Narrows ranges to what the order leaves; whether it leaves anything.
bool narrow_falling(const std::vector<std::pair<int, int>>& falling, std::vector<Ends>& ends) {
  for (std::size_t round = 0; round < ends.size(); ++round)
    for (const auto& [upper, lower] : falling) {
      ends[at(lower)].high = std::min(ends[at(lower)].high, ends[at(upper)].high);
      ends[at(upper)].low = std::max(ends[at(upper)].low, ends[at(lower)].low);
    }
  return std::ranges::all_of(ends, [](const Ends& each) { return each.low <= each.high; });
}

std::vector<std::int64_t> anywhere(const std::vector<Ends>& ends, ReadingStream& stream) {
  std::vector<std::int64_t> numbers;
  for (const Ends& each : ends)
    numbers.push_back(each.low == each.high ? each.low : stream.between(each.low, each.high));
  return numbers;
}

/// Draws until the order is met; where that is rare, each number in turn between its neighbours, round after round.
std::vector<std::int64_t> falling_numbers(const RangeDraw& draw, const std::vector<Ends>& ends, ReadingStream& stream) {
  constexpr int most_attempts = 200;
  constexpr int rounds = 100;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    auto numbers = anywhere(ends, stream);
    const bool falls = std::ranges::all_of(
        draw.falling, [&](const auto& pair) { return numbers[at(pair.first)] >= numbers[at(pair.second)]; });
    if (falls) return numbers;
  }
  std::vector<std::int64_t> numbers;
  for (const Ends& each : ends) numbers.push_back(each.high);
  for (int round = 0; round < rounds; ++round)
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      Ends room = ends[i];
      for (const auto& [upper, lower] : draw.falling) {
        if (at(lower) == i) room.high = std::min(room.high, numbers[at(upper)]);
        if (at(upper) == i) room.low = std::max(room.low, numbers[at(lower)]);
      }
      numbers[i] = stream.between(room.low, room.high);
    }
  return numbers;
}

void draw_into(const RangeDraw& draw, ReadingStream& stream, Slots& slots) {
  if (draw.falling.empty()) return put(anywhere(chosen_ways(draw.ranges, stream), stream), draw.slots, slots);
  for (int choice = 0; choice < most_choices; ++choice) {
    auto ends = chosen_ways(draw.ranges, stream);
    if (narrow_falling(draw.falling, ends)) return put(falling_numbers(draw, ends, stream), draw.slots, slots);
  }
  put(anywhere(hulls(draw.ranges), stream), draw.slots, slots);
}

void draw_into(const SortedDraw& draw, ReadingStream& stream, Slots& slots) {
  std::vector<std::int64_t> numbers;
  for (std::size_t i = 0; i < draw.slots.size(); ++i) numbers.push_back(stream.between(0, all_points));
  std::ranges::sort(numbers, std::greater{});
  put(numbers, draw.slots, slots);
}

void draw_into(const ChoiceDraw& draw, ReadingStream& stream, Slots& slots) {
  const std::size_t drawn =
      draw.chances.empty() ? stream.weighted(draw.weights) : stream.weighted(draw.chances.front().draw(stream));
  slots[at(draw.slot)] = draw.places[drawn];
}

}  // namespace

ClaimedRange claimed_range(const Quantity& quantity) {
  ClaimedRange range;
  range.hull = {quantity.low.millionths, quantity.high.millionths};
  for (const Claim& claim : quantity.claims) {
    range.ways.push_back({claim.low.millionths, claim.high.millionths});
    range.weights.push_back(claim.weight.millionths);
  }
  return range;
}

ClaimedRange plain_range(std::int64_t low, std::int64_t high) { return {{}, {}, {low, high}}; }

std::vector<int> slots_of(const DrawBlock& block) {
  std::vector<int> slots;
  if (const auto* choice = std::get_if<ChoiceDraw>(&block.how))
    slots = {choice->slot};
  else if (const auto* weights = std::get_if<WeightDraw>(&block.how))
    slots = weights->slots;
  else if (const auto* ranges = std::get_if<RangeDraw>(&block.how))
    slots = ranges->slots;
  else
    slots = std::get<SortedDraw>(block.how).slots;
  std::erase(slots, -1);
  return slots;
}

void draw_block(const DrawBlock& block, std::uint64_t reading, std::uint32_t attempt, Slots& slots) {
  ReadingStream stream(block.key, reading, attempt);
  std::visit([&](const auto& how) { draw_into(how, stream, slots); }, block.how);
}

}  // namespace parley
