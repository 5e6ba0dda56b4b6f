#include "parley/ask/robust.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <string>
#include <tuple>

#include "parley/ask/zone.h"
#include "parley/solve/joint/robust.h"

namespace parley {
namespace {

constexpr std::size_t most_of_frontier = 200;

/// The entry of a package, added where it is not there yet.
RobustPackage& entry(std::vector<RobustPackage>& list, const Package& package) {
  const auto found = std::ranges::find(list, package, &RobustPackage::package);
  if (found != list.end()) return *found;
  RobustPackage added;
  added.package = package;
  return list.emplace_back(std::move(added));
}

std::vector<RobustPackage> candidates(const Case& c, const Model& model, const Acceptability& answer,
                                      const std::stop_token& stop) {
  std::vector<RobustPackage> list;
  for (const JudgedPackage& text : answer.texts) entry(list, text.shown).proposals.push_back(text.proposal);
  if (answer.most.found) entry(list, answer.most.found->shown).most_acceptable = true;
  ZoneOptions options;
  options.stop = stop;
  const Zone found = zone(c, model, options);
  for (const Zone::View& view : found.viewpoints)
    if (const auto& point = view.point) entry(list, point->package).viewpoints.push_back(view.viewpoint);
  const std::size_t size = found.frontier.size();
  const std::size_t shown = std::min(size, most_of_frontier);
  // Both ends, and the same ones when the frontier is read backwards.
  for (std::size_t k = 0; k < shown; ++k) {
    const auto from_start = [&](std::size_t j) { return shown < 2 ? 0 : j * (size - 1) / (shown - 1); };
    const std::size_t place = 2 * k < shown ? from_start(k) : size - 1 - from_start(shown - 1 - k);
    entry(list, found.frontier[place].package);
  }
  return list;
}

/// The options in the order of the issues' ids, to break ties by.
std::vector<std::string> options_by_id(const Case& c, const Package& package) {
  std::vector<std::size_t> issues(c.issues.size());
  std::iota(issues.begin(), issues.end(), std::size_t{0});
  std::ranges::sort(issues, {}, [&](std::size_t i) -> const std::string& { return c.issues[i].id; });
  std::vector<std::string> names;
  for (const std::size_t i : issues) names.push_back(c.issues[i].options[static_cast<std::size_t>(package[i])]);
  return names;
}

}  // namespace

std::vector<RobustPackage> robust_packages(const Case& c, const Model& model, const Readings& readings,
                                           const ReadingSpace& space, const Acceptability& answer,
                                           const std::stop_token& stop) {
  std::vector<RobustPackage> list = candidates(c, model, answer, stop);
  std::vector<Package> packages;
  for (const RobustPackage& each : list) packages.push_back(space.to_table(each.package));
  const std::vector<Robustness> found = robustness(space.table(), packages);
  for (std::size_t k = 0; k < list.size(); ++k) {
    list[k].everyone = share_of_readings(readings, found[k].readings);
    list[k].worst_shortfall = found[k].worst_shortfall;
    list[k].undominated = found[k].undominated;
  }
  const auto order = [&](const RobustPackage& each) {
    return std::tuple(-static_cast<std::int64_t>(each.everyone.in),
                      each.worst_shortfall.value_or(std::numeric_limits<Utility>::max()),
                      options_by_id(c, each.package));
  };
  std::ranges::sort(list, [&](const RobustPackage& a, const RobustPackage& b) { return order(a) < order(b); });
  return list;
}

}  // namespace parley
