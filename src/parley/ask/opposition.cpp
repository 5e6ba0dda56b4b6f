#include "parley/ask/opposition.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>
#include <numeric>
#include <optional>

#include "parley/at.h"
#include "parley/model/space.h"
#include "parley/solve/diagram.h"
#include "parley/solve/viewpoint.h"

namespace parley {
namespace {

constexpr std::size_t most_tried = 50'000'000;

/// Union-find over issues.
class Groups {
 public:
  explicit Groups(std::size_t issues) : parent_(issues) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  void join(std::size_t a, std::size_t b) { parent_[root(a)] = root(b); }

  std::vector<std::vector<std::size_t>> all() {
    std::vector<std::vector<std::size_t>> by_root(parent_.size());
    for (std::size_t i = 0; i < parent_.size(); ++i) by_root[root(i)].push_back(i);
    std::erase_if(by_root, [](const auto& group) { return group.empty(); });
    return by_root;
  }

 private:
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  std::vector<std::size_t> parent_;
};

std::vector<std::size_t> issues_of(const Rule& rule) {
  std::vector<std::size_t> issues;
  for (const Condition& condition : rule.when) issues.push_back(at(condition.issue));
  for (const Condition& condition : rule.then) issues.push_back(at(condition.issue));
  for (const int issue : rule.of) issues.push_back(at(issue));
  return issues;
}

std::vector<std::size_t> issues_of(const Interaction& interaction) {
  std::vector<std::size_t> issues;
  for (const Condition& condition : interaction.when) issues.push_back(at(condition.issue));
  return issues;
}

std::vector<std::vector<std::size_t>> tied_groups(const Case& c, const Model& model) {
  Groups groups(c.issues.size());
  const auto tie = [&](const std::vector<std::size_t>& issues) {
    for (const std::size_t issue : issues) groups.join(issues.front(), issue);
  };
  for (const Rule& rule : c.rules) tie(issues_of(rule));
  for (const Valuer& party : model.parties)
    for (const Interaction& interaction : party.interactions) tie(issues_of(interaction));
  return groups.all();
}

/// One group: all of its packages with every party's utility from it.
class GroupGame {
 public:
  GroupGame(const Case& c, const Model& model, std::vector<std::size_t> issues)
      : case_(c), model_(model), issues_(std::move(issues)), parties_(model.parties.size()) {}

  bool small_enough() const {
    std::size_t work = parties_;
    for (const std::size_t i : issues_) {
      work *= 2 * at(model_.levels[i]);
      if (work > most_tried) return false;
    }
    return true;
  }

  /// Each issue's Shapley value of the group's cost, rounded down; `total` receives the group's cost.
  std::vector<Utility> shapley(Utility& total) {
    enumerate();
    const std::size_t n = issues_.size();
    std::vector<Utility> cost(std::size_t{1} << n);
    for (std::size_t set = 0; set < cost.size(); ++set) cost[set] = cost_of(set);
    total = cost.back();
    std::vector<Wide> factorial(n + 1, 1);
    for (std::size_t k = 1; k <= n; ++k) factorial[k] = factorial[k - 1] * static_cast<Wide>(k);
    std::vector<Utility> values;
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t bit = std::size_t{1} << i;
      Wide sum = 0;
      for (std::size_t set = 0; set < cost.size(); ++set) {
        if ((set & bit) != 0) continue;
        const auto before = static_cast<std::size_t>(__builtin_popcountll(set));
        sum += factorial[before] * factorial[n - before - 1] * (cost[set | bit] - cost[set]);
      }
      values.push_back(static_cast<Utility>(sum / factorial[n]));
    }
    return values;
  }

 private:
  void enumerate() {
    Package package(case_.issues.size(), 0);
    std::vector<const Rule*> rules;
    for (const Rule& rule : case_.rules)
      if (std::ranges::find(issues_, issues_of(rule).front()) != issues_.end()) rules.push_back(&rule);
    while (true) {
      const bool allowed = std::ranges::all_of(rules, [&](const Rule* rule) { return obeys(case_, *rule, package); });
      if (allowed) add(package);
      std::size_t k = 0;
      while (k < issues_.size() && ++package[issues_[k]] == model_.levels[issues_[k]]) package[issues_[k++]] = 0;
      if (k == issues_.size()) return;
    }
  }

