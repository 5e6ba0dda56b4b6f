#include "parley/solve/branch/tree.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "parley/solve/branch/climb.h"
#include "parley/solve/branch/substitutes.h"

namespace parley::branch {
namespace {

constexpr std::size_t no_node = std::numeric_limits<std::size_t>::max();

class TreeSearch {
 public:
  TreeSearch(const Network& network, const Aim& aim, double tolerance, Goal& goal, Effort& effort)
      : net_(network),
        directions_(aim.directions),
        goal_(goal),
        effort_(effort),
        substitutes_(network),
        shifts_(network),
        at_(network.columns.leading) {
    for (const auto& direction : directions_) {
      double base = -direction.room;
      for (std::size_t c = 0; c < net_.width(); ++c) {
        const auto& column = net_.columns.all[c];
        if (c < net_.columns.leading)
          base += direction.weight[c] * tolerance * static_cast<double>(column.dimensions.size());
        else if (column.least != no_demand)
          base += direction.weight[c] * static_cast<double>(column.least);
      }
      base_.push_back(base);
    }
  }

  Ended run(const Node& root, const Aim& aim) {
    pending_.push_back(root);
    pending_.back().shifts = aim.shifts;
    pending_.back().bounds.assign(directions_.size(), std::numeric_limits<double>::infinity());
    const std::size_t bytes = net_.words * sizeof(Word) + net_.features.size() * 2 +
                              directions_.size() * (net_.conditions.size() + 1) * sizeof(double) + sizeof(Node);
    constexpr std::size_t most_bytes = std::size_t{256} << 20;
    while (!pending_.empty()) {
      if (effort_.over() || pending_.size() * bytes > most_bytes) return Ended::early;
      Node node = std::move(pending_.back());
      pending_.pop_back();
      visit(node);
      if (goal_.done()) break;
    }
    return Ended::exhausted;
  }

 private:
  void visit(Node& node) {
    for (;;) {
      if (!settle(node)) return;
      updated_.assign(directions_.size(), false);
      last_ = no_node;
      if (!bound(node)) return;
      if (!fix(node)) break;
    }
    branch(node);
  }

  /// Propagates and folds levels until nothing changes. False when there is nothing left to look for.
  bool settle(Node& node) {
    do {
      effort_.spend(2 * net_.conditions.size() + net_.slots);
      if (!propagate(net_, node)) return false;
    } while (substitutes_.remove(node));
    least_key_ = 0;
    bool single = true;
    for (const auto& issue : net_.issues) {
      std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
      std::size_t levels = 0;
      for_levels(node.levels(issue), [&](std::size_t level) {
        ++levels;
        if (!net_.keys.empty()) least = std::min(least, net_.keys[issue.slot + level]);
      });
      single = single && levels == 1;
      if (!net_.keys.empty()) least_key_ += least;
    }
    if (!single) return true;
    std::vector<int> package;
    for (const auto& issue : net_.issues)
      for_levels(node.levels(issue), [&](std::size_t level) { package.push_back(static_cast<int>(level)); });
    offer_if_sound(net_, goal_, package);
    return false;
  }

  double required(std::size_t corner, std::size_t k) {
    const auto* weight = directions_[k].weight.data();
    goal_.nearest(corner, weight, at_.data());
    double sum = base_[k];
    for (std::size_t c = 0; c < at_.size(); ++c) sum += weight[c] * at_[c];
    return sum;
  }

  /// The corner that is hardest to rule out, if any is left, and the direction that comes closest to doing so.
  struct Hardest {
    std::size_t direction = no_node;
    double slack = -1;  ///< as a share of what the direction's weights amount to
  };
  std::optional<Hardest> hardest(const Node& node) {
    std::optional<Hardest> result;
    const auto corners = goal_.corners();
    effort_.spend(corners * directions_.size() / 4);
    for (std::size_t j = 0; j < corners; ++j) {
      if (least_key_ >= goal_.key(j)) continue;
      Hardest here{no_node, std::numeric_limits<double>::infinity()};
      for (std::size_t k = 0; k < directions_.size(); ++k) {
        const double slack = (node.bounds[k] - required(j, k)) / (directions_[k].room + 1e-300);
        if (slack < here.slack || here.direction == no_node) here = {k, slack};
        if (slack < 0) break;
      }
      if (here.slack < 0) continue;
      if (!result || here.slack > result->slack) result = here;
    }
    return result;
  }

