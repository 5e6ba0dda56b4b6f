#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "parley/at.h"
#include "parley/case/checks.h"
#include "parley/case/exchange_of.h"
#include "parley/case/phrases.h"
#include "parley/case/voices.h"

namespace parley {
namespace {

constexpr auto one = Decimal::of(1).millionths;

/// The fewest that are to be handed over: what is agreed at least, less what has been handed over at most.
std::int64_t fewest(const Case& c, const ExchangeCategory& category) {
  const auto agreed = category.agreed ? category.agreed->low.millionths / one : c.issues[at(category.issue)].number(0);
  const auto delivered = category.delivered ? category.delivered->high.millionths / one : 0;
  return std::max<std::int64_t>(0, agreed - delivered);
}

std::int64_t days_for(std::int64_t number, const Capacity& capacity) {
  return (number + capacity.most - 1) / capacity.most * capacity.days;
}

/// What cannot be handed over in time, whatever else goes well.
void check_finishing(const Case& c, const std::string& what, std::int64_t number, const Capacity& capacity, int phase,
                     Place place, Problems& problems) {
  const Phase& within = c.phases[at(phase)];
  if (!within.days) return;
  const auto needed = days_for(number, capacity);
  const auto there = within.days->high.millionths / one;
  if (needed <= there) return;
  problems.push_back({place,
                      fmt::format("{} take at least {} days at {} in {}, {} more than {} lasts", what, needed,
                                  capacity.most, counted(capacity.days, "days"), needed - there, within.name),
                      "let more go at a time, agree on fewer, or let the phase be longer"});
}

void check_capacity(const Case& c, const Exchange& exchange, Problems& problems) {
  std::map<std::pair<int, int>, std::int64_t> through;  // crossing and phase
  for (const ExchangeCategory& category : exchange.categories) {
    const auto number = fewest(c, category);
    if (category.capacity && category.crossing >= 0)
      problems.push_back({category.capacity->from.place,
                          fmt::format("{} have a capacity of their own and a crossing", category.name),
                          "keep one of the two: the crossing has a capacity"});
    if (category.capacity)
      check_finishing(c, category.name, number, *category.capacity, category.phase, category.capacity->from.place,
                      problems);
    if (category.crossing >= 0) through[{category.crossing, category.phase}] += number;
  }
  for (const auto& [where, number] : through) {
    const Crossing& crossing = exchange.crossings[at(where.first)];
    check_finishing(c, fmt::format("all that goes through {}", crossing.name), number, crossing.capacity, where.second,
                    crossing.capacity.from.place, problems);
  }
}

/// Categories of one crossing share its capacity, block by block.
void check_blocks(const Exchange& exchange, Problems& problems) {
  std::map<int, std::int64_t> blocks;
  for (const ExchangeCategory& category : exchange.categories) {
    if (category.crossing < 0) continue;
    const auto [entry, added] = blocks.emplace(category.crossing, category.block);
    if (added || entry->second == category.block) continue;
    problems.push_back({category.from.place,
                        fmt::format("{} go through {} {} at a time, others {}", category.name,
                                    exchange.crossings[at(category.crossing)].name, category.block, entry->second),
                        "let blocks of one crossing be equally large"});
  }
}

/// A phase in which things are handed over ends at some time.
void check_endings(const Case& c, const Exchange& exchange, Problems& problems) {
  std::vector<bool> told(c.phases.size());
  for (const ExchangeCategory& category : exchange.categories) {
    const Phase& phase = c.phases[at(category.phase)];
    if (phase.days || !phase.exit.empty() || told[at(category.phase)]) continue;
    told[at(category.phase)] = true;
    problems.push_back({first_place({phase.from.place, category.from.place}),
                        fmt::format("{} never ends, and {} are to be handed over in it", phase.name, category.name),
                        "say how long it lasts (duration: 6 weeks) or what ends it (until: all are handed over)"});
  }
}

void check_schedule(const Case& c, const Exchange& exchange, Problems& problems) {
  std::vector<std::int64_t> sum(exchange.categories.size());
  const PlannedHandover* before = nullptr;
  for (const PlannedHandover& planned : exchange.schedule) {
    if (before != nullptr && planned.day <= before->day)
      problems.push_back({planned.place,
                          fmt::format("day {} comes after day {} in the schedule", planned.day, before->day),
                          "put the handovers in the order of their days, each day once"});
    before = &planned;
    for (std::size_t k = 0; k < sum.size(); ++k) {
      const ExchangeCategory& category = exchange.categories[k];
      const auto most = category.agreed
                            ? category.agreed->high.millionths / one
                            : c.issues[at(category.issue)].number(c.issues[at(category.issue)].levels() - 1);
      const bool was_within = sum[k] <= most;
      sum[k] += planned.number[k];
      if (!was_within || sum[k] <= most) continue;
      problems.push_back({planned.place,
                          fmt::format("by day {} the schedule hands over {} of {}, but at most {} are agreed",
                                      planned.day, sum[k], category.name, most),
                          "hand over no more than is agreed"});
    }
  }
}

}  // namespace

void check_exchange_time(const Case& c, Problems& problems) {
  const Exchange& exchange = exchange_of(c);
  check_capacity(c, exchange, problems);
  check_blocks(exchange, problems);
  check_endings(c, exchange, problems);
  check_schedule(c, exchange, problems);
}

}  // namespace parley
