#include "parley/solve/branch/shifts.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parley::branch {
namespace {

constexpr double nothing = -std::numeric_limits<double>::infinity();

double weighed(const std::vector<double>& weight, const Utility* gain) {
  double sum = 0;
  for (std::size_t c = 0; c < weight.size(); ++c) sum += weight[c] * static_cast<double>(gain[c]);
  return sum;
}

}  // namespace

Direction direction_of(const Network& network, std::vector<double> weight) {
  Direction result;
  const auto width = network.width();
  double magnitude = 0;
  const auto enlarge = [&](const Utility* gain) {
    double sum = 0;
    for (std::size_t c = 0; c < width; ++c) sum += weight[c] * std::abs(static_cast<double>(gain[c]));
    return sum;
  };
  for (const auto& issue : network.issues) {
    double most = 0;
    for (std::size_t s = issue.slot; s < issue.slot + issue.levels; ++s) {
      const auto* gain = network.gain.data() + s * width;
      result.slot.push_back(weighed(weight, gain));
      most = std::max(most, enlarge(gain));
    }
    magnitude += most;
  }
  for (std::size_t f = 0; f < network.features.size(); ++f) {
    const auto* gain = network.feature_gain.data() + f * width;
    result.feature.push_back(weighed(weight, gain));
    magnitude += enlarge(gain);
  }
  result.constant = weighed(weight, network.constant.data());
  magnitude += enlarge(network.constant.data());
  for (std::size_t c = 0; c < width; ++c)
    if (network.columns.all[c].least != no_demand)
      magnitude += weight[c] * std::abs(static_cast<double>(network.columns.all[c].least));
  result.room = 1e-11 * magnitude;
  result.weight = std::move(weight);
  return result;
}

Shifts::Shifts(const Network& network)
    : net_(network),
      score_(network.slots),
      best_score_(network.issues.size()),
      residual_(network.features.size()),
      best_level_(network.issues.size()) {}

void Shifts::spread(const Direction& direction, double* shares) const {
  for (std::size_t f = 0; f < net_.features.size(); ++f) {
    const auto range = net_.features[f];
    const auto gain = direction.feature[f];
    const auto share = gain > 0 ? gain / (range.last - range.first) : 0;
    std::fill(shares + range.first, shares + range.last, share);
  }
}

void Shifts::convert(const Direction& from, const Direction& to, double* shares) const {
  for (std::size_t f = 0; f < net_.features.size(); ++f) {
    const auto range = net_.features[f];
    const auto before = from.feature[f];
    const auto after = to.feature[f];
    for (auto c = range.first; c < range.last; ++c) {
      if (after <= 0)
        shares[c] = 0;
      else
        shares[c] = before > 0 ? shares[c] * (after / before) : after / (range.last - range.first);
    }
  }
}

Shifts::Sides Shifts::sides(const Node& node, const Network::Condition& condition) const {
  const auto& issue = net_.issues[condition.issue];
  Sides result{nothing, nothing};
  for (std::size_t w = 0; w < issue.words; ++w) {
    const Word holds = net_.holds[condition.word + w];
    for (Word rest = node.domain[issue.word + w]; rest != 0; rest &= rest - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(rest));
      auto& side = (holds >> bit & 1) != 0 ? result.in : result.out;
      side = std::max(side, score_[issue.slot + w * 64 + bit]);
    }
  }
  return result;
}

void Shifts::move(const Node& node, std::size_t condition, double change) {
  const auto& at = net_.conditions[condition];
  const auto& issue = net_.issues[at.issue];
  for (std::size_t w = 0; w < issue.words; ++w)
    for (Word rest = node.domain[issue.word + w] & net_.holds[at.word + w]; rest != 0; rest &= rest - 1)
      score_[issue.slot + w * 64 + static_cast<std::size_t>(std::countr_zero(rest))] += change;
}

