#include "parley/solve/sweep.h"

#include <numeric>

#include "parley/solve/dense/finish.h"

namespace parley {
namespace {

/// The ways into each node of the next layer, in the order of nodes and arcs.
struct Incoming {
  std::vector<Stream> streams;
  std::vector<std::uint32_t> first;  ///< for each node; one more entry at the end

  void gather(const Diagram::Layer& layer, const Labels& labels, std::size_t nodes_after) {
    first.assign(nodes_after + 1, 0);
    each(layer, labels, [&](const Diagram::Arc& arc, const Stream&) { ++first[arc.to + 1]; });
    std::partial_sum(first.begin(), first.end(), first.begin());
    streams.resize(first.back());
    auto next = first;
    each(layer, labels, [&](const Diagram::Arc& arc, const Stream& stream) { streams[next[arc.to]++] = stream; });
  }

  std::span<const Stream> into(std::size_t node) const {
    return {streams.data() + first[node], streams.data() + first[node + 1]};
  }

 private:
  template <class Visit>
  static void each(const Diagram::Layer& layer, const Labels& labels, Visit&& visit) {
    for (std::size_t node = 0; node < layer.nodes(); ++node) {
      if (labels.first[node] == labels.first[node + 1]) continue;
      for (auto a = layer.first[node]; a < layer.first[node + 1]; ++a)
        visit(layer.arcs[a], {labels.first[node], labels.first[node + 1], a, layer.tie_keys[a],
                              layer.gains.data() + a * labels.width});
    }
  }
};

using Kernel = void (*)(const Arrivals&, Labels&);

Kernel kernel_for(const Sweep& problem) {
  const auto& columns = *problem.columns;
  const bool plain =
      columns.leading == columns.size() && !columns.lexicographic && columns.ties && problem.directions.empty();
  if (plain && columns.size() == 2) return merge_pairs;
  if (plain && columns.size() == 3) return merge_triples;
  return filter_any;
}

void give_up(Swept& result) {
  result.end = {};
  result.stopped = true;
}

}  // namespace

Labels root_label(std::size_t width) {
  Labels labels;
  labels.width = width;
  labels.values.assign(width, 0);
  labels.keys = {0};
  labels.steps = {{}};
  labels.first = {0, 1};
  return labels;
}

Swept sweep(const Sweep& problem) {
  const auto& layers = problem.diagram->layers;
  const auto width = problem.columns->size();
  const auto kernel = kernel_for(problem);
  Swept result;
  result.end = root_label(width);
  const DenseRest dense(problem, kernel != filter_any);
  Incoming incoming;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (dense.finish(result, i)) {
      if (result.stopped) give_up(result);
      return result;
    }
    const auto nodes_after = i + 1 < layers.size() ? layers[i + 1].nodes() : 1;
    incoming.gather(layers[i], result.end, nodes_after);
    Labels next;
    next.width = width;
    next.first.push_back(0);
    Arrivals arrivals;
    arrivals.from = &result.end;
    arrivals.columns = problem.columns;
    arrivals.directions = problem.directions;
    arrivals.threads = problem.threads;
    arrivals.stop = problem.stop;
    for (std::size_t node = 0; node < nodes_after; ++node) {
      arrivals.streams = incoming.into(node);
      arrivals.node = problem.thresholds->offset[i + 1] + node;
      arrivals.floor = problem.thresholds->floor.data() + arrivals.node * width;
      arrivals.ceiling = problem.thresholds->ceiling.data() + arrivals.node * width;
      if (!arrivals.streams.empty()) kernel(arrivals, next);
      next.first.push_back(static_cast<std::uint32_t>(next.size()));
    }
    if (next.size() > problem.beam) {
      keep_promising(next, i + 1, problem);
      result.cut = true;
    }
    if (next.size() > problem.cap) {
      const auto done = coarsen(next, i + 1, problem);
      result.within += done.value_or(Coarsened{}).error;
      result.narrow += done.value_or(Coarsened{}).narrow;
      result.stopped = !done;
    }
    if (problem.stop.stop_requested() || result.stopped) {
      give_up(result);
      return result;
    }
    result.end = std::move(next);
    result.trail.push_back(std::move(result.end.steps));
  }
  return result;
}

void trace(const Swept& swept, std::size_t label, Path& path) {
  path.resize(swept.trail.size());
  for (auto i = path.size(); i-- > 0;) {
    path[i] = swept.trail[i][label].arc;
    label = swept.trail[i][label].previous;
  }
}

void keep_marked(Labels& labels, const std::vector<bool>& marked) {
  std::size_t kept = 0;
  std::vector<std::uint32_t> first{0};
  for (std::size_t node = 0; node + 1 < labels.first.size(); ++node) {
    for (auto i = labels.first[node]; i < labels.first[node + 1]; ++i) {
      if (!marked[i]) continue;
      std::copy_n(labels.value(i), labels.width,
                  labels.values.begin() + static_cast<std::ptrdiff_t>(kept * labels.width));
      labels.keys[kept] = labels.keys[i];
      labels.steps[kept] = labels.steps[i];
      ++kept;
    }
    first.push_back(static_cast<std::uint32_t>(kept));
  }
  labels.values.resize(kept * labels.width);
  labels.keys.resize(kept);
  labels.steps.resize(kept);
  labels.first = std::move(first);
}

void keep_promising(Labels& labels, std::size_t layer, const Sweep& problem) {
  std::vector<double> promise(labels.size(), std::numeric_limits<double>::infinity());
  for (std::size_t node = 0; node + 1 < labels.first.size(); ++node) {
    const auto at = problem.thresholds->offset[layer] + node;
    for (auto i = labels.first[node]; i < labels.first[node + 1]; ++i)
      for (const auto& direction : problem.directions) {
        auto bound = direction.rest[at];
        for (std::size_t c = 0; c < labels.width; ++c)
          bound += direction.weight[c] * static_cast<double>(labels.value(i)[c]);
        // Directions are made comparable by what there is to lose from the start.
        const auto all = direction.rest[0] - direction.required + direction.room;
        promise[i] = std::min(promise[i], (bound - direction.required) / std::max(all, direction.room));
      }
  }
  std::vector<std::uint32_t> order(labels.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto middle = order.begin() + static_cast<std::ptrdiff_t>(problem.beam);
  std::ranges::nth_element(order, middle,
                           [&](auto a, auto b) { return promise[a] != promise[b] ? promise[a] > promise[b] : a < b; });
  std::vector<bool> marked(labels.size());
  std::for_each(order.begin(), middle, [&](auto i) { marked[i] = true; });
  keep_marked(labels, marked);
}

}  // namespace parley
