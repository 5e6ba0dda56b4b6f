#include "parley/solve/dense/finish.h"

#include "parley/solve/dense/read_off.h"

namespace parley {
namespace {

/// The peaks as labels, those that miss a demand left out.
Labels labels_of(const Heights& heights, const Steps& steps, const Columns& columns, std::vector<Peak>& peaks) {
  const auto width = steps.width;
  const auto* origin = heights.origin.data() + (heights.grids.size() - 1) * width;
  Labels labels;
  labels.width = width;
  std::size_t kept = 0;
  for (const auto& peak : peaks) {
    const Utility up[3] = {peak.place.row, peak.place.cell, peak.height};
    bool met = true;
    for (std::size_t c = 0; c < width; ++c) {
      const auto value = origin[c] + up[c + 3 - width] * steps.size[c];
      met = met && value >= columns.all[c].least;
      labels.values.push_back(value);
    }
    if (met)
      peaks[kept++] = peak;
    else
      labels.values.resize(kept * width);
  }
  peaks.resize(kept);
  labels.first = {0, static_cast<std::uint32_t>(kept)};
  return labels;
}

}  // namespace

DenseRest::DenseRest(const Sweep& problem, bool plain) : problem_(problem) {
  if (plain && problem.dense != Dense::never && problem.beam == Sweep::unlimited)
    steps_ = steps_of(*problem.diagram, Heights::most);
}

bool DenseRest::pays(const Swept& swept, std::size_t layer) const {
  if (problem_.dense == Dense::always) return true;
  // So many sums of a dense table take the time of one label's sum in a list.
  const double rate = steps_->width == 2 ? 400 : 1600;
  double sums = 0;
  double arcs = 0;
  double rows = 1;
  double cells = 1;
  for (auto i = layer; i < problem_.diagram->layers.size(); ++i) {
    const auto* span = steps_->span.data() + i * steps_->width;
    if (steps_->width == 3) rows += static_cast<double>(span[0]);
    cells += static_cast<double>(span[steps_->width - 2]);
    sums += rows * cells * static_cast<double>(problem_.diagram->layers[i].arcs.size());
    arcs += static_cast<double>(problem_.diagram->layers[i].arcs.size()) /
            static_cast<double>(problem_.diagram->layers[i].nodes());
  }
  return static_cast<double>(swept.end.size()) * arcs * rate > sums;
}

bool DenseRest::finish(Swept& swept, std::size_t layer) const {
  if (!steps_ || swept.end.size() == 0 || !pays(swept, layer)) return false;
  auto heights = lay_out(*problem_.diagram, *steps_, swept.end, layer);
  if (!heights) return false;
  if (!fill(*heights, *problem_.diagram, *steps_, swept.end, problem_.threads, problem_.stop)) {
    swept.stopped = true;
    return true;
  }
  auto top = peaks(*heights);
  auto end = labels_of(*heights, *steps_, *problem_.columns, top);
  auto trail = ways_to(*heights, *problem_.diagram, *steps_, swept.end, top, end.keys, problem_.stop);
  swept.stopped = trail.empty();
  std::ranges::move(trail, std::back_inserter(swept.trail));
  swept.end = std::move(end);
  return true;
}

}  // namespace parley
