#include "parley/solve/filter_points.h"

#include <algorithm>
#include <numeric>

#include "parley/solve/cores.h"
#include "parley/solve/point_pass.h"
#include "parley/solve/point_rows.h"
#include "parley/solve/point_window.h"

namespace parley {
namespace {

/// Fewer points than this are sorted at once.
constexpr std::size_t few = 4096;

/// Sends points through the pass and collects what it leaves. What piles up is filtered among itself, and what stays of
/// it joins the window.
template <class Number, std::size_t Dimensions>
class Collector {
 public:
  using Row = PointRow<Number, Dimensions>;

  Collector(const PointTable<Number>& table, const FilterOptions& options, const std::vector<Number>& window,
            const std::stop_token& stop)
      : table_(table), options_(options), window_(window), strong_(window.size()), stop_(stop) {}

  void collect(std::size_t first, std::size_t last) {
    PassRoom room;
    for (; first < last && !stop_.stop_requested(); first += pass_points) {
      const auto end = std::min(last, first + pass_points);
      const auto left = pass_window(table_, first, end, window_.data(), window_.size() / Dimensions, room);
      for (std::size_t i = 0; i < left; ++i) add(first + room[i]);
      if (rows_.size() >= limit_) tidy();
    }
    if (!hopeless_) keep_unbeaten(rows_, options_.keep_duplicates, stop_);
  }

  const std::vector<Row>& rows() const { return rows_; }

 private:
  static constexpr std::size_t pile = 2048;
  static constexpr std::size_t most_joining = 512;

  void add(std::size_t point) {
    Row row;
    for (std::size_t d = 0; d < Dimensions; ++d) row.value[d] = table_.at(point, d);
    row.point = point;
    if (std::ranges::all_of(row.value, [](Number number) { return is_number(number); })) rows_.push_back(row);
  }

  void tidy() {
    const auto before = rows_.size();
    keep_unbeaten(rows_, options_.keep_duplicates, stop_);
    limit_ = std::max(pile, rows_.size()) * 2;
    // Rows that hardly beat one another are left to the end: it would be the same work again.
    if (2 * rows_.size() > before && Dimensions > 3 && before > 16 * pile) {
      hopeless_ = true;
      limit_ = table_.points + 1;
    }
    window_.resize(strong_);
    for (std::size_t i = 0; i < std::min(most_joining, rows_.size()); ++i) {
      window_.push_back(step_down(rows_[i].value[0]));
      if (window_.back() == rows_[i].value[0])
        window_.pop_back();
      else
        window_.insert(window_.end(), rows_[i].value.begin() + 1, rows_[i].value.end());
    }
  }

  const PointTable<Number>& table_;
  const FilterOptions& options_;
  std::vector<Number> window_;
  std::size_t strong_;  ///< what of the window came first: the rest is exchanged as more is known
  const std::stop_token& stop_;
  std::size_t limit_ = pile;
  bool hopeless_ = false;
  std::vector<Row> rows_;
};

template <class Number, std::size_t Dimensions>
std::vector<std::size_t> filter(const PointTable<Number>& table, const FilterOptions& options,
                                const std::stop_token& stop) {
  const auto window = table.points > few ? strong_window(table) : std::vector<Number>();
  const auto parts = std::clamp<std::size_t>(table.points / few, 1, cores(options.threads));
  std::vector<Collector<Number, Dimensions>> collectors(parts, {table, options, window, stop});
  on_cores(parts, [&](std::size_t part) {
    collectors[part].collect(table.points * part / parts, table.points * (part + 1) / parts);
  });
  std::vector<PointRow<Number, Dimensions>> rows;
  for (const auto& collector : collectors) rows.insert(rows.end(), collector.rows().begin(), collector.rows().end());
  keep_unbeaten(rows, options.keep_duplicates, stop);
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
