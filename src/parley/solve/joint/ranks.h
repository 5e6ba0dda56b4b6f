#pragma once

#include <cstdint>
#include <vector>

#include "parley/solve/joint/reading_table.h"

namespace parley {

inline constexpr std::size_t most_alternatives = 64;

/// readings[a][r]: in how many readings alternative a has rank r + 1. Divided by the number of readings these are the
/// rank acceptability indices of SMAA-2 (Lahdelma, Salminen 2001, Operations Research 49). A rank is 1 + the number of
/// alternatives that are strictly better, so that those of equal value share the better rank.
using RankCounts = std::vector<std::vector<std::uint32_t>>;

/// Of at most 64 packages, by what they are worth to one view. Red lines and floors are not asked.
RankCounts rank_counts(const ReadingTable& table, std::size_t view, const std::vector<Package>& packages);

/// Of at most 64 alternatives with a value in each reading; all rows are equally long.
RankCounts rank_counts(const std::vector<std::vector<std::int32_t>>& values);
RankCounts rank_counts(const std::vector<std::vector<std::int64_t>>& values);

}  // namespace parley
