#include "parley/solve/joint/margins.h"

#include <algorithm>
#include <limits>

#include "parley/at.h"

namespace parley {
namespace {

void add(const PerReading& gain, std::vector<Utility>& to) {
  if (gain.size() == 1) {
    for (auto& sum : to) sum += gain.front();
  } else {
    std::ranges::transform(to, gain, to.begin(), std::plus{});
  }
}

}  // namespace

bool all_hold(const std::vector<LevelSet>& when, const Package& package) {
  return std::ranges::all_of(when, [&](const LevelSet& set) { return set.holds[at(package[at(set.issue)])]; });
}

bool refuses(const ReadingTable::View& view, const Package& package) {
  return std::ranges::any_of(view.refuses, [&](const LevelSet& set) { return set.holds[at(package[at(set.issue)])]; });
}

bool obeys_rules(const ReadingTable& table, const Package& package) {
  for (const auto& rule : table.implications)
    if (all_hold(rule.when, package) && (rule.then.empty() || !all_hold(rule.then, package))) return false;
  for (const auto& rule : table.linear_rules) {
    std::int64_t sum = 0;
    for (std::size_t j = 0; j < rule.issues.size(); ++j) sum += rule.amounts[j][at(package[at(rule.issues[j])])];
    if (sum < rule.least || sum > rule.most) return false;
  }
  return true;
}

std::vector<Utility> utilities_of(const ReadingTable& table, std::size_t view, const Package& package) {
  std::vector<Utility> sum(table.readings);
  const auto& v = table.views[view];
  for (std::size_t i = 0; i < package.size(); ++i) add(v.gain[i][at(package[i])], sum);
  for (const auto& feature : v.features)
    if (all_hold(feature.when, package) == feature.counts_when_holding) add(feature.gain, sum);
  return sum;
}

std::vector<Utility> margins_of(const ReadingTable& table, std::size_t view, const Package& package) {
  auto margins = utilities_of(table, view, package);
  for (std::size_t j = 0; j < margins.size(); ++j) margins[j] -= in_reading(table.views[view].floor, j);
  return margins;
}

Span margin_range(const ReadingTable& table, std::size_t view) {
  const auto& v = table.views[view];
  std::vector<Utility> low(table.readings);
  std::vector<Utility> high(table.readings);
  for (const auto& issue : v.gain) {
    for (std::size_t j = 0; j < table.readings; ++j) {
      auto least = std::numeric_limits<Utility>::max();
      auto most = std::numeric_limits<Utility>::min();
      for (const auto& gain : issue) {
        least = std::min(least, in_reading(gain, j));
        most = std::max(most, in_reading(gain, j));
      }
      low[j] += least;
      high[j] += most;
    }
  }
  Span range{std::numeric_limits<Utility>::max(), std::numeric_limits<Utility>::min()};
  for (std::size_t j = 0; j < table.readings; ++j) {
    const auto floor = in_reading(v.floor, j);
    for (const auto& feature : v.features) {
      low[j] += std::min<Utility>(0, in_reading(feature.gain, j));
      high[j] += std::max<Utility>(0, in_reading(feature.gain, j));
    }
    range.low = std::min(range.low, low[j] - floor);
    range.high = std::max(range.high, high[j] - floor);
  }
  return range;
}

bool is_narrow(const ReadingTable& table) {
  for (std::size_t v = 0; v < table.views.size(); ++v) {
    const auto range = margin_range(table, v);
    if (range.low < std::numeric_limits<std::int32_t>::min() || range.high > std::numeric_limits<std::int32_t>::max())
      return false;
  }
  return true;
}

ConsentWords::ConsentWords(const ReadingTable& table)
    : enough_(&table.enough),
      holding_(std::max<std::size_t>(1, table.enough.size()), std::vector<std::uint64_t>((table.readings + 63) / 64)) {
  for (std::size_t j = 0; j < table.readings; ++j) {
    const std::size_t h = table.hypothesis.empty() ? 0 : table.hypothesis[j];
    holding_[h][j / 64] |= std::uint64_t{1} << j % 64;
  }
}

}  // namespace parley
