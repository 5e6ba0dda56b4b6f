#include "parley/solve/frontier.h"

#include <numeric>

#include "parley/solve/filter_points.h"
#include "parley/solve/read_points.h"
#include "parley/solve/survivors.h"
#include "parley/solve/sweep.h"

namespace parley {
namespace {

struct KeyedPoint {
  Point point;
  std::uint64_t key = 0;
};

/// Best first in the first so many dimensions; among equals the smaller key, and the package to settle all.
void sort_best_first(std::vector<KeyedPoint>& found, std::ptrdiff_t objectives) {
  std::ranges::sort(found, [&](const KeyedPoint& a, const KeyedPoint& b) {
    const auto [x, y] = std::mismatch(a.point.value.begin(), a.point.value.begin() + objectives, b.point.value.begin());
    if (x != a.point.value.begin() + objectives) return *x > *y;
    return a.key != b.key ? a.key < b.key : a.point.package < b.point.package;
  });
}

std::vector<KeyedPoint> undominated(std::vector<KeyedPoint> found, int objectives) {
  sort_best_first(found, objectives);
  std::vector<Utility> rows;
  for (const auto& f : found) rows.insert(rows.end(), f.point.value.begin(), f.point.value.begin() + objectives);
  std::vector<std::uint32_t> order(found.size());
  std::iota(order.begin(), order.end(), 0u);
  std::vector<KeyedPoint> kept;
  for (const auto i : survivors(rows.data(), static_cast<std::size_t>(objectives), 1, order))
    kept.push_back(std::move(found[i]));
  return kept;
}

/// Of many points few stay, and those are found without sorting all of them.
void thin_out(std::vector<Point>& points, int objectives) {
  constexpr std::size_t many = 4096;
  if (points.size() < many || objectives < 1 || objectives > most_filter_dimensions) return;
  std::vector<Utility> rows;
  for (const auto& point : points) rows.insert(rows.end(), point.value.begin(), point.value.begin() + objectives);
  std::vector<Point> kept;
  for (const auto i : filter_points(PointTable<Utility>::rows(rows, objectives)).kept)
    kept.push_back(std::move(points[i]));
  points = std::move(kept);
}

}  // namespace

Frontier frontier(const Diagram& diagram, const FrontierOptions& options) {
  Frontier result;
  if (diagram.empty) return result;
  const auto objectives = options.objectives > 0 ? options.objectives : diagram.dimensions;
  const auto masks = masks_of(options.acceptance);
  std::vector<KeyedPoint> found;
  for (const auto mask : masks) {
    Columns columns;
    for (int d = 0; d < objectives; ++d) columns.all.push_back({{d}, no_demand});
    columns.leading = columns.size();
    if (options.acceptance != nullptr) demand_all(columns, *options.acceptance, mask);
    const auto projection = project(diagram, columns);
    const auto thresholds = thresholds_of(projection.diagram, columns);
    const Sweep problem{&projection.diagram, &columns,      &thresholds,     {},          Sweep::unlimited, options.cap,
                        options.narrowly,    options.dense, options.threads, options.stop};
    const auto swept = sweep(problem);
    if (swept.stopped) return {{}, 0, 0, true};
    result.within = std::max(result.within, swept.within);
    result.narrow = std::max(result.narrow, swept.narrow);
    auto points = read_points(diagram, projection, swept, columns.leading, options.threads);
    if (columns.size() == columns.leading && masks.size() == 1) {
      result.points = std::move(points);
      return result;
    }
    found.reserve(found.size() + points.size());
    for (std::size_t i = 0; i < points.size(); ++i) found.push_back({std::move(points[i]), swept.end.keys[i]});
  }
  found = undominated(std::move(found), objectives);
  result.points.reserve(found.size());
  for (auto& f : found) result.points.push_back(std::move(f.point));
  return result;
}

std::vector<Point> non_dominated(std::vector<Point> points, int objectives) {
  thin_out(points, objectives);
  std::vector<KeyedPoint> found;
  for (auto& point : points) found.push_back({std::move(point), found.size()});
  points.clear();
  for (auto& f : undominated(std::move(found), objectives)) points.push_back(std::move(f.point));
  return points;
}

}  // namespace parley
