#include "parley/solve/survivors.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <span>
#include <utility>

#include "parley/solve/side_by_side.h"
#include "parley/solve/staircase.h"

namespace parley {
namespace {

using RowNumbers = std::span<std::uint32_t>;

class Filter {
 public:
  Filter(const Utility* rows, std::size_t width, std::size_t first_column, std::size_t count, std::stop_token stop)
      : rows_(rows),
        width_(width),
        first_column_(std::min(first_column, width)),
        beaten_(count),
        stop_(std::move(stop)) {}

  std::vector<std::uint32_t> run(const std::vector<std::uint32_t>& order, int threads) {
    if (width_ - first_column_ == 0) return {order.begin(), order.begin() + (order.empty() ? 0 : 1)};
    if (width_ - first_column_ == 1) return sweep_one(order);
    if (width_ - first_column_ == 2) return sweep_two(order);
    auto alive = order;
    const auto kept = threads > 1 && alive.size() >= worth_sharing ? shared(alive) : among(alive);
    return {alive.begin(), alive.begin() + static_cast<std::ptrdiff_t>(kept)};
  }

 private:
  static constexpr std::size_t few = 24;
  static constexpr std::size_t worth_sharing = 8192;  // below so many rows a second thread costs more than it saves

  Utility at(std::uint32_t row, std::size_t column) const { return rows_[row * width_ + column]; }

  bool covers(std::uint32_t a, std::uint32_t b, std::size_t column) const {
    for (auto c = column; c < width_; ++c)
      if (at(a, c) < at(b, c)) return false;
    return true;
  }

  std::vector<std::uint32_t> sweep_one(const std::vector<std::uint32_t>& order) const {
    std::vector<std::uint32_t> kept;
    for (const auto row : order)
      if (kept.empty() || at(row, first_column_) > at(kept.back(), first_column_)) kept.push_back(row);
    return kept;
  }

  std::vector<std::uint32_t> sweep_two(const std::vector<std::uint32_t>& order) const {
    std::vector<std::uint32_t> kept;
    if (order.empty()) return kept;
    const auto [low, high] =
        std::ranges::minmax(order | std::views::transform([&](auto row) { return at(row, first_column_); }));
    Staircase seen(low, high, order.size());
    for (const auto row : order)
      if (seen.add(at(row, first_column_), at(row, first_column_ + 1))) kept.push_back(row);
    return kept;
  }

  /// Moves the rows that are not beaten to the front, in order; what stands behind them is of no more use.
  std::size_t drop_beaten(RowNumbers rows) const {
    return rows.size() - std::ranges::remove_if(rows, [&](auto row) { return beaten_[row] != 0; }).size();
  }

  /// Moves the survivors of a stretch of the order to its front, in order; returns how many there are.
  std::size_t among(RowNumbers rows) {
    if (rows.size() <= few) {
      std::size_t kept = 0;
      for (const auto row : rows) {
        bool covered = false;
        for (std::size_t i = 0; i < kept && !covered; ++i) covered = covers(rows[i], row, first_column_);
        if (!covered) rows[kept++] = row;
      }
      return kept;
    }
    if (stop_.stop_requested()) return rows.size();
    const auto middle = rows.size() / 2;
    const auto earlier = among(rows.first(middle));
    const auto later = among(rows.subspan(middle));
    // The comparison shuffles its rows, the order must last: it gets copies.
    std::vector<std::uint32_t> above(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(earlier));
    std::vector<std::uint32_t> below(rows.begin() + static_cast<std::ptrdiff_t>(middle),
                                     rows.begin() + static_cast<std::ptrdiff_t>(middle + later));
    beat(above, below, first_column_);
    std::copy_n(rows.begin() + static_cast<std::ptrdiff_t>(middle), later,
                rows.begin() + static_cast<std::ptrdiff_t>(earlier));
    return earlier + drop_beaten(rows.subspan(earlier, later));
  }

