#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <limits>

#include "parley/ask/spaces.h"
#include "parley/format/load.h"
#include "parley/model/consent.h"

namespace {

using namespace parley;

/// The least seconds of some runs of a piece of work, about a second in all.
double least_seconds(const std::function<void()>& work) {
  using Clock = std::chrono::steady_clock;
  double least = std::numeric_limits<double>::infinity();
  const auto end = Clock::now() + std::chrono::seconds(1);
  for (int runs = 0; runs < 3 || Clock::now() < end; ++runs) {
    const auto start = Clock::now();
    work();
    least = std::min(least, std::chrono::duration<double>(Clock::now() - start).count());
  }
  return least;
}

/// The frontier over all packages and four viewpoints among those that everyone could accept, as the zone has them.
std::size_t solve(const Case& c) {
  const Model model = compile(c, {});
  const auto spaces = Spaces::of(c, model, {});
  if (!spaces) return 0;
  const auto frontier = spaces->frontier(1'000'000, {});
  std::size_t found = frontier.points.size();
  ViewpointProblem problem;
  problem.objectives = static_cast<int>(c.parties.size());
  problem.ideal = spaces->ideals(frontier, {}).value;
  if (problem.ideal.empty()) return found;
  for (int p = 0; p < problem.objectives; ++p) problem.disagreement.push_back(party_floor(c, model, p));
  for (const Viewpoint viewpoint :
       {Viewpoint::nash, Viewpoint::kalai_smorodinsky, Viewpoint::egalitarian, Viewpoint::utilitarian}) {
    problem.viewpoint = viewpoint;
    found += spaces->viewpoint(problem, false, frontier).point ? 1U : 0U;
  }
  return found;
}

}  // namespace

/// For each folder of a domain, in seconds: how long the frontier and four viewpoints take once it is loaded, and with
/// loading.
int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const Loaded loaded = load(argv[i]);
    if (!loaded.value) continue;
    std::size_t packages = 1;
    for (const Issue& issue : loaded.value->issues) packages *= issue.options.size();
    const double solving = least_seconds([&] { solve(*loaded.value); });
    const double both = least_seconds([&] {
      const Loaded again = load(argv[i]);
      if (again.value) solve(*again.value);
    });
    fmt::print("{}\t{}\t{:.9f}\t{:.9f}\n", argv[i], packages, solving, both);
  }
}
