#include "parley/solve/plan.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

#include "parley/solve/diagram.h"
#include "parley/solve/issue_order.h"

namespace parley {
namespace {

constexpr std::int64_t too_many = std::numeric_limits<std::int64_t>::max();

std::int64_t times(std::int64_t a, std::int64_t b) { return a > too_many / b ? too_many : a * b; }

/// A feature or a rule over several issues, by the layers it reads.
struct Tie {
  std::vector<int> layers;     ///< ascending, at least two
  std::int64_t remembers = 2;  ///< at most so many states, whatever has been read
};

class Ties {
 public:
  Ties(const Tables& tables, const std::vector<int>& order) : layer_of_(order.size()) {
    for (std::size_t i = 0; i < order.size(); ++i) layer_of_[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    for (const Feature& feature : tables.features) add(issues_of(feature.when), 2);
    for (const Implication& rule : tables.implications) {
      auto issues = issues_of(rule.when);
      issues.merge(issues_of(rule.then));
      add(issues, 3);
    }
    for (const LinearRule& rule : tables.linear_rules)
      add({rule.issues.begin(), rule.issues.end()}, std::max<std::int64_t>(2, sums_of(rule)));
  }

  const std::vector<Tie>& all() const { return ties_; }

 private:
  static std::set<int> issues_of(const std::vector<LevelSet>& sets) {
    std::set<int> issues;
    for (const LevelSet& set : sets) issues.insert(set.issue);
    return issues;
  }

  /// How many sums a linear rule can come to, in steps of what all amounts are multiples of.
  static std::int64_t sums_of(const LinearRule& rule) {
    std::int64_t span = 0;
    std::int64_t step = 0;
    for (const auto& amounts : rule.amounts) {
      const auto [least, most] = std::ranges::minmax(amounts);
      span += most - least;
      for (const std::int64_t amount : amounts) step = std::gcd(step, amount - least);
    }
    return step == 0 ? 1 : span / step + 1;
  }

  void add(const std::set<int>& issues, std::int64_t remembers) {
    if (issues.size() < 2) return;
    Tie tie{{}, remembers};
    for (const int issue : issues) tie.layers.push_back(layer_of_[static_cast<std::size_t>(issue)]);
    std::ranges::sort(tie.layers);
    ties_.push_back(std::move(tie));
  }

  std::vector<int> layer_of_;
  std::vector<Tie> ties_;
};

std::vector<std::vector<int>> groups_of(const std::vector<Tie>& ties, const std::vector<int>& order) {
  std::vector<std::size_t> group(order.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  const auto root = [&](std::size_t layer) {
    while (group[layer] != layer) layer = group[layer] = group[group[layer]];
    return layer;
  };
  for (const Tie& tie : ties)
    for (const int layer : tie.layers)
      group[root(static_cast<std::size_t>(layer))] = root(static_cast<std::size_t>(tie.layers.front()));
  std::vector<std::vector<int>> members(order.size());
  for (std::size_t layer = 0; layer < order.size(); ++layer) members[root(layer)].push_back(order[layer]);
  std::erase_if(members, [](const auto& issues) { return issues.empty(); });
  std::ranges::stable_sort(members, std::greater{}, [](const auto& issues) { return issues.size(); });
  return members;
}

/// What stands open after a layer: the decided issues that still matter, and how much there can be to remember, which
/// is neither more than the choices made in them nor more than the ties can tell apart.
void measure_widths(const Tables& tables, const std::vector<Tie>& ties, SearchPlan& plan) {
  for (int layer = 0; layer < std::ssize(plan.order); ++layer) {
    std::set<int> open;
    std::int64_t told_apart = 1;
    for (const Tie& tie : ties) {
      if (tie.layers.front() > layer || tie.layers.back() <= layer) continue;
      told_apart = times(told_apart, tie.remembers);
      for (const int read : tie.layers)
        if (read <= layer) open.insert(read);
    }
    std::int64_t choices = 1;
    for (const int read : open)
      choices = times(choices, tables.levels[static_cast<std::size_t>(plan.order[static_cast<std::size_t>(read)])]);
    plan.width = std::max(plan.width, static_cast<int>(open.size()));
    plan.states_at_most = std::max(plan.states_at_most, std::min(choices, told_apart));
  }
}

SearchPlan::Scale scale_of(const Tables& tables, std::size_t dimension) {
  const auto dimensions = static_cast<std::size_t>(tables.dimensions);
  SearchPlan::Scale scale{0, 0};
  Utility span = 0;
  for (const auto& gain : tables.gain) {
    Utility least = gain[dimension];
    Utility most = least;
    for (std::size_t k = dimension; k < gain.size(); k += dimensions) {
      scale.step = std::gcd(scale.step, gain[k] - gain[dimension]);
      least = std::min(least, gain[k]);
      most = std::max(most, gain[k]);
    }
    span += most - least;
  }
  for (const Feature& feature : tables.features) {
    scale.step = std::gcd(scale.step, feature.gain[dimension]);
    span += feature.gain[dimension] < 0 ? -feature.gain[dimension] : feature.gain[dimension];
  }
  if (scale.step == 0) return {1, 0};
  scale.steps = span / scale.step;
  return scale;
}

std::optional<SearchPlan::Size> size_of(const Tables& tables, const std::stop_token& stop) {
  const auto diagram = build_diagram(tables, {}, stop);
  if (!diagram) return std::nullopt;
  SearchPlan::Size size;
  for (const auto& layer : diagram->layers) {
    size.widest = std::max(size.widest, layer.nodes());
    size.arcs += layer.arcs.size();
  }
  return size;
}

}  // namespace

SearchPlan plan_search(const Tables& tables, const std::stop_token& stop) {
  SearchPlan plan;
  plan.order = order_issues(tables);
  const Ties ties(tables, plan.order);
  plan.ties = ties.all().size();
  plan.groups = groups_of(ties.all(), plan.order);
  measure_widths(tables, ties.all(), plan);
  for (std::size_t d = 0; d < static_cast<std::size_t>(tables.dimensions); ++d)
    plan.scales.push_back(scale_of(tables, d));
  plan.diagram = size_of(tables, stop);
  if (!plan.diagram)
    plan.route = SearchPlan::Route::branch_and_bound;
  else if (plan.ties > 0)
    plan.route = SearchPlan::Route::elimination;
  return plan;
}

}  // namespace parley