  /// As among, on two threads. What they mark is never the same row's mark.
  std::size_t shared(RowNumbers rows) {
    const auto middle = rows.size() / 2;
    const std::array halves{rows.first(middle), rows.subspan(middle)};
    std::array<std::size_t, 2> kept{};
    side_by_side(2, [&](std::size_t part) { kept[part] = among(halves[part]); });
    const auto above = halves[0].first(kept[0]);
    const auto below = halves[1].first(kept[1]);
    side_by_side(2, [&](std::size_t part) {
      std::vector<std::uint32_t> mine(above.begin(), above.end());
      std::vector<std::uint32_t> others;
      for (auto i = part; i < below.size(); i += 2) others.push_back(below[i]);
      beat(mine, others, first_column_);
    });
    std::ranges::copy(below, rows.begin() + static_cast<std::ptrdiff_t>(kept[0]));
    return kept[0] + drop_beaten(rows.subspan(kept[0], kept[1]));
  }

  /// Marks the rows below that a row above covers in the columns from `column` on.
  void beat(RowNumbers above, RowNumbers below, std::size_t column) {
    if (above.empty() || below.empty() || stop_.stop_requested()) return;
    if (column == width_) {
      for (const auto row : below) beaten_[row] = 1;
    } else if (above.size() * below.size() <= few * few) {
      for (const auto row : below)
        beaten_[row] =
            beaten_[row] || std::ranges::any_of(above, [&](auto other) { return covers(other, row, column); });
    } else if (width_ - column <= 2) {
      beat_by_sweep(above, below, column);
    } else {
      beat_by_halves(above, below, column);
    }
  }

  void beat_by_sweep(RowNumbers above, RowNumbers below, std::size_t column) {
    const auto falling = [&](auto a, auto b) { return at(a, column) > at(b, column); };
    std::ranges::sort(above, falling);
    std::ranges::sort(below, falling);
    auto most = std::numeric_limits<Utility>::min();
    std::size_t seen = 0;
    for (const auto row : below) {
      for (; seen < above.size() && at(above[seen], column) >= at(row, column); ++seen)
        most = std::max(most, at(above[seen], width_ - 1));
      if (seen > 0 && most >= at(row, width_ - 1)) beaten_[row] = 1;
    }
  }

  void beat_by_halves(RowNumbers above, RowNumbers below, std::size_t column) {
    const auto middle = above.begin() + static_cast<std::ptrdiff_t>(above.size() / 2);
    std::ranges::nth_element(above, middle, {}, [&](auto row) { return at(row, column); });
    const auto pivot = at(*middle, column);
    const auto split = [&](RowNumbers rows, auto&& high) {
      return static_cast<std::size_t>(std::partition(rows.begin(), rows.end(), high) - rows.begin());
    };
    auto high = [&](auto row) { return at(row, column) >= pivot; };
    auto above_high = split(above, high);
    auto below_high = split(below, high);
    if (above_high == above.size() && below_high == below.size()) {
      const auto higher = [&](auto row) { return at(row, column) > pivot; };
      above_high = split(above, higher);
      below_high = split(below, higher);
      if (above_high == 0 && below_high == 0) return beat(above, below, column + 1);
    }
    beat(above.first(above_high), below.subspan(below_high), column + 1);
    beat(above.first(above_high), below.first(below_high), column);
    const auto low = below.subspan(below_high);
    beat(above.subspan(above_high), low.first(drop_beaten(low)), column);
  }

  const Utility* rows_;
  std::size_t width_;
  std::size_t first_column_;
  std::vector<std::uint8_t> beaten_;
  std::stop_token stop_;
};

}  // namespace

std::vector<std::uint32_t> survivors(const Utility* rows, std::size_t width, std::size_t first_column,
                                     const std::vector<std::uint32_t>& order, int threads,
                                     const std::stop_token& stop) {
  return Filter(rows, width, first_column, order.size(), stop).run(order, threads);
}

}  // namespace parley
