#pragma once

#include "parley/solve/filter_points.h"

namespace parley {

/// How many points a pass looks at, at most, and the room that it needs for their numbers.
inline constexpr std::size_t pass_points = 1024;
using PassRoom = std::uint64_t[pass_points + 64];

/// One pass of vector instructions over the points numbered from `first` to before `last`, of which there are at most
/// pass_points: writes to `kept`, in order, the numbers (less `first`) of those that exceed each row of the window in
/// some dimension, and returns how many these are. The window has `rows` rows of table.dimensions numbers, the
/// strongest first: what the first rows leave is packed before the others look at it. Dimensions: 1 to
/// most_filter_dimensions. Runs on whatever vectors this machine has (Highway), with the same outcome.
std::size_t pass_window(const PointTable<double>& table, std::size_t first, std::size_t last, const double* window,
                        std::size_t rows, PassRoom& kept);
std::size_t pass_window(const PointTable<std::int64_t>& table, std::size_t first, std::size_t last,
                        const std::int64_t* window, std::size_t rows, PassRoom& kept);

}  // namespace parley
