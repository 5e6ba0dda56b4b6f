#include "parley/solve/branch/pairs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "parley/solve/branch/tree.h"

namespace parley::branch {
namespace {

class PairsGoal final : public Goal {
 public:
  struct Found {
    Utility first = 0, second = 0;
    std::uint64_t key = 0;
    std::vector<int> package;
  };
  const std::vector<Found>& found() const { return found_; }

  void begin(const Network& network) {
    const auto extent = extents(network);
    for (std::size_t c = 0; c < 2; ++c) {
      floor_.at(c) = extent[c].least;
      ceiling_.at(c) = extent[c].most;
      if (const auto least = network.columns.all[c].least; least != no_demand)
        floor_.at(c) = std::max(floor_.at(c), static_cast<double>(least));
    }
    open_all();
  }
  /// From now on packages that equal a point with a smaller key are what is looked for.
  void break_ties() {
    ties_ = true;
    open_all();
  }

  using Corner = std::array<double, 2>;
  /// The corner that leaves most room and does not lie within one that was closed; only what lies within it is looked
  /// for then. False when all is closed.
  bool open_next() {
    section_.reset();
    set_corners();
    std::optional<Corner> next;
    const auto room = [&](const Corner& c) { return (ceiling_[0] - c[0]) * (ceiling_[1] - c[1]); };
    for (const auto& corner : corners_) {
      const bool closed =
          std::ranges::any_of(closed_, [&](const Corner& c) { return corner[0] >= c[0] && corner[1] >= c[1]; });
      if (!closed && (!next || room(corner) > room(*next))) next = corner;
    }
    section_ = next;
    set_corners();
    return next.has_value();
  }
  /// Nothing is left in the corner that was opened.
  void close() {
    if (section_) closed_.push_back(*section_);
  }
  void open_all() {
    closed_.clear();
    section_.reset();
    set_corners();
  }

  std::size_t corners() const override { return corners_.size(); }
  void nearest(std::size_t corner, const double* /*weight*/, double* point) const override {
    std::ranges::copy(corners_[corner], point);
  }
  std::uint64_t key(std::size_t corner) const override { return keys_[corner]; }

  void offer(const std::vector<Utility>& columns, std::uint64_t key, const std::vector<int>& package) override {
    const auto first = columns[0];
    const auto second = columns[1];
    // First entries fall, second ones rise.
    const auto after = std::ranges::partition_point(found_, [&](const Found& f) { return f.first >= first; });
    if (after != found_.begin()) {
      auto& before = *(after - 1);
      if (before.first == first && before.second == second) {
        if (key >= before.key) return;
        before.key = key;
        before.package = package;
        if (ties_) set_corners();
        return;
      }
      if (before.second >= second) return;
    }
    auto from = after;
    if (from != found_.begin() && (from - 1)->first == first) --from;
    auto to = from;
    while (to != found_.end() && to->second <= second) ++to;
    const auto place = found_.erase(from, to);
    found_.insert(place, {first, second, key, package});
    set_corners();
  }

 private:
  void set_corners() {
    corners_.clear();
    keys_.clear();
    const auto add = [&](double first, double second, std::uint64_t key = std::numeric_limits<std::uint64_t>::max()) {
      const Corner corner{std::max(first, floor_[0]), std::max(second, floor_[1])};
      if (section_ && (corner[0] < (*section_)[0] || corner[1] < (*section_)[1])) return;
      corners_.push_back(corner);
      keys_.push_back(key);
    };
    if (ties_) {
      for (const auto& f : found_) add(static_cast<double>(f.first), static_cast<double>(f.second), f.key);
      return;
    }
    for (std::size_t i = 0; i <= found_.size(); ++i)
      add(i == found_.size() ? floor_[0] : static_cast<double>(found_[i].first) + 1,
          i == 0 ? floor_[1] : static_cast<double>(found_[i - 1].second) + 1);
  }

