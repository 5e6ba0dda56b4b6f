#include "parley/solve/search.h"

#include <algorithm>
#include <cmath>

#include "parley/solve/depth_first.h"
#include "parley/solve/sweep.h"

namespace parley {
namespace {

double smallest_share(const Target& target, const Candidate& found) {
  auto smallest = std::numeric_limits<double>::infinity();
  for (std::size_t c = 0; c < target.columns; ++c)
    smallest = std::min(smallest, (static_cast<double>(found.leading[c]) - target.from[c]) / target.scale[c]);
  return smallest;
}

/// What a package as good as the one found has at least, beyond what a direction requires of all.
double found_part(const Search& search, const Direction& direction, const Candidate& found) {
  const auto& target = search.target;
  const auto gain = [&](std::size_t c) { return static_cast<double>(found.leading[c]) - target.from[c]; };
  switch (target.aim) {
    case Target::Aim::in_order: {
      double sum = 0;
      for (std::size_t c = 0; c < found.leading.size(); ++c)
        sum += direction.weight[c] * static_cast<double>(found.leading[c]);
      return sum;
    }
    case Target::Aim::product: {
      // The arithmetic mean of weighted gains is no less than the geometric one.
      double logarithms = 0;
      for (std::size_t c = 0; c < target.columns; ++c) logarithms += std::log(direction.weight[c] * gain(c));
      const auto columns = static_cast<double>(target.columns);
      return columns * std::exp(logarithms / columns) * (1 - 1e-10);
    }
    case Target::Aim::smallest_gain: {
      double sum = 0;
      for (std::size_t c = 0; c < target.columns; ++c) sum += direction.weight[c] * target.scale[c];
      return smallest_share(target, found) * sum;
    }
  }
  return 0;
}

void set_thresholds(const Search& search, const std::optional<Candidate>& best, std::vector<Direction>& directions) {
  for (auto& direction : directions) {
    if (best && !search.any_will_do)
      direction.threshold = direction.required + found_part(search, direction, *best) - direction.room;
    else if (search.target.aim == Target::Aim::in_order)
      direction.threshold = -std::numeric_limits<double>::infinity();
    else
      direction.threshold = direction.required - direction.room;
  }
}

class Improver {
 public:
  Improver(const Search& search, std::optional<Candidate>& best)
      : search_(search), best_(best), projection_(project(*search.diagram, search.columns)) {}

  bool run() {
    constexpr std::size_t first_beam = 32;
    constexpr std::size_t widening = 16;
    constexpr std::size_t most_bytes = std::size_t{1} << 30;
    auto directions = find_directions(projection_.diagram, search_.columns, search_.target);
    for (const auto& path : directions.met) offer_if_feasible(path);
    if (done()) return true;
    const auto thresholds = thresholds_of(projection_.diagram, search_.columns);
    Sweep problem;
    problem.diagram = &projection_.diagram;
    problem.columns = &search_.columns;
    problem.thresholds = &thresholds;
    problem.stop = search_.stop;
    for (problem.beam = first_beam;; problem.beam *= widening) {
      if (!search_.any_will_do && bytes_for(problem.beam) > most_bytes) return false;
      set_thresholds(search_, best_, directions.all);
      problem.directions = directions.all;
      const auto swept = sweep(problem);
      if (swept.stopped) return false;
      Path path;
      for (std::size_t i = 0; i < swept.end.size(); ++i) {
        trace(swept, i, path);
        offer(path);
      }
      if (!swept.cut || done()) return true;
      if (branched(directions.all, problem.beam)) return true;
    }
  }

 private:
  double level() const { return best_ ? smallest_share(search_.target, *best_) : 0; }

  /// Whether a depth-first search, which takes over where many parties defy a beam, came to an end with about as much
  /// work as the beam had.
  bool branched(const std::vector<Direction>& directions, std::size_t beam) {
    constexpr std::size_t nodes_for_beam = 2000;
    const bool asked = search_.target.aim == Target::Aim::smallest_gain && !search_.any_will_do;
    if (!asked || !can_search_depth_first(projection_.diagram)) return false;
    DepthFirst problem;
    problem.diagram = &projection_.diagram;
    problem.columns = &search_.columns;
    problem.target = &search_.target;
    problem.weight = directions.front().weight;
    problem.level = level();
    problem.most_nodes = beam * nodes_for_beam;
    problem.offer = [this](const Path& path) {
      offer_if_feasible(path);
      return level();
    };
    problem.stop = search_.stop;
    return search_depth_first(problem);
  }

  /// What a layer can need: so many partial packages, each extended by all options of an issue.
  std::size_t bytes_for(std::size_t beam) const {
    std::size_t most_arcs = 1;
    for (const auto& layer : projection_.diagram.layers)
      for (std::size_t node = 0; node < layer.nodes(); ++node)
        most_arcs = std::max<std::size_t>(most_arcs, layer.first[node + 1] - layer.first[node]);
    return beam * most_arcs * (search_.columns.size() + 2) * sizeof(Utility);
  }

  bool done() const { return search_.any_will_do && best_; }

  std::vector<Utility> columns_of(const Path& path) const { return point_of(projection_.diagram, path).value; }

  void offer_if_feasible(const Path& path) {
    const auto value = columns_of(path);
    for (std::size_t c = 0; c < value.size(); ++c)
      if (value[c] < search_.columns.all[c].least) return;
    offer(path);
  }

  void offer(Path path) {
    auto leading = columns_of(path);
    leading.resize(search_.columns.leading);
    Candidate candidate{std::move(leading), tie_key_of(projection_.diagram, path), {}};
    if (best_ && !search_.better(candidate, *best_)) return;
    lift(projection_, path);
    candidate.path = std::move(path);
    best_ = std::move(candidate);
  }

  const Search& search_;
  std::optional<Candidate>& best_;
  Projection projection_;
};

}  // namespace

bool improve(const Search& search, std::optional<Candidate>& best) { return Improver(search, best).run(); }

bool lexicographically_better(const Candidate& a, const Candidate& b) {
  return a.leading != b.leading ? a.leading > b.leading : a.key < b.key;
}

}  // namespace parley
