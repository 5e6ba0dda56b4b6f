#include "parley/model/reading/part.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>

namespace parley {
namespace {

constexpr std::size_t walks = 8;

bool all_hold(const ReadingTask& task, const std::vector<std::size_t>& conditions, const Slots& slots) {
  return std::ranges::all_of(conditions, [&](std::size_t i) { return task.margin_of(i, slots) >= 0; });
}

void copy_block(const DrawBlock& block, const Slots& from, Slots& to) {
  for (const int slot : slots_of(block)) to[static_cast<std::size_t>(slot)] = from[static_cast<std::size_t>(slot)];
}

/// Streams of walks and searches are apart from those of readings.
std::uint64_t walk_stream(std::size_t walk) { return (std::uint64_t{1} << 62) + walk; }
constexpr std::uint64_t search_stream = std::uint64_t{1} << 61;

/// Draws each block again until the conditions are met with all others as they are, so many times at most, and else
/// keeps it: what is kept does not depend on what it was before, so that the readings of a walk stay as likely as all.
void walk_round(const ReadingTask& task, const ReadingPart& part, std::size_t walk, std::uint32_t round, Slots& slots) {
  constexpr std::uint32_t most_tries = 40;
  Slots tried = slots;
  for (const std::size_t b : part.blocks) {
    const DrawBlock& block = task.plan.blocks[b];
    bool met = false;
    for (std::uint32_t attempt = 0; attempt < most_tries && !met; ++attempt) {
      draw_block(block, walk_stream(walk), round * most_tries + attempt, tried);
      met = all_hold(task, part.conditions, tried);
    }
    if (met)
      copy_block(block, tried, slots);
    else
      copy_block(block, slots, tried);
  }
}

/// By how much conditions are missed altogether: 0 when all are met.
Utility missed(const ReadingTask& task, const std::vector<std::size_t>& conditions, const Slots& slots) {
  Utility sum = 0;
  for (const std::size_t i : conditions) sum -= std::min(Utility{0}, task.margin_of(i, slots));
  return sum;
}

}  // namespace

std::vector<ReadingPart> parts_of(const ReadingTask& task, const std::vector<std::size_t>& conditions) {
  std::vector<ReadingPart> parts;
  for (const std::size_t i : conditions) {
    ReadingPart part;
    part.blocks = task.conditions[i].blocks;
    part.conditions = {i};
    if (part.blocks.empty()) continue;
    std::ranges::sort(part.blocks);
    std::vector<ReadingPart> apart;
    for (ReadingPart& other : parts) {
      std::vector<std::size_t> both;
      std::ranges::set_intersection(other.blocks, part.blocks, std::back_inserter(both));
      if (both.empty()) {
        apart.push_back(std::move(other));
        continue;
      }
      std::vector<std::size_t> together;
      std::ranges::set_union(other.blocks, part.blocks, std::back_inserter(together));
      part.blocks = std::move(together);
      part.conditions.insert(part.conditions.end(), other.conditions.begin(), other.conditions.end());
    }
    apart.push_back(std::move(part));
    parts = std::move(apart);
  }
  for (ReadingPart& part : parts) {
    std::ranges::sort(part.conditions);
    std::ranges::sort(part.blocks, {}, [&](std::size_t b) { return task.plan.blocks[b].key; });
  }
  return parts;
}

std::optional<Slots> found_by_search(const ReadingTask& task, const std::vector<std::size_t>& blocks,
                                     const std::vector<std::size_t>& conditions, const Slots& from) {
  constexpr std::uint32_t rounds = 300;
  Slots best = from;
  Utility least = missed(task, conditions, best);
  Slots tried = best;
  for (std::uint32_t round = 0; round < rounds && least > 0 && !task.stop.stop_requested(); ++round)
    for (const std::size_t b : blocks) {
      const DrawBlock& block = task.plan.blocks[b];
      draw_block(block, search_stream, round, tried);
      const Utility now = missed(task, conditions, tried);
      if (now <= least) {
        copy_block(block, tried, best);
        least = now;
      } else {
        copy_block(block, best, tried);
      }
    }
  return least == 0 ? std::optional(best) : std::nullopt;
}

bool draw_part(const ReadingTask& task, const ReadingPart& part, std::uint64_t reading, Slots& slots) {
  for (std::uint32_t attempt = 0; !task.stop.stop_requested(); ++attempt) {
    for (const std::size_t b : part.blocks) draw_block(task.plan.blocks[b], reading, attempt, slots);
    if (all_hold(task, part.conditions, slots)) return true;
  }
  return false;
}

std::size_t walk_part(const ReadingTask& task, const ReadingPart& part, std::span<Slots> readings) {
  constexpr std::uint32_t rounds_before = 20;
  constexpr std::uint32_t rounds_between = 2;
  std::vector<Slots> present;
  std::vector<std::uint32_t> rounds(walks, 0);
  for (std::size_t walk = 0; walk < walks; ++walk) present.push_back(part.starts[walk % part.starts.size()]);
  for (std::size_t j = 0; j < readings.size(); ++j) {
    const std::size_t walk = j % walks;
    const std::uint32_t more = j < walks ? rounds_before : rounds_between;
    for (std::uint32_t round = 0; round < more; ++round) {
      if (task.stop.stop_requested()) return j;
      walk_round(task, part, walk, rounds[walk]++, present[walk]);
    }
    for (const std::size_t b : part.blocks) copy_block(task.plan.blocks[b], present[walk], readings[j]);
  }
  return readings.size();
}

double independent_readings(const std::vector<std::vector<std::int64_t>>& numbers) {
  double least = std::numeric_limits<double>::infinity();
  for (const auto& all : numbers) {
    const std::size_t count = all.size();
    const double mean = std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(count);
    const auto off = [&](std::size_t j) { return static_cast<double>(all[j]) - mean; };
    const auto alike = [&](std::size_t lag) {
      double sum = 0;
      for (std::size_t j = 0; j + lag < count; ++j) sum += off(j) * off(j + lag);
      return sum;
    };
    const double variance = alike(0);
    if (variance <= 0) continue;
    // The sum of the correlations, as far as they can be told from chance.
    double inefficiency = 1;
    constexpr double chance = 0.05;
    for (std::size_t lag = walks; lag < count; lag += walks) {
      const double correlation = alike(lag) / variance;
      if (correlation < chance) break;
      inefficiency += 2 * correlation;
    }
    least = std::min(least, static_cast<double>(count) / inefficiency);
  }
  return least;
}

}  // namespace parley
