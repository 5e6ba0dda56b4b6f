#include "parley/solve/branch/aim.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "parley/solve/branch/climb.h"

namespace parley::branch {
namespace {

class Aiming {
 public:
  Aiming(const Network& network, const Node& root, Goal& goal, Effort& effort)
      : net_(network), root_(root), goal_(goal), effort_(effort), shifts_(network) {
    for (const auto& extent : extents(network)) range_.push_back(std::max(1.0, extent.most - extent.least));
  }

  Aim single() {
    std::vector<double> weight;
    const auto leading = static_cast<double>(net_.columns.leading);
    for (std::size_t c = 0; c < net_.width(); ++c)
      weight.push_back((c < net_.columns.leading ? 1 / std::max(1.0, leading) : 0.05) / range_[c]);
    const bool alone = net_.width() < 2;
    const auto best = descend(weight, 0, alone ? 1 : 60);
    keep(best);
    if (alone) return std::move(aim_);
    for (std::size_t c = 0; c < net_.width() && c < 3; ++c)
      for (const double change : {-0.7, -0.25, 0.25, 0.7}) {
        if (best[c] * range_[c] < 1e-6) continue;
        auto varied = best;
        varied[c] *= std::exp(change);
        keep(varied);
      }
    return std::move(aim_);
  }

  Aim fanned(const std::vector<double>& ranges, std::size_t directions) {
    for (std::size_t k = 0; k < directions; ++k) {
      const auto angle = std::numbers::pi / 2 * static_cast<double>(k) / static_cast<double>(directions - 1);
      std::vector<double> weight(net_.width());
      weight[0] = std::max(0.0, std::cos(angle)) / ranges[0];
      weight[1] = std::max(0.0, std::sin(angle)) / ranges[1];
      for (std::size_t c = 2; c < weight.size(); ++c) weight[c] = 0.05 / range_[c];
      keep(weight.size() > 2 ? descend(weight, 2, 20) : weight);
    }
    return std::move(aim_);
  }

 private:
  /// Turns the weights from column `from` on so that the bound comes close to what the goal requires.
  std::vector<double> descend(std::vector<double> weight, std::size_t from, int steps) {
    constexpr int passes = 3;
    const auto leading = net_.columns.leading;
    std::vector<double> best = weight;
    double least = std::numeric_limits<double>::infinity();
    std::vector<double> shares(net_.conditions.size());
    auto direction = direction_of(net_, weight);
    shifts_.spread(direction, shares.data());
    double stride = 1;
    for (int step = 0; step < steps && !effort_.over() && goal_.corners() > 0; ++step, stride *= 0.94) {
      const auto bound = shifts_.bound(direction, root_, shares.data(), passes);
      effort_.spend(passes * net_.conditions.size() + net_.slots);
      const auto package = best_package();
      offer_if_sound(net_, goal_, package);
      if (goal_.corners() == 0) break;
      std::vector<double> at(net_.width());
      goal_.nearest(0, direction.weight.data(), at.data());
      for (std::size_t c = leading; c < at.size(); ++c)
        if (const auto demanded = net_.columns.all[c].least; demanded != no_demand)
          at[c] = static_cast<double>(demanded);
      const double left = bound - std::inner_product(at.begin(), at.end(), direction.weight.begin(), 0.0);
      if (left < least) {
        least = left;
        best = weight;
      }
      const auto value = columns_of(net_, package);
      double sum = 0;
      for (std::size_t c = 0; c < weight.size(); ++c) {
        const double over = (static_cast<double>(value[c]) - at[c]) / range_[c];
        if (c >= from) weight[c] *= std::exp(-stride * std::clamp(4 * over, -1.0, 1.0));
        sum += weight[c] * range_[c];
      }
      for (auto& w : weight) w /= from == 0 ? sum : 1;
      auto next = direction_of(net_, weight);
      shifts_.convert(direction, next, shares.data());
      direction = std::move(next);
    }
    return best;
  }

  void keep(const std::vector<double>& weight) {
    constexpr int passes = 12;
    auto direction = direction_of(net_, weight);
    std::vector<double> shares(net_.conditions.size());
    shifts_.spread(direction, shares.data());
    shifts_.bound(direction, root_, shares.data(), passes);
    effort_.spend(passes * net_.conditions.size() + net_.slots);
    constexpr std::size_t rounds = 30;
    climb(net_, direction, best_package(), rounds, aim_.directions.size(), goal_, effort_);
    aim_.shifts.insert(aim_.shifts.end(), shares.begin(), shares.end());
    aim_.directions.push_back(std::move(direction));
  }

  std::vector<int> best_package() const {
    std::vector<int> package;
    for (std::size_t i = 0; i < net_.issues.size(); ++i) package.push_back(static_cast<int>(shifts_.best_level(i)));
    return package;
  }

  const Network& net_;
  const Node& root_;
  Goal& goal_;
  Effort& effort_;
  Shifts shifts_;
  std::vector<double> range_;
  Aim aim_;
};

}  // namespace

std::vector<Extent> extents(const Network& network) {
  const auto width = network.width();
  std::vector<Extent> result;
  for (std::size_t c = 0; c < width; ++c) {
    const auto start = static_cast<double>(network.constant[c]);
    Extent extent{start, start};
    for (const auto& issue : network.issues) {
      double least = std::numeric_limits<double>::infinity();
      double most = -least;
      for (std::size_t s = issue.slot; s < issue.slot + issue.levels; ++s) {
        const auto gain = static_cast<double>(network.gain[s * width + c]);
        least = std::min(least, gain);
        most = std::max(most, gain);
      }
      extent.least += least;
      extent.most += most;
    }
    for (std::size_t f = 0; f < network.features.size(); ++f) {
      const auto gain = static_cast<double>(network.feature_gain[f * width + c]);
      (gain > 0 ? extent.most : extent.least) += gain;
    }
    result.push_back(extent);
  }
  return result;
}

Aim aim_at(const Network& network, const Node& root, Goal& goal, Effort& effort) {
  return Aiming(network, root, goal, effort).single();
}

Aim fan(const Network& network, const Node& root, const std::vector<double>& ranges, std::size_t directions, Goal& goal,
        Effort& effort) {
  return Aiming(network, root, goal, effort).fanned(ranges, directions);
}

}  // namespace parley::branch
