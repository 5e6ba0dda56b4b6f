#include <algorithm>
#include <cstddef>
#include <numeric>

#include "parley/at.h"
#include "parley/model/model.h"

namespace parley {
namespace {

enum class End { low, high };

bool may_hold(const Condition& condition, const std::vector<int>& levels) {
  return std::ranges::any_of(levels, [&](int level) { return condition.holds[at(level)]; });
}

bool must_hold(const Condition& condition, const std::vector<int>& levels) {
  return std::ranges::all_of(levels, [&](int level) { return condition.holds[at(level)]; });
}

/// Whether an interaction can count at the high end, or cannot help counting at the low end.
bool counts_at(const Interaction& interaction, const std::vector<std::vector<int>>& alternatives, End end) {
  const bool optimistic = (end == End::high) != interaction.penalty;
  const bool holds = std::ranges::all_of(interaction.when, [&](const Condition& condition) {
    const auto& levels = alternatives[at(condition.issue)];
    return optimistic ? may_hold(condition, levels) : must_hold(condition, levels);
  });
  return holds != interaction.penalty;
}

/// credence * value for every term, in 10^-12 points, at one end of all ranges and alternatives.
std::vector<std::int64_t> coefficients(const Valuer& valuer, const std::vector<std::vector<int>>& alternatives,
                                       End end) {
  constexpr std::int64_t hundred = 100'000'000;
  const auto pick = [end](const Spread& spread) { return end == End::low ? spread.low : spread.high; };
  std::vector<std::int64_t> result;
  for (std::size_t i = 0; i < valuer.values.size(); ++i) {
    std::int64_t value = pick(valuer.values[i][at(alternatives[i].front())]);
    for (const int level : alternatives[i]) {
      const std::int64_t other = pick(valuer.values[i][at(level)]);
      value = end == End::low ? std::min(value, other) : std::max(value, other);
    }
    result.push_back(pick(valuer.credences[at(valuer.phase_of[i])]) * value);
  }
  for (std::size_t e = 0; e < valuer.interactions.size(); ++e) {
    const std::int64_t value = counts_at(valuer.interactions[e], alternatives, end) ? hundred : 0;
    result.push_back(pick(valuer.credences[at(valuer.interaction_phase[e])]) * value);
  }
  return result;
}

/// Weight in 10^-6 points times 10^-12 points is 10^-22 of the unit; utilities are 10^-9 of it.
constexpr Wide scale = 10'000'000'000'000;

Utility rounded_down(Wide value) {
  const Wide quotient = value / scale;
  return static_cast<Utility>(value % scale < 0 ? quotient - 1 : quotient);
}

}  // namespace

bool counts(const Interaction& interaction, const Package& package) {
  const bool holds = std::ranges::all_of(
      interaction.when, [&](const Condition& condition) { return condition.holds[at(package[at(condition.issue)])]; });
  return holds != interaction.penalty;
}

Utility central_utility(const Valuer& valuer, const Package& package) {
  Utility sum = 0;
  for (std::size_t i = 0; i < valuer.gain.size(); ++i) sum += valuer.gain[i][at(package[i])];
  for (std::size_t e = 0; e < valuer.interactions.size(); ++e)
    if (counts(valuer.interactions[e], package)) sum += valuer.interaction_gain[e];
  return sum;
}

namespace {

Span scored_bounds(const Valuer& valuer, const std::vector<std::vector<int>>& alternatives) {
  Span bounds;
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    const auto gain = [&](int level) { return valuer.gain[i][at(level)]; };
    const auto [least, most] = std::ranges::minmax_element(alternatives[i], {}, gain);
    bounds.low += gain(*least);
    bounds.high += gain(*most);
  }
  for (std::size_t e = 0; e < valuer.interactions.size(); ++e) {
    const Utility adds = valuer.interaction_gain[e];
    if (counts_at(valuer.interactions[e], alternatives, adds < 0 ? End::high : End::low)) bounds.low += adds;
    if (counts_at(valuer.interactions[e], alternatives, adds < 0 ? End::low : End::high)) bounds.high += adds;
  }
  return bounds;
}

}  // namespace

Span central_range(const Valuer& valuer) {
  std::vector<std::vector<int>> all;
  for (const auto& gains : valuer.gain) {
    all.emplace_back(gains.size());
    std::iota(all.back().begin(), all.back().end(), 0);
  }
  return scored_bounds(valuer, all);
}

Span utility_bounds(const Valuer& valuer, const std::vector<std::vector<int>>& alternatives) {
  if (valuer.scored) return scored_bounds(valuer, alternatives);
  const auto low = coefficients(valuer, alternatives, End::low);
  auto high = coefficients(valuer, alternatives, End::high);
  for (std::int64_t& coefficient : high) coefficient = -coefficient;
  return {rounded_down(least(valuer.weights, low)), -rounded_down(least(valuer.weights, high))};
}

Span utility_span(const Valuer& valuer, const Package& package) {
  const Utility central = central_utility(valuer, package);
  if (valuer.exact) return {central, central};
  std::vector<std::vector<int>> alternatives;
  for (const int level : package) alternatives.push_back({level});
  const Span bounds = utility_bounds(valuer, alternatives);
  // The central gains are rounded term by term, so they may stick out by a few 10^-9.
  return {std::min(central, bounds.low), std::max(central, bounds.high)};
}

}  // namespace parley