  void add(const Package& package) {
    for (const std::size_t i : issues_) levels_.push_back(at(package[i]));
    for (const Valuer& party : model_.parties) {
      Utility sum = 0;
      for (const std::size_t i : issues_) sum += party.gain[i][at(package[i])];
      for (std::size_t e = 0; e < party.interactions.size(); ++e) {
        const auto touched = issues_of(party.interactions[e]);
        const bool here = std::ranges::find(issues_, touched.front()) != issues_.end();
        if (here && counts(party.interactions[e], package)) sum += party.interaction_gain[e];
      }
      utilities_.push_back(sum);
    }
    ++packages_;
  }

  /// Sum of the parties' best utilities less their best sum when the issues in `set` are settled once for all.
  Utility cost_of(std::size_t set) const {
    std::size_t cells = 1;
    for (std::size_t k = 0; k < issues_.size(); ++k)
      if ((set >> k & 1) != 0) cells *= at(model_.levels[issues_[k]]);
    constexpr Utility none = std::numeric_limits<Utility>::min();
    std::vector<Utility> best(cells * parties_, none);
    std::vector<Utility> ideal(parties_, none);
    for (std::size_t x = 0; x < packages_; ++x) {
      std::size_t cell = 0;
      for (std::size_t k = 0; k < issues_.size(); ++k)
        if ((set >> k & 1) != 0) cell = cell * at(model_.levels[issues_[k]]) + levels_[x * issues_.size() + k];
      for (std::size_t p = 0; p < parties_; ++p) {
        const Utility utility = utilities_[x * parties_ + p];
        best[cell * parties_ + p] = std::max(best[cell * parties_ + p], utility);
        ideal[p] = std::max(ideal[p], utility);
      }
    }
    Utility best_sum = none;
    for (std::size_t cell = 0; cell < cells; ++cell) {
      if (best[cell * parties_] == none) continue;
      const auto first = best.begin() + static_cast<std::ptrdiff_t>(cell * parties_);
      best_sum = std::max(best_sum, std::accumulate(first, first + static_cast<std::ptrdiff_t>(parties_), Utility{0}));
    }
    return std::accumulate(ideal.begin(), ideal.end(), Utility{0}) - best_sum;
  }

  const Case& case_;
  const Model& model_;
  std::vector<std::size_t> issues_;
  std::size_t parties_;
  std::size_t packages_ = 0;
  std::vector<std::size_t> levels_;  ///< for each package and issue of the group
  std::vector<Utility> utilities_;   ///< for each package and party
};

/// The whole game's cost: the sum of the best values less the best sum, without enumerating. Nothing when the issues
/// are tied together beyond what can be computed.
std::optional<Utility> total_cost(const Case& c, const Model& model) {
  Tables const tables = all_packages(c, model);
  const auto diagram = build_diagram(tables);
  if (!diagram) return std::nullopt;
  const auto ideals = best_values(*diagram);
  ViewpointProblem utilitarian;
  utilitarian.viewpoint = Viewpoint::utilitarian;
  utilitarian.objectives = static_cast<int>(c.parties.size());
  utilitarian.disagreement.clear();
  for (const Valuer& party : model.parties) utilitarian.disagreement.push_back(central_range(party).low - unit);
  const auto best = find_viewpoint(*diagram, utilitarian).point;
  if (!best) return 0;
  return std::accumulate(ideals.begin(), ideals.end(), Utility{0}) -
         std::accumulate(best->value.begin(), best->value.end(), Utility{0});
}

}  // namespace

Opposition opposition_of(const Case& c, const Model& model) {
  Opposition result;
  result.cost.assign(c.issues.size(), 0);
  result.grouped.assign(c.issues.size(), false);
  std::vector<std::size_t> unsolved;
  for (const auto& group : tied_groups(c, model)) {
    GroupGame game(c, model, group);
    if (!game.small_enough()) {
      unsolved.insert(unsolved.end(), group.begin(), group.end());
      continue;
    }
    Utility total = 0;
    const auto values = game.shapley(total);
    result.total += total;
    for (std::size_t k = 0; k < group.size(); ++k) result.cost[group[k]] = values[k];
  }
  if (unsolved.empty()) return result;
  const auto whole = total_cost(c, model);
  result.complete = whole.has_value();
  const Utility rest = whole ? *whole - result.total : 0;
  result.total += rest;
  for (const std::size_t i : unsolved) {
    result.cost[i] = rest / static_cast<Utility>(unsolved.size());
    result.grouped[i] = true;
  }
  return result;
}

}  // namespace parley
