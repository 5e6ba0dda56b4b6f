#include "parley/solve/point_rows.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

#include "parley/solve/point_pass.h"
#include "parley/solve/survivors.h"

namespace parley {
namespace {

template <class Number, std::size_t Dimensions>
using Rows = std::vector<PointRow<Number, Dimensions>>;

template <class Row>
bool covers(const Row& a, const Row& b) {
  for (std::size_t d = 0; d < a.value.size(); ++d)
    if (a.value[d] < b.value[d]) return false;
  return true;
}

/// Descending by value, the first dimension first; equal rows by their numbers.
constexpr auto row_comes_first = [](const auto& a, const auto& b) {
  for (std::size_t d = 0; d < a.value.size(); ++d)
    if (a.value[d] != b.value[d]) return a.value[d] > b.value[d];
  return a.point < b.point;
};

/// Sorts rows; a few stretches that are sorted already, as several threads leave them, are only merged.
template <class Row>
void sort_rows(std::vector<Row>& rows) {
  constexpr int few = 16;
  auto sorted = std::ranges::is_sorted_until(rows, row_comes_first);
  for (int merges = 0; sorted != rows.end(); ++merges) {
    if (merges == few) {
      std::ranges::sort(rows, row_comes_first);
      return;
    }
    const auto next = std::is_sorted_until(sorted, rows.end(), row_comes_first);
    std::inplace_merge(rows.begin(), sorted, next, row_comes_first);
    sorted = next;
  }
}

/// The corners of what the rows so far cover in the last two dimensions: the first entry falling, the second rising.
template <class Number>
class Corners {
 public:
  bool covers(Number y, Number z) const {
    const auto at = below(y);
    return at != corners_.begin() && std::prev(at)->second >= z;
  }

  /// Adds a corner that is not covered.
  void add(Number y, Number z) {
    auto at = below(y);
    if (at != corners_.begin() && std::prev(at)->first == y) --at;
    const auto end = std::find_if(at, corners_.end(), [z](const auto& corner) { return corner.second > z; });
    if (at == end) {
      corners_.insert(at, {y, z});
    } else {
      *at = {y, z};
      corners_.erase(at + 1, end);
    }
  }

 private:
  auto below(Number y) const {
    return std::ranges::partition_point(corners_, [y](const auto& corner) { return corner.first >= y; });
  }
  auto below(Number y) {
    return std::ranges::partition_point(corners_, [y](const auto& corner) { return corner.first >= y; });
  }

