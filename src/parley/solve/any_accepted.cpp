#include "parley/solve/nearest.h"
#include "parley/solve/search.h"

namespace parley {

std::optional<Path> find_any(const Diagram& diagram, const Acceptance& acceptance, std::uint64_t mask,
                             const std::stop_token& stop, const std::vector<Acceptance::Demand>& besides) {
  Search search;
  search.diagram = &diagram;
  search.columns.ties = false;
  demand_all(search.columns, acceptance, mask);
  for (const auto& each : besides) demand(search.columns, each.dimension, each.least);
  // Whatever meets all demands has a smallest surplus that is not negative: directions against that are what proves
  // that nothing does.
  search.target.aim = Target::Aim::smallest_gain;
  search.target.columns = search.columns.size();
  const auto reach = reach_of(project(diagram, search.columns).diagram);
  for (std::size_t c = 0; c < search.columns.size(); ++c) {
    search.target.from.push_back(static_cast<double>(search.columns.all[c].least));
    search.target.scale.push_back(std::max(1.0, static_cast<double>(reach.most[c] - reach.least[c])));
  }
  search.better = lexicographically_better;
  search.any_will_do = true;
  search.stop = stop;
  std::optional<Candidate> found;
  improve(search, found);
  if (!found) return std::nullopt;
  return std::move(found->path);
}

std::optional<Point> any_accepted(const Diagram& diagram, const Acceptance& acceptance, const std::stop_token& stop,
                                  const std::vector<Acceptance::Demand>& besides) {
  if (diagram.empty) return std::nullopt;
  for (const auto mask : acceptance.enough)
    if (const auto path = find_any(diagram, acceptance, mask, stop, besides)) return point_of(diagram, *path);
  return std::nullopt;
}

}  // namespace parley
