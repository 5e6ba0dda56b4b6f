#include "parley/solve/branch/best.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "parley/at.h"
#include "parley/solve/branch/tree.h"
#include "parley/solve/merit.h"

namespace parley::branch {
namespace {

struct FoundBest {
  std::vector<Utility> leading;
  std::uint64_t key = 0;
  std::vector<int> package;
};

/// The best package for a viewpoint, or by the one leading column there is.
class BestGoal final : public Goal {
 public:
  BestGoal(const ViewpointProblem& problem, bool one_column) : problem_(problem), one_column_(one_column) {}

  const std::optional<FoundBest>& best() const { return best_; }
  void look_for_any() { any_will_do_ = true; }
  /// From now on packages of equal merit with a smaller key are what is looked for.
  void break_ties() {
    ties_ = true;
    set_corners();
  }
  /// To be called before each search: where leading columns begin, and what is demanded of them.
  void begin(const Network& network) {
    floor_.clear();
    const auto extent = extents(network);
    for (std::size_t c = 0; c < network.columns.leading; ++c) {
      floor_.push_back(extent[c].least);
      if (const auto least = network.columns.all[c].least; least != no_demand)
        floor_.back() = std::max(floor_.back(), static_cast<double>(least));
    }
    set_corners();
  }

  bool done() const override { return any_will_do_ && best_.has_value(); }
  std::size_t corners() const override { return curved_ ? 1 : orthants_.size(); }
  std::uint64_t key(std::size_t corner) const override { return ties_ && best_ ? best_->key : Goal::key(corner); }

  void nearest(std::size_t corner, const double* weight, double* point) const override {
    if (!curved_) {
      std::ranges::copy(orthants_[corner], point);
      return;
    }
    // Of all gains with a certain product those have the least weighted sum that all weigh the same. (The arithmetic
    // mean is no less than the geometric one.)
    double logarithms = log_product_;
    const auto n = floor_.size();
    for (std::size_t c = 0; c < n; ++c) logarithms += std::log(std::max(weight[c], 1e-300));
    const double each = std::exp(logarithms / static_cast<double>(n)) * (1 - 1e-10);
    for (std::size_t c = 0; c < n; ++c)
      point[c] = static_cast<double>(problem_.disagreement[c]) + (weight[c] > 1e-300 ? each / weight[c] : 0);
  }

  void offer(const std::vector<Utility>& columns, std::uint64_t key, const std::vector<int>& package) override {
    if (done()) return;
    const std::vector<Utility> leading(columns.begin(), columns.begin() + std::ssize(floor_));
    if (best_) {
      const int order = compare(leading, best_->leading);
      if (order < 0 || (order == 0 && key >= best_->key)) return;
    }
    best_ = {leading, key, package};
    set_corners();
  }

 private:
  int compare(const std::vector<Utility>& a, const std::vector<Utility>& b) const {
    if (one_column_) return a[0] != b[0] ? (a[0] > b[0] ? 1 : -1) : 0;
    return compare_merit(problem_, a, b);
  }

  double scale(std::size_t c) const {
    if (problem_.viewpoint != Viewpoint::kalai_smorodinsky) return 1;
    return static_cast<double>(problem_.ideal[c]) - static_cast<double>(problem_.disagreement[c]);
  }
  double gain(std::size_t c) const {
    const auto most = best_ ? best_->leading[c] : problem_.disagreement[c];
    return static_cast<double>(most) - static_cast<double>(problem_.disagreement[c]);
  }

  void add_orthant(std::vector<double> corner) {
    for (std::size_t c = 0; c < corner.size(); ++c) corner[c] = std::max(corner[c], floor_[c]);
    orthants_.push_back(std::move(corner));
  }

  void set_corners() {
    curved_ = false;
    orthants_.clear();
    if (any_will_do_ && best_) return;
    if (!best_) return add_orthant(floor_);
    if (one_column_) return add_orthant({static_cast<double>(best_->leading[0]) + (ties_ ? 0 : 1)});
    if (problem_.viewpoint == Viewpoint::nash) {
      log_product_ = 0;
      for (std::size_t c = 0; c < floor_.size(); ++c) log_product_ += std::log(gain(c));
      curved_ = std::isfinite(log_product_);
      if (curved_) return;
    }
    add_least_corners();
  }