  std::vector<std::pair<Number, Number>> corners_;
};

/// What the rows of a sweep cover in the dimensions after the first.
template <class Number, std::size_t Dimensions>
struct Covered;

template <class Number>
struct Covered<Number, 1> {
  bool any = false;
  /// Whether a row lies within; if not, it is added.
  bool has_or_add(const PointRow<Number, 1>& /*row*/) { return std::exchange(any, true); }
};

template <class Number>
struct Covered<Number, 2> {
  std::optional<Number> most;
  bool has_or_add(const PointRow<Number, 2>& row) {
    if (most && row.value[1] <= *most) return true;
    most = row.value[1];
    return false;
  }
};

template <class Number>
struct Covered<Number, 3> {
  Corners<Number> corners;
  bool has_or_add(const PointRow<Number, 3>& row) {
    if (corners.covers(row.value[1], row.value[2])) return true;
    corners.add(row.value[1], row.value[2]);
    return false;
  }
};

/// Sweeps rows in descending order: a row stays unless one before it covers it in the dimensions after the first.
template <class Number, std::size_t Dimensions>
void sweep_rows(Rows<Number, Dimensions>& rows, bool keep_duplicates) {
  Covered<Number, Dimensions> covered;
  std::size_t kept = 0;
  for (const auto& row : rows)
    if (!covered.has_or_add(row) || (keep_duplicates && rows[kept - 1].value == row.value)) rows[kept++] = row;
  rows.resize(kept);
}

/// A whole number that stands in the same order as the number.
std::int64_t ordered(std::int64_t number) { return number; }
std::int64_t ordered(double number) {
  const auto bits = std::bit_cast<std::int64_t>(number + 0.0);  // -0.0 becomes 0.0
  return bits >= 0 ? bits : bits ^ std::numeric_limits<std::int64_t>::max();
}

/// Divide and conquer, for rows that hardly beat one another.
template <class Number, std::size_t Dimensions>
void divide(Rows<Number, Dimensions>& rows, const std::stop_token& stop) {
  std::ranges::sort(rows, row_comes_first);
  std::vector<Utility> numbers;
  numbers.reserve(rows.size() * Dimensions);
  for (const auto& row : rows)
    for (const auto number : row.value) numbers.push_back(ordered(number));
  std::vector<std::uint32_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0u);
  std::size_t kept = 0;
  for (const auto i : survivors(numbers.data(), Dimensions, 1, order, 2, stop)) rows[kept++] = rows[i];
  rows.resize(kept);
}

/// Brings rows into an order in which none is beaten by one behind it: by the sum of their numbers, each on the scale
/// of its dimension, from the largest down. Rounding never turns a sum round, and equal sums are told apart exactly.
template <class Number, std::size_t Dimensions>
void strongest_first(Rows<Number, Dimensions>& rows) {
  const auto as_double = [](Number number) {
    constexpr double huge = 1e300;
    return std::clamp(static_cast<double>(number), -huge, huge);
  };
  std::array<double, Dimensions> scale;
  for (std::size_t d = 0; d < Dimensions; ++d) {
    const auto [low, high] = std::ranges::minmax(rows, {}, [d](const auto& row) { return row.value[d]; });
    const auto range = as_double(high.value[d]) / 2 - as_double(low.value[d]) / 2;
    scale[d] = range > 0 ? 1 / range : 1;
  }
  std::vector<std::pair<double, std::uint32_t>> order(rows.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    double sum = 0;
    for (std::size_t d = 0; d < Dimensions; ++d) sum += as_double(rows[i].value[d]) * scale[d];
    order[i] = {sum, i};
  }
  std::ranges::sort(order, [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : row_comes_first(rows[a.second], rows[b.second]);
  });
  Rows<Number, Dimensions> sorted;
  sorted.reserve(rows.size());
  for (const auto& [sum, i] : order) sorted.push_back(rows[i]);
  rows = std::move(sorted);
}

/// Filters from the strongest row down: a row that no stronger one covers stays for good, and joins the window that
/// the next ones meet. False when so many stay that dividing is the better way; the rows are as before then.
template <class Number, std::size_t Dimensions>
bool filter_from_the_top(Rows<Number, Dimensions>& rows, const std::stop_token& stop) {
  constexpr std::size_t many = 8192;
  constexpr std::size_t first_batch = 16;
  constexpr std::size_t most_batch = 256;
  std::vector<Number> window;
  std::vector<Number> numbers;
  Rows<Number, Dimensions> kept;
  PassRoom room;
  std::size_t last = 0;
  for (std::size_t batch = first_batch; last < rows.size(); batch = std::min(2 * batch, most_batch)) {
    if (stop.stop_requested()) return true;
    const auto before = kept.size();
    const auto first = last;
    last = std::min(rows.size(), first + batch);
    numbers.clear();
    for (auto i = first; i < last; ++i) numbers.insert(numbers.end(), rows[i].value.begin(), rows[i].value.end());
    const auto table = PointTable<Number>::rows(numbers, Dimensions);
    const auto left = pass_window(table, 0, last - first, window.data(), before, room);
    for (std::size_t i = 0; i < left; ++i) {
      const auto& row = rows[first + room[i]];
      const auto newcomers = std::ranges::subrange(kept.begin() + static_cast<std::ptrdiff_t>(before), kept.end());
      if (std::ranges::any_of(newcomers, [&](const auto& other) { return covers(other, row); })) continue;
      kept.push_back(row);
      window.insert(window.end(), row.value.begin(), row.value.end());
    }
    if (kept.size() > many && kept.size() > last / 2) return false;
  }
  rows = std::move(kept);
  return true;
}

}  // namespace

template <class Number, std::size_t Dimensions>
void keep_unbeaten(Rows<Number, Dimensions>& rows, bool keep_duplicates, const std::stop_token& stop) {
  if (rows.empty()) return;
  if constexpr (Dimensions <= 3) {
    sort_rows(rows);
    sweep_rows(rows, keep_duplicates);
  } else {
    strongest_first(rows);
    const auto same = [](const auto& a, const auto& b) { return a.value == b.value; };
    auto distinct = rows;
    distinct.erase(std::unique(distinct.begin(), distinct.end(), same), distinct.end());
    if (!filter_from_the_top(distinct, stop)) divide(distinct, stop);
    if (!keep_duplicates || stop.stop_requested()) {
      rows = std::move(distinct);
      return;
    }
    // Both stand in some order of their own: the copies of a row are found by its value.
    std::ranges::sort(distinct, row_comes_first);
    std::erase_if(rows, [&](const auto& row) {
      auto first = row;
      first.point = 0;
      const auto at = std::ranges::lower_bound(distinct, first, row_comes_first);
      return at == distinct.end() || at->value != row.value;
    });
  }
}

#define PARLEY_ROWS(Dimensions)                                                                            \
  template void keep_unbeaten(std::vector<PointRow<double, (Dimensions)>>&, bool, const std::stop_token&); \
  template void keep_unbeaten(std::vector<PointRow<std::int64_t, (Dimensions)>>&, bool, const std::stop_token&);
PARLEY_ROWS(1)
PARLEY_ROWS(2)
PARLEY_ROWS(3)
PARLEY_ROWS(4)
PARLEY_ROWS(5)
PARLEY_ROWS(6)
#undef PARLEY_ROWS

}  // namespace parley
