#include "parley/solve/bounds.h"
#include "parley/solve/search.h"
#include "parley/solve/viewpoint.h"

namespace parley {

std::vector<Utility> best_values(const Diagram& diagram) {
  auto most = reach_of(diagram).most;
  most.resize(static_cast<std::size_t>(diagram.dimensions));
  return most;
}

std::optional<std::vector<Utility>> ideal_point(const Diagram& diagram, const Acceptance* acceptance,
                                                const std::stop_token& stop) {
  if (diagram.empty) return std::nullopt;
  std::vector<Utility> ideal;
  for (int d = 0; d < diagram.dimensions; ++d) {
    std::optional<Candidate> best;
    for (const auto mask : masks_of(acceptance)) {
      Search search;
      search.diagram = &diagram;
      search.columns = {{{{d}, no_demand}}, 1, true, false};
      if (acceptance != nullptr) demand_all(search.columns, *acceptance, mask);
      search.better = lexicographically_better;
      search.stop = stop;
      if (!improve(search, best)) return std::nullopt;
    }
    if (!best) return std::nullopt;
    ideal.push_back(best->leading.front());
  }
  return ideal;
}

}  // namespace parley
