#include "parley/model/weights.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace parley {
namespace {

constexpr std::int64_t nano_per_millionth = 1000;

std::int64_t sum(const std::vector<std::int64_t>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});
}

void narrow_along_order(WeightSpace& space) {
  const auto& order = space.order;
  for (std::size_t k = 1; k < order.size(); ++k) {
    auto& high = space.high[static_cast<std::size_t>(order[k])];
    high = std::min(high, space.high[static_cast<std::size_t>(order[k - 1])]);
  }
  for (std::size_t k = order.size(); k-- > 1;) {
    auto& low = space.low[static_cast<std::size_t>(order[k - 1])];
    low = std::max(low, space.low[static_cast<std::size_t>(order[k])]);
  }
}

/// The least and the most that all weights together can be when one of them is held at a value.
struct Sums {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

Sums sums_when_held(const WeightSpace& space, std::size_t place, std::int64_t held) {
  const auto at = [&](std::size_t k) { return static_cast<std::size_t>(space.order[k]); };
  Sums sums{sum(space.low), sum(space.high)};
  for (std::size_t k = 0; k < space.order.size(); ++k) {
    const std::int64_t low = space.low[at(k)];
    const std::int64_t high = space.high[at(k)];
    sums.least += (k <= place ? std::max(low, held) : low) - low;
    sums.most += (k >= place ? std::min(high, held) : high) - high;
  }
  return sums;
}

/// A weight in the order: from the least value to the most for which the others can make up the sum, rounded outward.
void narrow_in_order(const WeightSpace& space, std::size_t place, std::int64_t& low, std::int64_t& high) {
  const auto first_where = [&](std::int64_t from, std::int64_t to, const auto& holds) {
    while (from < to) {
      const std::int64_t middle = from + (to - from) / 2;
      if (holds(sums_when_held(space, place, middle)))
        to = middle;
      else
        from = middle + 1;
    }
    return from;
  };
  const std::int64_t least = first_where(low, high, [](const Sums& s) { return s.most >= all_points; });
  const std::int64_t most = first_where(low, high, [](const Sums& s) { return s.least >= all_points; });
  const bool between = sums_when_held(space, place, least).most > all_points;
  low = std::max(low, least - (between ? 1 : 0));
  high = most;
}

/// Weights outside of the order: what the others leave.
void narrow_beside_order(WeightSpace& space) {
  const std::int64_t lows = sum(space.low);
  const std::int64_t highs = sum(space.high);
  for (std::size_t i = 0; i < space.low.size(); ++i) {
    if (std::ranges::find(space.order, static_cast<int>(i)) != space.order.end()) continue;
    const std::int64_t low = std::max(space.low[i], all_points - (highs - space.high[i]));
    const std::int64_t high = std::min(space.high[i], all_points - (lows - space.low[i]));
    space.low[i] = low;
    space.high[i] = high;
  }
}

/// Narrows each weight to exactly the values that it takes in some weighting.
void narrow(WeightSpace& space) {
  narrow_along_order(space);
  WeightSpace narrowed = space;
  narrow_beside_order(narrowed);
  for (std::size_t place = 0; place < space.order.size(); ++place) {
    const auto i = static_cast<std::size_t>(space.order[place]);
    narrow_in_order(space, place, narrowed.low[i], narrowed.high[i]);
  }
  space.low = std::move(narrowed.low);
  space.high = std::move(narrowed.high);
}

/// Mean of all weightings in a given order and nothing else known: 100/n * (1/k + ... + 1/n) for rank k.
void rank_order_centroids(WeightSpace& space) {
  constexpr std::int64_t fine_points = 100'000'000'000'000'000;  // 100 points in 10^-15
  const auto n = static_cast<std::int64_t>(space.order.size());
  std::int64_t tail = 0;
  for (std::int64_t k = n; k >= 1; --k) {
    tail += fine_points / n / k;
    space.central_nano[static_cast<std::size_t>(space.order[static_cast<std::size_t>(k - 1)])] =
        (tail + 500'000) / 1'000'000;
  }
}

/// low + t (high - low) with the t for which the sum is right: keeps the order, since both ends do.
void proportional_point(WeightSpace& space) {
  const std::int64_t lows = sum(space.low);
  const std::int64_t width = sum(space.high) - lows;
  for (std::size_t i = 0; i < space.low.size(); ++i) {
    const Wide part =
        width == 0 ? 0
                   : (Wide{all_points - lows} * (space.high[i] - space.low[i]) * nano_per_millionth * 2 + width) /
                         (Wide{width} * 2);
    space.central_nano[i] = space.low[i] * nano_per_millionth + static_cast<std::int64_t>(part);
  }
}

/// The multiplier numerator/denominator for which a block of neighbours is indifferent.
struct Multiplier {
  Wide numerator;
  Wide denominator;
};

bool smaller(const Multiplier& a, const Multiplier& b) {
  return a.numerator * b.denominator < b.numerator * a.denominator;
}

std::vector<Multiplier> multipliers(const WeightSpace& space, const std::vector<std::int64_t>& coefficients) {
  std::vector<Multiplier> all;
  for (const std::int64_t coefficient : coefficients) all.push_back({coefficient, 1});
  for (std::size_t first = 0; first < space.order.size(); ++first) {
    Wide block = 0;
    for (std::size_t last = first; last < space.order.size(); ++last) {
      block += coefficients[static_cast<std::size_t>(space.order[last])];
      all.push_back({block, static_cast<Wide>(last - first + 1)});
    }
  }
  std::ranges::sort(all, smaller);
  const auto equal = [](const Multiplier& a, const Multiplier& b) { return !smaller(a, b) && !smaller(b, a); };
  const auto repeated = std::ranges::unique(all, equal);
  all.erase(repeated.begin(), repeated.end());
  return all;
}

/// The dual function at a multiplier, times the multiplier's denominator.
class Dual {
 public:
  Dual(const WeightSpace& space, const std::vector<std::int64_t>& coefficients)
      : space_(space), coefficients_(coefficients), in_order_(coefficients.size(), false) {
    for (const int i : space.order) {
      in_order_[static_cast<std::size_t>(i)] = true;
      steps_.push_back(space.low[static_cast<std::size_t>(i)]);
      steps_.push_back(space.high[static_cast<std::size_t>(i)]);
    }
    std::ranges::sort(steps_);
    const auto repeated = std::ranges::unique(steps_);
    steps_.erase(repeated.begin(), repeated.end());
  }

  Wide at(const Multiplier& multiplier) const {
    Wide value = multiplier.numerator * all_points;
    for (std::size_t i = 0; i < coefficients_.size(); ++i) {
      if (in_order_[i]) continue;
      const Wide slope = reduced(i, multiplier);
      value += slope * (slope < 0 ? space_.high[i] : space_.low[i]);
    }
    return value + least_in_order(multiplier);
  }

 private:
  Wide reduced(std::size_t i, const Multiplier& multiplier) const {
    return multiplier.denominator * coefficients_[i] - multiplier.numerator;
  }

  /// Ordered weights take their values among the ends of their ranges: best[s] is the least cost of the weights so far
  /// when the latest one is at least steps_[s].
  Wide least_in_order(const Multiplier& multiplier) const {
    if (space_.order.empty()) return 0;
    constexpr Wide impossible = Wide{1} << 120;
    std::vector<Wide> best(steps_.size(), 0);
    for (const int term : space_.order) {
      const auto i = static_cast<std::size_t>(term);
      const Wide slope = reduced(i, multiplier);
      for (std::size_t s = 0; s < steps_.size(); ++s) {
        const bool allowed = steps_[s] >= space_.low[i] && steps_[s] <= space_.high[i];
        best[s] = allowed && best[s] < impossible ? best[s] + slope * steps_[s] : impossible;
      }
      for (std::size_t s = steps_.size() - 1; s-- > 0;) best[s] = std::min(best[s], best[s + 1]);
    }
    return best.front();
  }

  const WeightSpace& space_;
  const std::vector<std::int64_t>& coefficients_;
  std::vector<bool> in_order_;
  std::vector<std::int64_t> steps_;
};

Wide floor_divide(Wide numerator, Wide denominator) {
  const Wide quotient = numerator / denominator;
  return numerator % denominator < 0 ? quotient - 1 : quotient;
}

Wide least_without_order(const WeightSpace& space, const std::vector<std::int64_t>& coefficients) {
  std::vector<std::size_t> cheapest(coefficients.size());
  std::iota(cheapest.begin(), cheapest.end(), std::size_t{0});
  std::ranges::sort(cheapest, [&](std::size_t a, std::size_t b) { return coefficients[a] < coefficients[b]; });
  std::int64_t left = all_points - sum(space.low);
  Wide value = 0;
  for (const std::size_t i : cheapest) {
    const std::int64_t more = std::min(left, space.high[i] - space.low[i]);
    value += Wide{coefficients[i]} * (space.low[i] + more);
    left -= more;
  }
  return value;
}

}  // namespace

void settle(WeightSpace& space) {
  const std::vector<std::int64_t> stated_high = space.high;
  const bool only_an_order = space.order.size() == space.low.size() && sum(space.low) == 0 &&
                             std::ranges::all_of(stated_high, [](std::int64_t high) { return high == all_points; });
  narrow(space);
  space.central_nano.assign(space.low.size(), 0);
  if (only_an_order)
    rank_order_centroids(space);
  else
    proportional_point(space);
}

Wide least(const WeightSpace& space, const std::vector<std::int64_t>& coefficients) {
  if (space.order.empty()) return least_without_order(space, coefficients);
  const std::vector<Multiplier> candidates = multipliers(space, coefficients);
  const Dual dual(space, coefficients);
  // The dual is concave, so climbing stops only at its top.
  std::size_t from = 0;
  std::size_t to = candidates.size() - 1;
  while (from < to) {
    const std::size_t middle = (from + to) / 2;
    const Multiplier& here = candidates[middle];
    const Multiplier& next = candidates[middle + 1];
    if (dual.at(here) * next.denominator < dual.at(next) * here.denominator)
      from = middle + 1;
    else
      to = middle;
  }
  return floor_divide(dual.at(candidates[from]), candidates[from].denominator);
}

}  // namespace parley
