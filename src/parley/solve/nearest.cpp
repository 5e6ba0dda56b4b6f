#include "parley/solve/nearest.h"

#include <algorithm>
#include <numeric>

#include "parley/solve/changes.h"
#include "parley/solve/search.h"

namespace parley {
namespace {

/// Some of the sets of issues that could be changed, and the best change with one of them.
struct Part {
  std::vector<Turn> turns;
  Candidate best;
  Change change;
};

class Finder {
 public:
  Finder(const Diagram& diagram, const Acceptance& acceptance, const NearestOptions& options)
      : diagram_(diagram), acceptance_(acceptance), options_(options) {}

  Nearest run() {
    std::vector<Turn> turns(options_.movement.size(), Turn::free);
    for (std::size_t i = 0; i < options_.frozen.size(); ++i)
      if (options_.frozen[i]) turns[i] = Turn::must_stay;
    if (find_fewest(turns)) add_part(turns);
    while (!parts_.empty() && result_.changes.size() < options_.wanted) {
      const auto next = std::ranges::min_element(parts_, earlier);
      const auto part = std::move(*next);
      parts_.erase(next);
      result_.changes.push_back(part.change);
      // After the last one wanted, only whether there are more is asked.
      if (result_.changes.size() < options_.wanted || parts_.empty()) split(part);
    }
    result_.more = !parts_.empty();
    result_.stopped = gave_up_ || options_.stop.stop_requested();
    return std::move(result_);
  }

 private:
  /// The smallest number of changes that leads to an accepted package.
  bool find_fewest(const std::vector<Turn>& turns) {
    const auto possible = [&](const Diagram& diagram) {
      return std::ranges::any_of(acceptance_.enough, [&](auto mask) {
        return find_any(diagram, acceptance_, mask, options_.stop).has_value();
      });
    };
    if (!possible(diagram_)) return false;
    for (fewest_ = 0; fewest_ <= options_.movement.size(); ++fewest_) {
      const auto changed = with_changes(diagram_, options_, turns, fewest_);
      if (changed && possible(changed->diagram)) return true;
      if (options_.stop.stop_requested()) return false;
    }
    return false;
  }

  void add_part(std::vector<Turn> turns) {
    const auto changed = with_changes(diagram_, options_, turns, fewest_);
    if (!changed) return;
    std::optional<Candidate> best;
    for (const auto mask : acceptance_.enough) {
      Search search;
      search.diagram = &changed->diagram;
      const int objectives = options_.objectives > 0 ? options_.objectives : diagram_.dimensions;
      std::vector<int> values(static_cast<std::size_t>(objectives));
      std::iota(values.begin(), values.end(), 0);
      search.columns.all = {{{diagram_.dimensions}, no_demand}, {std::move(values), no_demand}};  // movement, sum
      search.columns.leading = 2;
      search.columns.lexicographic = true;
      demand_all(search.columns, acceptance_, mask);
      search.better = lexicographically_better;
      search.stop = options_.stop;
      gave_up_ = !improve(search, best) || gave_up_;
    }
    if (!best) return;
    lift(*changed, best->path);
    auto change = change_to(best->path);
    parts_.push_back({std::move(turns), std::move(*best), std::move(change)});
  }

  Change change_to(const Path& path) const {
    Change change{point_of(diagram_, path), {}, 0};
    for (std::size_t i = 0; i < options_.movement.size(); ++i) {
      const auto movement = options_.movement[i][static_cast<std::size_t>(change.to.package[i])];
      if (movement > 0) change.changed.push_back(static_cast<int>(i));
      change.movement += movement;
    }
    return change;
  }

  /// Divides what is left of a part without the set of its best change: the first of that set's issues stays; or it
  /// changes and the second stays; and so on.
  void split(const Part& part) {
    auto turns = part.turns;
    for (const auto issue : part.change.changed) {
      auto& turn = turns[static_cast<std::size_t>(issue)];
      if (turn == Turn::must_change) continue;
      turn = Turn::must_stay;
      add_part(turns);
      turn = Turn::must_change;
    }
  }

  static bool earlier(const Part& a, const Part& b) {
    if (lexicographically_better(a.best, b.best)) return true;
    return !lexicographically_better(b.best, a.best) && a.change.changed < b.change.changed;
  }

  const Diagram& diagram_;
  const Acceptance& acceptance_;
  const NearestOptions& options_;
  std::size_t fewest_ = 0;
  bool gave_up_ = false;
  std::vector<Part> parts_;
  Nearest result_;
};

}  // namespace

Nearest nearest_accepted(const Diagram& diagram, const Acceptance& acceptance, const NearestOptions& options) {
  if (diagram.empty) return {};
  return Finder(diagram, acceptance, options).run();
}

}  // namespace parley
