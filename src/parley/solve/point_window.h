#pragma once

#include <cmath>

#include "parley/solve/filter_points.h"

namespace parley {

/// Whether it can be compared: points with a NaN neither beat nor are beaten.
inline bool is_number(double number) { return !std::isnan(number); }
inline bool is_number(std::int64_t) { return true; }

/// The largest number below this one; the number itself when there is none.
double step_down(double number);
std::int64_t step_down(std::int64_t number);

/// Rows that beat many points of a table, the strongest first: one after another in numbers. A point that does not
/// exceed a row in any dimension is beaten by some point of the table that is not equal to it.
///
/// Each row is an unbeaten point of a sample, lowered by the least step in one dimension, so that it lets pass what
/// equals the point. They are chosen greedily by how many points of the sample they beat that no row before them does.
template <class Number>
std::vector<Number> strong_window(const PointTable<Number>& table);

}  // namespace parley