  bool ties_ = false;
  std::array<double, 2> floor_{}, ceiling_{};
  std::vector<Corner> corners_, closed_;
  std::vector<std::uint64_t> keys_;  ///< for each corner
  std::optional<Corner> section_;
  std::vector<Found> found_;
};

class PairsRun {
 public:
  PairsRun(const Tables& tables, const Acceptance* acceptance, const BranchLimits& limits, const std::stop_token& stop)
      : effort_{limits.looks, stop} {
    for (const auto mask : masks_of(acceptance)) {
      Columns columns{{{{0}, no_demand}, {{1}, no_demand}}, 2, false, false};
      if (acceptance != nullptr) demand_all(columns, *acceptance, mask);
      networks_.push_back(network_of(tables, std::move(columns)));
    }
  }

  BranchFrontier run(const Tables& tables) {
    BranchFrontier result;
    constexpr std::array shares{1 / 20.0, 1 / 100.0, 1 / 500.0, 0.0};
    double range = 0;
    for (const auto& network : networks_) {
      const auto extent = extents(network);
      range = std::max(range, std::min(extent[0].most - extent[0].least, extent[1].most - extent[1].least));
    }
    for (const double share : shares) {
      const double tolerance = std::floor(share * range);
      if (tolerance == 0 && share > 0) continue;
      if (!all(tolerance)) break;
      result.within = static_cast<Utility>(tolerance);
      result.proven = tolerance == 0;
      if (result.proven) break;
    }
    if (result.proven) settle_ties(result);
    if (result.proven || goal_.found().empty()) result.within.reset();
    result.stopped = effort_.stop.stop_requested();
    Columns columns;
    for (int d = 0; d < tables.dimensions; ++d) columns.all.push_back({{d}, no_demand});
    const auto network = network_of(tables, columns);
    for (const auto& found : goal_.found()) {
      auto value = columns_of(network, found.package);
      value.resize(static_cast<std::size_t>(tables.dimensions));
      result.points.push_back({std::move(value), found.package});
    }
    return result;
  }

 private:
  void settle_ties(BranchFrontier& result) {
    result.ties_settled = true;
    if (goal_.found().empty() || networks_.front().keys.empty()) return;
    for (auto& network : networks_) network.columns.ties = true;
    goal_.break_ties();
    result.ties_settled = all(0);
  }

  bool all(double tolerance) {
    return std::ranges::all_of(networks_, [&](const Network& network) {
      if (effort_.over()) return false;
      goal_.begin(network);
      Node root = whole(network);
      if (!propagate(network, root)) return true;
      constexpr std::size_t directions = 9;
      fan(network, root, ranges(network), directions, goal_, effort_);
      while (goal_.open_next()) {
        const auto aim = aim_at(network, root, goal_, effort_);
        if (search(network, root, aim, tolerance, goal_, effort_) != Ended::exhausted) return false;
        goal_.close();
      }
      return true;
    });
  }

  /// How far the points found lie apart, so that directions are spread over the trade-offs there are.
  std::vector<double> ranges(const Network& network) const {
    const auto& found = goal_.found();
    if (found.size() < 2) {
      const auto extent = extents(network);
      return {std::max(1.0, extent[0].most - extent[0].least), std::max(1.0, extent[1].most - extent[1].least)};
    }
    return {static_cast<double>(found.front().first) - static_cast<double>(found.back().first),
            static_cast<double>(found.back().second) - static_cast<double>(found.front().second)};
  }

  std::vector<Network> networks_;
  PairsGoal goal_;
  Effort effort_;
};

}  // namespace
}  // namespace parley::branch

namespace parley {

BranchFrontier branch_frontier(const Tables& tables, const Acceptance* acceptance, const BranchLimits& limits,
                               const std::stop_token& stop) {
  return branch::PairsRun(tables, acceptance, limits, stop).run(tables);
}

}  // namespace parley
