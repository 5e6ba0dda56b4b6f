#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace parley {

/// The loops in which approvals in bulk spend their time, for the widest vectors of the processor they run on.

/// Sums rows of numbers, sum by sum: sum k is that of the rows from ends[k - 1] (0 for the first) to before ends[k], at
/// least one. Numbers may wrap; `count`, a multiple of 64, is how many each row has. Bit j % 64 of word j / 64 of a
/// sum, which has count / 64 of them in `words`: whether number j is at least 0.
void sum_signs(std::span<const std::int32_t* const> rows, std::span<const std::size_t> ends, std::size_t count,
               std::uint64_t* words);
void sum_signs(std::span<const std::int64_t* const> rows, std::span<const std::size_t> ends, std::size_t count,
               std::uint64_t* words);

/// Adds to counts[k] how many bits of its `width` words are set.
void add_counts(std::span<const std::uint64_t> words, std::size_t width, std::span<std::uint32_t> counts);

}  // namespace parley
