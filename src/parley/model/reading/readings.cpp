#include "parley/model/reading/readings.h"

#include <algorithm>
#include <cstddef>
#include <set>

#include "parley/at.h"
#include "parley/model/reading/part.h"
#include "parley/model/reading/plan.h"
#include "parley/model/reading/views.h"

namespace parley {
namespace {

/// As many readings as are asked for, or as have room.
std::size_t count_of(const ReadingPlan& plan, const ReadingOptions& options) {
  if (plan.blocks.empty()) return std::min(options.count, std::size_t{1});
  constexpr std::size_t most_numbers = 64'000'000;
  std::size_t each = 2 * plan.slots;
  for (const auto& views : plan.views)
    for (const ViewPlan& view : views)
      for (const auto& levels : view.central->gain) each += levels.size();
  return std::min(options.count, std::max(most_numbers / each, std::size_t{1}));
}

/// Draws what no part draws by itself, then the parts; readings after a stop are left out.
class ReadingDrawing {
 public:
  ReadingDrawing(const ReadingTask& task, std::vector<ReadingPart> parts) : task_(task), parts_(std::move(parts)) {
    std::set<std::size_t> drawn_apart;
    for (const ReadingPart& part : parts_) drawn_apart.insert(part.blocks.begin(), part.blocks.end());
    for (std::size_t b = 0; b < task.plan.blocks.size(); ++b)
      if (!drawn_apart.contains(b)) free_.push_back(b);
  }

  std::vector<Slots> run(std::size_t count) const {
    std::vector<Slots> readings;
    for (std::size_t j = 0; j < count && !task_.stop.stop_requested(); ++j) {
      Slots slots(task_.plan.slots);
      for (const std::size_t b : free_) draw_block(task_.plan.blocks[b], j, 0, slots);
      bool drawn = true;
      for (const ReadingPart& part : parts_) drawn = drawn && (part.walks || draw_part(task_, part, j, slots));
      if (!drawn) break;
      readings.push_back(std::move(slots));
    }
    for (const ReadingPart& part : parts_)
      if (part.walks) readings.resize(walk_part(task_, part, readings));
    return readings;
  }

  /// The slots of all parts that walk.
  std::vector<int> walked() const {
    std::vector<int> slots;
    for (const ReadingPart& part : parts_)
      if (part.walks)
        for (const std::size_t b : part.blocks)
          for (const int slot : slots_of(task_.plan.blocks[b])) slots.push_back(slot);
    return slots;
  }

 private:
  const ReadingTask& task_;
  std::vector<ReadingPart> parts_;
  std::vector<std::size_t> free_;
};

template <class Number>
std::vector<Number> column(const std::vector<Slots>& readings, int slot) {
  std::vector<Number> numbers;
  numbers.reserve(readings.size());
  for (const Slots& slots : readings) numbers.push_back(static_cast<Number>(slots[at(slot)]));
  return numbers;
}

}  // namespace

Readings draw_readings(const Case& c, Date as_of, const ReadingOptions& options) {
  const ReadingPlan plan = plan_readings(c, as_of, options.seed);
  Readings readings;
  readings.seed = options.seed;
  std::vector<JudgedCondition> conditions;
  if (options.heed_talks) conditions = talks_conditions(c, as_of, plan);
  const ReadingTask task{c, plan, conditions, options.stop};
  std::vector<ReadingPart> parts;
  if (!conditions.empty()) parts = settle_conditions(task, readings.contradictions);
  for (const JudgedCondition& condition : conditions) readings.conditions.push_back(condition.what);

  const ReadingDrawing drawing(task, std::move(parts));
  const std::vector<Slots> slots = drawing.run(count_of(plan, options));
  readings.count = slots.size();
  readings.independent = static_cast<double>(readings.count);
  std::vector<std::vector<std::int64_t>> walked;
  for (const int slot : drawing.walked()) walked.push_back(column<std::int64_t>(slots, slot));
  readings.walked = !walked.empty();
  if (readings.walked) readings.independent = std::min(readings.independent, independent_readings(walked));

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
