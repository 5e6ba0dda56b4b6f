#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace parley {

/// The table of sums that all blocks of packages share: one column for each demand, and perhaps one more that is to be
/// maximised. Rows are in descending order of the first column, so that whole stretches of them exceed a bar there.
template <class Number>
struct BlockTable {
  static constexpr std::size_t stretch = 64;

  std::size_t demands = 0;        ///< 1 to 6
  std::size_t padded = 0;         ///< rows, with some that hold the least number there is up to a multiple of `stretch`
  std::vector<Number> columns;    ///< one after another
  std::vector<Number> stretches;  ///< the first column of the last row of each stretch, padded likewise

  const Number* column(std::size_t c) const { return columns.data() + c * padded; }
};

/// For `blocks` blocks, each with one bar for each demand: how many of their rows exceed all bars. At most 2^31 rows in
/// all.
std::uint64_t count_above(const BlockTable<std::int32_t>& table, const std::int32_t* bars, std::size_t blocks);
std::uint64_t count_above(const BlockTable<std::int64_t>& table, const std::int64_t* bars, std::size_t blocks);

/// The largest entry of the last column in the rows that exceed all bars of one block; the least number there is when
/// none does.
std::int32_t most_above(const BlockTable<std::int32_t>& table, const std::int32_t* bars);
std::int64_t most_above(const BlockTable<std::int64_t>& table, const std::int64_t* bars);

}  // namespace parley
