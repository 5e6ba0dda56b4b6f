#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace parley {

/// What stands at a place of a dense table: a number of steps, or less than none where no package leads.
using Height = std::int16_t;

/// A row of a table, moved and raised.
struct Raised {
  const Height* from = nullptr;
  Height by = 0;
};

/// The two loops in which dense frontiers spend their time, for the widest vectors of the processor they run on.

/// to[i] = the largest of rows[r].from[i] + rows[r].by, for i < count; there is at least one row. Sums must not
/// overflow.
void highest(std::span<const Raised> rows, Height* to, std::size_t count);

/// Where row[i] > bar[i], for i < count: the last place first. Returns how many there are.
std::size_t places_above(const Height* row, const Height* bar, std::size_t count, std::uint32_t* places);

}  // namespace parley
