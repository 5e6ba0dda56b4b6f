#include "parley/model/reading/readings.h"

#include <algorithm>
#include <cstddef>

#include "parley/model/reading/plan.h"
#include "parley/model/reading/views.h"

namespace parley {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::vector<Slots> drawn_freely(const ReadingPlan& plan, const ReadingOptions& options) {
  std::vector<Slots> readings;
  const std::size_t count = plan.blocks.empty() ? 1 : options.count;
  for (std::size_t j = 0; j < count && !options.stop.stop_requested(); ++j) {
    readings.emplace_back(plan.slots);
    for (const DrawBlock& block : plan.blocks) draw_block(block, j, 0, readings.back());
  }
  return readings;
}

template <class Number>
std::vector<Number> column(const std::vector<Slots>& readings, int slot) {
  std::vector<Number> numbers;
  for (const Slots& slots : readings) numbers.push_back(static_cast<Number>(slots[at(slot)]));
  return numbers;
}

}  // namespace

Readings draw_readings(const Case& c, Date as_of, const ReadingOptions& options) {
  const ReadingPlan plan = plan_readings(c, as_of, options.seed);
  const std::vector<Slots> slots = drawn_freely(plan, options);
  Readings readings;
  readings.count = slots.size();
  readings.seed = options.seed;
  readings.independent = static_cast<double>(readings.count);
  readings.unknowns = plan.unknowns;
  for (const int slot : plan.unknown_slots) readings.drawn.push_back(column<std::int64_t>(slots, slot));
  for (std::size_t p = 0; p < c.parties.size(); ++p) {
    const int claim = plan.consent_slots[p];
    readings.consent.push_back(claim < 0 ? std::vector<std::uint8_t>{} : column<std::uint8_t>(slots, claim));
    readings.views.push_back(views_in(plan, static_cast<int>(p), slots));
  }
  return readings;
}

}  // namespace parley
