#include "parley/solve/merit.h"

#include <algorithm>
#include <limits>

#include "parley/solve/whole.h"

namespace parley {
namespace {

using WideProduct = boost::multiprecision::int128_t;

/// A gain as a share of `scale`.
struct Share {
  Utility gain = 0;
  Utility scale = 1;
};

WideProduct crossed(const Share& a, const Share& b) { return WideProduct(a.gain) * b.scale; }

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

WideProduct weighted(const ViewpointProblem& problem, const std::vector<Utility>& value) {
  WideProduct result = 0;
  for (std::size_t d = 0; d < value.size(); ++d) result += WideProduct(value[d]) * problem.weights[d];
  return result;
}

WideProduct sum(const std::vector<Utility>& value) {
  WideProduct result = 0;
  for (const auto v : value) result += v;
  return result;
}

}  // namespace

int compare_merit(const ViewpointProblem& problem, const std::vector<Utility>& a, const std::vector<Utility>& b) {
  if (problem.viewpoint == Viewpoint::weighted)
    if (const auto x = weighted(problem, a), y = weighted(problem, b); x != y) return x > y ? 1 : -1;
  bool by_least = problem.viewpoint != Viewpoint::utilitarian && problem.viewpoint != Viewpoint::weighted;
  if (problem.viewpoint == Viewpoint::nash) {
    const auto x = product(problem, a);
    const auto y = product(problem, b);
    if (x != y) return x > y ? 1 : -1;
    by_least = x == 0;
  }
  if (by_least)
    if (const auto order = compare_least_first(problem, a, b); order != 0) return order;
  const auto x = sum(a);
  const auto y = sum(b);
  return x != y ? (x > y ? 1 : -1) : 0;
}

double merit(const ViewpointProblem& problem, const std::vector<Utility>& value) {
  double result = problem.viewpoint == Viewpoint::nash ? 1 : 0;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t p = 0; p < problem.disagreement.size(); ++p) {
    const auto gain = static_cast<double>(value[p] - problem.disagreement[p]);
    switch (problem.viewpoint) {
      case Viewpoint::nash:
        result *= gain;
        break;
      case Viewpoint::kalai_smorodinsky:
        if (const auto most = problem.ideal[p] - problem.disagreement[p]; most > 0)
          least = std::min(least, gain / static_cast<double>(most));
        break;
      case Viewpoint::egalitarian:
        least = std::min(least, gain);
        break;
      case Viewpoint::utilitarian:
        result += static_cast<double>(value[p]);
        break;
      case Viewpoint::weighted:
        result += static_cast<double>(problem.weights[p]) * static_cast<double>(value[p]);
        break;
    }
  }
  const bool by_least =
      problem.viewpoint == Viewpoint::kalai_smorodinsky || problem.viewpoint == Viewpoint::egalitarian;
  return by_least ? least : result;
}

}  // namespace parley
