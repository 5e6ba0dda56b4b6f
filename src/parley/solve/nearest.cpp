#include "parley/solve/nearest.h"

#include <algorithm>

#include "parley/solve/cheapest.h"
#include "parley/solve/search.h"
#include "parley/solve/ways.h"

namespace parley {
namespace {

/// One of the acceptance's masks: what it demands, and what it takes at least to meet that.
struct Task {
  Priced priced;
  std::uint64_t mask = 0;
  std::int64_t lower = 0;
  bool impossible = false;
  mutable Budget last_budget;  ///< what the last approach was for
  mutable Goal last_goal;
  mutable Approach last, for_sum;

  Goal goal() const {
    Goal goal(priced.width(), no_demand);
    for (auto c = Priced::first_demand; c < goal.size(); ++c) goal[c] = priced.columns.all[c].least;
    return goal;
  }

  /// The approach to a goal; that to the same one again costs nothing.
  const Approach& approach_to(const Budget& budget, const Goal& goal) const {
    if (goal != last_goal || budget.most != last_budget.most || budget.exactly != last_budget.exactly) {
      last = approach(priced, budget, goal);
      last_goal = goal;
      last_budget = budget;
    }
    return last;
  }
};

class Finder {
 public:
  Finder(const Diagram& diagram, const Acceptance& acceptance, const NearestOptions& options)
      : acceptance_(acceptance),
        options_(options),
        objectives_(options.objectives > 0 ? options.objectives : diagram.dimensions),
        diagram_(with_costs(diagram, acceptance, options)),
        ways_(diagram_, options, objectives_) {}

  Nearest run() {
    for (const auto mask : acceptance_.enough) {
      auto& task = tasks_.emplace_back();
      task.priced = priced(diagram_, acceptance_, mask, options_.besides, objectives_);
      task.mask = mask;
      raise_lower(task);
    }
    if (find_some() && prove_least()) collect_all();
    Nearest result;
    for (const auto& way : ways_.all()) {
      result.more = result.changes.size() == options_.wanted;
      if (result.more) break;
      result.changes.push_back(way.change);
    }
    result.stopped = gave_up_ || options_.stop.stop_requested();
    return result;
  }

 private:
  static constexpr std::size_t first_beam = 16;
  static constexpr std::size_t widening = 4;

  /// Raises what a task takes at least as far as bounds can: each that proves a budget too small also tells the
  /// smallest one that it does not.
  void raise_lower(Task& task) {
    const auto& priced = task.priced;
    const auto goal = task.goal();
    const auto all = budget_of(priced.dearest);
    Weighing weighing;
    const auto raise = [&](std::vector<double> weight) {
      weigh_within(priced, all, std::move(weight), weighing);
      const auto enough = asked(goal, weighing);
      std::size_t units = 0;
      while (units < all.slots() && !(weighing.rest[units] >= enough)) ++units;
      task.impossible = units == all.slots();
      task.lower = std::max(task.lower, static_cast<std::int64_t>(units) * all.unit);
    };
    for (auto c = Priced::first_demand; c < priced.width() && !task.impossible; ++c) {
      std::vector<double> weight(priced.width(), 0);
      weight[c] = 1;
      raise(std::move(weight));
    }
    while (!task.impossible && !options_.stop.stop_requested()) {
      const auto& tried = task.approach_to(budget_of(task.lower), goal);
      if (!tried.hopeless) return;
      const auto before = task.lower;
      raise(tried.weighings.back().weight);
      // Bounds over all budgets are in coarser units, and can be blind to what this one has shown.
      if (task.lower == before) {
        ++task.lower;
        return;
      }
    }
  }

  Pass pass_of(const Task& task, const Budget& budget, const Goal& goal, std::size_t beam) const {
    Pass problem;
    problem.priced = &task.priced;
    problem.budget = budget;
    problem.most_second = goal[Priced::second] == no_demand ? task.priced.dearest_second : -goal[Priced::second];
    problem.beam = beam;
    problem.stop = options_.stop;
    add_bounds(task.approach_to(budget, goal), goal, problem.bounds);
    return problem;
  }

  static void add_bounds(const Approach& approach, const Goal& goal, std::vector<Bound>& bounds) {
    for (const auto& weighing : approach.weighings) bounds.push_back({&weighing, asked(goal, weighing)});
  }

  /// Notes what a pass has found; false when it proves nothing.
  bool note(const Task& task, const Passed& passed) {
    for (auto path : passed.paths) {
      lift(task.priced.projection, path);
      ways_.add(path);
    }
    gave_up_ = gave_up_ || passed.stopped;
    return !passed.stopped;
  }

  /// Looks for a package within a budget, not at any length; false when it gave up.
  bool look(Task& task, std::int64_t budget) {
    constexpr std::size_t widest = 4096;
    for (auto beam = first_beam; beam <= widest && ways_.all().empty(); beam *= widening) {
      const auto passed = pass(pass_of(task, budget_of(budget), task.goal(), beam));
      if (!note(task, passed)) return false;
      if (passed.cut) continue;
      if (passed.paths.empty()) task.lower = budget + 1;
      break;
    }
    return true;
  }

