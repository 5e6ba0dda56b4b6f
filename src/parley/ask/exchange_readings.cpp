#include "parley/ask/exchange_readings.h"

#include <algorithm>

#include "parley/ask/exchange_plan.h"
#include "parley/solve/exchange/lattice.h"

namespace parley {
namespace {

constexpr std::size_t most_candidates = 40;
constexpr std::uint64_t most_states = 200'000'000;

/// Whether a plan of the middle of all ranges can be one here: as many of everything, block by block.
bool same_size(const PhaseExchange& a, const PhaseExchange& b) { return a.block == b.block && a.number == b.number; }

}  // namespace

ExchangeReadings::ExchangeReadings(const Case& c, const std::optional<Package>& package,
                                   const ExchangeOptions& options) {
  const auto count = is_one_reading(c) ? std::size_t{1} : options.readings;
  for (std::size_t j = 0; j < count && !options.stop.stop_requested(); ++j) {
    const auto numbers = numbers_in_reading(c, package, options.count, options.seed, j);
    readings_.push_back({phase_exchanges(c, numbers), numbers.guarantee});
  }
}

bool ExchangeReadings::is_safe(const Reading& reading, std::size_t phase, const ExchangePlan& plan) const {
  const auto& here = reading.phases[phase];
  std::vector<std::int64_t> sum(here.number.size());
  Delivered delivered(here.number.size());
  const auto held = by_side(here, reading.guarantees);
  const auto holds = [&] {
    for (std::size_t s = 0; s < held.size(); ++s)
      if (temptation_of(here.table, static_cast<int>(s), delivered) > held[s]) return false;
    return true;
  };
  if (!holds()) return false;
  for (const ExchangeStep& step : plan.steps) {
    for (std::size_t i = 0; i < sum.size(); ++i) {
      sum[i] = std::min(here.number[i], sum[i] + step.number[i]);
      delivered[i] = static_cast<int>((sum[i] + here.block[i] - 1) / here.block[i]);
    }
    if (!holds()) return false;
  }
  return true;
}

ReadingShare ExchangeReadings::share(std::size_t in) const {
  if (readings_.size() == 1) {  // nothing is uncertain
    const auto all = static_cast<double>(in);
    return {static_cast<std::uint32_t>(in), 1, all, all, all};
  }
  return share_of_draws(in, readings_.size(), static_cast<double>(readings_.size()));
}

ReadingShare ExchangeReadings::safe(std::size_t phase, const ExchangePlan& plan) const {
  return share(static_cast<std::size_t>(
      std::ranges::count_if(readings_, [&](const Reading& reading) { return is_safe(reading, phase, plan); })));
}

std::optional<ReadingShare> ExchangeReadings::some_safe(std::size_t phase, bool together,
                                                        std::optional<int> meetings) const {
  std::size_t in = 0;
  for (const Reading& reading : readings_) {
    if (!Lattice::of(reading.phases[phase].table, most_states / readings_.size())) return std::nullopt;
    if (has_safe_schedule(reading.phases[phase], reading.guarantees, together, meetings)) ++in;
  }
  return share(in);
}

ExchangePlan ExchangeReadings::most_often(std::size_t phase, const PhaseExchange& central, const ExchangePlan& plan,
                                          bool together, std::optional<int> meetings, int every) const {
  auto best = plan;
  auto most = safe(phase, plan).in;
  std::size_t tried = 0;
  for (const Reading& reading : readings_) {
    if (tried == most_candidates) break;
    if (!same_size(reading.phases[phase], central)) continue;
    ++tried;
    const auto least = least_excess(reading.phases[phase], reading.guarantees, together, meetings);
    if (!least.handovers) continue;
    auto candidate = plan_of(central, reading.guarantees, *least.handovers, every);
    if (const auto in = safe(phase, candidate).in; in > most) {
      most = in;
      best = std::move(candidate);
    }
  }
  return best;
}

}  // namespace parley
