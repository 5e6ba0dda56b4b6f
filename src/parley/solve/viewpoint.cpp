#include "parley/solve/viewpoint.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>

#include "parley/solve/search.h"

namespace parley {
namespace {

using Whole = boost::multiprecision::cpp_int;
using Wide = boost::multiprecision::int128_t;

/// A gain as a share of `scale`.
struct Share {
  Utility gain = 0;
  Utility scale = 1;
};

Wide crossed(const Share& a, const Share& b) { return Wide(a.gain) * b.scale; }

/// The shares of a package, the least first. Who can gain nothing at all has no share that could be compared.
std::vector<Share> shares(const ViewpointProblem& problem, const std::vector<Utility>& value) {
  std::vector<Share> result;
  for (std::size_t d = 0; d < value.size(); ++d) {
    Share share{value[d] - problem.disagreement[d], 1};
    if (problem.viewpoint == Viewpoint::kalai_smorodinsky) share.scale = problem.ideal[d] - problem.disagreement[d];
    if (share.scale > 0) result.push_back(share);
  }
  std::ranges::sort(result, [](const Share& a, const Share& b) { return crossed(a, b) < crossed(b, a); });
  return result;
}

/// -1, 0, 1: whether the least shares of a are smaller than, the same as or larger than those of b.
int compare_least_first(const ViewpointProblem& problem, const std::vector<Utility>& a, const std::vector<Utility>& b) {
  const auto x = shares(problem, a);
  const auto y = shares(problem, b);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const auto left = crossed(x[i], y[i]);
    const auto right = crossed(y[i], x[i]);
    if (left != right) return left < right ? -1 : 1;
  }
  return 0;
}

Whole product(const ViewpointProblem& problem, const std::vector<Utility>& value) {
  Whole result = 1;
  for (std::size_t d = 0; d < value.size(); ++d) result *= value[d] - problem.disagreement[d];
  return result;
}

Wide sum(const std::vector<Utility>& value) {
  Wide result = 0;
  for (const auto v : value) result += v;
  return result;
}

bool better(const ViewpointProblem& problem, const Candidate& a, const Candidate& b) {
  bool by_least = true;
  if (problem.viewpoint == Viewpoint::nash) {
    const auto x = product(problem, a.leading);
    const auto y = product(problem, b.leading);
    if (x != y) return x > y;
    by_least = x == 0;
  }
  if (by_least)
    if (const auto order = compare_least_first(problem, a.leading, b.leading); order != 0) return order > 0;
  const auto x = sum(a.leading);
  const auto y = sum(b.leading);
  return x != y ? x > y : a.key < b.key;
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
