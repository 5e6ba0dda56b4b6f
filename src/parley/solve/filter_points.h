#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace parley {

/// Points as they lie in memory, used without a copy. Number d of point i stands at data[i * next_point + d *
/// next_dimension].
template <class Number>
struct PointTable {
  const Number* data = nullptr;
  std::size_t points = 0;
  int dimensions = 0;
  std::size_t next_point = 0;
  std::size_t next_dimension = 0;

  /// One point after another.
  static PointTable rows(std::span<const Number> numbers, int dimensions) {
    const auto width = static_cast<std::size_t>(dimensions);
    return {numbers.data(), numbers.size() / width, dimensions, width, 1};
  }
  /// All points in the first dimension, then all in the second, and so on.
  static PointTable columns(std::span<const Number> numbers, int dimensions) {
    const auto points = numbers.size() / static_cast<std::size_t>(dimensions);
    return {numbers.data(), points, dimensions, 1, points};
  }

  Number at(std::size_t point, std::size_t dimension) const {
    return data[point * next_point + dimension * next_dimension];
  }
};

/// The most dimensions that points may have.
inline constexpr int most_filter_dimensions = 6;

struct FilterOptions {
  /// Of equal points all stay. Otherwise the first of them does.
  bool keep_duplicates = false;
  /// How many threads work on it; 0: as many as there are cores. The answer does not depend on it.
  int threads = 0;
};

/// The points that stay, by their numbers, ascending.
struct FilteredPoints {
  std::vector<std::size_t> kept;
  bool stopped = false;  ///< the stop token was used: `kept` is empty and says nothing
};

/// The points that no other point beats or equals in every dimension; more is better. Comparisons are exact. A point
/// with a NaN is no point: it never stays and beats nobody; 0.0 and -0.0 are equal.
///
/// Few points take part in the end: strong ones from a sample go over all points in one pass of vector instructions,
/// and what they leave is sorted and swept (two and three dimensions: Kung, Luccio, Preparata 1975, JACM 22(4)) or
/// filtered from the largest sum down (Chomicki, Godfrey, Gryz, Liang 2003, ICDE). Points that hardly beat one another
/// cost n log n in up to three dimensions, and n log^(d-2) n beyond (Kung). Dimensions: 1 to 6.
FilteredPoints filter_points(const PointTable<double>& table, const FilterOptions& options = {},
                             const std::stop_token& stop = {});
FilteredPoints filter_points(const PointTable<std::int64_t>& table, const FilterOptions& options = {},
                             const std::stop_token& stop = {});

}  // namespace parley
