#include "parley/solve/branch/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "parley/at.h"

namespace parley {
namespace {

/// The tables with two more dimensions: less the number of changes, and less the movement.
Tables with_movement(const Tables& tables, const NearestOptions& options) {
  Tables result = tables;
  const auto before = at(tables.dimensions);
  result.dimensions += 2;
  for (std::size_t i = 0; i < tables.levels.size(); ++i) {
    result.gain[i].clear();
    LevelSet changed{static_cast<int>(i), {}};
    for (std::size_t level = 0; level < at(tables.levels[i]); ++level) {
      const auto* gain = tables.gain[i].data() + level * before;
      const auto movement = options.movement[i][level];
      result.gain[i].insert(result.gain[i].end(), gain, gain + before);
      result.gain[i].push_back(movement > 0 ? -1 : 0);
      result.gain[i].push_back(-movement);
      changed.holds.push_back(movement > 0);
    }
    if (!options.frozen.empty() && options.frozen[i]) result.implications.push_back({{std::move(changed)}, {}});
  }
  for (auto& feature : result.features) feature.gain.resize(at(result.dimensions), 0);
  return result;
}

class BranchFinder {
 public:
  BranchFinder(const Tables& tables, const Acceptance& acceptance, const NearestOptions& options,
               const BranchLimits& limits)
      : tables_(with_movement(tables, options)),
        dimensions_(tables.dimensions),
        acceptance_(acceptance),
        options_(options),
        limits_(limits),
        smallest_(options.besides) {}

  Nearest run() {
    while (result_.changes.size() < options_.wanted) {
      auto change = next();
      if (!change) return std::move(result_);
      rule_out(change->changed);
      result_.changes.push_back(std::move(*change));
    }
    const SumProblem further{{dimensions_}, &acceptance_, smallest_, false, options_.stop};
    const auto another = branch_sum(tables_, further, limits_);
    result_.more = another.point.has_value();
    result_.stopped = result_.stopped || !(another.point || another.proven);
    return std::move(result_);
  }

 private:
  /// The best change that is left, as small as the first one was.
  std::optional<Change> next() {
    const int objectives = options_.objectives > 0 ? options_.objectives : dimensions_;
    std::vector<int> values(at(objectives));
    std::iota(values.begin(), values.end(), 0);
    const bool movement_first = options_.least == NearestOptions::Least::movement;
    const int first = movement_first ? dimensions_ + 1 : dimensions_;
    const int second = movement_first ? dimensions_ : dimensions_ + 1;
    SumProblem problem{{first}, &acceptance_, smallest_, false, options_.stop};
    auto found = best(problem);
    if (!found) return std::nullopt;
    if (result_.changes.empty()) smallest_.push_back({first, found->value[at(first)]});
    problem.demands = smallest_;
    problem.dimensions = {second};
    found = best(problem);
    if (!found) return std::nullopt;
    problem.demands.push_back({second, found->value[at(second)]});
    problem.dimensions = std::move(values);
    problem.ties = true;
    found = best(problem);
    if (!found) return std::nullopt;
    Change change{std::move(*found), {}, 0};
    change.to.value.resize(at(dimensions_));
    for (std::size_t i = 0; i < change.to.package.size(); ++i) {
      const auto movement = options_.movement[i][at(change.to.package[i])];
      change.movement += movement;
      if (movement > 0) change.changed.push_back(static_cast<int>(i));
    }
    return change;
  }

  std::optional<Point> best(const SumProblem& problem) {
    auto answer = branch_sum(tables_, problem, limits_);
    const bool sure = answer.proven && (!problem.ties || answer.ties_settled);
    result_.stopped = result_.stopped || !sure;
    return std::move(answer.point);
  }

  /// Forbids to change these issues and no others.
  void rule_out(const std::vector<int>& changed) {
    Implication rule;
    for (int i = 0; i < tables_.issues(); ++i) {
      const bool wanted = std::ranges::find(changed, i) != changed.end();
      LevelSet set{i, {}};
      for (const auto movement : options_.movement[at(i)]) set.holds.push_back((movement > 0) == wanted);
      rule.when.push_back(std::move(set));
    }
    tables_.implications.push_back(std::move(rule));
  }

  Tables tables_;
  int dimensions_;
  const Acceptance& acceptance_;
  const NearestOptions& options_;
  BranchLimits limits_;
  std::vector<Acceptance::Demand> smallest_;  ///< the demands besides, and to be as small as the first change
  Nearest result_;
};

}  // namespace

Nearest branch_nearest(const Tables& tables, const Acceptance& acceptance, const NearestOptions& options,
                       const BranchLimits& limits) {
  return BranchFinder(tables, acceptance, options, limits).run();
}

}  // namespace parley
