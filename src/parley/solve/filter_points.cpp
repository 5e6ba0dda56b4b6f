#include "parley/solve/filter_points.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "parley/solve/cores.h"
#include "parley/solve/point_pass.h"
#include "parley/solve/point_rows.h"
#include "parley/solve/point_window.h"

namespace parley {
namespace {

/// Fewer points than this are sorted at once.
constexpr std::size_t few = 4096;

bool is_number(std::int64_t) { return true; }
bool is_number(double number) { return !std::isnan(number); }

/// Sends points through the pass and collects what it leaves. When too much piles up it is filtered among itself.
template <class Number, std::size_t dimensions>
class Collector {
 public:
  using Row = PointRow<Number, dimensions>;

  Collector(const PointTable<Number>& table, const FilterOptions& options, const std::vector<Number>& window,
            const std::stop_token& stop)
      : table_(table), options_(options), window_(window), stop_(stop) {}

  void collect(std::size_t first, std::size_t last) {
    PassRoom room;
    for (; first < last && !stop_.stop_requested(); first += pass_points) {
      const auto end = std::min(last, first + pass_points);
      const auto left = pass_window(table_, first, end, window_.data(), window_.size() / dimensions, room);
      for (std::size_t i = 0; i < left; ++i) add(first + room[i]);
      if (rows_.size() < limit_) continue;
      tidy();
      limit_ = std::max(limit_, 4 * rows_.size());
    }
    tidy();
  }

  const std::vector<Row>& rows() const { return rows_; }

 private:
  void add(std::size_t point) {
    Row row;
    for (std::size_t d = 0; d < dimensions; ++d) row.value[d] = table_.at(point, d);
    row.point = point;
    if (std::ranges::all_of(row.value, [](Number number) { return is_number(number); })) rows_.push_back(row);
  }

  void tidy() { keep_unbeaten(rows_, options_.keep_duplicates, stop_); }

  const PointTable<Number>& table_;
  const FilterOptions& options_;
  const std::vector<Number>& window_;
  const std::stop_token& stop_;
  std::size_t limit_ = 1 << 15;
  std::vector<Row> rows_;
};

template <class Number, std::size_t dimensions>
std::vector<std::size_t> filter(const PointTable<Number>& table, const FilterOptions& options,
                                const std::stop_token& stop) {
  const auto window = table.points > few ? strong_window(table) : std::vector<Number>();
  const auto parts = std::clamp<std::size_t>(table.points / few, 1, cores(options.threads));
  std::vector<Collector<Number, dimensions>> collectors(parts, {table, options, window, stop});
  on_cores(parts, [&](std::size_t part) {
    collectors[part].collect(table.points * part / parts, table.points * (part + 1) / parts);
  });
  std::vector<PointRow<Number, dimensions>> rows;
  for (const auto& collector : collectors) rows.insert(rows.end(), collector.rows().begin(), collector.rows().end());
  if (parts > 1) keep_unbeaten(rows, options.keep_duplicates, stop);
  std::vector<std::size_t> kept;
  for (const auto& row : rows) kept.push_back(row.point);
  return kept;
}

template <class Number>
FilteredPoints filtered(const PointTable<Number>& table, const FilterOptions& options, const std::stop_token& stop) {
  FilteredPoints result;
  switch (table.dimensions) {
    case 1:
      result.kept = filter<Number, 1>(table, options, stop);
      break;
    case 2:
      result.kept = filter<Number, 2>(table, options, stop);
      break;
    case 3:
      result.kept = filter<Number, 3>(table, options, stop);
      break;
    case 4:
      result.kept = filter<Number, 4>(table, options, stop);
      break;
    case 5:
      result.kept = filter<Number, 5>(table, options, stop);
      break;
    default:
      result.kept = filter<Number, 6>(table, options, stop);
  }
  if (stop.stop_requested()) return {{}, true};
  std::ranges::sort(result.kept);
  return result;
}

}  // namespace

FilteredPoints filter_points(const PointTable<double>& table, const FilterOptions& options,
                             const std::stop_token& stop) {
  return filtered(table, options, stop);
}

FilteredPoints filter_points(const PointTable<std::int64_t>& table, const FilterOptions& options,
                             const std::stop_token& stop) {
  return filtered(table, options, stop);
}

}  // namespace parley
