#include "parley/solve/joint/ranks.h"

#include <algorithm>

#include "parley/solve/joint/compare_columns.h"
#include "parley/solve/joint/margins.h"

namespace parley {
namespace {

/// Block by block, so that values and ranks stay next to the processor.
template <class Number>
RankCounts count_ranks(const std::vector<std::vector<Number>>& values) {
  constexpr std::size_t block = 256;
  const auto alternatives = values.size();
  RankCounts counts(alternatives, std::vector<std::uint32_t>(alternatives));
  if (values.empty()) return counts;
  const auto readings = values.front().size();
  std::vector<Number> value(alternatives * block);
  std::vector<std::uint8_t> rank(alternatives * block);
  for (std::size_t first = 0; first < readings; first += block) {
    const auto here = std::min(block, readings - first);
    for (std::size_t a = 0; a < alternatives; ++a)
      std::copy_n(values[a].begin() + static_cast<std::ptrdiff_t>(first), here,
                  value.begin() + static_cast<std::ptrdiff_t>(a * block));
    count_better(value.data(), block, alternatives, block, rank.data());
    for (std::size_t a = 0; a < alternatives; ++a) {
      auto* const of_alternative = rank.data() + a * block;
      constexpr std::uint8_t none = 255;
      std::fill(of_alternative + here, of_alternative + block, none);
      add_histogram(of_alternative, block, alternatives, counts[a].data());
    }
  }
  return counts;
}

}  // namespace

RankCounts rank_counts(const std::vector<std::vector<std::int32_t>>& values) { return count_ranks(values); }
RankCounts rank_counts(const std::vector<std::vector<std::int64_t>>& values) { return count_ranks(values); }

RankCounts rank_counts(const ReadingTable& table, std::size_t view, const std::vector<Package>& packages) {
  std::vector<std::vector<Utility>> values;
  for (const auto& package : packages) values.push_back(utilities_of(table, view, package));
  return rank_counts(values);
}

}  // namespace parley
