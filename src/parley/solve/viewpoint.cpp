#include "parley/solve/viewpoint.h"

#include <algorithm>

#include "parley/solve/merit.h"
#include "parley/solve/search.h"

namespace parley {
namespace {

bool better(const ViewpointProblem& problem, const Candidate& a, const Candidate& b) {
  const int order = compare_merit(problem, a.leading, b.leading);
  return order != 0 ? order > 0 : a.key < b.key;
}

Search search_for(const Diagram& diagram, const ViewpointProblem& problem, std::uint64_t mask) {
  Search search;
  search.diagram = &diagram;
  search.stop = problem.stop;
  auto& columns = search.columns;
  const auto objectives = problem.objectives > 0 ? problem.objectives : diagram.dimensions;
  if (problem.viewpoint == Viewpoint::utilitarian || problem.viewpoint == Viewpoint::weighted) {
    Columns::Column sum;
    for (int d = 0; d < objectives; ++d) sum.dimensions.push_back(d);
    // A party without weight still gets what costs the others nothing.
    if (problem.viewpoint == Viewpoint::weighted) columns.all.push_back({sum.dimensions, no_demand, problem.weights});
    columns.all.push_back(sum);
    columns.lexicographic = true;
    search.better = lexicographically_better;
  } else {
    for (int d = 0; d < objectives; ++d) columns.all.push_back({{d}, no_demand});
    search.better = [&problem](const Candidate& a, const Candidate& b) { return better(problem, a, b); };
    search.target.aim = problem.viewpoint == Viewpoint::nash ? Target::Aim::product : Target::Aim::smallest_gain;
    search.target.columns = static_cast<std::size_t>(objectives);
  }
  columns.leading = columns.size();
  for (int d = 0; d < objectives; ++d) {
    const auto from = problem.disagreement[static_cast<std::size_t>(d)];
    demand(columns, d, from);
    search.target.from.push_back(static_cast<double>(from));
    double scale = 1;
    if (problem.viewpoint == Viewpoint::kalai_smorodinsky)
      scale =
          std::max(1.0, static_cast<double>(problem.ideal[static_cast<std::size_t>(d)]) - static_cast<double>(from));
    search.target.scale.push_back(scale);
  }
  if (problem.acceptance != nullptr) demand_all(columns, *problem.acceptance, mask);
  return search;
}

}  // namespace

ViewpointAnswer find_viewpoint(const Diagram& diagram, const ViewpointProblem& problem) {
  ViewpointAnswer answer;
  if (diagram.empty) return answer;
  std::optional<Candidate> best;
  for (const auto mask : masks_of(problem.acceptance))
    answer.stopped |= !improve(search_for(diagram, problem, mask), best);
  if (!best || answer.stopped) return answer;
  answer.point = point_of(diagram, best->path);
  if (problem.certified) answer.certificate = certify(diagram, problem, *answer.point);
  return answer;
}

}  // namespace parley