  /// Where the smallest shares may be larger, or the same with more in the next ones.
  void add_least_corners() {
    std::vector<std::size_t> sharing;
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (std::size_t c = 0; c < floor_.size(); ++c) {
      if (scale(c) <= 0) continue;
      sharing.push_back(c);
      least = std::min(least, gain(c) / scale(c));
      most = std::max(most, gain(c) / scale(c));
    }
    const auto corner = [&](const auto& share, const auto& whole) {
      auto point = floor_;
      for (const auto c : sharing)
        point[c] = whole(c, static_cast<double>(problem_.disagreement[c]) + share(c) * scale(c));
      add_orthant(std::move(point));
    };
    // Values are whole numbers; a hundredth makes up for the rounding of shares.
    const auto no_less = [](std::size_t, double x) { return std::ceil(x - 0.01); };
    const auto more = [](std::size_t, double x) { return std::floor(x - 0.01) + 1; };
    const auto least_share = [&](std::size_t) { return least; };
    if (sharing.size() != 2) return corner(least_share, no_less);
    if (!ties_) corner(least_share, more);
    for (const auto larger : sharing) {
      const bool as_found = !ties_ && gain(larger) / scale(larger) == most;
      corner([&](std::size_t c) { return c == larger ? most : least; },
             [&](std::size_t c, double x) { return as_found && c == larger ? more(c, x) : no_less(c, x); });
    }
  }

  const ViewpointProblem& problem_;
  bool one_column_;
  bool any_will_do_ = false;
  bool ties_ = false;
  bool curved_ = false;
  double log_product_ = 0;
  std::vector<double> floor_;
  std::vector<std::vector<double>> orthants_;
  std::optional<FoundBest> best_;
};

/// A search mask by mask with falling tolerances.
class BestRun {
 public:
  BestRun(const Tables& tables, BestGoal& goal, std::vector<Columns> columns, const BranchLimits& limits,
          const std::stop_token& stop)
      : goal_(goal), columns_(std::move(columns)), effort_{limits.looks, stop} {
    for (const auto& each : columns_) networks_.push_back(network_of(tables, each));
  }

  void run(BranchAnswer& answer) {
    // Shares of what the leading columns can differ by: a proof with room is much cheaper than one without.
    constexpr std::array shares{1 / 30.0, 1 / 200.0, 0.0};
    double range = 0;
    for (const auto& network : networks_) {
      double smallest = std::numeric_limits<double>::infinity();
      const auto extent = extents(network);
      for (std::size_t c = 0; c < network.columns.leading; ++c)
        smallest = std::min(smallest, (extent[c].most - extent[c].least) /
                                          static_cast<double>(network.columns.all[c].dimensions.size()));
      if (network.columns.leading > 0) range = std::max(range, smallest);
    }
    for (const double share : shares) {
      const double tolerance = std::floor(share * range);
      if (tolerance == 0 && share > 0) continue;
      if (!all(tolerance)) break;
      answer.within = static_cast<Utility>(tolerance);
      answer.proven = tolerance == 0;
      if (answer.proven) break;
    }
    // A bound needs a package to be a bound around.
    if (!goal_.best() || answer.proven) answer.within.reset();
    answer.stopped = effort_.stop.stop_requested();
  }

  void settle_ties(BranchAnswer& answer) {
    if (!answer.proven || !goal_.best()) return;
    if (networks_.front().keys.empty()) {
      answer.ties_settled = true;
      return;
    }
    for (auto& network : networks_) network.columns.ties = true;
    goal_.break_ties();
    answer.ties_settled = all(0);
    answer.stopped = effort_.stop.stop_requested();
  }

 private:
  bool all(double tolerance) {
    return std::ranges::all_of(networks_, [&](const Network& network) {
      if (effort_.over()) return false;
      goal_.begin(network);
      Node root = whole(network);
      if (!propagate(network, root)) return true;
      const auto aim = aim_at(network, root, goal_, effort_);
      return search(network, root, aim, tolerance, goal_, effort_) == Ended::exhausted;
    });
  }