  /// Improves bounds as long as that may rule the node out. False when it is.
  bool bound(Node& node) {
    constexpr int passes = 2;
    for (;;) {
      const auto left = hardest(node);
      if (!left) return false;
      if (updated_[left->direction]) {
        if (last_ != left->direction) improve(node, left->direction, 1);
        return true;
      }
      improve(node, left->direction, passes);
      updated_[left->direction] = true;
      std::vector<int> package;
      for (std::size_t i = 0; i < net_.issues.size(); ++i) package.push_back(static_cast<int>(shifts_.best_level(i)));
      offer_if_sound(net_, goal_, package);
      effort_.spend(net_.conditions.size());
    }
  }

  void improve(Node& node, std::size_t k, int passes) {
    last_ = k;
    const double found = shifts_.bound(directions_[k], node, node.shifts.data() + k * net_.conditions.size(), passes);
    node.bounds[k] = std::min(node.bounds[k], found);
    last_bound_ = found;
    effort_.spend(static_cast<std::uint64_t>(passes) * net_.conditions.size() * 2 + net_.slots);
  }

  /// Takes out what cannot be part of anything worth finding, by the last bound. True when that changed the node.
  bool fix(Node& node) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < goal_.corners(); ++j)
      if (least_key_ < goal_.key(j)) least = std::min(least, required(j, last_));
    const double slack = last_bound_ - least;
    bool changed = false;
    for (std::size_t i = 0; i < net_.issues.size(); ++i)
      for_levels(node.levels(net_.issues[i]), [&](std::size_t level) {
        if (shifts_.best_score(i) - shifts_.score(net_.issues[i].slot + level) <= slack) return;
        exclude(net_, node, i, level);
        changed = true;
      });
    const auto& direction = directions_[last_];
    const auto* shares = node.shifts.data() + last_ * net_.conditions.size();
    costs_.clear();
    for (std::size_t f = 0; f < net_.features.size(); ++f) {
      if (node.held[f] != Held::open || node.dropped[f]) continue;
      const double holding = shifts_.cost_of_holding(node, f);
      const double failing = shifts_.cost_of_failing(node, f, direction, shares);
      if (holding > slack) {
        drop(node, f);
        changed = true;
      } else if (failing > slack) {
        require(net_, node, f);
        changed = true;
      } else {
        costs_.push_back({f, holding, failing});
      }
    }
    effort_.spend(4 * net_.conditions.size());
    return changed;
  }

  void branch(Node& node) {
    // The choice that raises the worse of its two sides most: both come closer to being ruled out.
    if (!costs_.empty()) {
      const double small = 1e-6 * (1 + directions_[last_].room * 1e11);
      const auto merit = [&](const Cost& cost) {
        return std::max(cost.holding, small) * std::max(cost.failing, small);
      };
      const auto best = std::ranges::max_element(costs_, {}, merit);
      Node other = node;
      if (best->holding <= best->failing) {
        drop(other, best->feature);
        require(net_, node, best->feature);
      } else {
        require(net_, other, best->feature);
        drop(node, best->feature);
      }
      push(std::move(other));
      push(std::move(node));
      return;
    }
    std::size_t issue = no_node;
    double widest = -1;
    for (std::size_t i = 0; i < net_.issues.size(); ++i) {
      std::size_t levels = 0;
      double lowest = std::numeric_limits<double>::infinity();
      for_levels(node.levels(net_.issues[i]), [&](std::size_t level) {
        ++levels;
        lowest = std::min(lowest, shifts_.score(net_.issues[i].slot + level));
      });
      if (levels < 2 || shifts_.best_score(i) - lowest <= widest) continue;
      widest = shifts_.best_score(i) - lowest;
      issue = i;
    }
    Node other = node;
    const auto level = shifts_.best_level(issue);
    exclude(net_, other, issue, level);
    take(net_, node, issue, level);
    push(std::move(other));
    push(std::move(node));
  }

  void push(Node&& node) { pending_.push_back(std::move(node)); }

  struct Cost {
    std::size_t feature = 0;
    double holding = 0, failing = 0;
  };

  const Network& net_;
  const std::vector<Direction>& directions_;
  Goal& goal_;
  Effort& effort_;
  Substitutes substitutes_;
  Shifts shifts_;
  std::vector<double> base_;  ///< for each direction: what demands and the tolerance require, less rounding
  std::vector<double> at_;
  std::vector<Node> pending_;
  std::vector<bool> updated_;
  std::vector<Cost> costs_;
  std::size_t last_ = no_node;
  double last_bound_ = 0;
  std::uint64_t least_key_ = 0;
};

}  // namespace

Ended search(const Network& network, const Node& root, const Aim& aim, double tolerance, Goal& goal, Effort& effort) {
  return TreeSearch(network, aim, tolerance, goal, effort).run(root, aim);
}

}  // namespace parley::branch
