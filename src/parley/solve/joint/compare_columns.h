#pragma once

#include <cstddef>
#include <cstdint>

namespace parley {

/// The loops in which ranks spend their time, for the widest vectors of the processor they run on.

/// rank[a * stride + j]: how many of the `count` alternatives have a larger value[. * stride + j] than a, for the first
/// `readings` of a stride; these are a multiple of 64. At most 255 alternatives.
void count_better(const std::int32_t* value, std::size_t stride, std::size_t count, std::size_t readings,
                  std::uint8_t* rank);
void count_better(const std::int64_t* value, std::size_t stride, std::size_t count, std::size_t readings,
                  std::uint8_t* rank);

/// Adds to counts[r], for r < `ranks`, in how many of the readings rank[j] is r.
void add_histogram(const std::uint8_t* rank, std::size_t readings, std::size_t ranks, std::uint32_t* counts);

}  // namespace parley
