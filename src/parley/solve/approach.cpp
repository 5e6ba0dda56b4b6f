#include "parley/solve/approach.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "parley/solve/mix.h"
#include "parley/solve/toward.h"

namespace parley {
namespace {

using Vector = std::vector<double>;

/// Frank and Wolfe's climb over the convex hull of the packages within a budget, as in directions.cpp; each gradient
/// met is a weighing, and weighings within a budget are cheap.
class ApproachClimb {
 public:
  ApproachClimb(const Priced& priced, const Budget& budget, const Goal& goal, bool for_sum)
      : priced_(priced), budget_(budget), goal_(goal), for_sum_(for_sum) {}

  Approach run() {
    constexpr double softest = 8;
    constexpr double hardest = 5'000;
    constexpr int steps = 10;
    Vector even;
    for (std::size_t c = 0; c < goal_.size(); ++c)
      even.push_back(asked_of(c) || (for_sum_ && c == Priced::sum) ? 1 / priced_.range[c] : 0);
    if (std::ranges::all_of(even, [](double w) { return w == 0; })) return {};
    point_ = best(even);
    if (is_below()) result_.hopeless = true;
    if (!result_.hopeless) {
      for (hardness_ = softest; hardness_ < hardest; hardness_ *= 8) {
        for (int i = 0; i < steps && step(); ++i) {
        }
        if (result_.hopeless) break;
        keep(gradient(point_));
      }
    }
    if (result_.hopeless)
      result_.weighings.push_back(std::move(weighing_));
    else
      vary();
    return std::move(result_);
  }

 private:
  bool asked_of(std::size_t c) const { return goal_[c] != no_demand; }
  double surplus(const Vector& u, std::size_t c) const { return u[c] - static_cast<double>(goal_[c]); }

  /// Whether the last weighing proves that nothing within the budget reaches the goal.
  bool is_below() const { return !for_sum_ && weighing_.most < asked(goal_, weighing_); }

  Vector best(Vector weight) {
    weigh_within(priced_, budget_, std::move(weight), weighing_);
    if (weighing_.most == -std::numeric_limits<double>::infinity()) {
      result_.hopeless = true;
      return point_;
    }
    const auto& layers = priced_.diagram().layers;
    const auto path = best_within(priced_, budget_, weighing_);
    Vector value(goal_.size(), 0);
    for (std::size_t i = 0; i < path.size(); ++i)
      for (std::size_t c = 0; c < value.size(); ++c)
        value[c] += static_cast<double>(layers[i].gains[path[i] * value.size() + c]);
    return value;
  }

  Vector gradient(const Vector& u) const {
    Vector slope(u.size(), 0);
    if (for_sum_) {
      slope[Priced::sum] = 1 / priced_.range[Priced::sum];
      for (std::size_t c = 0; c < u.size(); ++c)
        if (asked_of(c)) slope[c] = hardness_ * std::max(0.0, -surplus(u, c)) / priced_.range[c] / priced_.range[c];
      return slope;
    }
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t c = 0; c < u.size(); ++c)
      if (asked_of(c)) least = std::min(least, surplus(u, c) / priced_.range[c]);
    double sum = 0;
    for (std::size_t c = 0; c < u.size(); ++c)
      if (asked_of(c)) sum += slope[c] = std::exp(-hardness_ * (surplus(u, c) / priced_.range[c] - least));
    for (std::size_t c = 0; c < u.size(); ++c)
      if (asked_of(c)) slope[c] /= sum * priced_.range[c];
    return slope;
  }

  /// One move toward the best package in the steepest direction; false when there is nothing left to gain.
  bool step() {
    const auto slope = gradient(point_);
    const auto goal = best(slope);
    if (is_below()) result_.hopeless = true;
    if (result_.hopeless) return false;
    if (!(dot(slope, goal) - dot(slope, point_) > 1e-9)) return false;
    return move_toward(point_, goal, [this](const Vector& at) { return gradient(at); }, 12) > 0;
  }

  void keep(Vector weight) {
    weigh_within(priced_, budget_, std::move(weight), weighing_);
    result_.weighings.push_back(weighing_);
  }

  /// More weighings around the last, which is the best: bounds that are tight at other trade-offs.
  void vary() {
    if (result_.weighings.empty()) return;
    const auto last = result_.weighings.back().weight;
    const auto serving = std::ranges::count_if(last, [](double w) { return w > 0; });
    if (serving < 2) return;
    const auto wanted = serving <= 2 ? 4u : 4u * static_cast<unsigned>(serving);
    for (std::uint64_t i = 0; i < wanted; ++i) {
      auto weight = last;
      for (std::size_t c = 0; c < weight.size(); ++c) {
        if (c == Priced::sum) continue;
        const auto random = static_cast<double>(mix(i * weight.size() + c) >> 11) * 0x1p-53;
        weight[c] *= std::exp((random - 0.5) * 0.6);
      }
      keep(std::move(weight));
    }
  }

  const Priced& priced_;
  const Budget& budget_;
  const Goal& goal_;
  bool for_sum_;
  Vector point_;
  Weighing weighing_;
  double hardness_ = 1;
  Approach result_;
};

}  // namespace

double asked(const Goal& goal, const Weighing& weighing) {
  double sum = -weighing.room;
  for (std::size_t c = 0; c < goal.size(); ++c)
    if (goal[c] != no_demand) sum += weighing.weight[c] * static_cast<double>(goal[c]);
  return sum;
}

Approach approach(const Priced& priced, const Budget& budget, const Goal& goal) {
  return ApproachClimb(priced, budget, goal, false).run();
}

Approach approach_sum(const Priced& priced, const Budget& budget, const Goal& goal) {
  return ApproachClimb(priced, budget, goal, true).run();
}

}  // namespace parley
