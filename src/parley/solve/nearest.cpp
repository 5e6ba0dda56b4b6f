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

  Goal goal() const {
    Goal goal(priced.width(), no_demand);
    for (auto c = Priced::first_demand; c < goal.size(); ++c) goal[c] = priced.columns.all[c].least;
    return goal;
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
      auto& task = tasks_.emplace_back(Task{priced(diagram_, acceptance_, mask, objectives_), mask});
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
  static constexpr std::size_t first_beam = 64;
  static constexpr std::size_t widening = 16;

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
      const auto tried = approach(priced, budget_of(task.lower), goal);
      if (!tried.hopeless) return;
      const auto before = task.lower;
      raise(tried.weighings.back().weight);
      // Bounds over all budgets are in coarser units, and can be blind to what this one has shown.
      if (task.lower == before) ++task.lower;
      task.impossible = task.impossible || task.lower > priced.dearest;
    }
  }

  Pass pass_of(const Task& task, const Budget& budget, const Goal& goal, std::size_t beam) const {
    Pass problem;
    problem.priced = &task.priced;
    problem.budget = budget;
    problem.beam = beam;
    problem.stop = options_.stop;
    add_bounds(approach(task.priced, budget, goal).weighings, goal, problem.bounds);
    return problem;
  }

  static void add_bounds(std::vector<Weighing> weighings, const Goal& goal, std::vector<Bound>& bounds) {
    for (auto& weighing : weighings) {
      const auto need = asked(goal, weighing);
      bounds.push_back({std::move(weighing), need});
    }
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
      for (auto& task : tasks_) {
        if (task.impossible || task.lower > budget) continue;
        const auto passed = pass(pass_of(task, budget_of(budget), task.goal(), first_beam));
        if (!note(task, passed)) return false;
        if (!passed.cut && passed.paths.empty()) task.lower = budget + 1;
      }
      step = std::max<std::int64_t>(1, (budget - least) / 4);
    }
    for (auto& task : tasks_) {
      if (!ways_.all().empty() || task.impossible) continue;
      if (const auto path = find_any(diagram_, acceptance_, task.mask, options_.stop)) ways_.add(*path);
    }
    return !ways_.all().empty() && !options_.stop.stop_requested();
  }

  /// Proves that nothing costs less than what has been found, or finds what does; false when it gave up.
  bool prove_least() {
    for (auto& task : tasks_) {
      auto beam = first_beam * widening;
      while (!task.impossible && task.lower < *ways_.first_cost()) {
        const auto before = *ways_.first_cost();
        const auto passed = pass(pass_of(task, budget_of(before - 1), task.goal(), beam));
        if (!note(task, passed)) return false;
        if (!passed.cut) task.lower = *ways_.first_cost();
        if (*ways_.first_cost() == before) beam *= widening;
      }
    }
    return true;
  }

  /// Finds the best ways of the least first cost, and whether there are more of them than are wanted.
  void collect_all() {
    for (const auto sets : {options_.wanted, options_.wanted + 1}) {
      if (ways_.all().size() > options_.wanted) return;
      for (auto& task : tasks_)
        if (!task.impossible && task.lower <= *ways_.first_cost() && !collect(task, sets)) return;
      if (ways_.all().size() < sets) return;
    }
  }

  bool collect(const Task& task, std::size_t sets) {
    const auto budget = exact_budget_of(*ways_.first_cost());
    for (auto beam = first_beam;; beam *= widening) {
      auto goal = task.goal();
      const bool full = ways_.all().size() >= sets;
      // More than are wanted: that there is one is all that is asked.
      if (full && sets > options_.wanted) return true;
      const auto* last = full ? &ways_.all()[sets - 1] : nullptr;
      if (full) goal[Priced::second] = -last->costs.second;
      auto problem = pass_of(task, budget, goal, beam);
      problem.sets = sets;
      problem.limited = full;
      if (full) {
        auto weighings = approach_sum(task.priced, budget, goal).weighings;
        goal[Priced::sum] = last->sum;
        add_bounds(std::move(weighings), goal, problem.at_limit);
      }
      const auto passed = pass(problem);
      if (!note(task, passed)) return false;
      if (!passed.cut) return true;
    }
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
