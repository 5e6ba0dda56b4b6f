#include "parley/solve/pick.h"

#include <algorithm>
#include <limits>

#include "parley/model/tables.h"
#include "parley/solve/accepts.h"
#include "parley/solve/merit.h"

namespace parley {
namespace {

std::uint64_t key_of(const Point& point, const std::vector<std::vector<std::uint64_t>>& tie_keys) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < tie_keys.size(); ++i)
    key = add_tie_keys(key, tie_keys[i][static_cast<std::size_t>(point.package[i])]);
  return key;
}

bool counts(const Point& point, const ViewpointProblem& problem) {
  for (std::size_t p = 0; p < problem.disagreement.size(); ++p)
    if (point.value[p] < problem.disagreement[p]) return false;
  return problem.acceptance == nullptr || accepts(*problem.acceptance, point.value);
}

}  // namespace

std::optional<Point> pick(const std::vector<Point>& frontier, const ViewpointProblem& problem,
                          const std::vector<std::vector<std::uint64_t>>& tie_keys) {
  // Far above the rounding errors of a few products, and far below what tells most points apart.
  constexpr double tolerance = 1e-12;
  constexpr double beaten = -std::numeric_limits<double>::infinity();
  // The terms of sums may cancel out, so that no error bound holds.
  const bool sums = problem.viewpoint == Viewpoint::utilitarian || problem.viewpoint == Viewpoint::weighted;
  std::vector<double> merits;
  merits.reserve(frontier.size());
  for (const auto& point : frontier) merits.push_back(counts(point, problem) ? merit(problem, point.value) : beaten);
  const double most = merits.empty() ? beaten : *std::ranges::max_element(merits);
  if (most == beaten) return std::nullopt;
  const double close = sums ? std::numeric_limits<double>::lowest() : most * (1 - tolerance);
  const Point* best = nullptr;
  for (std::size_t i = 0; i < frontier.size(); ++i) {
    if (merits[i] < close) continue;
    const auto& point = frontier[i];
    const int order = best == nullptr ? 1 : compare_merit(problem, point.value, best->value);
    if (order > 0 || (order == 0 && key_of(point, tie_keys) < key_of(*best, tie_keys))) best = &point;
  }
  return *best;
}

}  // namespace parley