  /// Looks for some accepted package that costs little; false when there is none, or on a stop.
  bool find_some() {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = 0;
    for (const auto& task : tasks_) {
      if (task.impossible) continue;
      least = std::min(least, task.lower);
      most = std::max(most, task.priced.dearest);
    }
    std::int64_t step = 1;
    for (auto budget = least; budget <= most && ways_.all().empty(); budget += step) {
      for (auto& task : tasks_)
        if (!task.impossible && task.lower <= budget && !look(task, budget)) return false;
      step = std::max<std::int64_t>(1, (budget - least) / 2);
    }
    for (auto& task : tasks_) {
      if (!ways_.all().empty() || task.impossible) continue;
      if (const auto path = find_any(diagram_, acceptance_, task.mask, options_.stop, options_.besides))
        ways_.add(*path);
    }
    return !ways_.all().empty() && !options_.stop.stop_requested();
  }

  /// Proves that nothing costs less than what has been found, or finds what does; false when it gave up.
  bool prove_least() {
    for (auto& task : tasks_) {
      auto beam = first_beam * widening;
      while (!task.impossible && task.lower < ways_.first_cost()) {
        const auto before = ways_.first_cost();
        const auto passed = pass(pass_of(task, budget_of(before - 1), task.goal(), beam));
        if (!note(task, passed)) return false;
        if (!passed.cut) task.lower = ways_.first_cost();
        if (ways_.first_cost() == before) beam *= widening;
      }
    }
    return true;
  }

  /// Finds the best ways of the least first cost, and whether there are more of them than are wanted.
  void collect_all() {
    for (const auto sets : {options_.wanted, options_.wanted + 1}) {
      if (sets > options_.wanted && ways_.all().size() >= sets) return;
      for (auto& task : tasks_)
        if (!task.impossible && task.lower <= ways_.first_cost() && !collect(task, sets)) return;
      if (ways_.all().size() < sets) return;
    }
  }

  /// What the second cost is at least within a budget; nothing when no package keeps that.
  std::optional<std::int64_t> least_second(const Task& task, const Budget& budget) const {
    constexpr int most_steps = 40;
    auto goal = task.goal();
    std::int64_t least = 0;
    for (int i = 0; i < most_steps && !options_.stop.stop_requested(); ++i) {
      goal[Priced::second] = -least;
      const auto& tried = task.approach_to(budget, goal);
      if (!tried.hopeless) return least;
      const auto& proof = tried.weighings.back();
      const auto weight = proof.weight[Priced::second];
      if (!(weight > 0)) return std::nullopt;
      const auto missing = (asked(goal, proof) - proof.most) / weight;
      if (!(missing < static_cast<double>(task.priced.dearest_second))) return std::nullopt;
      least += std::max<std::int64_t>(1, static_cast<std::int64_t>(missing));
      if (least > task.priced.dearest_second) return std::nullopt;
    }
    return least;
  }

  /// A pass for ways with a limit on second cost; where ways enough are known, those that come before the last of them.
  Pass pass_for_ways(const Task& task, const Budget& budget, std::int64_t limit, std::size_t known, std::size_t sets,
                     std::size_t beam) const {
    auto goal = task.goal();
    goal[Priced::second] = -limit;
    auto problem = pass_of(task, budget, goal, beam);
    problem.sets = sets;
    if (known == 0) return problem;
    problem.limited = true;
    task.for_sum = approach_sum(task.priced, budget, goal);
    goal[Priced::sum] = ways_.all()[known - 1].sum;
    add_bounds(task.for_sum, goal, problem.at_limit);
    return problem;
  }

  /// The best ways to meet a task's demands. The limit on second cost rises from what it takes at least until enough
  /// ways are known to keep it.
  bool collect(const Task& task, std::size_t sets) {
    const auto budget = exact_budget_of(ways_.first_cost());
    const auto within = [&](std::int64_t limit) {
      return ways_.all().size() >= sets && ways_.all()[sets - 1].costs.second <= limit;
    };
    // Whether there is one more way is asked of all at once.
    auto limit = sets > options_.wanted ? std::optional(task.priced.dearest_second) : least_second(task, budget);
    const auto lowest = limit;
    std::int64_t step = 1;
    for (auto beam = first_beam; limit;) {
      // More than are wanted: that there is one is all that is asked.
      if (sets > options_.wanted && ways_.all().size() >= sets) return true;
      const bool full = within(*limit);
      if (full) limit = ways_.all()[sets - 1].costs.second;
      const auto passed = pass(pass_for_ways(task, budget, *limit, full ? sets : 0, sets, beam));
      if (!note(task, passed)) return false;
      if (passed.cut) {
        if (full || !within(*limit)) beam *= widening;
      } else if (full || *limit >= task.priced.dearest_second) {
        return true;
      } else if (!within(*limit)) {
        *limit += step;
        step = std::max<std::int64_t>(1, (*limit - *lowest) / 2);
      }
    }
    return true;
  }

  const Acceptance& acceptance_;
  const NearestOptions& options_;
  int objectives_;
  Diagram diagram_;
  Ways ways_;
  std::vector<Task> tasks_;
  bool gave_up_ = false;
};

}  // namespace

Nearest nearest_accepted(const Diagram& diagram, const Acceptance& acceptance, const NearestOptions& options) {
  if (diagram.empty) return {};
  return Finder(diagram, acceptance, options).run();
}

}  // namespace parley