  BestGoal& goal_;
  std::vector<Columns> columns_;
  std::vector<Network> networks_;
  Effort effort_;
};

Point point_of(const Tables& tables, const std::vector<int>& package) {
  Columns columns;
  for (int d = 0; d < tables.dimensions; ++d) columns.all.push_back({{d}, no_demand});
  auto value = columns_of(network_of(tables, columns), package);
  value.resize(at(tables.dimensions));
  return {std::move(value), package};
}

void put_point(const Tables& tables, const BestGoal& goal, BranchAnswer& answer) {
  if (const auto& best = goal.best()) answer.point = point_of(tables, best->package);
}

/// The columns of a search for a viewpoint among what a mask accepts.
Columns columns_for(const ViewpointProblem& problem, int objectives, std::uint64_t mask) {
  Columns columns;
  columns.ties = false;
  if (problem.viewpoint == Viewpoint::utilitarian) {
    auto& sum = columns.all.emplace_back();
    for (int d = 0; d < objectives; ++d) sum.dimensions.push_back(d);
  } else {
    for (int d = 0; d < objectives; ++d) columns.all.push_back({{d}, no_demand});
  }
  columns.leading = columns.size();
  for (int d = 0; d < objectives; ++d) demand(columns, d, problem.disagreement[at(d)]);
  if (problem.acceptance != nullptr) demand_all(columns, *problem.acceptance, mask);
  return columns;
}

}  // namespace
}  // namespace parley::branch

namespace parley {

BranchAnswer branch_viewpoint(const Tables& tables, const ViewpointProblem& problem, const BranchLimits& limits) {
  const int objectives = problem.objectives > 0 ? problem.objectives : tables.dimensions;
  branch::BestGoal goal(problem, problem.viewpoint == Viewpoint::utilitarian);
  std::vector<Columns> columns;
  for (const auto mask : masks_of(problem.acceptance))
    columns.push_back(branch::columns_for(problem, objectives, mask));
  branch::BestRun run(tables, goal, std::move(columns), limits, problem.stop);
  BranchAnswer answer;
  run.run(answer);
  run.settle_ties(answer);
  put_point(tables, goal, answer);
  return answer;
}

BranchAnswer branch_any_accepted(const Tables& tables, const Acceptance& acceptance, const BranchLimits& limits,
                                 const std::stop_token& stop, const std::vector<Acceptance::Demand>& besides) {
  const ViewpointProblem none;
  branch::BestGoal goal(none, true);
  goal.look_for_any();
  std::vector<Columns> columns;
  for (const auto mask : acceptance.enough) {
    columns.emplace_back().ties = false;
    demand_all(columns.back(), acceptance, mask);
    for (const auto& also : besides) demand(columns.back(), also.dimension, also.least);
  }
  branch::BestRun run(tables, goal, std::move(columns), limits, stop);
  BranchAnswer answer;
  run.run(answer);
  put_point(tables, goal, answer);
  if (answer.point) answer.proven = answer.ties_settled = true;
  return answer;
}

BranchAnswer branch_sum(const Tables& tables, const SumProblem& problem, const BranchLimits& limits) {
  const ViewpointProblem none;
  branch::BestGoal goal(none, true);
  std::vector<Columns> columns;
  for (const auto mask : masks_of(problem.acceptance)) {
    auto& each = columns.emplace_back();
    each.ties = false;
    each.all.push_back({problem.dimensions, no_demand});
    each.leading = 1;
    if (problem.acceptance != nullptr) demand_all(each, *problem.acceptance, mask);
    for (const auto& further : problem.demands) demand(each, further.dimension, further.least);
  }
  branch::BestRun run(tables, goal, std::move(columns), limits, problem.stop);
  BranchAnswer answer;
  run.run(answer);
  if (problem.ties) run.settle_ties(answer);
  put_point(tables, goal, answer);
  return answer;
}

BranchIdeal branch_ideal(const Tables& tables, const Acceptance* acceptance, int objectives, const BranchLimits& limits,
                         const std::stop_token& stop) {
  BranchIdeal result;
  result.proven = true;
  const int wanted = objectives > 0 ? objectives : tables.dimensions;
  const BranchLimits each{limits.looks / static_cast<unsigned>(wanted)};
  for (int d = 0; d < wanted; ++d) {
    const auto best = branch_sum(tables, {{d}, acceptance, {}, false, stop}, each);
    result.stopped = result.stopped || best.stopped;
    result.proven = result.proven && best.proven;
    if (!best.point) return {{}, {}, best.proven, best.stopped};
    result.value.push_back(best.point->value[at(d)]);
    // Without any bound there is still what each issue and feature could add at best.
    if (best.proven || best.within) {
      result.bound.push_back(result.value.back() + best.within.value_or(0));
    } else {
      const auto most = branch::extents(branch::network_of(tables, {{{{d}, no_demand}}, 1, false, false})).front().most;
      result.bound.push_back(static_cast<Utility>(std::ceil(most)));
    }
  }
  return result;
}

}  // namespace parley
