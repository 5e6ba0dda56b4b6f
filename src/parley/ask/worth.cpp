#include "parley/ask/worth.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "parley/at.h"
#include "parley/model/value.h"
#include "parley/model/weights.h"

namespace parley {
namespace {

/// The least and the most that a position can be worth, and the mean of its central values.
Spread worth_of(const std::vector<Spread>& levels, const Position& position) {
  Spread worth = levels[at(position.front())];
  std::int64_t central = 0;
  for (const int level : position) {
    const Spread& here = levels[at(level)];
    worth.low = std::min(worth.low, here.low);
    worth.high = std::max(worth.high, here.high);
    central += here.central;
  }
  worth.central = central / std::ssize(position);
  return worth;
}

Spread sum(const std::vector<Spread>& levels, const std::map<Position, int>& factors) {
  Spread total;
  for (const auto& [position, factor] : factors) {
    const Spread worth = worth_of(levels, position);
    total.low += factor * (factor < 0 ? worth.high : worth.low);
    total.central += factor * worth.central;
    total.high += factor * (factor < 0 ? worth.low : worth.high);
  }
  return total;
}

/// The least that one position can be worth less another, each level being worth the same in both.
std::int64_t least_difference(const std::vector<Spread>& levels, const Position& from, const Position& less) {
  std::optional<int> dearest;
  std::optional<int> next;
  for (const int level : less) {
    const auto high = [&](int l) { return levels[at(l)].high; };
    if (!dearest || high(level) > high(*dearest))
      next = std::exchange(dearest, level);
    else if (!next || high(level) > high(*next))
      next = level;
  }
  std::optional<std::int64_t> least;
  for (const int level : from) {
    if (std::ranges::binary_search(less, level)) least = std::min(least.value_or(0), std::int64_t{0});
    const auto& other = dearest == level ? next : dearest;
    if (!other) continue;
    const std::int64_t difference = levels[at(level)].low - levels[at(*other)].high;
    least = std::min(least.value_or(difference), difference);
  }
  return least.value_or(0);
}

/// The least and the most of a sum over values that fall along an order from 100 to 0. Such values are mixtures of
/// those that fall all at once, behind some rank that is not the last, and whatever is linear in them is least and most
/// at one of these. A positive factor is at its least on the worst of its levels, a negative one on the best.
std::int64_t least_in_order(const Worth& worth, const std::map<Position, int>& factors, int sign) {
  std::vector<int> rank(worth.levels.size());
  for (std::size_t r = 0; r < worth.best_first.size(); ++r) rank[at(worth.best_first[r])] = static_cast<int>(r);
  std::map<int, std::int64_t> from_rank{{0, 0}};
  for (const auto& [position, factor] : factors) {
    const auto [best, worst] = std::ranges::minmax_element(position, {}, [&](int level) { return rank[at(level)]; });
    from_rank[rank[at(sign * factor > 0 ? *worst : *best)]] += all_points * sign * factor;
  }
  std::int64_t total = 0;
  std::optional<std::int64_t> least;
  for (const auto& [behind, change] : from_rank) {
    if (behind + 1 == std::ssize(worth.best_first)) break;
    total += change;
    least = std::min(total, least.value_or(total));
  }
  return least.value_or(0);
}

/// The two positions when the factors are 1 and -1.
std::optional<std::pair<const Position*, const Position*>> one_less_another(const std::map<Position, int>& factors) {
  if (factors.size() != 2) return std::nullopt;
  const auto& [a, of_a] = *factors.begin();
  const auto& [b, of_b] = *factors.rbegin();
  if (of_a == 1 && of_b == -1) return std::pair(&a, &b);
  if (of_a == -1 && of_b == 1) return std::pair(&b, &a);
  return std::nullopt;
}

Worth worth_of(const std::vector<std::int64_t>& utilities) {
  Worth worth;
  const auto [least, most] = std::ranges::minmax(utilities);
  for (const std::int64_t utility : utilities) {
    const auto value =
        most == least ? 0 : static_cast<std::int64_t>(Wide{utility - least} * all_points / (most - least));
    worth.levels.push_back({value, value, value});
  }
  return worth;
}

}  // namespace

std::optional<Worth> worth_to(const Case& c, int party, int issue) {
  const Party& side = c.parties[at(party)];
  const Issue& what = c.issues[at(issue)];
  if (side.utilities) return worth_of(side.utilities->options[at(issue)]);
  const std::optional<Valuation>& valuation = side.preference.values[at(issue)];
  const bool claims = what.kind == IssueKind::share && std::ranges::find(what.claimants, party) != what.claimants.end();
  if (!valuation && !claims) return std::nullopt;
  Worth worth{option_values(what, valuation, party), {}};
  if (valuation)
    if (const auto* order = std::get_if<OptionOrder>(&valuation->form)) worth.best_first = order->best_first;
  return worth;
}

Worth worth_in_steps(const Issue& issue) {
  Worth worth;
  for (std::int64_t level = 0; level < issue.levels(); ++level) worth.levels.push_back({level, level, level});
  return worth;
}

Spread combined(const Worth& worth, const std::map<Position, int>& factors) {
  std::map<Position, int> counting = factors;
  std::erase_if(counting, [](const auto& entry) { return entry.second == 0; });
  Spread total = sum(worth.levels, counting);
  if (!worth.best_first.empty()) {
    total.low = least_in_order(worth, counting, 1);
    total.high = -least_in_order(worth, counting, -1);
  } else if (const auto two = one_less_another(counting)) {
    total.low = least_difference(worth.levels, *two->first, *two->second);
    total.high = -least_difference(worth.levels, *two->second, *two->first);
  }
  return total;
}

}  // namespace parley