void Shifts::share_gain(const Node& node, Network::Range range, double gain, double* shares) {
  sides_.clear();
  spare_.clear();
  double spare = 0;
  std::size_t unsure = 0;
  for (auto c = range.first; c < range.last; ++c) {
    auto seen = sides(node, net_.conditions[c]);
    seen.in -= shares[c];
    const double room = std::max(0.0, seen.out - seen.in);  // 0 where the condition is sure to hold
    if (seen.out != nothing) ++unsure;
    spare += room;
    sides_.push_back(seen);
    spare_.push_back(room);
  }
  if (unsure == 0) return;
  for (std::size_t j = 0; j < sides_.size(); ++j) {
    const auto c = range.first + j;
    double share = 0;
    if (sides_[j].out != nothing)
      share = spare >= gain ? gain * (spare_[j] / spare) : spare_[j] + (gain - spare) / static_cast<double>(unsure);
    if (share == shares[c]) continue;
    move(node, c, share - shares[c]);
    shares[c] = share;
  }
}

double Shifts::share_loss(const Node& node, Network::Range range, double loss, double* shares) {
  double share = loss;
  std::size_t unsure = 0;
  for (auto c = range.first; c < range.last; ++c) {
    const auto seen = sides(node, net_.conditions[c]);
    if (seen.out == nothing) continue;
    ++unsure;
    share = std::min(share, std::max(0.0, seen.in - shares[c] - seen.out));
  }
  for (auto c = range.first; c < range.last; ++c) {
    const auto after = can_fail(net_, node, net_.conditions[c]) ? -share : 0.0;
    if (after == shares[c]) continue;
    move(node, c, after - shares[c]);
    shares[c] = after;
  }
  return share * (static_cast<double>(unsure) - 1);
}

double Shifts::bound(const Direction& direction, const Node& node, double* shares, int passes) {
  score_ = direction.slot;
  double sum = direction.constant;
  for (std::size_t f = 0; f < net_.features.size(); ++f) {
    residual_[f] = 0;
    const auto range = net_.features[f];
    if (node.held[f] == Held::yes) sum += direction.feature[f];
    if (node.held[f] != Held::open || node.dropped[f] || direction.feature[f] == 0) continue;
    if (direction.feature[f] < 0) std::fill(shares + range.first, shares + range.last, 0.0);
    for (auto c = range.first; c < range.last; ++c) move(node, c, shares[c]);
  }
  for (int pass = 0; pass < passes; ++pass)
    for (std::size_t k = 0; k < net_.features.size(); ++k) {
      const auto f = pass % 2 == 0 ? k : net_.features.size() - 1 - k;
      if (node.held[f] != Held::open || node.dropped[f]) continue;
      if (direction.feature[f] > 0)
        share_gain(node, net_.features[f], direction.feature[f], shares);
      else if (direction.feature[f] < 0)
        residual_[f] = share_loss(node, net_.features[f], -direction.feature[f], shares);
    }
  for (const auto r : residual_) sum += r;
  for (std::size_t i = 0; i < net_.issues.size(); ++i) {
    best_score_[i] = nothing;
    for_levels(node.levels(net_.issues[i]), [&](std::size_t level) {
      const auto score = score_[net_.issues[i].slot + level];
      if (score <= best_score_[i]) return;
      best_score_[i] = score;
      best_level_[i] = level;
    });
    sum += best_score_[i];
  }
  return sum;
}

double Shifts::cost_of_holding(const Node& node, std::size_t feature) const {
  double cost = 0;
  const auto range = net_.features[feature];
  for (auto c = range.first; c < range.last; ++c)
    cost += best_score_[net_.conditions[c].issue] - sides(node, net_.conditions[c]).in;
  return cost;
}

double Shifts::cost_of_failing(const Node& node, std::size_t feature, const Direction& direction,
                               const double* shares) const {
  const auto gain = direction.feature[feature];
  const auto range = net_.features[feature];
  double cost = gain < 0 ? residual_[feature] : 0;
  // Without the feature the levels that satisfy its conditions lose its shares; at least one of them has to go.
  double least = std::numeric_limits<double>::infinity();
  for (auto c = range.first; c < range.last; ++c) {
    const auto seen = sides(node, net_.conditions[c]);
    const auto best = best_score_[net_.conditions[c].issue];
    const auto after = std::max(seen.in - shares[c], seen.out);
    cost += best - after;
    least = std::min(least, after - seen.out);
  }
  return cost + std::max(0.0, std::isfinite(least) ? least : 0.0);
}

}  // namespace parley::branch
